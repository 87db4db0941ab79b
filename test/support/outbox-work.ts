import type { Riverside } from './worlds.js';

/** Does what the worker would do with work on many credentials that waits in the outbox. Answers of how many. */
export async function workOff(
  world: Riverside,
  job: 'make-vc-jwts' | 'tell-learners',
  act: (institutionId: string, credentialIds: string[]) => Promise<void>,
): Promise<number> {
  const waiting = await world.rows<{ id: string; institutionId: string; credentialIds: string[] }>(
    `select id, institution_id as "institutionId", payload -> 'credentialIds' as "credentialIds" from outbox
      where job = $1 and done_at is null order by created_at, id`,
    [job],
  );
  for (const { id, institutionId, credentialIds } of waiting) {
    await act(institutionId, credentialIds);
    await world.rows('update outbox set done_at = now() where id = $1', [id]);
  }
  return waiting.flatMap(({ credentialIds }) => credentialIds).length;
}
