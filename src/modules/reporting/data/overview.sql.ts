import type { LearnerGroup, MomentGroup, OverviewFilter } from '../domain/overview.js';
import { monthAfter } from '../domain/overview.js';

/*
 * What is counted and what is listed come from the same conditions, so that the list behind a number is as long as the number says.
 * A filter that says nothing has no condition: `$1 is null or column = $1` would keep indexes from being used.
 */

/** The institution that asks: asked for once, and not for each row. */
export const HERE = '(select cairn_institution())';

const NOT_WITHDRAWN = 'not exists (select from attempt_withdrawal w where w.attempt_id = a.id)';

/** The enrolments of each group with the moment that counts. One row for an enrolment. */
const MOMENTS: Readonly<Record<MomentGroup, string>> = {
  // Who only waited, or was only invited, never started.
  enrolled: `select e.id as enrollment_id, e.offering_id, e.created_at as at from enrollment e where e.started_at is not null`,
  // Asked of a table of hashes: joined with what is nearly empty, the planner looked through it for each attempt.
  submitted: `select a.enrollment_id, a.offering_id, min(a.submitted_at) as at from attempt a
               where (a.id in (select w.attempt_id from attempt_withdrawal w)) is not true
               group by a.enrollment_id, a.offering_id`,
  // As in the report of completions: a pass that was corrected away does not count.
  passed: `select e.id, e.offering_id, e.ended_at from enrollment e
            where e.state = 'completed' and exists (
              select from assessment v where v.enrollment_id = e.id and v.final and v.verdict = 'passed'
                 and not exists (select from assessment later where later.attempt_id = v.attempt_id and later.final and later.version > v.version))`,
  issued: `select c.enrollment_id, e.offering_id, min(c.issued_at) from credential c join enrollment e on e.id = c.enrollment_id
            where c.state in ('issued', 'suspended') group by c.enrollment_id, e.offering_id`,
};

/** Who did something at `since` or later. Facts are found by a BRIN index: they are written in the order of their time. */
export function heardSince(since: string): string {
  return `
  recent as materialized (
    select f.enrollment_id from progress_fact f where f.recorded_at >= ${since} and f.kind <> 'waived'
    union select r.enrollment_id from resume_position r where r.updated_at >= ${since}
    union select s.enrollment_id from submission s where s.updated_at >= ${since}
  )`;
}

const RECENT = heardSince('$1');

// `is true` keeps the planner from joining with what it cannot estimate: it asks a table of hashes instead.
const HEARD_LATELY = '((e.id in (select r.enrollment_id from recent r)) is true)';

const HANDED_IN = `exists (
    select from attempt a where a.enrollment_id = e.id and ${NOT_WITHDRAWN}
       and coalesce((select s.verdict from assessment s where s.attempt_id = a.id and s.final order by s.version desc limit 1), 'passed') = 'passed')`;

/** Everybody to whom `HANDED_IN` applies. Where all are judged, one look through the attempts costs far less than one for each of them. */
const ALL_HANDED_IN = `
  handed_in as materialized (
    select a.enrollment_id from attempt a
     where (a.id in (select w.attempt_id from attempt_withdrawal w)) is not true
       and (a.id in (
         select s.attempt_id from assessment s
          where s.final and s.verdict <> 'passed'
            and not exists (select from assessment later where later.attempt_id = s.attempt_id and later.final and later.version > s.version)
       )) is not true
  )`;

/** `domain/learner-risk.ts` says it in words, with these moments of it. Beside `heardSince`. */
export function atRisk(activeSince: string, dueBefore: string, handedIn = HANDED_IN): string {
  return `(
    (e.project_due_at < ${dueBefore} or (not ${HEARD_LATELY} and e.started_at < ${activeSince})) and not ${handedIn})`;
}

/** As `heardSince` and `atRisk`, to judge all of them and not the few of a page. */
export function amongAll(activeSince: string, dueBefore: string): { tables: string; atRisk: string } {
  const handedIn = '((e.id in (select h.enrollment_id from handed_in h)) is true)';
  return { tables: `${heardSince(activeSince)}, ${ALL_HANDED_IN}`, atRisk: atRisk(activeSince, dueBefore, handedIn) };
}

const AT_RISK = atRisk('$1', '$2');

/** What a learner's risk is judged by, of the enrolment `e`. */
export const SIGNS = `
           greatest(
             (select max(a.updated_at) from activity_progress a where a.enrollment_id = e.id and not a.waived),
             (select r.updated_at from resume_position r where r.enrollment_id = e.id),
             (select s.updated_at from submission s where s.enrollment_id = e.id)
           ) as "lastActiveAt",
           ${HANDED_IN} as "isHandedIn"`;

/** Offerings with how many of their learners are active and at risk now, newest first; `$1` and `$2` are the `RiskMoments`. */
export function offeringStandings(filter: OverviewFilter): Asked {
  const asked = new Parameters(2);
  const where = asked.ofOffering(filter);
  const only = filter.offeringId === undefined ? '' : `and e.offering_id = ${asked.add(filter.offeringId)}::uuid`;
  const all = amongAll('$1', '$2');
  return asked.with(`
    with ${all.tables}, standing as (
      select e.offering_id, count(*) filter (where ${HEARD_LATELY})::int as active, count(*) filter (where ${all.atRisk})::int as at_risk
        from enrollment e
       where e.institution_id = ${HERE} and e.state = 'active' ${only}
       group by e.offering_id
    )
    select o.id as "offeringId", o.title, d.title as "microCredential", o.starts_at as "startsAt", o.cancelled_at is not null as cancelled,
           case when o.cancelled_at is null then coalesce(n.active, 0) else 0 end as active,
           case when o.cancelled_at is null then coalesce(n.at_risk, 0) else 0 end as "atRisk"
      from offering o join edition d on d.id = o.edition_id left join standing n on n.offering_id = o.id
     where o.institution_id = ${HERE} ${where}
     order by o.starts_at desc, o.id desc`);
}

/**
 * What happened, by offering and month of the institution’s time zone. Months are found among their beginnings, so that the zone is asked
 * about once for a month and not once for each moment. Counted before they are joined: what is left are some numbers for each offering.
 */
export function monthCounts(filter: OverviewFilter): Asked {
  const asked = new Parameters(0);
  const where = asked.ofOffering(filter);
  const union = Object.values(MOMENTS).map(
    (sql, place) => `select ${place} as kind, g.* from (${sql}) g (enrollment_id, offering_id, at)`,
  );
  const counts = Object.keys(MOMENTS).map(
    (group, place) => `coalesce(sum(n.number) filter (where n.kind = ${place}), 0)::int as ${group}`,
  );
  return asked.with(`
    with zone as materialized (
      select i.time_zone as name, array_agg(m at time zone i.time_zone order by m) as starts
        from institution i, generate_series(timestamp '2000-01-01', localtimestamp + interval '2 months', interval '1 month') m
       where i.id = ${HERE} group by i.time_zone
    ), span as materialized (${asked.bounds(filter)})
    select n.offering_id as "offeringId", to_char(z.starts[n.month] at time zone z.name, 'YYYY-MM') as month, ${counts.join(', ')}
      from (
        select m.kind, m.offering_id, width_bucket(m.at, (select z.starts from zone z)) as month, count(*) as number
          from (${union.join(' union all ')}) m
         where true ${inTime(filter)}
         group by 1, 2, 3
      ) n join offering o on o.id = n.offering_id join edition d on d.id = o.edition_id cross join zone z
     where o.institution_id = ${HERE} ${where} and n.month > 0
     group by n.offering_id, n.month, z.starts, z.name`);
}

/** A page of a group: newest place first. `$1` and `$2` are the `RiskMoments`. Rows are `GroupedLearner`s. */
export function groupedLearners(
  group: LearnerGroup,
  filter: OverviewFilter,
  after: { at: Date; id: string } | null,
  limit: number,
): Asked {
  const asked = new Parameters(2);
  const ofOffering = asked.ofOffering(filter);
  const cursor = after ? `and (e.created_at, e.id) < (${asked.add(after.at)}::timestamptz, ${asked.add(after.id)}::uuid)` : '';
  const most = asked.add(limit);
  return asked.with(`
    with ${RECENT}, zone as materialized (select i.time_zone as name from institution i where i.id = ${HERE}),
    span as materialized (${asked.bounds(filter)}), page as materialized (
      select e.*, o.title as offering
        from enrollment e join offering o on o.id = e.offering_id join edition d on d.id = o.edition_id ${members(group, filter)}
       where e.institution_id = ${HERE} ${ofOffering} ${cursor}
         ${standing(group)}
       order by e.created_at desc, e.id desc limit ${most}
    )
    select e.id as "enrollmentId", e.person_id as "personId", coalesce(p.name, '') as name, p.email, e.offering_id as "offeringId",
           e.offering, e.state, e.created_at as "createdAt", e.started_at as "startedAt", e.project_due_at as "projectDueAt",
           ${SIGNS}
      from page e left join person p on p.id = e.person_id, (select $1::timestamptz, $2::timestamptz) moments
     order by e.created_at desc, e.id desc`);
}

function members(group: LearnerGroup, filter: OverviewFilter): string {
  if (group === 'active' || group === 'at-risk') return '';
  return `join (select g.* from (${MOMENTS[group]}) g (enrollment_id, offering_id, at)) m on m.enrollment_id = e.id
          ${inTime(filter)}`;
}

/** Of the moment `m.at`, beside the table `span`. */
function inTime({ from, until }: OverviewFilter): string {
  return [
    from === undefined ? '' : 'and m.at >= (select t.begins from span t)',
    until === undefined ? '' : 'and m.at < (select t.ends from span t)',
  ].join(' ');
}

function standing(group: LearnerGroup): string {
  const now = `and e.state = 'active' and o.cancelled_at is null`;
  if (group === 'active') return `${now} and ${HEARD_LATELY}`;
  return group === 'at-risk' ? `${now} and ${AT_RISK}` : '';
}

/** A statement with the parameters that follow those its caller gives. */
export interface Asked {
  text: string;
  values: unknown[];
}

class Parameters {
  private readonly values: unknown[] = [];

  /** `before`: how many the caller gives. */
  constructor(private readonly before: number) {}

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.before + this.values.length}`;
  }

  ofOffering({ offeringId, microCredentialId }: OverviewFilter): string {
    return [
      offeringId === undefined ? '' : `and o.id = ${this.add(offeringId)}::uuid`,
      microCredentialId === undefined ? '' : `and d.micro_credential_id = ${this.add(microCredentialId)}::uuid`,
    ].join(' ');
  }

  /** When the months begin and end, by the clock of the table `zone`. */
  bounds({ from, until }: OverviewFilter): string {
    const begins = from === undefined ? 'null' : `${this.add(`${from}-01`)}::timestamp at time zone z.name`;
    const ends = until === undefined ? 'null' : `${this.add(`${monthAfter(until)}-01`)}::timestamp at time zone z.name`;
    return `select ${begins} as begins, ${ends} as ends from zone z`;
  }

  with(text: string): Asked {
    return { text, values: this.values };
  }
}
