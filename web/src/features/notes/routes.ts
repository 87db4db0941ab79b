import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const notes = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notes',
  validateSearch: ({ q }): { q?: string } => (typeof q === 'string' && q !== '' ? { q } : {}),
  loader: () => loadMessages('notes'),
}).lazy(() => import('./NotesScreen').then(({ notesRoute }) => notesRoute));

export const notesRoutes = [notes] as const;
