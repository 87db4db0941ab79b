import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClaimAttempt } from '../../src/modules/assessment/use-cases/claim-attempt.js';
import { GiveVerdict } from '../../src/modules/assessment/use-cases/give-verdict.js';
import { WithdrawAttempt } from '../../src/modules/assessment/use-cases/withdraw-attempt.js';
import { refusal } from '../support/catalog.js';
import { PASS } from '../support/riverside-edition.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

describe('A long grading queue', () => {
  let world: Riverside;
  const claim = () => world.get(ClaimAttempt);
  const waiting = () => world.rows<{ id: string }>('select id from attempt order by submitted_at, id');

  /** A hundred and twenty attempts, a second apart. */
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    await world.handIn(await world.ready('Amara'));
    await world.rows(
      `insert into attempt select gen_random_uuid(), institution_id, submission_id, enrollment_id, offering_id, person_id, number + n,
                                  work, work_sha256, submitted_at + make_interval(secs => n), due_at, lateness
         from attempt, generate_series(1, 119) n`,
    );
  });
  afterAll(() => world.close());

  it('is seen to its end: what others hold in front of it hides nothing', async () => {
    const ids = await waiting();
    const held = ids.slice(0, 115).map(({ id }) => id);
    await world.rows(`insert into grading_lease select id, institution_id, 'first', $2, $3, $4 from attempt where id = any($1)`, [
      held,
      world.ben.personId,
      world.clock.now(),
      new Date(world.clock.now().getTime() + 900_000),
    ]);
    const { record } = await claim().takeNext(world.ada.actor, world.offeringId);
    expect(record.attempt.id).toBe(ids[115]?.id);
    await world.rows('delete from grading_lease');
  });

  it('is shared out without doubles when twenty ask at the same time', async () => {
    const assessors = [world.ada, world.ben];
    for (let number = 0; number < 18; number++) {
      const mira = await world.member('Mira', ['assessor']);
      await world.olga.browser.post(`/api/v1/offerings/${world.offeringId}/staff`, { personId: mira.personId, role: 'assessor' });
      assessors.push(mira);
    }
    const cases = await Promise.all(assessors.map(({ actor }) => claim().takeNext(actor, world.offeringId)));
    expect(new Set(cases.map(({ record }) => record.attempt.id)).size).toBe(20);
    expect(await world.rows('select from grading_lease')).toHaveLength(20);
    await world.rows('delete from grading_lease');
  });

  it('lets one thing happen to an attempt at a time: taken, taken back and judged at once', async () => {
    for (const { id } of (await waiting()).slice(100, 106)) {
      const [learner] = await world.rows<{ person_id: string }>('select person_id from attempt where id = $1', [id]);
      const amara = {
        personId: learner?.person_id ?? '',
        institutionId: world.institutionId,
        roles: new Set(['learner' as const]),
      };
      const code = async (act: Promise<unknown>) =>
        act.then(
          () => 'done',
          async () => (await refusal(act)).code,
        );
      const judge = async () => {
        await claim().take(world.ada.actor, id);
        return world.get(GiveVerdict).run(world.ada.actor, id, { ...PASS, verdict: 'passed' });
      };
      const [judged, withdrawn] = await Promise.all([code(judge()), code(world.get(WithdrawAttempt).run(amara, id))]);
      expect(['done assessment.withdrawal_refused', 'request.not_found done']).toContain(`${judged} ${withdrawn}`);
    }
  });
});
