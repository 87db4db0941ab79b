import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CarryOutAct } from '../../src/modules/enrollment/use-cases/acts/carry-out-act.js';
import type { Answer } from '../support/browser.js';
import { RETURN } from '../support/riverside-edition.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

interface Act {
  id: string;
  state: string;
  toOffering: string | null;
  counts: Record<string, number>;
  can: { confirm: boolean; undo: boolean };
}

const ACTS = '/api/v1/enrollment-acts';
const DAY = 86_400_000;

describe('Moving many places to another offering', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const post = (path: string, body: object = {}): Promise<Answer> => world.olga.browser.post(path, body);
  const plan = async (wish: object): Promise<Act> => {
    const answer = await post(ACTS, { kind: 'transfer', reason: 'The run is called off', ...wish });
    expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
    return answer.json<Act>();
  };
  const work = async (id: string, order: 'confirmation' | 'undoing'): Promise<Act> => {
    expect((await post(`${ACTS}/${id}/${order}`)).status).toBe(201);
    await world.get(CarryOutAct).run({ institutionId: world.institutionId }, id);
    return (await world.olga.browser.get(`${ACTS}/${id}`)).json<Act>();
  };
  const reasons = async (id: string) =>
    (await world.olga.browser.get(`${ACTS}/${id}/rows`))
      .json<{ items: { personName: string; outcome: string; reason: string | null }[] }>()
      .items.map(({ personName, outcome, reason }) => `${personName} ${outcome} ${reason ?? ''}`.trim())
      .toSorted();
  const somebody = async (name: string, offeringId: string): Promise<Learner> => {
    const learner = await world.enroll(await world.member(name, ['learner']), offeringId);
    world.clock.advance(1_000);
    return learner;
  };
  const run = (changes: object = {}) => world.offer(world.edition.id, { title: 'Autumn', seats: 20, waitlist: true, ...changes });
  const inside = async (offeringId: string) =>
    (
      await world.rows<{ name: string; state: string }>(
        `select p.name, e.state from enrollment e join person p on p.id = e.person_id
          where e.offering_id = $1 and e.state <> 'withdrawn' order by e.created_at, e.id`,
        [offeringId],
      )
    ).map(({ name, state }) => `${name} ${state}`);
  const place = async (id: string) => {
    const [row] = await world.rows<{ offeringId: string; startedAt: Date; dueAt: Date | null }>(
      `select offering_id as "offeringId", started_at as "startedAt", project_due_at as "dueAt" from enrollment where id = $1`,
      [id],
    );
    if (!row) throw new Error('The place is gone');
    return row;
  };

  it('takes along what they did, and counts their time anew where it begins later', async () => {
    const projectDue = { type: 'days-after-start', days: 10, timeZone: null };
    const [autumn, soon] = [await run({ projectDue }), world.clock.now().getTime() + 30 * DAY];
    const spring = await run({ title: 'Spring', projectDue, startsAt: new Date(soon).toISOString() });
    const amara = await somebody('Amara', autumn);
    await world.study(amara);
    const before = await place(amara.enrollmentId);
    const act = await plan({ toOfferingId: spring, filter: { offeringId: autumn } });
    expect(act).toMatchObject({ state: 'planned', toOffering: 'Spring', counts: { waiting: 1 } });
    expect(await work(act.id, 'confirmation')).toMatchObject({ state: 'finished', counts: { done: 1 }, can: { undo: true } });
    const after = await place(amara.enrollmentId);
    expect(after).toMatchObject({ offeringId: spring, startedAt: new Date(soon), dueAt: new Date(soon + 10 * DAY) });
    expect(after.dueAt).not.toEqual(before.dueAt);
    const [progress] = await world.rows<{ count: number }>(
      'select count(*)::int as count from activity_progress where enrollment_id = $1',
      [amara.enrollmentId],
    );
    expect(progress?.count).toBe(2);
    expect(await work(act.id, 'undoing')).toMatchObject({ state: 'undone', counts: { undone: 1 } });
    expect(await place(amara.enrollmentId)).toEqual(before);
  });

  it('tells them where they are now, there and back, by mail and in Cairn', async () => {
    const [autumn, spring] = [await run(), await run({ title: 'Spring' })];
    const lea = await somebody('Lea', autumn);
    const { id } = await plan({ toOfferingId: spring, enrollmentIds: [lea.enrollmentId] });
    await work(id, 'confirmation');
    await world.get(CarryOutAct).run({ institutionId: world.institutionId }, id);
    const mails = () =>
      world.rows<{ subject: string }>(
        `select subject from mail_message where recipient = $1 and dedupe_key like 'notice:%' order by created_at, id`,
        [lea.email],
      );
    expect(await mails()).toEqual([{ subject: 'You are now in “Spring”' }]);
    const told = (await lea.browser.get('/api/v1/me/notices')).json<{ items: { kind: string; offering: string }[] }>();
    expect(told.items).toMatchObject([{ kind: 'place_moved', offering: 'Spring' }]);
    await work(id, 'undoing');
    expect((await mails()).map(({ subject }) => subject)).toEqual(['You are now in “Spring”', 'You are now in “Autumn”']);
    const events = await world.rows(`select id from event where type = 'enrollment.transferred' and subject_id = $1`, [
      lea.enrollmentId,
    ]);
    expect(events).toHaveLength(2);
  });

  it('fills no seat twice: who came first goes first, and who waits there is not overtaken', async () => {
    const [autumn, spring] = [await run(), await run({ title: 'Spring', seats: 2 })];
    for (const name of ['Amara', 'Jonas', 'Lea']) await somebody(name, autumn);
    await somebody('Mehmet', spring);
    const act = await plan({ toOfferingId: spring, filter: { offeringId: autumn } });
    expect(await reasons(act.id)).toEqual(['Amara waiting', 'Jonas refused no_seat', 'Lea refused no_seat']);
    // Somebody was faster.
    await somebody('Noor', spring);
    await work(act.id, 'confirmation');
    expect(await reasons(act.id)).toEqual(['Amara refused no_seat', 'Jonas refused no_seat', 'Lea refused no_seat']);
    expect(await inside(spring)).toEqual(['Mehmet active', 'Noor active']);
  });

  it('gives the seats that are left to those who wait, and a seat to who waited and goes', async () => {
    const [autumn, spring] = [await run({ seats: 1 }), await run({ title: 'Spring' })];
    const amara = await somebody('Amara', autumn);
    const jonas = await somebody('Jonas', autumn);
    await somebody('Lea', autumn);
    const ids = [amara.enrollmentId, jonas.enrollmentId];
    const { id } = await plan({ toOfferingId: spring, enrollmentIds: ids });
    await work(id, 'confirmation');
    expect(await inside(spring)).toEqual(['Amara active', 'Jonas active']);
    expect(await inside(autumn)).toEqual(['Lea active']);
    // Lea keeps the seat; who waited waits again.
    await work(id, 'undoing');
    expect(await reasons(id)).toEqual(['Amara kept no_seat', 'Jonas undone']);
    expect(await inside(autumn)).toEqual(['Jonas waitlisted', 'Lea active']);
  });

  it('leaves alone whose work waits for an assessor, and goes on where it was judged', async () => {
    const [autumn, spring] = [await run(), await run({ title: 'Spring' })];
    const lea = await world.ready('Lea', autumn);
    const { id: attemptId } = await world.handIn(lea);
    const refused = await plan({ toOfferingId: spring, enrollmentIds: [lea.enrollmentId] });
    expect(await reasons(refused.id)).toEqual(['Lea refused work_waits']);
    expect((await post(`${ACTS}/${refused.id}/confirmation`)).json()).toMatchObject({ code: 'enrollment.act_changes_nothing' });
    expect((await world.assess(world.ada, attemptId, RETURN)).status).toBe(201);
    const { id } = await plan({ toOfferingId: spring, enrollmentIds: [lea.enrollmentId] });
    await work(id, 'confirmation');
    const again = await world.handIn(lea, 'Visits fell because the bus stopped running in May.');
    const [attempt] = await world.rows<{ offeringId: string }>('select offering_id as "offeringId" from attempt where id = $1', [
      again.id,
    ]);
    expect(attempt?.offeringId).toBe(spring);
    // What was handed in there would be left without an assessor.
    await work(id, 'undoing');
    expect(await reasons(id)).toEqual(['Lea kept changed_since']);
  });

  it('says why others stay: they are there, they have a place there, or it is another edition', async () => {
    const [autumn, spring] = [await run(), await run({ title: 'Spring' })];
    const other = await world.publish();
    const elsewhere = await somebody('Jonas', await world.offer(other.id));
    const twice = await world.member('Mehmet', ['learner']);
    const there = await world.enroll(twice, spring);
    const here = await world.enroll(twice, autumn);
    const enrollmentIds = [elsewhere, there, here].map(({ enrollmentId }) => enrollmentId);
    const { id } = await plan({ toOfferingId: spring, enrollmentIds });
    expect(await reasons(id)).toEqual([
      'Jonas refused other_edition',
      'Mehmet refused place_there',
      'Mehmet refused same_offering',
    ]);
  });

  it('goes only where an offering goes on, and says so at the field', async () => {
    const [autumn, spring] = [await run(), await run({ title: 'Spring' })];
    await somebody('Amara', autumn);
    const filter = { offeringId: autumn };
    const refused = async (wish: object) => (await post(ACTS, { kind: 'transfer', reason: 'x', filter, ...wish })).json();
    expect(await refused({})).toMatchObject({ errors: [{ field: 'toOfferingId' }] });
    expect(await refused({ kind: 'withdraw', toOfferingId: spring })).toMatchObject({ errors: [{ field: 'toOfferingId' }] });
    expect(await refused({ toOfferingId: world.olga.personId })).toMatchObject({ errors: [{ field: 'toOfferingId' }] });
    await post(`/api/v1/offerings/${spring}/cancellation`);
    expect(await refused({ toOfferingId: spring })).toMatchObject({ errors: [{ field: 'toOfferingId' }] });
  });

  it('never waits for itself: two acts between the same two offerings', async () => {
    const [autumn, spring] = [await run(), await run({ title: 'Spring' })];
    for (const name of ['Amara', 'Jonas', 'Lea']) await somebody(name, autumn);
    for (const name of ['Mehmet', 'Noor', 'Sol']) await somebody(name, spring);
    const there = await plan({ toOfferingId: spring, filter: { offeringId: autumn } });
    const back = await plan({ toOfferingId: autumn, filter: { offeringId: spring } });
    await Promise.all([work(there.id, 'confirmation'), work(back.id, 'confirmation')]);
    expect(await inside(spring)).toEqual(['Amara active', 'Jonas active', 'Lea active']);
    expect(await inside(autumn)).toEqual(['Mehmet active', 'Noor active', 'Sol active']);
  });
});
