import type { View } from '../../../api/client';

export type RowState = View<'EnrollmentImportRowView'>['state'];
export type FileOfPeople = View<'EnrollmentImportView'>;

export const ROW_STATES: readonly RowState[] = [
  'bad',
  'refused',
  'waitlist',
  'waitlisted',
  'seat',
  'working',
  'enrolled',
  'already',
];

/** How many rows are to become places, and how many of those are done. */
export function workOf({ counts }: Pick<FileOfPeople, 'counts'>): { done: number; all: number } {
  const { seat, waitlist, working, enrolled, waitlisted, refused } = counts;
  const done = enrolled + waitlisted + refused;
  return { done, all: done + working + seat + waitlist };
}
