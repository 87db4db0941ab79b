import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';
import { readPreviewPlace } from '../../preview/preview-place';

const loader = () => loadMessages('learning');
// A note stands beside each activity, and the way to all of them on the first screen.
const withNotes = () => loadMessages('learning', 'notes');

/** The screens of a place also show a draft to its author, in the place of somebody made up. */
const preparePlace = async (enrollmentId: string, texts = loader) => {
  await texts();
  if (readPreviewPlace(enrollmentId)) await (await import('../../preview/stand-in')).standIn();
};

const home = createRoute({ getParentRoute: () => rootRoute, path: '/', loader: withNotes }).lazy(() =>
  import('./home/HomeScreen').then(({ homeRoute }) => homeRoute),
);

const enroll = createRoute({ getParentRoute: () => rootRoute, path: '/enroll/$offeringId', loader }).lazy(() =>
  import('./enroll/EnrollScreen').then(({ enrollRoute }) => enrollRoute),
);

const journey = createRoute({
  getParentRoute: () => rootRoute,
  path: '/learning/$enrollmentId',
  loader: ({ params }) => preparePlace(params.enrollmentId),
}).lazy(() => import('./journey/JourneyScreen').then(({ journeyRoute }) => journeyRoute));

const player = createRoute({
  getParentRoute: () => rootRoute,
  path: '/learning/$enrollmentId/activities/$activityId',
  // The attempt at a quiz that is on the screen; none: the quiz's own page.
  validateSearch: ({ attempt }): { attempt?: string } => (typeof attempt === 'string' ? { attempt } : {}),
  loader: ({ params }) => preparePlace(params.enrollmentId, withNotes),
}).lazy(() => import('./player/PlayerScreen').then(({ playerRoute }) => playerRoute));

const project = createRoute({
  getParentRoute: () => rootRoute,
  path: '/learning/$enrollmentId/project',
  loader: ({ params }) => preparePlace(params.enrollmentId, () => loadMessages('learning', 'uploads')),
}).lazy(() => import('./project/ProjectScreen').then(({ projectRoute }) => projectRoute));

export const learningRoutes = [home, enroll, journey, player, project] as const;
