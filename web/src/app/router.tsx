import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from '../features/account/routes';
import { authoringRoutes } from '../features/authoring/routes';
import { badgesRoutes } from '../features/badges/routes';
import { gradingRoutes } from '../features/grading/routes';
import { institutionRoutes } from '../features/institution/routes';
import { learningRoutes } from '../features/learning/routes';
import { officeRoutes } from '../features/office/routes';
import { recordsRoutes } from '../features/records/routes';
import { studioRoutes } from '../features/studio/routes';
import { Failure, Loading } from '../ui/Loaded';
import { rootRoute } from './root-route';

// Each feature lists its screens in its routes.ts: addresses and texts; the screens themselves are loaded when they are first opened.
const routeTree = rootRoute.addChildren([
  ...learningRoutes,
  ...studioRoutes,
  ...authoringRoutes,
  ...gradingRoutes,
  ...officeRoutes,
  ...recordsRoutes,
  ...badgesRoutes,
  ...accountRoutes,
  ...institutionRoutes,
]);

export const router = createRouter({
  routeTree,
  basepath: '/app',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error, reset }) => <Failure problem={error} again={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
