import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import type { WishedAct } from '../../enrollment/index.js';
import type { RosterFilter } from '../domain/roster.js';
import { type PlanEnrollmentActDto, type RosterExportQuery, rosterFilterOf } from './roster.dto.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readRosterExport({ ids, ...filter }: RosterExportQuery): RosterFilter {
  if (ids === undefined) return rosterFilterOf(filter);
  const enrollmentIds = ids.split(',');
  if (enrollmentIds.every((id) => UUID.test(id))) return { ...rosterFilterOf(filter), enrollmentIds };
  throw refused('ids', 'format', 'Name enrolments by their ids, with commas between them.');
}

/** Named places and a filter together would leave open which of them is meant; neither would mean everybody. */
export function readPlannedAct({ enrollmentIds, filter, ...wish }: PlanEnrollmentActDto): {
  act: WishedAct;
  filter: RosterFilter;
} {
  if ((enrollmentIds === undefined) === (filter === undefined)) {
    throw refused('enrollmentIds', 'either_or', 'Send either enrollmentIds or a filter; an empty filter means everybody.');
  }
  const { kind, dueAt, toOfferingId, subject, body = '', reason } = wish;
  const letter = subject === undefined ? null : { subject, body };
  const act = { kind, reason, toOfferingId: toOfferingId ?? null, letter, dueAt: dueAt === undefined ? null : new Date(dueAt) };
  return { act, filter: filter ? rosterFilterOf(filter) : { enrollmentIds } };
}

function refused(field: string, code: string, detail: string): Problem {
  return new Problem(invalidFields, { errors: [{ field, code, detail }] });
}
