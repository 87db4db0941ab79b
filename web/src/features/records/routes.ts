import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';
import { readCompletionsSearch, readCredentialsSearch, readRequestsSearch } from './searches';

const loader = () => loadMessages('records');
const getParentRoute = () => rootRoute;

const completions = createRoute({
  getParentRoute,
  path: '/completions',
  validateSearch: readCompletionsSearch,
  loader,
}).lazy(() => import('./CompletionsScreen').then(({ completionsRoute }) => completionsRoute));

const credentials = createRoute({
  getParentRoute,
  path: '/credentials',
  validateSearch: readCredentialsSearch,
  loader,
}).lazy(() => import('./CredentialsScreen').then(({ credentialsRoute }) => credentialsRoute));

const requests = createRoute({
  getParentRoute,
  path: '/credentials/requests',
  validateSearch: readRequestsSearch,
  loader,
}).lazy(() => import('./RequestsScreen').then(({ requestsRoute }) => requestsRoute));

const revocations = createRoute({ getParentRoute, path: '/credentials/revocations', loader }).lazy(() =>
  import('./RevocationsScreen').then(({ revocationsRoute }) => revocationsRoute),
);

const revocation = createRoute({ getParentRoute, path: '/credentials/revocations/$revocationId', loader }).lazy(() =>
  import('./RevocationScreen').then(({ revocationRoute }) => revocationRoute),
);

const credential = createRoute({ getParentRoute, path: '/credentials/$credentialId', loader }).lazy(() =>
  import('./CredentialScreen').then(({ credentialRoute }) => credentialRoute),
);

export const recordsRoutes = [completions, credentials, requests, revocations, revocation, credential] as const;
