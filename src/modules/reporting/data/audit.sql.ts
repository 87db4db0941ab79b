import { type AuditFilter, typesOf } from '../domain/audit.js';
import { cell } from './csv-cells.js';

/* As in completions.sql.ts: COPY takes no bind parameters, so the filter is handed over in settings of the transaction, to both alike. */
const SETTINGS = {
  beginnings: 'audit.beginnings',
  types: 'audit.types',
  except: 'audit.except',
  personId: 'audit.person_id',
  from: 'audit.from',
  until: 'audit.until',
} as const;

/** Hands the filter over; the values are the parameters. Runs before either of the queries, in their transaction. */
export function auditSettings({ kind, personId, from, until }: AuditFilter): { sql: string; values: string[] } {
  const { beginnings, types, except } = kind ? typesOf(kind) : { beginnings: [], types: [], except: [] };
  const given = [
    [SETTINGS.beginnings, beginnings.join(',')],
    [SETTINGS.types, types.join(',')],
    [SETTINGS.except, except.join(',')],
    [SETTINGS.personId, personId ?? ''],
    [SETTINGS.from, from?.toISOString() ?? ''],
    [SETTINGS.until, until?.toISOString() ?? ''],
  ] as const;
  const calls = given.map(([name], index) => `set_config('${name}', $${index + 1}, true)`);
  return { sql: `select ${calls.join(', ')}`, values: given.map(([, value]) => value) };
}

/** A page: newest first, `$1` events after the time `$2` and the id `$3`. Rows are `AuditEvent`s. */
export function auditPage(filter: AuditFilter): string {
  return `
    select e.id, e.type, e.occurred_at as "occurredAt", e.actor_id as "actorId", actor.name as "actorName", e.subject_type as "subjectType",
           e.subject_id as "subjectId", ${PERSON} as "personId", about.name as "personName", ${TITLE} as title, e.particulars
      from (select * from event e where ${conditions(filter)}
               and ($2::timestamptz is null or (e.occurred_at, e.id) < ($2, $3::uuid))
             order by e.occurred_at desc, e.id desc limit $1) e
      ${JOINS}
     order by e.occurred_at desc, e.id desc`;
}

/** The whole as CSV with a header row, for COPY. Texts that people wrote cannot become formulas of a spreadsheet. */
export function auditCsv(filter: AuditFilter): string {
  return `copy (
    select to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "When (UTC)", e.type as "Event",
           ${cell('actor.name')} as "Who", e.actor_id as "Who (id)", ${cell('about.name')} as "About whom", ${PERSON} as "About whom (id)",
           ${cell(TITLE)} as "About what", e.subject_type as "Subject", e.subject_id as "Subject (id)", e.particulars as "Particulars", e.id as "Id"
      from event e ${JOINS}
     where ${conditions(filter)}
     order by e.occurred_at desc, e.id desc
  ) to stdout with (format csv, header true, encoding 'UTF8')`;
}

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const IN_PARTICULARS = `case when e.particulars ->> 'personId' ~ '${UUID}' then (e.particulars ->> 'personId')::uuid end`;
const PERSON = `case e.subject_type when 'person' then e.subject_id else coalesce(n.person_id, c.person_id, a.person_id, ${IN_PARTICULARS}) end`;
const TITLE = 'coalesce(o.title, d.title, m.title, k.title)';

const JOINS = `
  left join person actor on actor.id = e.actor_id
  left join enrollment n on e.subject_type = 'enrollment' and n.id = e.subject_id
  left join credential c on e.subject_type = 'credential' and c.id = e.subject_id
  left join attempt a on e.subject_type = 'attempt' and a.id = e.subject_id
  left join person about on about.id = ${PERSON}
  left join offering o on o.id = coalesce(n.offering_id, a.offering_id, case when e.subject_type = 'offering' then e.subject_id end)
  left join edition d on d.id = coalesce(c.edition_id, case when e.subject_type = 'edition' then e.subject_id end)
  left join micro_credential m on e.subject_type = 'micro_credential' and m.id = e.subject_id
  left join course k on e.subject_type = 'course' and k.id = e.subject_id`;

function conditions({ kind, personId, from, until }: AuditFilter): string {
  return [
    'e.institution_id = cairn_institution()',
    kind === undefined ? '' : OF_KIND,
    personId === undefined ? '' : `e.id in (${EVENTS_OF_PERSON})`,
    from === undefined ? '' : `e.occurred_at >= current_setting('${SETTINGS.from}')::timestamptz`,
    until === undefined ? '' : `e.occurred_at < current_setting('${SETTINGS.until}')::timestamptz`,
  ]
    .filter(Boolean)
    .join(' and ');
}

const list = (setting: string) => `string_to_array(current_setting('${setting}'), ',')`;
const OF_KIND = `(e.type = any(${list(SETTINGS.types)})
  or (split_part(e.type, '.', 1) = any(${list(SETTINGS.beginnings)}) and e.type <> all(${list(SETTINGS.except)})))`;

// One index for each way in which an event can be of somebody; as conditions joined by `or` they would be one scan of all events.
const WHO = `current_setting('${SETTINGS.personId}')::uuid`;
const ofThings = (type: string, table: string) =>
  `select v.id from ${table} t join event v on v.subject_type = '${type}' and v.subject_id = t.id where t.person_id = ${WHO}`;
const EVENTS_OF_PERSON = [
  `select v.id from event v where v.actor_id = ${WHO}`,
  `select v.id from event v where v.subject_type = 'person' and v.subject_id = ${WHO}`,
  ofThings('enrollment', 'enrollment'),
  ofThings('credential', 'credential'),
  `select v.id from enrollment t join attempt h on h.enrollment_id = t.id
     join event v on v.subject_type = 'attempt' and v.subject_id = h.id where t.person_id = ${WHO}`,
].join(' union ');
