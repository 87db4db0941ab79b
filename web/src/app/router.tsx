import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from '../features/account/routes';
import { auditRoutes } from '../features/audit/routes';
import { authoringRoutes } from '../features/authoring/routes';
import { badgesRoutes } from '../features/badges/routes';
import { calendarRoutes } from '../features/calendar/routes';
import { galleryRoutes } from '../features/gallery/routes';
import { gradingRoutes } from '../features/grading/routes';
import { institutionRoutes } from '../features/institution/routes';
import { platformRoutes } from '../features/platforms/routes';
import { learningRoutes } from '../features/learning/routes';
import { notesRoutes } from '../features/notes/routes';
import { noticesRoutes } from '../features/notices/routes';
import { officeRoutes } from '../features/office/routes';
import { overviewRoutes } from '../features/overview/routes';
import { recordsRoutes } from '../features/records/routes';
import { studioRoutes } from '../features/studio/routes';
import { Failure, Loading } from '../ui/Loaded';
import { rootRoute } from './root-route';

// Each feature lists its screens in its routes.ts: addresses and texts; the screens themselves are loaded when they are first opened.
const routeTree = rootRoute.addChildren([
  ...learningRoutes,
  ...calendarRoutes,
  ...notesRoutes,
  ...noticesRoutes,
  ...studioRoutes,
  ...authoringRoutes,
  ...gradingRoutes,
  ...officeRoutes,
  ...overviewRoutes,
  ...auditRoutes,
  ...recordsRoutes,
  ...badgesRoutes,
  ...accountRoutes,
  ...institutionRoutes,
  ...platformRoutes,
  ...galleryRoutes,
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
