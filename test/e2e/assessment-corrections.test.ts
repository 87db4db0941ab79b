import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { correct, decided, handedIn, marksOf, queuedBadges, toPass, verdictEvents } from '../support/grading.js';
import { FAIL, PASS, RETURN } from '../support/riverside-edition.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

let world: Riverside;
beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
});
afterAll(() => world.close());

describe('A correction', () => {
  it('by the office makes a fail a pass, keeps the history and queues the badge', async () => {
    const { amara, id } = await decided(world, FAIL);
    expect(await queuedBadges(world, amara)).toEqual([]);
    const answer = await correct(world.olga, id, toPass(1));
    expect(answer.status).toBe(201);
    const verdicts = [
      { version: 1, marker: 'first', verdict: 'failed', points: 0, correctionReason: null },
      { version: 2, marker: 'correction', verdict: 'passed', points: 8, correctionReason: 'The appendix was overlooked.' },
    ];
    expect(answer.json()).toMatchObject({ verdicts });
    expect((await amara.browser.get(`/api/v1/attempts/${id}`)).json()).toMatchObject({ verdicts });
    expect(await queuedBadges(world, amara)).toHaveLength(1);
    expect((await amara.browser.get(amara.path)).json()).toMatchObject({ state: 'completed' });
    expect(await verdictEvents(world, amara)).toEqual([{ type: 'assessment.failed' }, { type: 'assessment.passed' }]);
  });

  it('by an assessor makes a fail a return, and the learner may hand in again', async () => {
    const { amara, id } = await decided(world, FAIL);
    expect((await correct(world.ben, id, { ...toPass(1), ...RETURN })).status).toBe(201);
    expect(await world.handIn(amara)).toMatchObject({ number: 2 });
  });

  it('of a pass to a return opens the enrolment again, and the next pass completes it once more', async () => {
    const { amara, id } = await decided(world, PASS);
    expect((await correct(world.olga, id, { ...toPass(1), ...RETURN })).status).toBe(201);
    expect((await amara.browser.get(amara.path)).json()).toMatchObject({ state: 'active', endedAt: null });
    const second = await world.handIn(amara);
    expect(second).toMatchObject({ number: 2 });
    await world.assess(world.ada, second.id, PASS);
    expect((await amara.browser.get(amara.path)).json()).toMatchObject({ state: 'completed' });
  });

  it('of an earlier attempt leaves the enrolment to the pass that stands', async () => {
    const { amara, id } = await decided(world, RETURN);
    const second = await world.handIn(amara);
    await world.assess(world.ada, second.id, PASS);
    expect((await correct(world.olga, id, { ...toPass(1), ...PASS })).status).toBe(201);
    expect((await correct(world.ben, id, { ...toPass(2), ...RETURN })).status).toBe(201);
    expect((await amara.browser.get(amara.path)).json()).toMatchObject({ state: 'completed' });
  });

  it('needs a reason, a change, and the version that was seen', async () => {
    const { id } = await decided(world, FAIL);
    expect((await correct(world.olga, id, { ...toPass(1), reason: '' })).status).toBe(400);
    expect((await correct(world.olga, id, { ...toPass(1), reason: '  ' })).json()).toMatchObject({
      status: 422,
      facts: { reasons: [{ key: 'reason_missing' }] },
    });
    expect((await correct(world.olga, id, { ...toPass(1), ...FAIL })).json()).toMatchObject({
      status: 422,
      facts: { reasons: [{ key: 'nothing_changed' }] },
    });
    expect((await correct(world.olga, id, { ...toPass(1), ratings: FAIL.ratings })).json()).toMatchObject({
      code: 'assessment.verdict_refused',
    });
    const answers = await Promise.all([correct(world.olga, id, toPass(1)), correct(world.ada, id, toPass(1))]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
    expect((await correct(world.olga, id, toPass(1))).json()).toMatchObject({ facts: { currentVersion: 2 } });
    expect(await marksOf(world, id)).toHaveLength(2);
  });

  it('is not for learners, instructors or the undecided', async () => {
    const { amara, id } = await decided(world, FAIL);
    for (const who of [amara, world.ines]) expect((await correct(who, id, toPass(1))).status).toBe(403);
    const undecided = await handedIn(world);
    expect((await correct(world.olga, undecided.id, toPass(1))).json()).toMatchObject({
      code: 'assessment.correction_refused',
      detail: 'There is no verdict to correct yet.',
    });
    const olaf = await world.member('Olaf', ['learner', 'office']);
    const own = await world.enroll(olaf);
    await world.study(own);
    const attempt = await world.handIn(own);
    await world.assess(world.ada, attempt.id, FAIL);
    expect((await correct(olaf, attempt.id, toPass(1))).json()).toMatchObject({ status: 403, code: 'assessment.own_work' });
  });
});
