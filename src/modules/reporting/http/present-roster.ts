import type { Page } from '../../../platform/http/paging.js';
import type { JudgedRosterRow, RosterSort } from '../domain/roster.js';
import { rosterCursor } from '../use-cases/roster-cursor.js';
import { presentGroupedLearner } from './present-overview.js';
import type { RosterRowView } from './roster.dto.js';

/** `rows`: one more than `limit` where there are more. */
export function presentRosterPage(rows: readonly JudgedRosterRow[], limit: number, sort: RosterSort): Page<RosterRowView> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      ...presentGroupedLearner(row),
      microCredential: row.microCredential,
      createdAt: row.createdAt.toISOString(),
    })),
    next: rows.length > limit && last ? rosterCursor(last, sort) : null,
  };
}
