import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Page } from '../../ui/Page';

export const studioRoute = createLazyRoute('/studio')({ component: StudioScreen });

function StudioScreen() {
  const messages = useMessages('studio');
  return <Page title={messages.title}>…</Page>;
}
