import { withClient } from './database.js';

export interface ManyPlaces {
  institutionId: string;
  offeringId: string;
  editionId: string;
  count: number;
}

/** Puts people into an offering by rows alone, a minute after each other. Every tenth has left; names repeat from a hundred and from ten. */
export async function addManyPlaces(
  superuserUrl: string,
  { institutionId, offeringId, editionId, count }: ManyPlaces,
): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await client.query('begin');
    await client.query(
      `create temporary table many on commit drop as
         select number, gen_random_uuid() as person_id, timestamptz '2026-01-01' + make_interval(mins => number) as at
           from generate_series(1, ${count}) as number;
       insert into person (id, email, name, operator, locale, time_zone, created_at)
         select person_id, 'many.' || number || '@riverside.example', 'Given' || number % 100 || ' Family' || number % 10 || ' ' || number,
                false, 'en', 'UTC', at from many`,
    );
    await client.query(
      'insert into membership (id, institution_id, person_id, created_at) select gen_random_uuid(), $1, person_id, at from many',
      [institutionId],
    );
    await client.query(
      `insert into enrollment (id, institution_id, offering_id, edition_id, person_id, state, created_at, started_at, ended_at, version)
         select gen_random_uuid(), $1, $2, $3, person_id, case when number % 10 = 0 then 'withdrawn' else 'active' end, at, at,
                case when number % 10 = 0 then at end, 1 from many`,
      [institutionId, offeringId, editionId],
    );
    await client.query('commit');
    await client.query('analyze person, membership, member_word, enrollment');
  });
}
