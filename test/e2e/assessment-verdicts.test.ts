import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import {
  attemptOf,
  correct,
  give,
  grading,
  type GradingBody,
  handedIn,
  keep,
  marksOf,
  note,
  queuedBadges,
  take,
  takeNext,
  toPass,
  verdictEvents,
} from '../support/grading.js';
import type { Answer } from '../support/browser.js';
import { FAIL, mark, PASS, RETURN } from '../support/riverside-edition.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

let world: Riverside;
beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
});
afterAll(() => world.close());

describe('A verdict', () => {
  it('passes by the rubric, completes the place and queues the badge', async () => {
    const { id, amara } = await handedIn(world);
    await take(world.ada, id);
    const answer = await give(world.ada, id, PASS);
    expect(answer.status).toBe(201);
    const given = {
      verdict: 'passed',
      points: 8,
      maxPoints: 8,
      marker: 'first',
      final: true,
      feedback: PASS.feedback,
      version: 1,
    };
    expect(answer.json()).toMatchObject({ awaits: null, can: { assess: false }, attempt: { verdicts: [given] } });
    expect((await amara.browser.get(`/api/v1/attempts/${id}`)).json()).toMatchObject({
      verdicts: [{ ...given, ratings: PASS.ratings }],
    });
    expect((await amara.browser.get(amara.path)).json()).toMatchObject({ state: 'completed' });
    expect(await verdictEvents(world, amara)).toEqual([{ type: 'assessment.passed' }]);
    expect(await queuedBadges(world, amara)).toHaveLength(1);
  });

  it.each([
    ['with a criterion left out', { ...PASS, ratings: PASS.ratings.slice(1) }, 'criteria_missing'],
    [
      'with a rating of another rubric',
      { ...PASS, ratings: [...PASS.ratings, { criterionId: 'style', ratingId: 'fully', comment: '' }] },
      'ratings_unknown',
    ],
    [
      'with a rating that the criterion does not have',
      { ...PASS, ratings: [{ criterionId: 'claim', ratingId: 'superb', comment: '' }] },
      'ratings_unknown',
    ],
    ['that passes below the pass points', mark('passed', 'partly', 'partly'), 'points_below_pass'],
    ['that passes without what must be there', mark('passed', 'not', 'fully'), 'criteria_below_must_pass'],
    ['that fails what passes by the rubric', { ...PASS, verdict: 'failed' }, 'rubric_passes'],
    ['that returns work without a word', { ...RETURN, feedback: ' ' }, 'feedback_missing'],
  ])('%s is refused, and nothing is written', async (_, given, key) => {
    const { id, amara } = await handedIn(world);
    await take(world.ada, id);
    const refused = (await give(world.ada, id, given)).json<{ facts: { reasons: { key: string }[] } }>();
    expect(refused).toMatchObject({ status: 422, code: 'assessment.verdict_refused' });
    expect(refused.facts.reasons.map((reason) => reason.key)).toContain(key);
    expect([await marksOf(world, id), await verdictEvents(world, amara)]).toEqual([[], []]);
    expect((await grading(world.ada, id)).json<GradingBody>()).toMatchObject({ awaits: 'first', can: { assess: true } });
  });

  it('that names a criterion twice keeps its last rating, once', async () => {
    const { id } = await handedIn(world);
    await take(world.ada, id);
    const twice = [{ criterionId: 'claim', ratingId: 'not', comment: 'hm' }, ...PASS.ratings];
    expect((await give(world.ada, id, { ...PASS, ratings: twice })).json()).toMatchObject({
      attempt: { verdicts: [{ points: 8, ratings: PASS.ratings }] },
    });
  });

  it('is not the learner’s to give, nor an instructor’s, nor the office’s', async () => {
    const { id, amara } = await handedIn(world);
    for (const { browser } of [amara, world.ines, world.olga]) {
      expect((await browser.post(`/api/v1/attempts/${id}/lease`)).status).toBe(403);
      expect((await browser.post(`/api/v1/attempts/${id}/assessments`, PASS)).status).toBe(403);
    }
  });

  it('is not given by an assessor of another offering or institution, nor by one who was taken off', async () => {
    const { id } = await handedIn(world);
    const mira = await world.member('Mira', ['assessor']);
    const nils = await world.member('Nils', ['assessor'], world.lakesideId);
    for (const stranger of [mira, nils]) {
      const absent = { status: 404, code: 'request.not_found' };
      const answers = [
        await take(stranger, id),
        await give(stranger, id, PASS),
        await grading(stranger, id),
        await keep(stranger, id),
      ];
      for (const answer of [...answers, await take(stranger, newId())])
        expect(answer.json()).toMatchObject({ status: absent.status });
      expect((await correct(stranger, id, toPass(1))).status).toBe(404);
    }
    const staff = `/api/v1/offerings/${world.offeringId}/staff`;
    await world.olga.browser.post(staff, { personId: mira.personId, role: 'assessor' });
    expect((await take(mira, id)).status).toBe(201);
    await world.olga.browser.delete(`${staff}/${mira.personId}/assessor`);
    expect((await give(mira, id, PASS)).status).toBe(404);
    expect(await marksOf(world, id)).toEqual([]);
  });

  it('is never given on one’s own work, though one is learner and assessor', async () => {
    const mira = await world.member('Mira', ['learner', 'assessor']);
    await world.olga.browser.post(`/api/v1/offerings/${world.offeringId}/staff`, { personId: mira.personId, role: 'assessor' });
    const learner = await world.enroll(mira);
    await world.study(learner);
    const { id } = await world.handIn(learner);
    for (const answer of [await take(mira, id), await give(mira, id, PASS), await grading(mira, id)]) {
      expect(answer.json()).toMatchObject({ status: 403, code: 'assessment.own_work' });
    }
    const offered = await takeNext(mira, world.offeringId);
    if (offered.status === 201) expect(attemptOf(offered)).not.toBe(id);
  });

  it('is given once', async () => {
    const { id } = await handedIn(world);
    await take(world.ada, id);
    await give(world.ada, id, FAIL);
    for (const answer of [await give(world.ada, id, PASS), await take(world.ben, id), await note(world.ada, id, 0, '?')]) {
      expect(answer.json()).toMatchObject({ status: 409, code: 'assessment.already_decided' });
    }
    expect(await marksOf(world, id)).toHaveLength(1);
  });

  it('sent again with its Idempotency-Key answers the same, byte for byte, even after a correction', async () => {
    const { id } = await handedIn(world);
    await take(world.ada, id);
    const key = { 'idempotency-key': newId() };
    const [first, second] = await Promise.all([give(world.ada, id, PASS, key), give(world.ada, id, PASS, key)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    await correct(world.olga, id, toPass(1));
    expect((await give(world.ada, id, PASS, key)).text).toBe(first.text);
    expect((await give(world.ada, id, FAIL, key)).status).toBe(422);
    const [{ bytes } = { bytes: 0 }] = await world.rows<{ bytes: number }>(
      'select max(octet_length(result)) as bytes from idempotent_request where key = $1',
      [key['idempotency-key']],
    );
    expect(bytes).toBeLessThan(10_000);
  });

  it('given fifty times in parallel is one', async () => {
    const { id, amara } = await handedIn(world);
    await take(world.ada, id);
    // Where a machine is slow, some find no connection in time and are told to come again.
    const insist = async (): Promise<Answer> => {
      for (;;) {
        const answer = await give(world.ada, id, PASS);
        if (answer.status !== 503) return answer;
      }
    };
    const answers = await Promise.all(Array.from({ length: 50 }, insist));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(201), count(409)]).toEqual([1, 49]);
    expect([await marksOf(world, id), await verdictEvents(world, amara)]).toMatchObject([[{}], [{ type: 'assessment.passed' }]]);
  });
});
