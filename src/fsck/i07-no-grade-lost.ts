import { createHash } from 'node:crypto';
import type { Breach, Invariant } from './inspection.js';
import { pages, type Query } from './query.js';

/** Tables that are history: written once, never changed, whatever role asks. */
const HISTORY = [
  'event',
  'audit_link',
  'edition',
  'deadline_extension',
  'progress_fact',
  'course_completion',
  'edition_move',
  'attempt',
  'attempt_withdrawal',
  'assessment',
  'achievement',
  'credential_intent',
  'credential_revocation',
];

export const noGradeLost: Invariant = {
  id: 'I7',
  says: 'no grade and no submission is lost or overwritten, and nobody could',
  check: async ({ snapshot }) => {
    const [counts] = await snapshot<Record<string, number>>(
      `select (select count(*)::int from assessment) as assessments, (select count(*)::int from attempt) as attempts,
              (select count(*)::int from quiz_attempt) as "quizAttempts"`,
    );
    return {
      counts: counts ?? {},
      breaches: [
        ...(await numberingBreaches(snapshot)),
        ...(await historyBreaches(snapshot)),
        ...(await workBreaches(snapshot)),
        ...(await protectionBreaches(snapshot)),
      ],
    };
  },
};

async function numberingBreaches(query: Query): Promise<Breach[]> {
  const gaps = await query<{ subject: string; what: string; numbers: number[] }>(
    `select 'attempt ' || attempt_id as subject, 'versions of its verdict' as what, array_agg(version order by version) as numbers
       from assessment group by attempt_id having max(version) <> count(*) or min(version) <> 1
     union all
     select 'submission ' || submission_id, 'attempts', array_agg(number order by number)
       from attempt group by submission_id having max(number) <> count(*) or min(number) <> 1
     union all
     select 'enrollment ' || enrollment_id || ', quiz ' || activity_id, 'attempts', array_agg(number order by number)
       from quiz_attempt group by enrollment_id, activity_id having max(number) <> count(*) or min(number) <> 1`,
  );
  return gaps.map(({ subject, what, numbers }) => ({ subject, detail: `its ${what} are numbered ${numbers.join(', ')}` }));
}

/** What history tells of is there, and what is there history tells of. */
async function historyBreaches(query: Query): Promise<Breach[]> {
  return query<Breach>(
    `with told as materialized (
       select type, subject_id, particulars, occurred_at from event
        where type in ('assessment.passed', 'assessment.returned', 'assessment.failed', 'attempt.submitted')
     ), verdict as materialized (
       select (particulars ->> 'assessmentId')::uuid as id, substr(type, 12) as verdict from told where type like 'assessment.%'
     )
     select 'assessment ' || v.id as subject, 'was given (' || v.verdict || ') and is gone' as detail
       from verdict v where not exists (select from assessment a where a.id = v.id)
     union all
     select 'assessment ' || a.id, 'is ' || a.verdict || ', and history tells of ' || coalesce(v.verdict, 'nothing')
       from assessment a left join verdict v on v.id = a.id where a.final and v.verdict is distinct from a.verdict
     union all
     select 'attempt ' || t.subject_id, 'was handed in and is gone'
       from told t where t.type = 'attempt.submitted' and not exists (select from attempt a where a.id = t.subject_id)
     union all
     select 'attempt ' || a.id, 'is not the work that was handed in'
       from attempt a join told t on t.type = 'attempt.submitted' and t.subject_id = a.id
      where t.particulars ->> 'sha256' <> a.work_sha256`,
  );
}

interface Work {
  text: string;
  links: string[];
  files: { id: string; name: string; mediaType: string; bytes: number; sha256: string }[];
}

/** The receipt that a learner holds is the hash of the work that is there. */
async function workBreaches(query: Query): Promise<Breach[]> {
  const breaches: Breach[] = [];
  // Of who was erased, the receipt stays and the work is gone.
  const sql = `select id, work, work_sha256 as "workSha256" from attempt a
                where id > $1 and not exists (
                  select from erasure r where r.institution_id = a.institution_id and r.person_id = a.person_id
                                          and r.started_at >= a.submitted_at)
                order by id limit $2`;
  for await (const batch of pages<{ id: string; work: Work; workSha256: string }>(query, sql, 200)) {
    for (const { id, work, workSha256 } of batch) {
      if (receipt(work) !== workSha256)
        breaches.push({ subject: `attempt ${id}`, detail: 'its work was changed: the hash is another' });
    }
  }
  return breaches;
}

function receipt({ text, links, files }: Work): string {
  const listed = files.map(({ id, name, mediaType, bytes, sha256 }) => [id, name, mediaType, bytes, sha256]);
  return createHash('sha256')
    .update(JSON.stringify([text, links, listed]))
    .digest('hex');
}

/** `query` is asked as the role that the application connects as. */
async function protectionBreaches(query: Query): Promise<Breach[]> {
  const [role] = await query<{ name: string; unbound: boolean }>(
    `select rolname as name, rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`,
  );
  const unguarded = await query<Breach>(
    `select 'table ' || t.name as subject,
            case when c.relowner = (select oid from pg_roles where rolname = current_user) then 'the application owns it'
                 when not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'append_only' and g.tgenabled in ('O', 'A'))
                   then 'nothing keeps history from being changed: the trigger append_only is missing or disabled'
                 else 'the application may change or delete history' end as detail
       from unnest($1::text[]) as t(name) join pg_class c on c.oid = to_regclass(t.name)
      where has_table_privilege(c.oid, 'UPDATE') or has_table_privilege(c.oid, 'DELETE') or has_table_privilege(c.oid, 'TRUNCATE')
         or not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'append_only' and g.tgenabled in ('O', 'A'))`,
    [HISTORY],
  );
  const missing = await query<{ name: string }>(
    `select name from unnest($1::text[]) as t(name) where to_regclass(name) is null`,
    [HISTORY],
  );
  return [
    ...(role?.unbound ? [{ subject: `role ${role.name}`, detail: 'row-level security does not bind the application' }] : []),
    ...unguarded,
    ...missing.map(({ name }) => ({ subject: `table ${name}`, detail: 'is missing' })),
  ];
}
