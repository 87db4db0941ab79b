import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';
import type { QueueState } from './queries';

const loader = () => loadMessages('grading');

const grading = createRoute({ getParentRoute: () => rootRoute, path: '/grading', loader }).lazy(() =>
  import('./GradingScreen').then(({ gradingRoute }) => gradingRoute),
);

const queue = createRoute({
  getParentRoute: () => rootRoute,
  path: '/grading/$offeringId',
  validateSearch: ({ state }: Record<string, unknown>): { state?: QueueState } => (state === 'decided' ? { state } : {}),
  loader,
}).lazy(() => import('./QueueScreen').then(({ queueRoute }) => queueRoute));

const room = createRoute({
  getParentRoute: () => rootRoute,
  path: '/grading/$offeringId/attempts/$attemptId',
  loader,
}).lazy(() => import('./RoomScreen').then(({ roomRoute }) => roomRoute));

export const gradingRoutes = [grading, queue, room] as const;
