import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const loader = () => loadMessages('institution');
const getParentRoute = () => rootRoute;

const about = createRoute({ getParentRoute, path: '/institution', loader }).lazy(() =>
  import('./about/AboutScreen').then(({ aboutRoute }) => aboutRoute),
);

const look = createRoute({ getParentRoute, path: '/institution/look', loader }).lazy(() =>
  import('./look/LookScreen').then(({ lookRoute }) => lookRoute),
);

const letters = createRoute({ getParentRoute, path: '/institution/letters', loader }).lazy(() =>
  import('./LettersScreen').then(({ lettersRoute }) => lettersRoute),
);

const keys = createRoute({ getParentRoute, path: '/institution/keys', loader }).lazy(() =>
  import('./keys/KeysScreen').then(({ keysRoute }) => keysRoute),
);

const keyCredentials = createRoute({
  getParentRoute,
  path: '/institution/keys/$keyId',
  loader: () => loadMessages('institution', 'records'),
}).lazy(() => import('./keys/KeyCredentialsScreen').then(({ keyCredentialsRoute }) => keyCredentialsRoute));

const forms = createRoute({ getParentRoute, path: '/institution/forms', loader }).lazy(() =>
  import('./forms/FormsScreen').then(({ formsRoute }) => formsRoute),
);

const retention = createRoute({
  getParentRoute,
  path: '/institution/retention',
  loader: () => loadMessages('institution', 'privacy'),
}).lazy(() => import('./RetentionScreen').then(({ retentionRoute }) => retentionRoute));

// The office's too, so it stands beside the institution and not under it.
const letterList = createRoute({ getParentRoute, path: '/letters', loader: () => loadMessages('letters') }).lazy(() =>
  import('./letters/LettersListScreen').then(({ letterListRoute }) => letterListRoute),
);

const letter = createRoute({
  getParentRoute,
  path: '/letters/$letter',
  loader: () => loadMessages('institution', 'letters'),
  // Left out: the language of the screen.
  validateSearch: ({ language }): { language?: 'en' | 'de' } => (language === 'en' || language === 'de' ? { language } : {}),
}).lazy(() => import('./letters/LetterScreen').then(({ letterRoute }) => letterRoute));

const operationsLoader = () => loadMessages('institution', 'operations', 'audit');

const webhooks = createRoute({ getParentRoute, path: '/institution/webhooks', loader: operationsLoader }).lazy(() =>
  import('./webhooks/WebhooksScreen').then(({ webhooksRoute }) => webhooksRoute),
);

const messages = createRoute({ getParentRoute, path: '/institution/webhooks/$endpointId', loader: operationsLoader }).lazy(() =>
  import('./webhooks/MessagesScreen').then(({ messagesRoute }) => messagesRoute),
);

const health = createRoute({ getParentRoute, path: '/institution/health', loader: operationsLoader }).lazy(() =>
  import('./health/HealthScreen').then(({ healthRoute }) => healthRoute),
);

export const institutionRoutes = [
  about,
  look,
  letters,
  letterList,
  letter,
  keys,
  keyCredentials,
  forms,
  retention,
  webhooks,
  messages,
  health,
] as const;
