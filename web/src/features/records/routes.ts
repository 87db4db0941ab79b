import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';
import { readCompletionsSearch, readCredentialsSearch, readRequestsSearch, readRowsSearch } from './searches';

const loader = () => loadMessages('records');
const withAwards = () => loadMessages('records', 'awards');
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

const historic = createRoute({ getParentRoute, path: '/credentials/historic', loader: withAwards }).lazy(() =>
  import('./historic/HistoricScreen').then(({ historicRoute }) => historicRoute),
);

const historicImport = createRoute({
  getParentRoute,
  path: '/credentials/historic/$importId',
  validateSearch: readRowsSearch,
  loader: withAwards,
}).lazy(() => import('./historic/HistoricImportScreen').then(({ historicImportRoute }) => historicImportRoute));

const endorsements = createRoute({ getParentRoute, path: '/credentials/endorsements', loader: withAwards }).lazy(() =>
  import('./endorsements/ReceivedScreen').then(({ receivedRoute }) => receivedRoute),
);

const endorsementsGiven = createRoute({ getParentRoute, path: '/credentials/endorsements/given', loader: withAwards }).lazy(() =>
  import('./endorsements/GivenScreen').then(({ givenRoute }) => givenRoute),
);

const qualified = createRoute({ getParentRoute, path: '/editions/$editionId/newly-qualified', loader: withAwards }).lazy(() =>
  import('./qualified/QualifiedScreen').then(({ qualifiedRoute }) => qualifiedRoute),
);

const notQualified = createRoute({
  getParentRoute,
  path: '/editions/$editionId/newly-qualified/others',
  loader: withAwards,
}).lazy(() => import('./qualified/OthersScreen').then(({ othersRoute }) => othersRoute));

const requalifications = createRoute({
  getParentRoute,
  path: '/editions/$editionId/newly-qualified/awards',
  loader: withAwards,
}).lazy(() => import('./qualified/AwardsScreen').then(({ awardsRoute }) => awardsRoute));

const requalification = createRoute({ getParentRoute, path: '/requalifications/$requalificationId', loader: withAwards }).lazy(
  () => import('./qualified/RequalificationScreen').then(({ requalificationRoute }) => requalificationRoute),
);

export const recordsRoutes = [
  completions,
  credentials,
  requests,
  revocations,
  revocation,
  credential,
  historic,
  historicImport,
  endorsements,
  endorsementsGiven,
  qualified,
  notQualified,
  requalifications,
  requalification,
] as const;
