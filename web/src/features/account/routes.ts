import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const loader = () => loadMessages('account');

const you = createRoute({ getParentRoute: () => rootRoute, path: '/account', loader }).lazy(() =>
  import('./YouScreen').then(({ youRoute }) => youRoute),
);

const security = createRoute({ getParentRoute: () => rootRoute, path: '/account/security', loader }).lazy(() =>
  import('./SecurityScreen').then(({ securityRoute }) => securityRoute),
);

const programs = createRoute({ getParentRoute: () => rootRoute, path: '/account/programs', loader }).lazy(() =>
  import('./ProgramsScreen').then(({ programsRoute }) => programsRoute),
);

const privacy = createRoute({ getParentRoute: () => rootRoute, path: '/account/privacy', loader }).lazy(() =>
  import('./PrivacyScreen').then(({ privacyRoute }) => privacyRoute),
);

export const accountRoutes = [you, security, programs, privacy] as const;
