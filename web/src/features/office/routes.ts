import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';
import { loadMessages } from '../../i18n';
import { isDay, isId } from '../../app/in-address';
import { ROW_STATES, type RowState } from './from-file/row-states';
import type { EnrollmentState, Role } from './queries';
import { readRosterSearch } from './roster/searches';

const texts = () => loadMessages('office');
const textsOfPlaces = () => loadMessages('office', 'enrollment');

const offerings = createRoute({ getParentRoute: () => rootRoute, path: '/offerings', loader: texts }).lazy(() =>
  import('./OfferingsScreen').then(({ offeringsRoute }) => offeringsRoute),
);

const offeringCalendar = createRoute({
  getParentRoute: () => rootRoute,
  path: '/offerings/calendar',
  // The day that is chosen, in its month; none: today.
  validateSearch: ({ day, microCredentialId }: Record<string, unknown>): { day?: string; microCredentialId?: string } => ({
    ...(isDay(day) ? { day } : {}),
    ...(isId(microCredentialId) ? { microCredentialId } : {}),
  }),
  loader: () => loadMessages('office', 'calendar', 'roster'),
}).lazy(() => import('./calendar/OfferingCalendarScreen').then(({ offeringCalendarRoute }) => offeringCalendarRoute));

const newOffering = createRoute({ getParentRoute: () => rootRoute, path: '/offerings/new', loader: texts }).lazy(() =>
  import('./NewOfferingScreen').then(({ newOfferingRoute }) => newOfferingRoute),
);

const STATES: readonly EnrollmentState[] = ['invited', 'waitlisted', 'active', 'completed', 'withdrawn', 'expired'];

const offering = createRoute({
  getParentRoute: () => rootRoute,
  path: '/offerings/$offeringId',
  validateSearch: ({ state }: Record<string, unknown>): { state?: EnrollmentState } => {
    const known = STATES.find((one) => one === state);
    return known ? { state: known } : {};
  },
  loader: textsOfPlaces,
}).lazy(() => import('./OfferingScreen').then(({ offeringRoute }) => offeringRoute));

const enrollment = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enrollments/$enrollmentId',
  loader: textsOfPlaces,
}).lazy(() => import('./learner/EnrollmentScreen').then(({ enrollmentRoute }) => enrollmentRoute));

const files = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enrollment-imports',
  validateSearch: ({ offeringId }: Record<string, unknown>): { offeringId?: string } =>
    typeof offeringId === 'string' && offeringId !== '' ? { offeringId } : {},
  loader: textsOfPlaces,
}).lazy(() => import('./from-file/FilesScreen').then(({ filesRoute }) => filesRoute));

const file = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enrollment-imports/$importId',
  validateSearch: ({ state }: Record<string, unknown>): { state?: RowState } => {
    const known = ROW_STATES.find((one) => one === state);
    return known ? { state: known } : {};
  },
  loader: textsOfPlaces,
}).lazy(() => import('./from-file/FileScreen').then(({ fileRoute }) => fileRoute));

const ROLES: readonly Role[] = ['learner', 'instructor', 'assessor', 'office', 'admin'];

const people = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: ({ q, role, invite }: Record<string, unknown>): { q?: string; role?: Role; invite?: true } => {
    const known = ROLES.find((one) => one === role);
    return {
      ...(typeof q === 'string' && q !== '' ? { q } : {}),
      ...(known ? { role: known } : {}),
      ...(invite === true ? { invite } : {}),
    };
  },
  loader: () => loadMessages('office', 'privacy'),
}).lazy(() => import('./PeopleScreen').then(({ peopleRoute }) => peopleRoute));

const erasures = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/erasures',
  loader: () => loadMessages('office', 'privacy'),
}).lazy(() => import('./erasures/ErasuresScreen').then(({ erasuresRoute }) => erasuresRoute));

const textsOfRoster = () => loadMessages('roster', 'office', 'overview', 'enrollment', 'letters');

const roster = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enrollments',
  validateSearch: readRosterSearch,
  loader: textsOfRoster,
}).lazy(() => import('./roster/RosterScreen').then(({ rosterRoute }) => rosterRoute));

const acts = createRoute({ getParentRoute: () => rootRoute, path: '/enrollment-acts', loader: textsOfRoster }).lazy(() =>
  import('./roster/ActsScreen').then(({ actsRoute }) => actsRoute),
);

const act = createRoute({ getParentRoute: () => rootRoute, path: '/enrollment-acts/$actId', loader: textsOfRoster }).lazy(() =>
  import('./roster/ActScreen').then(({ actRoute }) => actRoute),
);

const firstSteps = createRoute({ getParentRoute: () => rootRoute, path: '/first-steps', loader: texts }).lazy(() =>
  import('./FirstStepsScreen').then(({ firstStepsRoute }) => firstStepsRoute),
);

export const officeRoutes = [
  firstSteps,
  offerings,
  offeringCalendar,
  newOffering,
  offering,
  enrollment,
  files,
  file,
  roster,
  acts,
  act,
  people,
  erasures,
] as const;
