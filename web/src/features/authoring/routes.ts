import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const activityEditor = createRoute({
  getParentRoute: () => rootRoute,
  path: '/studio/$microCredentialId/activities/$activityId',
  loader: () => loadMessages('authoring', 'uploads'),
}).lazy(() => import('./ActivityEditorScreen').then(({ activityEditorRoute }) => activityEditorRoute));

const projectEditor = createRoute({
  getParentRoute: () => rootRoute,
  path: '/studio/$microCredentialId/project',
  loader: () => loadMessages('authoring', 'uploads'),
}).lazy(() => import('./ProjectEditorScreen').then(({ projectEditorRoute }) => projectEditorRoute));

export const authoringRoutes = [activityEditor, projectEditor] as const;
