import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const loader = () => loadMessages('badges');

const list = createRoute({ getParentRoute: () => rootRoute, path: '/badges', loader }).lazy(() =>
  import('./BadgesScreen').then(({ badgesRoute }) => badgesRoute),
);

const badge = createRoute({ getParentRoute: () => rootRoute, path: '/badges/$badgeId', loader }).lazy(() =>
  import('./BadgeScreen').then(({ badgeRoute }) => badgeRoute),
);

const portfolio = createRoute({ getParentRoute: () => rootRoute, path: '/portfolio', loader }).lazy(() =>
  import('./portfolio/PortfolioScreen').then(({ portfolioRoute }) => portfolioRoute),
);

export const badgesRoutes = [list, badge, portfolio] as const;
