import { type RosterFilter, type RosterKey, type RosterSort, wordsOf } from '../domain/roster.js';
import type { RiskMoments } from '../domain/learner-risk.js';
import { cell, moment } from './csv-cells.js';
import { amongAll, atRisk, heardSince, HERE, SIGNS } from './overview.sql.js';

/** Takes a value that a statement is told, and answers how it stands there. */
export type Tell = (value: string, type: string) => string;

/** A statement and its parameters. */
export interface Asked {
  text: string;
  values: string[];
}

/** The page, the count and the ids of one filter come from the same conditions. What a filter does not say has no condition. */
export function rosterPage(
  filter: RosterFilter,
  sort: RosterSort,
  moments: RiskMoments,
  after: RosterKey | null,
  limit: number,
): Asked {
  return asked((tell) => {
    const { condition, risky } = conditions(filter, moments, tell, { isPage: true });
    const { key, direction, type } = ORDERS[sort];
    const beyond = after
      ? `and (${key}, e.id) ${direction === 'asc' ? '>' : '<'} (${tell(after.value, type)}, ${tell(after.id, 'uuid')})`
      : '';
    // Sorted by name, names are walked in their order, and each leads to its places.
    const names =
      sort === 'name' ? `join member_word n on n.person_id = e.person_id and n.institution_id = ${HERE} and n.is_name` : '';
    return `
      with ${risky} page as materialized (
        select e.*, ${sort === 'name' ? 'n.word' : 'null'} as sort_name
          from enrollment e ${names}
         where e.institution_id = ${HERE} ${condition} ${beyond}
         order by ${key} ${direction}, e.id ${direction} limit ${tell(String(limit), 'bigint')}
      )
      select e.id as "enrollmentId", e.person_id as "personId", coalesce(p.name, '') as name, p.email, e.offering_id as "offeringId",
             o.title as offering, d.title as "microCredential", e.state, e.created_at as "createdAt", e.started_at as "startedAt",
             e.project_due_at as "projectDueAt", e.sort_name as "sortName", ${SIGNS}
        from page e join offering o on o.id = e.offering_id join edition d on d.id = e.edition_id left join person p on p.id = e.person_id
       order by ${sort === 'name' ? 'e.sort_name' : 'e.created_at'} ${direction}, e.id ${direction}`;
  });
}

/** How many there are, or one more than `most`. */
export function rosterCount(filter: RosterFilter, moments: RiskMoments, most: number): Asked {
  return asked((tell) => {
    const { condition, risky } = conditions(filter, moments, tell);
    const most1 = tell(String(most + 1), 'bigint');
    return `with ${risky} counted as (
        select from enrollment e where e.institution_id = ${HERE} ${condition} limit ${most1}
      ) select count(*)::int as count from counted`;
  });
}

/** Which ones, in no order, or one more than `most` of them. */
export function rosterIds(filter: RosterFilter, moments: RiskMoments, most: number): Asked {
  return asked((tell) => {
    const { condition, risky } = conditions(filter, moments, tell);
    return `with ${risky} found as (
        select e.id from enrollment e where e.institution_id = ${HERE} ${condition} limit ${tell(String(most + 1), 'bigint')}
      ) select id from found`;
  });
}

/** All of it as CSV with a header row, for COPY, newest place first. COPY takes no parameters: `tell` hands values over in settings. */
export function rosterCsv(filter: RosterFilter, moments: RiskMoments, tell: Tell): string {
  const { condition, risky } = conditions(filter, moments, tell);
  return `copy (
    with ${risky} chosen as (select e.* from enrollment e where e.institution_id = ${HERE} ${condition})
    select ${cell('p.name')} as "Name", ${cell('p.email')} as "Email", ${cell('d.title')} as "Micro-credential",
           ${cell('o.title')} as "Offering", e.state as "State", ${moment('e.created_at')} as "Enrolled at (UTC)",
           ${moment('e.started_at')} as "Started at (UTC)", ${moment('e.project_due_at')} as "Project due at (UTC)",
           ${moment('e.ended_at')} as "Ended at (UTC)", e.id as "Enrolment"
      from chosen e join offering o on o.id = e.offering_id join edition d on d.id = e.edition_id left join person p on p.id = e.person_id
     order by e.created_at desc, e.id desc
  ) to stdout with (format csv, header true, encoding 'UTF8')`;
}

const ORDERS: Readonly<Record<RosterSort, { key: string; direction: 'asc' | 'desc'; type: string }>> = {
  newest: { key: 'e.created_at', direction: 'desc', type: 'timestamptz' },
  oldest: { key: 'e.created_at', direction: 'asc', type: 'timestamptz' },
  name: { key: 'n.word', direction: 'asc', type: 'text' },
};

const LAST_LETTER = 'chr(1114111)';

/** `isPage`: a few of them will do. */
function conditions(
  filter: RosterFilter,
  moments: RiskMoments,
  tell: Tell,
  { isPage = false } = {},
): { condition: string; risky: string } {
  const { microCredentialId, offeringId, state, q, from, until, enrollmentIds } = filter;
  const all = [
    offeringId && `e.offering_id = ${tell(offeringId, 'uuid')}`,
    microCredentialId &&
      `e.edition_id in (select id from edition where micro_credential_id = ${tell(microCredentialId, 'uuid')})`,
    state && `e.state = ${tell(state, 'text')}`,
    from && `e.created_at >= ${tell(from.toISOString(), 'timestamptz')}`,
    until && `e.created_at < ${tell(until.toISOString(), 'timestamptz')}`,
    enrollmentIds && `e.id = any(${tell(`{${enrollmentIds.join()}}`, 'uuid[]')})`,
    ...wordsOf(q).map((word) => {
      const beginning = `lower(${tell(word, 'text')})`;
      return `e.person_id in (select w.person_id from member_word w where w.institution_id = ${HERE}
                and w.word >= ${beginning} and w.word < ${beginning} || ${LAST_LETTER})`;
    }),
  ];
  if (!filter.atRisk) return { condition: joined(all), risky: '' };
  const [activeSince, dueBefore] = [moments.activeSince, moments.dueBefore].map((at) => tell(at.toISOString(), 'timestamptz'));
  const running = 'exists (select from offering o where o.id = e.offering_id and o.cancelled_at is null)';
  const since = String(activeSince);
  const before = String(dueBefore);
  const judged = isPage ? { tables: heardSince(since), atRisk: atRisk(since, before) } : amongAll(since, before);
  return { condition: joined([...all, `e.state = 'active'`, running, judged.atRisk]), risky: `${judged.tables},` };
}

function joined(all: readonly (string | undefined)[]): string {
  return all.flatMap((one) => (one ? [`and ${one}`] : [])).join(' ');
}

function asked(write: (tell: Tell) => string): Asked {
  const values: string[] = [];
  const text = write((value, type) => `$${values.push(value)}::${type}`);
  return { text, values };
}
