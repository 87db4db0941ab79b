import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 24 * 60 * 60 * 1_000;
/** Winter and summer, and an offering that begins well ahead: what is due when is known to the second. */
const START = '2031-02-10T08:30:00.000Z';

interface PlaceBody {
  projectDueAt: string | null;
  version: number;
}

describe('Deadlines', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const offer = (projectDue: object | null) => world.offer(world.edition.id, { startsAt: START, projectDue });
  const in60Days = { type: 'days-after-start', days: 60, timeZone: null };
  const learner = async (offeringId: string, who?: Member) =>
    world.enroll(who ?? (await world.member('Amara', ['learner'])), offeringId);
  const dueAt = async ({ path, browser }: Learner) => (await browser.get(path)).json<PlaceBody>().projectDueAt;
  const extend = (place: Learner, due: string, who: Member = world.olga, headers: Record<string, string> = {}) =>
    who.browser.post(`${place.path}/extensions`, { dueAt: due, reason: 'Three weeks in hospital' }, headers);
  const accommodate = (who: Member, changes: object = {}, by: Member = world.olga) =>
    by.browser.put(`/api/v1/members/${who.personId}/accommodation`, {
      timeFactor: 1,
      extraDays: 10,
      reason: 'Dyslexia',
      ...changes,
    });

  describe('set by the offering', () => {
    it.each([
      ['to the second after the start', { ...in60Days }, '2031-04-11T08:30:00.000Z'],
      ['at the end of the day in Vienna, summer time', { ...in60Days, timeZone: 'Europe/Vienna' }, '2031-04-11T21:59:59.000Z'],
      ['at the end of the day in Kiritimati', { ...in60Days, timeZone: 'Pacific/Kiritimati' }, '2031-04-11T09:59:59.000Z'],
      ['at one moment for all', { type: 'fixed', at: '2031-03-01T12:00:00+01:00', timeZone: null }, '2031-03-01T11:00:00.000Z'],
      [
        'at the end of one day for all',
        { type: 'fixed', at: '2031-03-01T12:00:00Z', timeZone: 'America/New_York' },
        '2031-03-02T04:59:59.000Z',
      ],
    ])('are %s', async (_, rule, expected) => {
      expect(await dueAt(await learner(await offer(rule)))).toBe(expected);
    });

    it('are none where it sets none', async () => {
      expect(await dueAt(await learner(await offer(null)))).toBeNull();
    });

    it('count from each learner’s own day, for who comes later', async () => {
      const offeringId = await world.offer(world.edition.id, { projectDue: in60Days });
      const before = world.clock.now().getTime();
      const due = Date.parse((await dueAt(await learner(offeringId))) ?? '');
      expect(due).toBeGreaterThanOrEqual(before + 60 * DAY);
      expect(due).toBeLessThanOrEqual(world.clock.now().getTime() + 60 * DAY);
    });
  });

  describe('of somebody with an arrangement', () => {
    it('are later from the first day, by days and by the factor', async () => {
      const bea = await world.member('Bea', ['learner']);
      const granted = await accommodate(bea, { timeFactor: 1.5, extraDays: 3 });
      expect(granted.json()).toMatchObject({ personId: bea.personId, timeFactor: 1.5, extraDays: 3, reason: 'Dyslexia' });
      expect(await dueAt(await learner(await offer(in60Days), bea))).toBe('2031-05-14T08:30:00.000Z');
      const fixed = { type: 'fixed', at: '2031-03-01T12:00:00Z', timeZone: null };
      expect(await dueAt(await learner(await offer(fixed), bea))).toBe('2031-03-04T12:00:00.000Z');
    });

    it('move when it is granted in the middle, and never back', async () => {
      const cem = await world.member('Cem', ['learner']);
      const place = await learner(await offer(in60Days), cem);
      await accommodate(cem, { extraDays: 20 });
      expect(await dueAt(place)).toBe('2031-05-01T08:30:00.000Z');
      await accommodate(cem, { extraDays: 5 });
      expect(await dueAt(place)).toBe('2031-05-01T08:30:00.000Z');
      expect((await world.olga.browser.delete(`/api/v1/members/${cem.personId}/accommodation`)).status).toBe(204);
      expect((await world.olga.browser.get(`/api/v1/members/${cem.personId}/accommodation`)).status).toBe(404);
      await extend(place, '2031-05-03T00:00:00Z');
      await extend(place, '2031-05-02T00:00:00Z');
      expect(await dueAt(place)).toBe('2031-05-02T00:00:00.000Z');
      expect((await extend(place, '2031-04-30T00:00:00Z')).status).toBe(400);
      expect(await dueAt(place)).toBe('2031-05-02T00:00:00.000Z');
      // What begins after its end begins without it.
      expect(await dueAt(await learner(await offer(in60Days), cem))).toBe('2031-04-11T08:30:00.000Z');
    });

    it('move for those who learn, not for who waits, left or is done', async () => {
      const offeringId = await world.offer(world.edition.id, { startsAt: START, projectDue: in60Days, seats: 1, waitlist: true });
      const first = await learner(offeringId);
      const dora = await world.member('Dora', ['learner']);
      const waiting = await learner(offeringId, dora);
      await accommodate(dora);
      expect(await dueAt(waiting)).toBeNull();
      await first.browser.post(`${first.path}/withdrawal`);
      expect(await dueAt(waiting)).toBe('2031-04-21T08:30:00.000Z');
      await waiting.browser.post(`${waiting.path}/withdrawal`);
      await accommodate(dora, { extraDays: 30 });
      expect(await dueAt(waiting)).toBe('2031-04-21T08:30:00.000Z');
    });

    it('are arranged by the office, for members, and never for oneself', async () => {
      const bea = await world.member('Bea', ['learner', 'office']);
      expect((await accommodate(bea, {}, bea)).json()).toMatchObject({ status: 403, code: 'access.not_allowed' });
      for (const who of [world.ines, world.ada]) expect((await accommodate(bea, {}, who)).status).toBe(403);
      const path = `/api/v1/members/${newId()}/accommodation`;
      expect((await world.olga.browser.put(path, { timeFactor: 2, extraDays: 0, reason: 'x' })).status).toBe(404);
      expect((await world.olga.browser.delete(path)).status).toBe(404);
      for (const changes of [
        { timeFactor: 0.5 },
        { timeFactor: 11 },
        { extraDays: -1 },
        { extraDays: 1.5 },
        { reason: '' },
        { reason: undefined },
      ])
        expect([changes, (await accommodate(bea, changes)).status]).toEqual([changes, 400]);
    });

    it('is one, though it is granted twice at once', async () => {
      const finn = await world.member('Finn', ['learner']);
      const place = await learner(await offer(in60Days), finn);
      const answers = await Promise.all([5, 6, 7, 8].map((extraDays) => accommodate(finn, { extraDays })));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const standing = await world.rows('select from accommodation where person_id = $1 and ended_at is null', [finn.personId]);
      expect(standing).toHaveLength(1);
      expect(await dueAt(place)).toBe('2031-04-19T08:30:00.000Z');
    });
  });

  describe('extended for one learner', () => {
    it('move to the day that is named, with the reason and who said so on record', async () => {
      const place = await learner(await offer(in60Days));
      const answer = await extend(place, '2031-05-20T12:00:00+02:00', world.ines);
      expect(answer.status).toBe(201);
      expect(answer.json()).toMatchObject({ projectDueAt: '2031-05-20T10:00:00.000Z', version: 2, can: { extend: true } });
      expect(await world.rows('select reason, granted_by from deadline_extension')).toContainEqual({
        reason: 'Three weeks in hospital',
        granted_by: world.ines.personId,
      });
      const [event] = await world.rows<{ particulars: object }>(
        `select particulars from event where type = 'enrollment.deadline_extended' and subject_id = $1`,
        [place.enrollmentId],
      );
      expect(event?.particulars).toEqual({ from: '2031-04-11T08:30:00.000Z', to: '2031-05-20T10:00:00.000Z' });
    });

    it('never to an earlier day than without it', async () => {
      const place = await learner(await offer(in60Days));
      for (const due of ['2031-03-01T00:00:00Z', '2031-04-11T08:30:00Z']) {
        expect((await extend(place, due)).json()).toMatchObject({
          status: 400,
          errors: [
            {
              field: 'dueAt',
              code: 'order',
              detail: 'The project is due on 2031-04-11T08:30:00.000Z as it is. Choose a later moment.',
            },
          ],
        });
      }
      expect(await dueAt(place)).toBe('2031-04-11T08:30:00.000Z');
    });

    it('are put right by the next one', async () => {
      const place = await learner(await offer(in60Days));
      await extend(place, '2131-05-01T00:00:00Z');
      await extend(place, '2031-05-01T00:00:00Z');
      expect(await dueAt(place)).toBe('2031-05-01T00:00:00.000Z');
    });

    it('once for one request', async () => {
      const place = await learner(await offer(in60Days));
      const key = { 'idempotency-key': newId() };
      const answers = await Promise.all([1, 2].map(() => extend(place, '2031-05-01T00:00:00Z', world.olga, key)));
      expect(answers[0]?.json()).toEqual(answers[1]?.json());
      const rows = await world.rows('select from deadline_extension where enrollment_id = $1', [place.enrollmentId]);
      expect(rows).toHaveLength(1);
    });

    it('by the office and the instructors of the offering, and never by oneself', async () => {
      const lukas = await world.member('Lukas', ['instructor']);
      const place = await learner(await offer(in60Days));
      const late = '2031-06-01T00:00:00Z';
      expect((await extend(place, late, place)).status).toBe(403);
      expect((await extend(place, late, world.ada)).status).toBe(403);
      expect((await extend(place, late, lukas)).status).toBe(404);
      const bea = await world.member('Bea', ['learner', 'office', 'instructor']);
      const own = await learner(await offer(in60Days), bea);
      expect((await extend(own, late, bea)).json()).toMatchObject({
        status: 403,
        detail: 'Nobody does this for themselves: ask the office.',
      });
      expect(await dueAt(own)).toBe('2031-04-11T08:30:00.000Z');
    });

    it('not where there is none, nor for who does not learn there any more', async () => {
      const free = await learner(await offer(null));
      expect((await extend(free, '2031-06-01T00:00:00Z')).json()).toMatchObject({
        status: 409,
        code: 'enrollment.wrong_state',
        detail: 'The offering sets no deadline that could be extended.',
      });
      const left = await learner(await offer(in60Days));
      await left.browser.post(`${left.path}/withdrawal`);
      expect((await extend(left, '2031-06-01T00:00:00Z')).json()).toMatchObject({ status: 409, code: 'enrollment.wrong_state' });
      expect((await extend(left, 'tomorrow')).json()).toMatchObject({ status: 400, code: 'request.invalid_fields' });
    });

    it('and arranged at the same moment, without one getting lost', async () => {
      for (let round = 0; round < 5; round += 1) {
        const gus = await world.member('Gus', ['learner']);
        const place = await learner(await offer(in60Days), gus);
        const answers = await Promise.all([accommodate(gus, { extraDays: 40 }), extend(place, '2031-04-12T00:00:00Z')]);
        expect(answers[0]?.status).toBe(200);
        expect([201, 400]).toContain(answers[1]?.status);
        expect(await dueAt(place)).toBe('2031-05-21T08:30:00.000Z');
      }
    });

    it('and granted an arrangement while they enrol, without it getting lost', async () => {
      const offeringId = await offer(in60Days);
      for (let round = 0; round < 5; round += 1) {
        const hana = await world.member('Hana', ['learner']);
        const [place] = await Promise.all([learner(offeringId, hana), accommodate(hana, { extraDays: 40 })]);
        expect(await dueAt(place)).toBe('2031-05-21T08:30:00.000Z');
      }
    });
  });
});
