import { type FieldError, Problem } from '../../../platform/http/problem.js';
import type { Offering } from '../data/offering.entity.js';
import { impossibleDates } from '../problems.js';

type Dates = Pick<Offering, 'startsAt' | 'endsAt' | 'enrollFrom' | 'enrollUntil' | 'projectDue'>;

/** Throws `enrollment.impossible_dates`, naming each date that contradicts another. */
export function refuseImpossibleDates({ startsAt, endsAt, enrollFrom, enrollUntil, projectDue }: Dates): void {
  const errors: FieldError[] = [];
  const refuse = (field: string, detail: string) => errors.push({ field, code: 'order', detail });
  if (endsAt && endsAt <= startsAt) refuse('endsAt', 'The offering must end after it starts.');
  if (enrollUntil && enrollUntil <= enrollFrom) refuse('enrollUntil', 'Enrolment must close after it opens.');
  if (endsAt && enrollFrom >= endsAt) refuse('enrollFrom', 'Enrolment must open before the offering ends.');
  if (projectDue?.type === 'fixed' && new Date(projectDue.at) <= startsAt)
    refuse('projectDue.at', 'The project must be due after the start.');
  if (errors.length > 0) throw new Problem(impossibleDates, { errors });
}
