import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const shared = { getParentRoute: () => rootRoute, loader: () => loadMessages('studio') };
const withUploads = { ...shared, loader: () => loadMessages('studio', 'uploads') };

const list = createRoute({
  ...shared,
  path: '/studio',
  // Whether the form for a new one is open.
  validateSearch: ({ create }): { create?: true } => (create === true ? { create } : {}),
}).lazy(() => import('./list/StudioScreen').then(({ studioRoute }) => studioRoute));
const imports = createRoute({ ...withUploads, path: '/studio/imports' }).lazy(() =>
  import('./imports/ImportsScreen').then(({ importsRoute }) => importsRoute),
);
const oneImport = createRoute({ ...shared, path: '/studio/imports/$importId' }).lazy(() =>
  import('./imports/ImportScreen').then(({ importRoute }) => importRoute),
);
const outline = createRoute({ ...withUploads, path: '/studio/$microCredentialId' }).lazy(() =>
  import('./outline/OutlineScreen').then(({ outlineRoute }) => outlineRoute),
);
const details = createRoute({ ...shared, path: '/studio/$microCredentialId/details' }).lazy(() =>
  import('./details/DetailsScreen').then(({ detailsRoute }) => detailsRoute),
);
const rules = createRoute({ ...shared, path: '/studio/$microCredentialId/rules' }).lazy(() =>
  import('./rules/RulesScreen').then(({ rulesRoute }) => rulesRoute),
);
const badge = createRoute({ ...withUploads, path: '/studio/$microCredentialId/badge' }).lazy(() =>
  import('./badge/BadgeScreen').then(({ badgeRoute }) => badgeRoute),
);
const publish = createRoute({ ...shared, path: '/studio/$microCredentialId/publish' }).lazy(() =>
  import('./publish/PublishScreen').then(({ publishRoute }) => publishRoute),
);
const editions = createRoute({
  ...shared,
  path: '/studio/$microCredentialId/editions',
  // What is compared; left out: the latest edition with the draft.
  validateSearch: ({ from, to }): { from?: string; to?: string } => ({
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof to === 'string' ? { to } : {}),
  }),
}).lazy(() => import('./editions/EditionsScreen').then(({ editionsRoute }) => editionsRoute));
const STATIONS = ['activity', 'project', 'waiting', 'elsewhere', 'passed'] as const;
interface LearnersSearch {
  run?: string;
  at?: (typeof STATIONS)[number];
  activity?: string;
}
const learners = createRoute({
  ...shared,
  path: '/studio/$microCredentialId/learners',
  // Which offering, and whose station is shown with names.
  validateSearch: ({ run, at, activity }): LearnersSearch => {
    const station = STATIONS.find((one) => one === at);
    return {
      ...(typeof run === 'string' ? { run } : {}),
      ...(station ? { at: station } : {}),
      ...(typeof activity === 'string' ? { activity } : {}),
    };
  },
}).lazy(() => import('./learners/LearnersScreen').then(({ learnersRoute }) => learnersRoute));

export const studioRoutes = [list, imports, oneImport, outline, details, rules, badge, publish, editions, learners] as const;
