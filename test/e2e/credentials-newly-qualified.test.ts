import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { awaitBadge, badgesOf, passed } from '../support/badges.js';
import { decided } from '../support/grading.js';
import {
  awaitAwards,
  confirmAwards,
  passingWith,
  publishNext,
  qualified,
  type RequalificationBody,
} from '../support/looser-editions.js';
import { mark } from '../support/riverside-edition.js';
import { judged } from '../support/status.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

const NEARLY = mark('failed', 'partly', 'partly', 'Two points short.');
const FAR = mark('failed', 'not', 'not', 'Start again.');

describe('An edition that asks for less', () => {
  let world: Riverside;
  let amara: Learner;
  let jonas: Learner;
  let nora: Learner;
  let next: string;

  beforeAll(async () => {
    world = await startRiverside();
    amara = (await decided(world, NEARLY)).amara;
    jonas = (await decided(world, FAR)).amara;
    nora = await passed(world);
    await awaitBadge(world, nora);
    next = await publishNext(world, world.edition, passingWith(4));
  });
  afterAll(() => world.close());

  it('lists who qualifies now, what they had, and which rule holds', async () => {
    const { items, total, next: more } = await qualified(world.olga, next);
    expect({ total, more }).toEqual({ total: 1, more: null });
    expect(items).toEqual([
      expect.objectContaining({
        enrollmentId: amara.enrollmentId,
        personId: amara.personId,
        personName: 'Amara',
        editionNumber: 1,
        grade: expect.objectContaining({ verdict: 'failed', points: 4 }),
        byRule: { points: 4, maxPoints: 8 },
        qualifies: true,
        reasons: [{ key: 'pass_points', words: 'The work has 4 points: 4 pass now, and 6 were needed.' }],
      }),
    ]);
  });

  it('says who does not, and why', async () => {
    const { items, total } = await qualified(world.olga, next, '?who=others');
    expect(total).toBe(1);
    const reasons = new Map(items.map(({ enrollmentId, reasons: some }) => [enrollmentId, some.map(({ key }) => key)]));
    expect(reasons.get(jonas.enrollmentId)).toEqual(['points_below_pass']);
    expect(reasons.get(nora.enrollmentId)).toEqual(['has_credential', 'due_by_own_edition']);
    expect(reasons.has(amara.enrollmentId)).toBe(false);
    const first = await qualified(world.olga, next, '?who=others&limit=1');
    const second = await qualified(world.olga, next, `?who=others&limit=1&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ enrollmentId }) => enrollmentId)).toEqual(
      [jonas.enrollmentId, nora.enrollmentId].toSorted(),
    );
  });

  it('is no matter of learners, teachers or another institution, and nobody is awarded by what they did not look at', async () => {
    const { version } = await qualified(world.olga, next);
    for (const { browser } of [amara, world.ines, world.ada]) {
      expect((await browser.get(`/api/v1/editions/${next}/newly-qualified`)).status).toBe(403);
      expect((await browser.post(`/api/v1/editions/${next}/newly-qualified/awards`, { version, reason: 'Please.' })).status).toBe(
        403,
      );
    }
    const nils = await world.member('Nils', ['office'], world.lakesideId);
    expect((await nils.browser.get(`/api/v1/editions/${next}/newly-qualified`)).status).toBe(404);
    expect((await confirmAwards(nils, next, { version })).status).toBe(404);
    expect((await confirmAwards(world.olga, next, { version: 'another' })).json()).toMatchObject({
      status: 409,
      code: 'credentials.qualified_list_changed',
      facts: { currentVersion: version },
    });
    expect((await confirmAwards(world.olga, next, { version, enrollmentIds: [jonas.enrollmentId] })).json()).toMatchObject({
      status: 422,
      code: 'credentials.nobody_qualifies',
    });
    expect((await confirmAwards(world.olga, next, { version, reason: '' })).status).toBe(400);
  });

  it('awards them after confirmation: a badge that verifies elsewhere, and a verdict that says by whose word', async () => {
    const { version } = await qualified(world.olga, next);
    const key = { 'idempotency-key': 'award-once' };
    const first = await confirmAwards(world.olga, next, { version }, key);
    expect(first.status).toBe(201);
    const { id } = first.json<RequalificationBody>();
    expect((await confirmAwards(world.olga, next, { version }, key)).json()).toMatchObject({ id });
    expect(await awaitAwards(world.olga, id)).toMatchObject({ total: 1, counts: { waiting: 0, awarded: 1, changed: 0 } });

    const badge = await awaitBadge(world, amara);
    expect(await judged(world, badge.signed)).toEqual({ verified: true });
    expect((await amara.browser.post('/verify', JSON.parse(badge.signed) as object)).json()).toMatchObject({ verified: true });
    expect(badge.signed).toContain(`/achievements/${next}`);

    const place = (await amara.browser.get(amara.path)).json();
    expect(place).toMatchObject({ state: 'completed', editionId: next });
    const { attempts } = (await amara.browser.get(`${amara.path}/project`)).json<{ attempts: { verdicts: object[] }[] }>();
    expect(attempts[0]?.verdicts).toMatchObject([
      { version: 1, marker: 'first', verdict: 'failed', points: 4, correctionReason: null },
      { version: 2, marker: 'requalification', verdict: 'passed', points: 4, correctionReason: 'The bar was too high.' },
    ]);
  });

  it('lists nobody twice, and keeps what was confirmed', async () => {
    expect(await qualified(world.olga, next)).toMatchObject({
      edition: { title: expect.any(String), number: 2 },
      items: [],
      total: 0,
    });
    const list = await world.olga.browser.get(`/api/v1/editions/${next}/newly-qualified/awards`);
    const [one] = list.json<{ items: RequalificationBody[] }>().items;
    expect(one).toMatchObject({ state: 'finished', reason: 'The bar was too high.', confirmedBy: world.olga.personId });
    expect((await world.olga.browser.get(`/api/v1/requalifications/${one?.id}/rows`)).json()).toMatchObject({
      items: [{ enrollmentId: amara.enrollmentId, personName: 'Amara', outcome: 'awarded', reasons: [{ key: 'pass_points' }] }],
    });
    expect(await badgesOf(world, jonas)).toEqual([]);
  });
});
