import { withClient } from './database.js';

export interface ManyCompletions {
  institutionId: string;
  offeringId: string;
  editionId: string;
  assessorId: string;
  count: number;
  /** The first one passed a minute after; the others follow each other by the minute. */
  from?: Date;
  /** SQL of each person's name, from `number`. */
  name?: string;
}

/** Puts people into an offering who have all passed, by rows alone: nothing is issued. */
export async function addManyCompletions(superuserUrl: string, wish: ManyCompletions): Promise<void> {
  const { institutionId, offeringId, editionId, assessorId, count, name = `'Learner ' || number` } = wish;
  const from = (wish.from ?? new Date('2026-01-01T00:00:00Z')).toISOString();
  await withClient(superuserUrl, async (client) => {
    await client.query('begin');
    await client.query(
      `create temporary table many on commit drop as
         select number, gen_random_uuid() as person_id, gen_random_uuid() as enrollment_id, gen_random_uuid() as submission_id,
                gen_random_uuid() as attempt_id, timestamptz '${from}' + make_interval(mins => number) as at
           from generate_series(1, ${count}) as number;
       insert into person (id, email, name, operator, locale, time_zone, created_at)
         select person_id, 'many.' || person_id || '@riverside.example', ${name}, false, 'en', 'UTC', at from many`,
    );
    const insert = (sql: string, ...parameters: string[]) => client.query(sql, parameters);
    await insert(
      `insert into membership (id, institution_id, person_id, created_at) select gen_random_uuid(), $1, person_id, at from many`,
      institutionId,
    );
    await insert(
      `insert into enrollment (id, institution_id, offering_id, edition_id, person_id, state, created_at, started_at, ended_at, version)
         select enrollment_id, $1, $2, $3, person_id, 'completed', at, at, at, 2 from many`,
      institutionId,
      offeringId,
      editionId,
    );
    await insert(
      `insert into submission (id, institution_id, enrollment_id, draft, revision, created_at, updated_at)
         select submission_id, $1, enrollment_id, '{}', 1, at, at from many`,
      institutionId,
    );
    await insert(
      `insert into attempt (id, institution_id, submission_id, enrollment_id, offering_id, person_id, number, work, work_sha256,
                            submitted_at, lateness)
         select attempt_id, $1, submission_id, enrollment_id, $2, person_id, 1, '{}', '', at, '{}' from many`,
      institutionId,
      offeringId,
    );
    await insert(
      `insert into assessment (id, institution_id, attempt_id, enrollment_id, version, marker, final, verdict, points, max_points,
                               ratings, feedback, assessor_id, decided_at)
         select gen_random_uuid(), $1, attempt_id, enrollment_id, 1, 'first', true, 'passed', 8, 8, '[]', '', $2, at from many`,
      institutionId,
      assessorId,
    );
    await client.query('commit');
    await client.query('analyze');
  });
}
