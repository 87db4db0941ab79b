import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';
import { readAuditSearch } from './searches';

const audit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  loader: () => loadMessages('audit', 'office'),
}).lazy(() => import('./AuditScreen').then(({ auditRoute }) => auditRoute));

export const auditRoutes = [audit] as const;
