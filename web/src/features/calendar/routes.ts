import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';
import { isDay } from '../../app/in-address';

const loader = () => loadMessages('calendar');

const weeks = createRoute({ getParentRoute: () => rootRoute, path: '/calendar', loader }).lazy(() =>
  import('./WeeksScreen').then(({ weeksRoute }) => weeksRoute),
);

const month = createRoute({
  getParentRoute: () => rootRoute,
  path: '/calendar/month',
  // The day that is chosen; none: today.
  validateSearch: ({ day }): { day?: string } => (isDay(day) ? { day } : {}),
  loader,
}).lazy(() => import('./MonthScreen').then(({ monthRoute }) => monthRoute));

export const calendarRoutes = [weeks, month] as const;
