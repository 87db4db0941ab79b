import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CarryOutAct } from '../../src/modules/enrollment/use-cases/acts/carry-out-act.js';
import type { Answer } from '../support/browser.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

interface Act {
  id: string;
  state: string;
  total: number;
  counts: Record<string, number>;
  undoableUntil: string | null;
  can: { confirm: boolean; undo: boolean };
}

const ACTS = '/api/v1/enrollment-acts';
const HOUR = 3_600_000;

describe('An act on many places', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const post = (path: string, body: object = {}): Promise<Answer> => world.olga.browser.post(path, body);
  const plan = async (wish: object): Promise<Act> => {
    const answer = await post(ACTS, { reason: 'The run is called off', ...wish });
    expect(answer.status).toBe(201);
    return answer.json<Act>();
  };
  const progress = async (id: string) => (await world.olga.browser.get(`${ACTS}/${id}`)).json<Act>();
  const work = (id: string) => world.get(CarryOutAct).run({ institutionId: world.institutionId }, id);
  const carryOut = async (id: string) => {
    expect((await post(`${ACTS}/${id}/confirmation`)).status).toBe(201);
    await work(id);
    return progress(id);
  };
  const undo = async (id: string) => {
    expect((await post(`${ACTS}/${id}/undoing`)).status).toBe(201);
    await work(id);
    return progress(id);
  };
  const reasons = async (id: string) =>
    (await world.olga.browser.get(`${ACTS}/${id}/rows`))
      .json<{ items: { personName: string; outcome: string; reason: string | null }[] }>()
      .items.map(({ personName, outcome, reason }) => `${personName} ${outcome} ${reason ?? ''}`.trim())
      .toSorted();
  const states = (offeringId: string) =>
    world.rows<{ name: string; state: string; dueAt: Date | null }>(
      `select p.name, e.state, e.project_due_at as "dueAt" from enrollment e join person p on p.id = e.person_id
        where e.offering_id = $1 order by e.created_at, e.id`,
      [offeringId],
    );
  const said = async (offeringId: string) => (await states(offeringId)).map(({ name, state }) => `${name} ${state}`);
  const somebody = async (name: string, offeringId: string): Promise<Learner> => {
    const learner = await world.enroll(await world.member(name, ['learner']), offeringId);
    world.clock.advance(1_000);
    return learner;
  };
  const run = async (names: string[], changes: object = {}): Promise<string> => {
    const offeringId = await world.offer(world.edition.id, { title: 'Called off', seats: 20, waitlist: true, ...changes });
    for (const name of names) await somebody(name, offeringId);
    return offeringId;
  };

  it('is shown before anything is done, with who stays as they are and why', async () => {
    const offeringId = await run(['Amara', 'Jonas', 'Lea']);
    await world.rows(
      `update enrollment set state = 'completed' where id = (select id from enrollment where offering_id = $1 limit 1)`,
      [offeringId],
    );
    const act = await plan({ kind: 'withdraw', filter: { offeringId } });
    expect(act).toMatchObject({
      state: 'planned',
      total: 3,
      counts: { waiting: 2, refused: 1 },
      can: { confirm: true, undo: false },
    });
    expect((await reasons(act.id)).filter((row) => row.endsWith('wrong_state'))).toHaveLength(1);
    expect((await said(offeringId)).filter((one) => one.endsWith('withdrawn'))).toEqual([]);
    await work(act.id);
    expect((await said(offeringId)).filter((one) => one.endsWith('withdrawn'))).toEqual([]);
  });

  it('withdraws all that a filter found, and nobody who came later, once', async () => {
    const offeringId = await run(['Amara', 'Jonas']);
    const { id } = await plan({ kind: 'withdraw', filter: { offeringId } });
    await somebody('Late', offeringId);
    expect(await carryOut(id)).toMatchObject({ state: 'finished', counts: { done: 2, waiting: 0 }, can: { undo: true } });
    expect(await said(offeringId)).toEqual(['Amara withdrawn', 'Jonas withdrawn', 'Late active']);
    const events = () =>
      world.rows(`select id from event where type = 'enrollment.withdrawn' and particulars ->> 'offeringId' = $1`, [offeringId]);
    expect(await events()).toHaveLength(2);
    await work(id);
    await carryOut(id);
    expect(await events()).toHaveLength(2);
  });

  it('leaves alone who was changed between the look and the act', async () => {
    const offeringId = await run(['Amara', 'Jonas']);
    const { id } = await plan({ kind: 'withdraw', filter: { offeringId } });
    await world.rows(
      `update enrollment set state = 'completed' where offering_id = $1 and person_id in (select id from person where name = 'Jonas')`,
      [offeringId],
    );
    expect((await carryOut(id)).counts).toMatchObject({ done: 1, refused: 1 });
    expect(await reasons(id)).toEqual(['Amara done', 'Jonas refused wrong_state']);
  });

  it('is undone within a day: each place is what it was, unless its seat is gone', async () => {
    const offeringId = await run(['Amara', 'Jonas', 'Lea'], { seats: 2 });
    const before = await states(offeringId);
    expect(before.map(({ state }) => state)).toEqual(['active', 'active', 'waitlisted']);
    const { id } = await plan({ kind: 'withdraw', filter: { offeringId } });
    await carryOut(id);
    expect(await undo(id)).toMatchObject({ state: 'undone', counts: { done: 0 } });
    // Who waited waits again: nobody moved up while the act went on.
    expect((await states(offeringId)).map(({ state }) => state)).toEqual(['active', 'active', 'waitlisted']);
    const again = await plan({ kind: 'withdraw', filter: { offeringId, q: 'amara' } });
    await carryOut(again.id);
    expect(await said(offeringId)).toEqual(['Amara withdrawn', 'Jonas active', 'Lea active']);
    expect(await undo(again.id)).toMatchObject({ counts: { undone: 0, kept: 1 } });
    expect(await reasons(again.id)).toEqual(['Amara kept no_seat']);
  });

  it('cannot be undone when the day is over, nor before it is done', async () => {
    const offeringId = await run(['Amara']);
    const { id } = await plan({ kind: 'withdraw', filter: { offeringId } });
    expect((await post(`${ACTS}/${id}/undoing`)).json()).toMatchObject({ code: 'enrollment.act_not_undoable' });
    const { undoableUntil } = await carryOut(id);
    expect(undoableUntil).not.toBeNull();
    world.clock.advance(24 * HOUR);
    await world.rows('update session set last_seen_at = $1', [world.clock.now()]);
    expect((await post(`${ACTS}/${id}/undoing`)).json()).toMatchObject({ code: 'enrollment.act_not_undoable' });
  });

  it('gives those who were chosen more time, by the rules that hold for one', async () => {
    const rule = { type: 'days-after-start', days: 10, timeZone: null };
    const offeringId = await run([], { projectDue: rule });
    const [amara, jonas] = [await somebody('Amara', offeringId), await somebody('Jonas', offeringId)];
    const due = (days: number) => new Date(world.clock.now().getTime() + days * 24 * HOUR).toISOString();
    const dueAt = due(20);
    const act = await plan({ kind: 'extend', dueAt, enrollmentIds: [amara.enrollmentId] });
    expect(await carryOut(act.id)).toMatchObject({ counts: { done: 1 }, can: { undo: false } });
    expect((await states(offeringId)).map((row) => row.dueAt?.toISOString() === dueAt)).toEqual([true, false]);
    const tooEarly = await plan({ kind: 'extend', dueAt: due(5), enrollmentIds: [jonas.enrollmentId] });
    await carryOut(tooEarly.id);
    expect(await reasons(tooEarly.id)).toEqual(['Jonas refused not_later']);
  });

  it('is refused where it says too little, or too much', async () => {
    const codes = async (wish: object) =>
      (await post(ACTS, { reason: 'x', ...wish })).json<{ code: string; errors?: { field: string }[] }>();
    expect(await codes({ kind: 'withdraw' })).toMatchObject({ errors: [{ field: 'enrollmentIds' }] });
    expect(await codes({ kind: 'extend', filter: {} })).toMatchObject({ errors: [{ field: 'dueAt' }] });
    expect(await codes({ kind: 'withdraw', filter: { q: 'nobody-of-this-name' } })).toMatchObject({
      code: 'enrollment.no_places',
    });
  });

  it('is the business of its institution’s office alone', async () => {
    const offeringId = await run(['Amara']);
    const { id } = await plan({ kind: 'withdraw', filter: { offeringId } });
    const lotte = await world.member('Lotte', ['office'], world.lakesideId);
    expect((await lotte.browser.get(`${ACTS}/${id}`)).status).toBe(404);
    expect((await lotte.browser.post(`${ACTS}/${id}/confirmation`, {})).status).toBe(404);
    const theirs = { kind: 'withdraw', reason: 'x', filter: { offeringId } };
    expect((await lotte.browser.post(ACTS, theirs)).json()).toMatchObject({ code: 'enrollment.no_places' });
    expect((await world.ines.browser.post(ACTS, theirs)).status).toBe(403);
  });
});
