import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const offerings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/offerings',
  loader: () => loadMessages('office'),
}).lazy(() => import('./OfferingsScreen').then(({ offeringsRoute }) => offeringsRoute));

export const officeRoutes = [offerings] as const;
