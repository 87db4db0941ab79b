import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import type { Answer } from '../support/browser.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 24 * 60 * 60 * 1_000;

interface OfferingBody {
  id: string;
  title: string;
  seats: number | null;
  cancelledAt: string | null;
  version: number;
  can: { enroll: boolean; manage: boolean };
}

interface PlacesBody {
  items: { personId: string; personName: string; state: string }[];
}

interface StaffBody {
  items: { personId: string; name: string; role: string }[];
}

const fieldsOf = (answer: Answer) => (answer.json<{ errors?: { field: string }[] }>().errors ?? []).map(({ field }) => field);

describe('Offerings', () => {
  let world: Riverside;
  let amara: Member;
  let lars: Member;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    amara = await world.member('Amara', ['learner']);
    lars = await world.member('Lars', ['office', 'learner', 'instructor'], world.lakesideId);
  });
  afterAll(() => world.close());

  const day = (days: number) => new Date(world.clock.now().getTime() + days * DAY).toISOString();
  const wish = (changes: object = {}) => ({
    editionId: world.edition.id,
    title: 'Spring run',
    startsAt: day(10),
    endsAt: day(100),
    enrollFrom: day(-1),
    enrollUntil: day(20),
    seats: 30,
    waitlist: true,
    openEnrollment: true,
    priceLabel: '€ 120',
    projectDue: { type: 'days-after-start', days: 60, timeZone: 'Europe/Vienna' },
    latePolicy: { graceMinutes: 60, penaltyPercentPerDay: 5, floorPercent: 60, cutoffDays: 14 },
    ...changes,
  });
  const create = (changes: object = {}, who = world.olga, headers: Record<string, string> = {}) =>
    who.browser.post('/api/v1/offerings', wish(changes), headers);
  const created = async (changes: object = {}) => (await create(changes)).json<OfferingBody>();
  const change = (id: string, changes: object, version: number | null, who = world.olga) =>
    who.browser.patch(`/api/v1/offerings/${id}`, changes, version === null ? {} : { 'if-match': `"v${version}"` });
  const places = async (id: string) =>
    (await world.olga.browser.get(`/api/v1/offerings/${id}/enrollments`)).json<PlacesBody>().items;
  const join = async (id: string, name: string) => {
    const learner = await world.member(name, ['learner']);
    const answer = await learner.browser.post(`/api/v1/offerings/${id}/enrollments`, {});
    if (answer.status !== 201) throw new Error(answer.text);
    return { learner, place: answer.json<{ id: string; state: string }>() };
  };

  describe('are opened', () => {
    it('by the office, with everything that was said about them', async () => {
      const said = wish();
      const answer = await world.olga.browser.post('/api/v1/offerings', said);
      expect(answer.status).toBe(201);
      const body = answer.json<OfferingBody>();
      expect(body).toMatchObject({ ...said, cancelledAt: null, version: 1 });
      expect(body.can).toEqual({ enroll: true, manage: true });
      const read = await world.olga.browser.get(`/api/v1/offerings/${body.id}`);
      expect(read.json()).toEqual(body);
      expect(read.headers['etag']).toBe('"v1"');
    });

    it('once for one request, however often it is sent', async () => {
      const key = { 'idempotency-key': newId() };
      const same = wish({ title: 'Sent twice' });
      const answers = await Promise.all([1, 2, 3].map(() => world.olga.browser.post('/api/v1/offerings', same, key)));
      expect(new Set(answers.map((answer) => answer.json<OfferingBody>().id)).size).toBe(1);
      expect(await world.rows(`select from offering where title = 'Sent twice'`)).toHaveLength(1);
      const other = await world.olga.browser.post('/api/v1/offerings', wish({ title: 'Something else' }), key);
      expect(other.json()).toMatchObject({ status: 422, code: 'idempotency.key_reused' });
    });

    it('by nobody but the office', async () => {
      for (const who of [world.ines, world.ada, amara]) expect((await create({}, who)).status).toBe(403);
    });

    it('over an edition of the institution alone', async () => {
      for (const editionId of [newId(), world.edition.id]) {
        expect((await create({ editionId }, lars)).json()).toMatchObject({ status: 404, detail: 'There is no such edition.' });
      }
      expect((await create({ editionId: 'spring' })).json()).toMatchObject({ status: 400, errors: [{ field: 'editionId' }] });
    });

    it('with dates that fit together: each that does not is named', async () => {
      const answer = await create({
        startsAt: day(50),
        endsAt: day(10),
        enrollFrom: day(20),
        enrollUntil: day(5),
        projectDue: { type: 'fixed', at: day(40), timeZone: null },
      });
      expect(answer.json()).toMatchObject({ status: 422, code: 'enrollment.impossible_dates' });
      expect(fieldsOf(answer)).toEqual(['endsAt', 'enrollUntil', 'enrollFrom', 'projectDue.at']);
      expect(fieldsOf(await create({ endsAt: day(10) }))).toEqual(['endsAt']);
    });

    it('with a due rule that can be followed', async () => {
      const due = async (projectDue: object) => create({ projectDue });
      expect(fieldsOf(await due({ type: 'fixed', timeZone: null }))).toEqual(['projectDue.at']);
      expect(fieldsOf(await due({ type: 'days-after-start', timeZone: null }))).toEqual(['projectDue.days']);
      const nowhere = await due({ type: 'days-after-start', days: 3, timeZone: 'Europe/Atlantis' });
      expect(nowhere.json()).toMatchObject({ status: 400, errors: [{ field: 'projectDue.timeZone' }] });
      expect((await due({ type: 'sometime', timeZone: null })).status).toBe(400);
      expect(fieldsOf(await create({ projectDue: [] }))).toContain('projectDue');
    });
  });

  describe('are changed', () => {
    it('by who saw the last version, and keep what the change does not name', async () => {
      const before = await created();
      const answer = await change(before.id, { title: 'Summer run', priceLabel: '' }, before.version);
      expect(answer.status).toBe(200);
      expect(answer.json()).toEqual({ ...before, title: 'Summer run', priceLabel: '', version: 2 });
      expect(answer.headers['etag']).toBe('"v2"');
      const read = (await world.olga.browser.get(`/api/v1/offerings/${before.id}`)).json();
      expect(read).toEqual(answer.json());
      const [event] = await world.rows<{ particulars: object }>(
        `select particulars from event where type = 'offering.changed' and subject_id = $1`,
        [before.id],
      );
      expect(event?.particulars).toEqual({ fields: ['title', 'priceLabel'] });
    });

    it('not by who saw an earlier one, or does not say which', async () => {
      const { id } = await created();
      await change(id, { title: 'Second' }, 1);
      const stale = await change(id, { title: 'Third' }, 1);
      expect(stale.json()).toMatchObject({ status: 412, code: 'precondition.failed', facts: { currentVersion: 2 } });
      expect((await change(id, { title: 'Third' }, null)).json()).toMatchObject({ status: 428, code: 'precondition.required' });
    });

    it('to dates that fit together, also with those that stay', async () => {
      const { id } = await created({ projectDue: { type: 'fixed', at: day(60), timeZone: null } });
      expect(fieldsOf(await change(id, { startsAt: day(70) }, 1))).toEqual(['projectDue.at']);
      expect(fieldsOf(await change(id, { endsAt: day(5), enrollUntil: day(-2) }, 1))).toEqual(['endsAt', 'enrollUntil']);
      expect((await change(id, { startsAt: null }, 1)).status).toBe(400);
      expect((await change(id, { endsAt: null, enrollUntil: null, seats: null }, 1)).json()).toMatchObject({
        endsAt: null,
        enrollUntil: null,
        seats: null,
      });
    });

    it('to more seats, which go to who has waited longest', async () => {
      const { id } = await created({ seats: 1 });
      const names = ['Bea', 'Cem', 'Dora', 'Emil'];
      for (const name of names) await join(id, name);
      const states = async () => {
        const byName = new Map((await places(id)).map(({ personName, state }) => [personName, state]));
        return names.map((name) => byName.get(name));
      };
      expect(await states()).toEqual(['active', 'waitlisted', 'waitlisted', 'waitlisted']);
      await change(id, { seats: 3 }, 1);
      expect(await states()).toEqual(['active', 'active', 'active', 'waitlisted']);
      await change(id, { seats: 1 }, 2);
      expect(await states()).toEqual(['active', 'active', 'active', 'waitlisted']);
      await change(id, { seats: null }, 3);
      expect(await states()).toEqual(['active', 'active', 'active', 'active']);
    });

    it('by nobody else: another institution’s are not there', async () => {
      const { id } = await created();
      expect((await change(id, { title: 'Mine' }, 1, world.ines)).status).toBe(403);
      expect((await change(id, { title: 'Mine' }, 1, lars)).status).toBe(404);
      expect((await change(newId(), { title: 'Mine' }, 1)).status).toBe(404);
    });
  });

  describe('are called off', () => {
    const cancel = (id: string, who = world.olga) => who.browser.post(`/api/v1/offerings/${id}/cancellation`);

    it('while nobody holds a place or waits for one', async () => {
      const { id } = await created({ seats: 1 });
      const bea = await join(id, 'Bea');
      const cem = await join(id, 'Cem');
      const refused = await cancel(id);
      expect(refused.json()).toMatchObject({
        status: 409,
        code: 'enrollment.offering_has_learners',
        detail: 'Places held: 1, waiting: 1. Withdraw these learners first; an offering that somebody completed stays.',
      });
      for (const { place } of [cem, bea]) await world.olga.browser.post(`/api/v1/enrollments/${place.id}/withdrawal`);
      const cancelled = await cancel(id);
      expect(cancelled.json()).toMatchObject({ cancelledAt: expect.any(String), can: { enroll: false, manage: true } });
      expect((await cancel(id)).json()).toEqual(cancelled.json());
    });

    it('for good: nobody enrols and nothing changes any more', async () => {
      const { id } = await created();
      await cancel(id);
      const enrol = await amara.browser.post(`/api/v1/offerings/${id}/enrollments`, {});
      expect(enrol.json()).toMatchObject({ status: 409, code: 'enrollment.offering_cancelled' });
      expect((await change(id, { title: 'Again' }, 2)).json()).toMatchObject({ code: 'enrollment.offering_cancelled' });
    });

    it('never with somebody inside, though both happen at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { id } = await created();
        const learner = await world.member('Finn', ['learner']);
        const [cancelled, enrolled] = await Promise.all([
          cancel(id),
          learner.browser.post(`/api/v1/offerings/${id}/enrollments`, {}),
        ]);
        expect(new Set([cancelled.status, enrolled.status])).toEqual(new Set([201, 409]));
      }
    });

    it('by the office alone', async () => {
      const { id } = await created();
      expect((await cancel(id, world.ines)).status).toBe(403);
      expect((await cancel(id, lars)).status).toBe(404);
    });
  });

  describe('have staff', () => {
    const staffOf = async (id: string) =>
      (await world.olga.browser.get(`/api/v1/offerings/${id}/staff`))
        .json<StaffBody>()
        .items.map(({ name, role }) => [name, role]);
    const add = (id: string, personId: string, role: string, who = world.olga) =>
      who.browser.post(`/api/v1/offerings/${id}/staff`, { personId, role });

    it('who are added and taken off, repeatedly without harm', async () => {
      const { id } = await created();
      await add(id, world.ines.personId, 'instructor');
      const twice = await Promise.all([1, 2].map(() => add(id, world.ada.personId, 'assessor')));
      expect(twice.map(({ status }) => status)).toEqual([201, 201]);
      expect(await staffOf(id)).toEqual([
        ['Ines', 'instructor'],
        ['Ada', 'assessor'],
      ]);
      const path = `/api/v1/offerings/${id}/staff/${world.ada.personId}/assessor`;
      expect((await world.olga.browser.delete(path)).status).toBe(204);
      expect((await world.olga.browser.delete(path)).status).toBe(204);
      expect(await staffOf(id)).toEqual([['Ines', 'instructor']]);
      const events = await world.rows<{ type: string }>(
        `select type from event where subject_id = $1 and type like 'offering.staff%' order by id`,
        [id],
      );
      expect(events.map(({ type }) => type)).toEqual(['offering.staff_added', 'offering.staff_added', 'offering.staff_removed']);
    });

    it('who hold the role at the institution', async () => {
      const { id } = await created();
      for (const personId of [amara.personId, world.ada.personId, lars.personId, newId()]) {
        expect((await add(id, personId, 'instructor')).json()).toMatchObject({
          status: 422,
          code: 'enrollment.unsuitable_staff',
          errors: [{ field: 'personId', code: 'role_missing' }],
        });
      }
      expect((await add(id, world.ines.personId, 'owner')).status).toBe(400);
      const wrongRole = await world.olga.browser.delete(`/api/v1/offerings/${id}/staff/${world.ines.personId}/owner`);
      expect(wrongRole.status).toBe(400);
    });

    it('arranged by the office, and seen by those who work there', async () => {
      const { id } = await created();
      expect((await add(id, world.ines.personId, 'instructor', world.ines)).status).toBe(403);
      expect((await add(id, lars.personId, 'instructor', lars)).status).toBe(404);
      expect((await amara.browser.get(`/api/v1/offerings/${id}/staff`)).status).toBe(403);
      expect((await lars.browser.get(`/api/v1/offerings/${id}/staff`)).status).toBe(404);
      expect((await world.ada.browser.get(`/api/v1/offerings/${id}/staff`)).status).toBe(200);
    });
  });

  describe('are listed', () => {
    it('to learners while they can enrol in them, and to those who work here always', async () => {
      const { id: editionId } = await world.publish();
      const make = async (title: string, changes: object) => created({ editionId, title, ...changes });
      const open = await make('Open', {});
      await make('By the office', { openEnrollment: false });
      await make('Not yet', { enrollFrom: day(1) });
      await make('No more', { enrollFrom: day(-3), enrollUntil: day(-1) });
      await make('Over', { enrollFrom: day(-30), startsAt: day(-30), endsAt: day(-1), enrollUntil: null });
      const off = await make('Called off', {});
      await world.olga.browser.post(`/api/v1/offerings/${off.id}/cancellation`);
      const titles = async (who: Member) =>
        (await who.browser.get(`/api/v1/offerings?editionId=${editionId}`))
          .json<{ items: OfferingBody[] }>()
          .items.map(({ title, can }) => [title, can.enroll]);
      expect(await titles(amara)).toEqual([['Open', true]]);
      expect(await titles(world.olga)).toEqual([
        ['Called off', false],
        ['Over', false],
        ['No more', true],
        ['Not yet', true],
        ['By the office', true],
        ['Open', true],
      ]);
      expect((await titles(world.ines)).map(([, enroll]) => enroll)).toEqual([false, false, false, false, false, false]);
      expect(await titles(lars)).toEqual([]);
      expect((await amara.browser.get(`/api/v1/offerings/${open.id}`)).json<OfferingBody>().can).toEqual({
        enroll: true,
        manage: false,
      });
    });

    it('page by page, each once', async () => {
      const { id: editionId } = await world.publish();
      for (let count = 1; count <= 5; count += 1) await created({ editionId, title: `Run ${count}` });
      const titles: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: string = `editionId=${editionId}&limit=2${cursor ? `&cursor=${cursor}` : ''}`;
        const answer = (await world.olga.browser.get(`/api/v1/offerings?${query}`)).json<{
          items: OfferingBody[];
          next: string | null;
        }>();
        expect(answer.items.length).toBeLessThanOrEqual(2);
        titles.push(...answer.items.map(({ title }) => title));
        cursor = answer.next;
      }
      expect(titles).toEqual(['Run 5', 'Run 4', 'Run 3', 'Run 2', 'Run 1']);
      for (const query of ['limit=0', 'limit=101', 'limit=many', 'cursor=nonsense', 'editionId=x', 'colour=red']) {
        expect([query, (await world.olga.browser.get(`/api/v1/offerings?${query}`)).status]).toEqual([query, 400]);
      }
    });
  });
});
