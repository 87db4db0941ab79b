import { addManyCompletions } from './many-completions.js';
import { withClient } from './database.js';
import type { PublishedEdition, Riverside } from './worlds.js';

export interface ManyPass {
  enrollmentId: string;
  assessmentId: string;
  personId: string;
}

/** So many learners of a new offering of the edition who completed everything and whom Ada passed. No job is queued for them. */
export async function addManyPasses(
  world: Riverside,
  count: number,
  edition: PublishedEdition = world.edition,
): Promise<ManyPass[]> {
  const { institutionId, ada } = world;
  const offeringId = await world.offer(edition.id);
  const { superuserUrl } = world.database;
  const from = world.clock.now();
  await addManyCompletions(superuserUrl, {
    institutionId,
    offeringId,
    editionId: edition.id,
    assessorId: ada.personId,
    count,
    from,
  });
  return withClient(superuserUrl, async (client) => {
    await client.query(
      `insert into activity_progress (institution_id, enrollment_id, activity_id, value, completed_at, waived, updated_at)
       select $1, e.id, activity.id, 1, now(), false, now() from enrollment e, unnest($2::uuid[]) as activity (id) where e.offering_id = $3`,
      [institutionId, edition.activityIds, offeringId],
    );
    const { rows } = await client.query<ManyPass>(
      `select a.enrollment_id as "enrollmentId", a.id as "assessmentId", e.person_id as "personId"
         from assessment a join enrollment e on e.id = a.enrollment_id where e.offering_id = $1 order by a.decided_at`,
      [offeringId],
    );
    return rows;
  });
}

/** What issuing writes for these passes, as counts. */
export async function tallyOf(world: Riverside, passes: readonly ManyPass[]) {
  const [tally] = await world.rows<Record<string, number>>(
    `with ours as (select c.*, i.status_list_id, i.status_index from credential c join credential_intent i using (id)
                    where c.enrollment_id = any($1::uuid[]))
     select (select count(*)::int from credential_intent where enrollment_id = any($1::uuid[])) as intents,
            (select count(*)::int from ours) as credentials,
            (select count(distinct person_id)::int from ours) as learners,
            (select count(distinct (status_list_id, status_index))::int from ours) as places,
            (select count(*)::int from event e join ours on e.subject_id = ours.id where e.type = 'credential.issued') as events,
            (select count(*)::int from outbox o cross join jsonb_array_elements_text(o.payload -> 'credentialIds') as named (id)
               join ours on ours.id = named.id::uuid where o.job = 'tell-learners') as tellings`,
    [passes.map(({ enrollmentId }) => enrollmentId)],
  );
  return tally;
}

/** What learners were told of these passes' badges, as counts. */
export async function toldOf(world: Riverside, passes: readonly ManyPass[]) {
  const [told] = await world.rows<{ notices: number; mails: number; mailsQueued: number }>(
    `with ours as (select * from credential where enrollment_id = any($1::uuid[]))
     select (select count(*)::int from notice n join ours on n.dedupe_key = 'badge:' || ours.id) as notices,
            (select count(*)::int from mail_message m join ours on m.dedupe_key = 'credential-issued:' || ours.id) as mails,
            (select count(*)::int from outbox o join mail_message m on o.payload ->> 'mailId' = m.id::text
               join ours on m.dedupe_key = 'credential-issued:' || ours.id) as "mailsQueued"`,
    [passes.map(({ enrollmentId }) => enrollmentId)],
  );
  return told;
}

/** What `tallyOf` says when each of them has exactly one of everything. */
export function oneEach(count: number) {
  return {
    intents: count,
    credentials: count,
    learners: count,
    places: count,
    events: count,
    tellings: count,
  };
}

/** Changes with every row that issuing writes or changes, whoever it is for. */
export async function fingerprint(world: Riverside): Promise<string | undefined> {
  const tables = [
    'credential',
    'credential_intent',
    'event',
    'mail_message',
    'outbox',
    'status_list',
    'achievement',
    'signing_key',
  ];
  const [row] = await world.rows<{ print: string }>(
    `select md5(concat(${tables.map((table) => `(select string_agg(md5(t::text), '' order by id) from ${table} t)`).join(', ')})) as print`,
  );
  return row?.print;
}
