import { newToken } from '../../src/platform/ids.js';
import { withClient } from './database.js';
import { addManyCompletions } from './many-completions.js';
import type { Riverside } from './worlds.js';

/** Where the row of neighbours begins. */
const FIRST_PLACE = 10_000;

/**
 * Gives many new learners a badge each, by rows alone, in places of the status list that are neighbours. Their bytes are a copy of
 * the badge that is there already: nothing that reads them has to verify.
 */
export async function addManyCredentials(world: Riverside, like: { id: string }, count: number): Promise<string[]> {
  const { institutionId, offeringId, edition, ada, database } = world;
  await addManyCompletions(database.superuserUrl, {
    institutionId,
    offeringId,
    editionId: edition.id,
    assessorId: ada.personId,
    count,
  });
  return withClient(database.superuserUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `with place as (
         -- The places that are taken already are left out of the row of neighbours.
         select status_list_id, array_agg(status_index) as taken from credential_intent
          where status_list_id = (select i.status_list_id from credential_intent i where i.id = $1) group by 1
       ), award as (
         select gen_random_uuid() as id, e.id as enrollment_id, e.person_id, a.id as assessment_id, row_number() over () as number
           from enrollment e join assessment a on a.enrollment_id = e.id
          where not exists (select from credential_intent i where i.person_id = e.person_id) and e.offering_id = $2 limit $3
       ), free as (
         select index, row_number() over (order by index) as number
           from generate_series($5::int, 100000) as index, place where not index = any(taken)
       ), intent as (
         insert into credential_intent (id, institution_id, enrollment_id, person_id, edition_id, achievement_id, assessment_id, version,
                public_id, document, document_sha256, proof_created, signing_key_id, status_list_id, status_index, supersedes_id, created_at)
         select award.id, i.institution_id, award.enrollment_id, award.person_id, i.edition_id, i.achievement_id, award.assessment_id, 1,
                $4 || award.number, i.document, i.document_sha256, i.proof_created, i.signing_key_id, i.status_list_id, free.index, null,
                i.created_at
           from award join free using (number), credential_intent i where i.id = $1 returning *
       ), counted as (
         -- The list gives out its places in an order of its own, which knows nothing of these: it gives out no more.
         update status_list set next_position = size where id = (select status_list_id from place)
       )
       insert into credential (id, institution_id, public_id, enrollment_id, person_id, edition_id, state, signed, signed_sha256, issued_at)
       select n.id, n.institution_id, n.public_id, n.enrollment_id, n.person_id, n.edition_id, 'issued', c.signed, c.signed_sha256, c.issued_at
         from intent n, credential c where c.id = $1 returning id`,
      [like.id, offeringId, count, newToken(64), FIRST_PLACE],
    );
    await client.query('analyze');
    if (rows.length !== count) throw new Error(`${rows.length} of ${count} credentials were added`);
    return rows.map(({ id }) => id);
  });
}
