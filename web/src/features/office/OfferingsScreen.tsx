import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Page } from '../../ui/Page';

export const offeringsRoute = createLazyRoute('/offerings')({ component: OfferingsScreen });

function OfferingsScreen() {
  const messages = useMessages('office');
  return <Page title={messages.title}>…</Page>;
}
