import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: () => loadMessages('learning'),
}).lazy(() => import('./HomeScreen').then(({ homeRoute }) => homeRoute));

export const learningRoutes = [home] as const;
