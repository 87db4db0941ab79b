import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';
import { readLearnersSearch, readOverviewSearch } from './searches';

const loader = () => loadMessages('overview', 'office');
const getParentRoute = () => rootRoute;

const overview = createRoute({ getParentRoute, path: '/overview', validateSearch: readOverviewSearch, loader }).lazy(() =>
  import('./OverviewScreen').then(({ overviewRoute }) => overviewRoute),
);

const learners = createRoute({ getParentRoute, path: '/overview/learners', validateSearch: readLearnersSearch, loader }).lazy(
  () => import('./LearnersScreen').then(({ learnersRoute }) => learnersRoute),
);

export const overviewRoutes = [overview, learners] as const;
