import { createRoute, notFound } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';

// Only while developing (`npm run dev -w web`): the condition is a constant of the build, so that nothing of the gallery is in a
// browser's way later.
const gallery = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dev/ui',
  beforeLoad: () => {
    if (!import.meta.env.DEV) throw notFound();
  },
}).lazy(async () => {
  if (import.meta.env.DEV) return (await import('./GalleryScreen')).galleryRoute;
  throw notFound();
});

export const galleryRoutes = [gallery] as const;
