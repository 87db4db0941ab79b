import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';

const loader = () => loadMessages('calendar');

const weeks = createRoute({ getParentRoute: () => rootRoute, path: '/calendar', loader }).lazy(() =>
  import('./WeeksScreen').then(({ weeksRoute }) => weeksRoute),
);

const month = createRoute({
  getParentRoute: () => rootRoute,
  path: '/calendar/month',
  // The day that is chosen; none: today.
  validateSearch: ({ day }): { day?: string } =>
    typeof day === 'string' && /^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(day) && isDay(day) ? { day } : {},
  loader,
}).lazy(() => import('./MonthScreen').then(({ monthRoute }) => monthRoute));

function isDay(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

export const calendarRoutes = [weeks, month] as const;
