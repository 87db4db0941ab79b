import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  attemptOf,
  give,
  grading,
  type GradingBody,
  handBack,
  handedIn,
  keep,
  note,
  take,
  takeNext,
  verdictEvents,
} from '../support/grading.js';
import { PASS, RETURN } from '../support/riverside-edition.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const MINUTE = 60_000;

let world: Riverside;
beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
});
afterAll(() => world.close());

describe('The grading queue', () => {
  it('shows what waits, longest first, with names, to staff and office, page by page', async () => {
    const offeringId = await world.offer(world.edition.id);
    const ids: string[] = [];
    for (const name of ['Amara', 'Jonas', 'Lea']) ids.push((await world.handIn(await world.ready(name, offeringId))).id);
    await take(world.ada, ids[0] ?? '');
    const path = `/api/v1/offerings/${offeringId}/grading-queue`;
    for (const { browser } of [world.ada, world.ines, world.olga]) {
      const { items } = (await browser.get(path)).json<{ items: { attemptId: string; learnerName: string; lease: object }[] }>();
      expect(items.map(({ attemptId }) => attemptId)).toEqual(ids);
      expect(items[0]).toMatchObject({ learnerName: 'Amara', awaits: 'first', lease: { assessorId: world.ada.personId } });
      expect(items[1]?.lease).toBe(null);
    }
    const first = (await world.ada.browser.get(`${path}?limit=2`)).json<{ items: object[]; next: string }>();
    const rest = (await world.ada.browser.get(`${path}?limit=2&cursor=${first.next}`)).json();
    expect([first.items.length, rest]).toMatchObject([2, { items: [{ attemptId: ids[2] }], next: null }]);
  });

  it('is not for learners, other offerings’ assessors or other institutions', async () => {
    const { amara } = await handedIn(world);
    const stranger = await world.member('Mira', ['assessor']);
    const nils = await world.member('Nils', ['assessor', 'office'], world.lakesideId);
    const path = `/api/v1/offerings/${world.offeringId}/grading-queue`;
    expect((await amara.browser.get(path)).status).toBe(403);
    for (const { browser } of [stranger, nils]) {
      expect((await browser.get(path)).status).toBe(404);
      expect((await browser.post(`${path}/next`)).status).toBe(404);
    }
  });

  it('never gives one attempt to two assessors, however many ask at once', async () => {
    const offeringId = await world.offer(world.edition.id);
    const assessors = [world.ada, world.ben];
    for (const name of ['Mira', 'Otto', 'Pia', 'Quinn']) {
      const more = await world.member(name, ['assessor']);
      await world.olga.browser.post(`/api/v1/offerings/${offeringId}/staff`, { personId: more.personId, role: 'assessor' });
      assessors.push(more);
    }
    const waiting = new Set<string>();
    for (let place = 0; place < 6; place++) waiting.add((await handedIn(world, offeringId)).id);
    const answers = await Promise.all(assessors.map((assessor) => takeNext(assessor, offeringId)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map(attemptOf))).toEqual(waiting);
    expect(answers[0]?.json<GradingBody>()).toMatchObject({ awaits: 'first', can: { assess: true } });
    const late = await world.member('Rosa', ['assessor']);
    await world.olga.browser.post(`/api/v1/offerings/${offeringId}/staff`, { personId: late.personId, role: 'assessor' });
    expect((await takeNext(late, offeringId)).json()).toMatchObject({ status: 404, code: 'assessment.nothing_to_grade' });
  });

  it('gives back what one holds already', async () => {
    const offeringId = await world.offer(world.edition.id);
    const { id } = await handedIn(world, offeringId);
    await handedIn(world, offeringId);
    expect([attemptOf(await takeNext(world.ada, offeringId)), attemptOf(await takeNext(world.ada, offeringId))]).toEqual([
      id,
      id,
    ]);
  });
});

describe('The work of an assessor', () => {
  it('is counted by offering, where it waits longest first, with who is at it', async () => {
    const mira = await world.member('Mira', ['assessor']);
    const [calm, busy] = [await world.offer(world.edition.id, { title: 'Calm' }), await world.offer(world.edition.id)];
    for (const id of [calm, busy])
      await world.olga.browser.post(`/api/v1/offerings/${id}/staff`, { personId: mira.personId, role: 'assessor' });
    const first = await handedIn(world, busy);
    await handedIn(world, busy);
    const third = await handedIn(world, busy);
    await take(world.ada, first.id);
    await world.assess(world.ben, third.id, PASS);
    const work = (await mira.browser.get('/api/v1/grading-work')).json<{ items: object[] }>();
    expect(work.items).toEqual([
      {
        offeringId: busy,
        title: 'Autumn run',
        waiting: 2,
        decided: 1,
        oldestAt: expect.any(String),
        claims: [{ assessorId: world.ada.personId, name: 'Ada', attempts: 1 }],
      },
      { offeringId: calm, title: 'Calm', waiting: 0, decided: 0, oldestAt: null, claims: [] },
    ]);
    expect((await first.amara.browser.get('/api/v1/grading-work')).status).toBe(403);
    const queue = `/api/v1/offerings/${busy}/grading-queue?state=decided`;
    expect((await mira.browser.get(queue)).json()).toMatchObject({
      items: [{ attemptId: third.id, verdict: 'passed', awaits: null, lease: null }],
      next: null,
    });
    expect((await grading(mira, third.id)).json()).toMatchObject({ can: { assess: false, correct: true } });
  });

  it('shows whose it is, what was asked for and written, and how often it may still be handed in', async () => {
    await world.handIn(await world.ready('Lea'), 'Visits *fell*.<script>alert(1)</script>');
    const queue = (await world.ada.browser.get(`/api/v1/offerings/${world.offeringId}/grading-queue?limit=100`)).json<{
      items: { attemptId: string; learnerName: string }[];
    }>();
    const lea = queue.items.find(({ learnerName }) => learnerName === 'Lea')?.attemptId ?? '';
    expect((await grading(world.ada, lea)).json()).toMatchObject({
      offeringId: world.offeringId,
      learnerName: 'Lea',
      textHtml: expect.stringMatching(/^<p>Visits <em>fell<\/em>\.(?!.*<script)/s),
      briefHtml: expect.stringContaining('<em>one page</em>'),
      attemptsLeft: 2,
      can: { assess: false, correct: false },
    });
  });
});

describe('A lease', () => {
  it('keeps others out, and lasts 15 minutes from the last sign of life', async () => {
    const { id } = await handedIn(world);
    await take(world.ada, id);
    expect((await take(world.ben, id)).json()).toMatchObject({ status: 409, code: 'assessment.lease_held' });
    world.clock.advance(14 * MINUTE);
    const kept = (await keep(world.ada, id)).json<{ expiresAt: string }>();
    expect(new Date(kept.expiresAt).getTime() - world.clock.now().getTime()).toBeGreaterThan(14 * MINUTE);
    world.clock.advance(14 * MINUTE);
    expect((await take(world.ben, id)).status).toBe(409);
    world.clock.advance(MINUTE + 1);
    expect((await take(world.ben, id)).json<GradingBody>()).toMatchObject({
      lease: { assessorId: world.ben.personId },
      can: { assess: true },
    });
  });

  it('that lapsed unnoticed is still one’s own while nobody took it', async () => {
    const { id } = await handedIn(world);
    await take(world.ada, id);
    world.clock.advance(60 * MINUTE);
    expect((await keep(world.ada, id)).status).toBe(200);
    world.clock.advance(60 * MINUTE);
    expect((await give(world.ada, id, PASS)).status).toBe(201);
  });

  it('that was lost keeps the notes and refuses everything else', async () => {
    const { id, amara } = await handedIn(world);
    await take(world.ada, id);
    expect((await note(world.ada, id, 0, 'Well argued')).json()).toMatchObject({ version: 1 });
    world.clock.advance(15 * MINUTE + 1);
    await take(world.ben, id);
    const lost = { status: 409, code: 'assessment.lease_lost', facts: { takenBy: world.ben.personId } };
    expect((await keep(world.ada, id)).json()).toMatchObject(lost);
    expect((await note(world.ada, id, 1, 'Well argued, but')).json()).toMatchObject(lost);
    expect((await give(world.ada, id, PASS)).json()).toMatchObject(lost);
    expect((await handBack(world.ada, id)).status).toBe(409);
    expect((await grading(world.ada, id)).json<GradingBody>()).toMatchObject({
      draft: { feedback: 'Well argued', version: 1 },
      can: { assess: false },
    });
    expect((await grading(world.ben, id)).json<GradingBody>()).toMatchObject({ draft: null, can: { assess: true } });
    expect(await verdictEvents(world, amara)).toEqual([]);
    expect((await give(world.ben, id, RETURN)).status).toBe(201);
  });

  it('handed back is free at once, and grading began when it was first taken', async () => {
    const { id, amara } = await handedIn(world);
    await take(world.ada, id);
    const startedAt = async () =>
      (await amara.browser.get(`/api/v1/attempts/${id}`)).json<{ gradingStartedAt: string }>().gradingStartedAt;
    const began = await startedAt();
    expect((await handBack(world.ada, id)).status).toBe(204);
    world.clock.advance(MINUTE);
    expect((await take(world.ben, id)).status).toBe(201);
    expect(await startedAt()).toBe(began);
  });

  it('is needed for a verdict and for notes', async () => {
    const { id } = await handedIn(world);
    for (const answer of [await give(world.ada, id, PASS), await note(world.ada, id, 0, '?'), await keep(world.ada, id)]) {
      expect(answer.json()).toMatchObject({ status: 409, code: 'assessment.lease_lost', facts: { takenBy: null } });
    }
  });
});

describe('An assessor’s notes', () => {
  it('are kept incomplete, by version, and shown to nobody else', async () => {
    const { id, amara } = await handedIn(world);
    await take(world.ada, id);
    expect((await note(world.ada, id, 0, 'Wel')).json()).toMatchObject({ version: 1 });
    expect((await note(world.ada, id, 1, 'Well')).json()).toMatchObject({ version: 2 });
    expect((await note(world.ada, id, 1, 'Other window')).json()).toMatchObject({ status: 412, facts: { currentVersion: 2 } });
    for (const reader of [amara, world.ben, world.olga]) {
      expect((await reader.browser.get(`/api/v1/attempts/${id}`)).text).not.toContain('Well');
    }
    expect((await grading(world.ben, id)).json<GradingBody>().draft).toBe(null);
  });

  it('hold a comment on a criterion that is not rated yet, which no verdict may', async () => {
    const { id } = await handedIn(world);
    await take(world.ada, id);
    const ratings = [{ criterionId: 'claim', ratingId: '', comment: 'Which board?' }];
    const path = `/api/v1/attempts/${id}/assessment-draft`;
    const saved = await world.ada.browser.put(path, { ratings, feedback: '' }, { 'if-match': '"v0"' });
    expect(saved.json()).toMatchObject({ ratings, version: 1 });
    expect((await give(world.ada, id, { ...PASS, ratings })).status).toBe(400);
  });
});
