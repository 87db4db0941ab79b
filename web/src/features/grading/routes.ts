import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const grading = createRoute({
  getParentRoute: () => rootRoute,
  path: '/grading',
  loader: () => loadMessages('grading'),
}).lazy(() => import('./GradingScreen').then(({ gradingRoute }) => gradingRoute));

export const gradingRoutes = [grading] as const;
