import { useSyncExternalStore } from 'react';
import { useMessages } from '../i18n';
import { Notice } from '../ui/Notice';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

export function OfflineNotice() {
  const { offline } = useMessages('common');
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return <div role="status">{!online && <Notice tone="warn">{offline}</Notice>}</div>;
}
