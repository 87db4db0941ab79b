import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const studio = createRoute({
  getParentRoute: () => rootRoute,
  path: '/studio',
  loader: () => loadMessages('studio'),
}).lazy(() => import('./StudioScreen').then(({ studioRoute }) => studioRoute));

export const studioRoutes = [studio] as const;
