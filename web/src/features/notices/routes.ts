import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const loader = () => loadMessages('notices');

const notices = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notifications',
  validateSearch: ({ show }): { show?: 'unread' } => (show === 'unread' ? { show } : {}),
  loader,
}).lazy(() => import('./NoticesScreen').then(({ noticesRoute }) => noticesRoute));

const preferences = createRoute({ getParentRoute: () => rootRoute, path: '/notifications/settings', loader }).lazy(() =>
  import('./NoticeSettingsScreen').then(({ noticeSettingsRoute }) => noticeSettingsRoute),
);

export const noticesRoutes = [notices, preferences] as const;
