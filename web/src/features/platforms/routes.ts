import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';
import { FAMILIES, type Family } from './families';
import { SCORE_STATES, type ScoreState } from './gradebook/queries';

const loader = () => loadMessages('institution', 'platforms');
const getParentRoute = () => rootRoute;

const platforms = createRoute({ getParentRoute, path: '/institution/platforms', loader }).lazy(() =>
  import('./PlatformsScreen').then(({ platformsRoute }) => platformsRoute),
);

const connect = createRoute({
  getParentRoute,
  path: '/institution/platforms/connect',
  loader,
  // Left out: Moodle, which most have.
  validateSearch: ({ lms }): { lms?: Family } => (FAMILIES.includes(lms as Family) ? { lms: lms as Family } : {}),
}).lazy(() => import('./ConnectScreen').then(({ connectRoute }) => connectRoute));

const platform = createRoute({ getParentRoute, path: '/institution/platforms/$platformId', loader }).lazy(() =>
  import('./PlatformScreen').then(({ platformRoute }) => platformRoute),
);

const column = createRoute({
  getParentRoute,
  path: '/institution/platforms/$platformId/columns/$columnId',
  loader,
  // Left out: all of them.
  validateSearch: ({ state }): { state?: ScoreState } =>
    SCORE_STATES.includes(state as ScoreState) ? { state: state as ScoreState } : {},
}).lazy(() => import('./gradebook/ColumnScreen').then(({ columnRoute }) => columnRoute));

export const platformRoutes = [platforms, connect, platform, column] as const;
