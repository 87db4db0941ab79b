// The bench's university: who and what is in it. Everything has a number, and ids follow from it.
import { COURSE_SIZE, COURSES } from './edition.mjs';

const KINDS = [
  'institution',
  'person',
  'membership',
  'session',
  'offering',
  'enrollment',
  'activity',
  'course',
  'edition',
  'microCredential',
  'submission',
  'attempt',
  'assessment',
];

export const ACTIVITIES = COURSES * COURSE_SIZE;

/** Learners by what they are for, first and last number. Nobody writes where another one does. */
export const GROUPS = {
  reading: [1, 5_000],
  ours: [5_001, 10_000],
  limit: [10_001, 15_000],
  orm: [15_001, 20_000],
  arrays: [20_001, 25_000],
  upserts: [25_001, 30_000],
  passing: [30_001, 88_000],
};
export const LEARNERS = 88_000;
/** The number of the person who passed everybody. */
export const ASSESSOR = 90_000;
export const SLUG = 'riverside';
// Together as long as real tokens are.
export const TOKEN_START = 'bench';
export const TOKEN_REST = 38;

export const institutionId = idOf('institution', 1);
export const enrollmentId = (number) => idOf('enrollment', number);
export const assessmentId = (number) => idOf('assessment', number);
export const activityId = (number) => idOf('activity', number);

/** The session cookie of a learner. */
export function cookieOf(learner) {
  return `cairn=${tokenOf(learner)}`;
}

function tokenOf(learner) {
  return `${TOKEN_START}${String(learner).padStart(TOKEN_REST, '-')}`;
}

export function idOf(kind, number) {
  return `${(KINDS.indexOf(kind) + 1).toString(16).padStart(8, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
