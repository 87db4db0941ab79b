import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 24 * 60 * 60 * 1_000;

interface PlaceBody {
  id: string;
  offeringId: string;
  personId: string;
  personName: string;
  state: string;
  startedAt: string | null;
  endedAt: string | null;
  projectDueAt: string | null;
  version: number;
  can: { learn: boolean; withdraw: boolean; extend: boolean };
}

interface PlacesPage {
  items: PlaceBody[];
  next: string | null;
}

describe('Places in an offering', () => {
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
  const offer = (changes: object = {}) => world.offer(world.edition.id, changes);
  const enroll = (offeringId: string, who: Member, body: object = {}, headers: Record<string, string> = {}) =>
    who.browser.post(`/api/v1/offerings/${offeringId}/enrollments`, body, headers);
  const placed = async (offeringId: string, who: Member) => (await enroll(offeringId, who)).json<PlaceBody>();
  const withdraw = (id: string, who: Member, headers: Record<string, string> = {}) =>
    who.browser.post(`/api/v1/enrollments/${id}/withdrawal`, {}, headers);
  const placesOf = async (offeringId: string) =>
    world.rows<{ person_id: string; state: string }>(
      'select person_id, state from enrollment where offering_id = $1 order by created_at, id',
      [offeringId],
    );
  const learners = async (...names: string[]) => {
    const members: Member[] = [];
    for (const name of names) members.push(await world.member(name, ['learner']));
    return members;
  };

  describe('taken by learners themselves', () => {
    it('begin at once, or with the offering where that is later', async () => {
      const before = world.clock.now().getTime();
      const answer = await enroll(await offer(), amara);
      expect(answer.status).toBe(201);
      const place = answer.json<PlaceBody>();
      expect(place).toMatchObject({ personName: 'Amara', personId: amara.personId, state: 'active', endedAt: null, version: 1 });
      expect(place.can).toEqual({ learn: true, withdraw: true, extend: false });
      expect(Date.parse(place.startedAt ?? '')).toBeGreaterThanOrEqual(before);
      const startsAt = day(7);
      expect(await placed(await offer({ startsAt }), amara)).toMatchObject({ startedAt: startsAt });
      const events = await world.rows<{ type: string; actor_id: string }>(
        'select type, actor_id from event where subject_id = $1',
        [place.id],
      );
      expect(events).toEqual([{ type: 'enrollment.activated', actor_id: amara.personId }]);
    });

    it('need an offering that is open to them', async () => {
      const closed = await enroll(await offer({ openEnrollment: false }), amara);
      expect(closed.json()).toMatchObject({ status: 403, detail: 'The office enrols people in this offering. Ask there.' });
    });

    it('need dates that allow it, which the refusal tells', async () => {
      const refusal = async (changes: object) => (await enroll(await offer(changes), amara)).json();
      const [soon, past] = [day(2), day(-1)];
      expect(await refusal({ enrollFrom: soon })).toMatchObject({
        status: 409,
        code: 'enrollment.refused',
        detail: `Enrolment opens on ${soon}.`,
        facts: { reason: { key: 'enrollment_not_open_yet', opensAt: soon } },
      });
      expect(await refusal({ enrollFrom: day(-3), enrollUntil: past })).toMatchObject({
        detail: `Enrolment closed on ${past}.`,
        facts: { reason: { key: 'enrollment_closed' } },
      });
      expect(await refusal({ enrollFrom: day(-30), startsAt: day(-20), endsAt: past })).toMatchObject({
        detail: `The offering ended on ${past}.`,
        facts: { reason: { key: 'offering_ended' } },
      });
    });

    it('are for themselves, not for others', async () => {
      const [jonas] = await learners('Jonas');
      const answer = await enroll(await offer(), amara, { personId: jonas?.personId });
      expect(answer.json()).toMatchObject({ status: 403, detail: 'The office enrols others; you can enrol yourself.' });
    });

    it('are for learners: who teaches or assesses asks for that role first', async () => {
      const offeringId = await offer();
      for (const who of [world.ines, world.ada]) expect((await enroll(offeringId, who)).status).toBe(403);
      const olga = await enroll(offeringId, world.olga);
      expect(olga.json()).toMatchObject({ status: 422, code: 'enrollment.not_a_member', errors: [{ field: 'personId' }] });
    });
  });

  describe('given by the office', () => {
    it('go to any learner here, whether the offering is open to them or not', async () => {
      const [jonas, lea] = await learners('Jonas', 'Lea');
      const offeringId = await offer({ openEnrollment: false, enrollFrom: day(-9), enrollUntil: day(-8) });
      const answer = await enroll(offeringId, world.olga, { personId: jonas?.personId });
      expect(answer.json()).toMatchObject({
        personName: 'Jonas',
        state: 'active',
        can: { learn: false, withdraw: true, extend: true },
      });
      const early = await enroll(await offer({ enrollFrom: day(5) }), world.olga, { personId: lea?.personId });
      expect(early.status).toBe(201);
    });

    it('are not given in an offering that is over', async () => {
      const over = await offer({ enrollFrom: day(-30), startsAt: day(-20), endsAt: day(-1) });
      expect((await enroll(over, world.olga, { personId: amara.personId })).json()).toMatchObject({ code: 'enrollment.refused' });
    });

    it('go to nobody who is no learner here: a stranger, another institution’s, one who is suspended', async () => {
      const offeringId = await offer();
      const [nele] = await learners('Nele');
      await world.rows('update membership set suspended_at = now() where person_id = $1', [nele?.personId]);
      for (const personId of [newId(), lars.personId, world.ines.personId, nele?.personId]) {
        expect((await enroll(offeringId, world.olga, { personId })).json()).toMatchObject({
          status: 422,
          code: 'enrollment.not_a_member',
          errors: [{ field: 'personId', code: 'not_a_learner' }],
        });
      }
      expect((await enroll(offeringId, world.olga, { personId: 'lea' })).status).toBe(400);
      expect((await enroll(offeringId, world.olga, { personId: null })).status).toBe(400);
    });
  });

  describe('are one for each person', () => {
    it('however often and however fast they ask', async () => {
      const offeringId = await offer({ seats: 5 });
      const answers = await Promise.all(Array.from({ length: 8 }, () => enroll(offeringId, amara)));
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
      expect(new Set(answers.map((answer) => answer.json<PlaceBody>().id)).size).toBe(1);
      expect(await placesOf(offeringId)).toHaveLength(1);
      const again = await enroll(offeringId, world.olga, { personId: amara.personId });
      expect(again.json<PlaceBody>().id).toBe(answers[0]?.json<PlaceBody>().id);
    });

    it('and one for each Idempotency-Key, answered the same though the world went on', async () => {
      const offeringId = await offer();
      const key = { 'idempotency-key': newId() };
      const first = await enroll(offeringId, amara, {}, key);
      await withdraw(first.json<PlaceBody>().id, amara);
      const repeated = await enroll(offeringId, amara, {}, key);
      expect(repeated.json()).toMatchObject({ id: first.json<PlaceBody>().id, state: 'active' });
      expect(await placesOf(offeringId)).toMatchObject([{ state: 'withdrawn' }]);
      const other = await enroll(await offer(), amara, {}, key);
      expect(other.json()).toMatchObject({ status: 422, code: 'idempotency.key_reused' });
    });
  });

  describe('are as many as there are seats', () => {
    it('also when twenty ask for the last five at once; the rest wait in the order they came', async () => {
      const offeringId = await offer({ seats: 5, waitlist: true });
      const twenty = await learners(...Array.from({ length: 20 }, (_, index) => `Learner${index}`));
      const answers = await Promise.all(twenty.map((who) => enroll(offeringId, who)));
      expect(answers.map(({ status }) => status)).toEqual(twenty.map(() => 201));
      const states = answers.map((answer) => answer.json<PlaceBody>().state);
      expect(states.filter((state) => state === 'active')).toHaveLength(5);
      expect(states.filter((state) => state === 'waitlisted')).toHaveLength(15);
      const rows = await placesOf(offeringId);
      expect(rows.map(({ state }) => state)).toEqual([
        ...Array.from({ length: 5 }, () => 'active'),
        ...Array.from({ length: 15 }, () => 'waitlisted'),
      ]);
    });

    it('and no more without a waitlist', async () => {
      const offeringId = await offer({ seats: 1, waitlist: false });
      const answers = await Promise.all((await learners('Bea', 'Cem', 'Dora')).map((who) => enroll(offeringId, who)));
      const refused = answers.filter(({ status }) => status === 409);
      expect(refused).toHaveLength(2);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(refused[0]?.json()).toMatchObject({
        code: 'enrollment.refused',
        detail: 'All 1 seats are taken.',
        facts: { reason: { key: 'no_seats_left', seats: 1 } },
      });
    });
  });

  describe('given back', () => {
    it('go to whoever waited longest, and to nobody twice', async () => {
      const offeringId = await offer({
        seats: 1,
        waitlist: true,
        projectDue: { type: 'days-after-start', days: 10, timeZone: null },
      });
      const [bea, cem, dora] = await learners('Bea', 'Cem', 'Dora');
      if (!bea || !cem || !dora) throw new Error('Somebody is missing');
      const [first, second, third] = [
        await placed(offeringId, bea),
        await placed(offeringId, cem),
        await placed(offeringId, dora),
      ];
      expect(second).toMatchObject({ state: 'waitlisted', startedAt: null, projectDueAt: null });
      expect(second.can).toEqual({ learn: false, withdraw: true, extend: false });
      const answers = await Promise.all([withdraw(first.id, bea), withdraw(first.id, bea), withdraw(first.id, world.olga)]);
      for (const answer of answers) {
        expect(answer.status).toBe(201);
        expect(answer.json()).toMatchObject({ state: 'withdrawn', endedAt: expect.any(String), can: { learn: false } });
      }
      const read = async (id: string, who: Member) => (await who.browser.get(`/api/v1/enrollments/${id}`)).json<PlaceBody>();
      expect(await read(second.id, cem)).toMatchObject({ state: 'active', projectDueAt: expect.any(String), version: 2 });
      expect(await read(third.id, dora)).toMatchObject({ state: 'waitlisted' });
    });

    it('may be taken again, at the end of the queue', async () => {
      const offeringId = await offer({ seats: 1, waitlist: true });
      const [bea, cem] = await learners('Bea', 'Cem');
      if (!bea || !cem) throw new Error('Somebody is missing');
      const first = await placed(offeringId, bea);
      await placed(offeringId, cem);
      await withdraw(first.id, bea);
      const again = await placed(offeringId, bea);
      expect(again).toMatchObject({ state: 'waitlisted' });
      expect(again.id).not.toBe(first.id);
      expect(await placesOf(offeringId)).toEqual([
        { person_id: bea.personId, state: 'withdrawn' },
        { person_id: cem.personId, state: 'active' },
        { person_id: bea.personId, state: 'waitlisted' },
      ]);
    });

    it('while people come and go at once, never leave a seat empty that somebody waits for', async () => {
      const offeringId = await offer({ seats: 3, waitlist: true });
      const six = await learners('Bea', 'Cem', 'Dora', 'Emil', 'Finn', 'Gülay');
      const places: [Member, PlaceBody][] = [];
      for (const who of six) places.push([who, await placed(offeringId, who)]);
      const newcomers = await learners('Hana', 'Ilse');
      await Promise.all([
        ...places.slice(0, 4).map(([who, { id }]) => withdraw(id, who)),
        ...newcomers.map((who) => enroll(offeringId, who)),
      ]);
      const states = (await placesOf(offeringId)).map(({ state }) => state);
      expect(states.filter((state) => state === 'active')).toHaveLength(3);
      expect(states.filter((state) => state === 'waitlisted')).toHaveLength(1);
    });

    it('once they are completed, stay: earned is earned', async () => {
      const place = await placed(await offer(), amara);
      await world.rows(`update enrollment set state = 'completed', ended_at = now() where id = $1`, [place.id]);
      const answer = await withdraw(place.id, amara);
      expect(answer.json()).toMatchObject({
        status: 409,
        code: 'enrollment.wrong_state',
        detail: 'A place that is completed cannot be given back.',
      });
    });

    it('are one’s own, or the office’s to take', async () => {
      const [jonas] = await learners('Jonas');
      if (!jonas) throw new Error('Somebody is missing');
      const place = await placed(await offer(), amara);
      expect((await withdraw(place.id, jonas)).status).toBe(404);
      expect((await withdraw(place.id, lars)).status).toBe(404);
      expect((await withdraw(place.id, world.ines)).status).toBe(403);
      expect((await withdraw(newId(), world.olga)).status).toBe(404);
      expect((await withdraw(place.id, world.olga)).status).toBe(201);
    });
  });

  describe('are seen', () => {
    it('by the learner, by those who work on the offering, and by the office', async () => {
      const [jonas] = await learners('Jonas');
      const lukas = await world.member('Lukas', ['instructor']);
      if (!jonas) throw new Error('Somebody is missing');
      const place = await placed(await offer(), amara);
      const look = async (who: Member) => (await who.browser.get(`/api/v1/enrollments/${place.id}`)).status;
      for (const who of [amara, world.olga, world.ines, world.ada]) expect([who.name, await look(who)]).toEqual([who.name, 200]);
      for (const who of [jonas, lukas, lars]) expect([who.name, await look(who)]).toEqual([who.name, 404]);
      for (const id of [newId(), 'mine']) expect((await amara.browser.get(`/api/v1/enrollments/${id}`)).status).toBe(404);
    });

    it('not any more by somebody who taught it and is only a learner now', async () => {
      const rosa = await world.member('Rosa', ['instructor', 'learner']);
      const offeringId = await offer();
      const place = await placed(offeringId, amara);
      await world.olga.browser.post(`/api/v1/offerings/${offeringId}/staff`, { personId: rosa.personId, role: 'instructor' });
      expect((await rosa.browser.get(`/api/v1/enrollments/${place.id}`)).json<PlaceBody>().can.extend).toBe(true);
      await world.rows(
        `delete from membership_role using membership where membership.id = membership_id and person_id = $1 and role = 'instructor'`,
        [rosa.personId],
      );
      expect((await rosa.browser.get(`/api/v1/enrollments/${place.id}`)).status).toBe(404);
    });

    it('in an offering by its staff and the office, not by who learns in it', async () => {
      const lukas = await world.member('Lukas', ['instructor']);
      const offeringId = await offer();
      await placed(offeringId, amara);
      const look = async (who: Member) => (await who.browser.get(`/api/v1/offerings/${offeringId}/enrollments`)).status;
      for (const who of [world.olga, world.ines, world.ada]) expect([who.name, await look(who)]).toEqual([who.name, 200]);
      expect([await look(amara), await look(lukas), await look(lars)]).toEqual([403, 404, 404]);
    });

    it('page by page, newest first, each once, though more come meanwhile', async () => {
      const offeringId = await offer({ seats: 3, waitlist: true });
      const five = await learners('Bea', 'Cem', 'Dora', 'Emil', 'Finn');
      for (const who of five) await placed(offeringId, who);
      const read = async (query: string) =>
        (await world.olga.browser.get(`/api/v1/offerings/${offeringId}/enrollments?${query}`)).json<PlacesPage>();
      const first = await read('limit=2');
      const [late] = await learners('Late');
      if (late) await placed(offeringId, late);
      const second = await read(`limit=2&cursor=${first.next}`);
      const third = await read(`limit=2&cursor=${second.next}`);
      const names = [first, second, third].map(({ items }) => items.map(({ personName }) => personName));
      expect(names).toEqual([['Finn', 'Emil'], ['Dora', 'Cem'], ['Bea']]);
      expect(third.next).toBeNull();
      expect((await read('state=waitlisted')).items.map(({ personName }) => personName)).toEqual(['Late', 'Finn', 'Emil']);
      const bad = await world.olga.browser.get(`/api/v1/offerings/${offeringId}/enrollments?state=gone`);
      expect(bad.json()).toMatchObject({ status: 400, errors: [{ field: 'state' }] });
    });

    it('as one’s own list, of this institution only', async () => {
      const [jonas, lea] = await learners('Jonas', 'Lea');
      if (!jonas || !lea) throw new Error('Somebody is missing');
      const [one, two] = [await offer(), await offer()];
      await placed(one, lea);
      for (const offeringId of [one, two]) await placed(offeringId, jonas);
      const mine = (await jonas.browser.get('/api/v1/enrollments')).json<PlacesPage>().items;
      expect(mine.map(({ offeringId }) => offeringId)).toEqual([two, one]);
      expect((await jonas.browser.get('/api/v1/enrollments?state=withdrawn')).json<PlacesPage>().items).toEqual([]);
      expect((await lars.browser.get('/api/v1/enrollments')).json<PlacesPage>().items).toEqual([]);
    });
  });

  it('are not there for another institution, in any way', async () => {
    const offeringId = await offer();
    const place = await placed(offeringId, amara);
    const answers = await Promise.all([
      enroll(offeringId, lars),
      enroll(offeringId, lars, { personId: lars.personId }),
      enroll(offeringId, lars, { personId: amara.personId }),
      lars.browser.get(`/api/v1/offerings/${offeringId}`),
      lars.browser.post(`/api/v1/enrollments/${place.id}/extensions`, { dueAt: day(9), reason: 'Ill' }),
      lars.browser.put(`/api/v1/members/${amara.personId}/accommodation`, { timeFactor: 2, extraDays: 5, reason: 'Mine' }),
      lars.browser.get(`/api/v1/members/${amara.personId}/accommodation`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
    expect(await placesOf(offeringId)).toHaveLength(1);
  });
});
