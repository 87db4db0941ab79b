import { X } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useMessages } from '../i18n';
import { Button } from './Button';
import styles from './toast.module.css';

interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void } | undefined;
}

// Long enough to read, and with something to press long enough to reach it (WCAG 2.2 §2.2.1: nothing is lost when it goes).
const SHOWN_MS = 6_000;
const SHOWN_WITH_ACTION_MS = 20_000;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

/**
 * Tells that something was done, with a way to undo it where there is one. What was told before gives way, unless it can still be undone:
 * a pile of them would cover the screen. What needs an answer belongs in a dialog or a notice.
 */
export function tell(text: string, action?: Toast['action']): void {
  change([...toasts.filter((toast) => toast.action), { id: ++last, text, action }]);
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function drop(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Once, in the frame of the application. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className={styles['toasts']} role="status" aria-live="polite">
      {shown.map((toast) => (
        <ShownToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ShownToast({ toast: { id, text, action } }: { toast: Toast }) {
  const { close } = useMessages('common');
  useEffect(() => {
    const timer = setTimeout(() => drop(id), action ? SHOWN_WITH_ACTION_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, action]);
  return (
    <div className={styles['toast']}>
      <span>{text}</span>
      {action && (
        <Button
          look="quiet"
          onPress={() => {
            drop(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button look="quiet" icon={<X aria-hidden />} aria-label={close} onPress={() => drop(id)} />
    </div>
  );
}
