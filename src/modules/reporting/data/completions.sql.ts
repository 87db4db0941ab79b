import type { CompletionFilter } from '../domain/completion.js';
import { cell, moment } from './csv-cells.js';

/*
 * COPY takes no bind parameters, so the filter is handed over in settings of the transaction, to both ways of reading alike.
 * What a filter does not say has no condition either: `setting is null or column = setting` would keep indexes from being used.
 */
const SETTINGS = { offeringId: 'report.offering_id', from: 'report.from', until: 'report.until' } as const;
const PUBLIC_URL = 'report.public_url';

/** Hands the filter over; the values are the parameters. Runs before either of the queries, in their transaction. */
export function filterSettings(filter: CompletionFilter, publicUrl: string): { sql: string; values: string[] } {
  const given = [
    [PUBLIC_URL, publicUrl],
    [SETTINGS.offeringId, filter.offeringId ?? ''],
    [SETTINGS.from, filter.from?.toISOString() ?? ''],
    [SETTINGS.until, filter.until?.toISOString() ?? ''],
  ] as const;
  const calls = given.map(([name], index) => `set_config('${name}', $${index + 1}, true)`);
  return { sql: `select ${calls.join(', ')}`, values: given.map(([, value]) => value) };
}

/** A page: newest first, `$1` rows after the completion time `$2` and the enrolment `$3`. Rows are `Completion`s. */
export function completionsPage(filter: CompletionFilter): string {
  return `
    select e.id as "enrollmentId", e.person_id as "personId", coalesce(p.name, '') as name, p.email,
           d.title as "microCredential", d.id as "editionId", d.number as "editionNumber", o.id as "offeringId", o.title as offering,
           e.ended_at as "completedAt", v.decided_at as "verdictAt", ${workload('hours')} as hours, ${workload('ects')} as ects,
           ${workload('ceu')} as ceu, c.id as "credentialId", ${CREDENTIAL_URL} as "credentialUrl", c.state as "credentialState",
           ${WITHOUT_CREDENTIAL} as "withoutCredential"
      ${completions(filter)}
       and ($2::timestamptz is null or (e.ended_at, e.id) < ($2, $3::uuid))
     ${ORDER} limit $1`;
}

/** The whole as CSV with a header row, for COPY. Texts that people wrote cannot become formulas of a spreadsheet. */
export function completionsCsv(filter: CompletionFilter): string {
  return `copy (
    select ${cell('p.name')} as "Name", ${cell('p.email')} as "Email", ${cell('d.title')} as "Micro-credential",
           d.number as "Edition", ${cell('o.title')} as "Offering", ${moment('e.ended_at')} as "Completed at (UTC)",
           ${moment('v.decided_at')} as "Verdict at (UTC)", ${workload('hours')} as "Hours", ${workload('ects')} as "ECTS",
           ${workload('ceu')} as "CEU", c.id as "Credential", c.state as "Credential state", ${CREDENTIAL_URL} as "Credential address",
           ${WITHOUT_CREDENTIAL} as "Without credential because", e.id as "Enrolment"
      ${completions(filter)}
     ${ORDER}
  ) to stdout with (format csv, header true, encoding 'UTF8')`;
}

const ORDER = 'order by e.ended_at desc, e.id desc';

const CREDENTIAL_URL = `current_setting('${PUBLIC_URL}') || '/credentials/' || c.public_id`;

const WITHOUT_CREDENTIAL = `case when c.id is null then coalesce(w.reason, case when j.dead_at is null then 'issuing' else 'set-aside' end) end`;

// `domain/completion.ts` says in words what is joined here.
function completions(filter: CompletionFilter): string {
  return `
      from enrollment e
      join offering o on o.id = e.offering_id
      join edition d on d.id = e.edition_id
      join lateral (
        select a.id, a.decided_at from assessment a
         where a.enrollment_id = e.id and a.final and a.verdict = 'passed'
           and not exists (select from assessment later where later.attempt_id = a.attempt_id and later.final and later.version > a.version)
         order by a.decided_at desc, a.id desc limit 1
      ) v on true
      left join person p on p.id = e.person_id
      left join lateral (
        select c.id, c.public_id, c.state from credential_intent i join credential c on c.id = i.id
         where i.person_id = e.person_id and i.edition_id = e.edition_id
         order by c.state in ('issued', 'suspended') desc, c.issued_at desc limit 1
      ) c on true
      left join lateral (
        select w.particulars ->> 'reason' as reason from event w
         where c.id is null and w.subject_type = 'enrollment' and w.subject_id = e.id and w.type = 'credential.withheld'
           and w.particulars ->> 'assessmentId' = v.id::text
         order by w.occurred_at desc, w.id desc limit 1
      ) w on true
      left join outbox j on c.id is null and j.dedupe_key = 'issue-credential:' || v.id
     where e.institution_id = cairn_institution() and e.state = 'completed' ${conditions(filter)}`;
}

function conditions(filter: CompletionFilter): string {
  const { offeringId, from, until } = SETTINGS;
  return [
    filter.offeringId === undefined ? '' : `and e.offering_id = current_setting('${offeringId}')::uuid`,
    filter.from === undefined ? '' : `and e.ended_at >= current_setting('${from}')::timestamptz`,
    filter.until === undefined ? '' : `and e.ended_at < current_setting('${until}')::timestamptz`,
  ].join(' ');
}

function workload(unit: 'hours' | 'ects' | 'ceu'): string {
  return `(d.card -> 'workload' ->> '${unit}')::float8`;
}
