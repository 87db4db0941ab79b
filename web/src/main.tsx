import './ui/tokens.css';
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient, sessionQuery } from './api/queries';
import { focusHeadings } from './app/focus';
import { applyKeptTheme } from './app/institution-theme';
import { router } from './app/router';
import { applyTheme } from './app/theme';
import { loadMessages } from './i18n';

applyTheme();
applyKeptTheme();
focusHeadings(router);
// The router asks for one after the other; on a slow line each round trip is felt, so what the first screen will need is under way
// already. Whatever fails is asked for again, and told, by the router.
void queryClient.prefetchQuery(sessionQuery);
const [firstRoutes] = router.getMatchedRoutes(router.latestLocation.pathname);
for (const route of firstRoutes) router.loadRouteChunk(route)?.catch(() => undefined);
void start();

// Not awaited at the top of a module: files of texts may share chunks with what waits for them.
async function start(): Promise<void> {
  await loadMessages('common');
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no place for the application');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
