import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWithIcalJs } from '../support/independent-icalendar.js';
import { readICalendar } from '../support/strict-icalendar.js';
import { countStatements } from '../support/statements.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface CalendarBody {
  timeZone: string;
  entries: { id: string; kind: string; state: string; title: string; day: string; minutes: number | null; parts: object[] }[];
  ways: { minutesLeft: number; plan: object | null; finishesOn: string | null; canPlan: boolean }[];
}

const DAY = 86_400_000;
const calendarOf = async ({ browser }: Member) => (await browser.get('/api/v1/me/calendar')).json<CalendarBody>();
const stateOf = async (member: Member, kind: string) =>
  (await calendarOf(member)).entries.find((entry) => entry.kind === kind)?.state;

describe('The calendar of a learner', () => {
  let world: Riverside;
  let dated: string;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    dated = await world.offer(world.edition.id, {
      title: 'Spring run',
      endsAt: new Date(world.clock.now().getTime() + 60 * DAY).toISOString(),
      projectDue: { type: 'days-after-start', days: 14, timeZone: 'Europe/Vienna' },
      latePolicy: { graceMinutes: 0, penaltyPercentPerDay: 10, floorPercent: 50, cutoffDays: 7 },
    });
  });
  afterAll(() => world.close());

  const feedOf = async (learner: Member) => {
    const made = await learner.browser.post('/api/v1/me/calendar-feed');
    expect(made.status).toBe(201);
    return new URL(made.json<{ url: string }>().url).pathname;
  };
  const events = async (path: string) => {
    const answer = await world.olga.browser.get(path);
    expect(answer.status).toBe(200);
    const read = readICalendar(Buffer.from(answer.text));
    expect(readWithIcalJs(answer.text)).toEqual(read);
    return read.events;
  };
  const eventOf = async (path: string, kind: string) => (await events(path)).find(({ uid }) => uid.includes(kind));

  it('has the begin, the end, the deadline and the last moment of each of their offerings, and nobody else’s', async () => {
    const amara = await world.enroll(await world.member('Amara', ['learner']), dated);
    const { entries, ways } = await calendarOf(amara);
    expect(entries.map(({ kind, state, title }) => [kind, state, title])).toEqual([
      ['offering_starts', 'past', 'Spring run'],
      ['project_due', 'due', 'One-page brief'],
      ['project_closes', 'coming', 'One-page brief'],
      ['offering_ends', 'coming', 'Spring run'],
    ]);
    expect(ways).toMatchObject([{ plan: null, finishesOn: null, canPlan: true }]);
    expect(await calendarOf(await world.member('Lea', ['learner']))).toMatchObject({ entries: [], ways: [] });
  });

  it('says that the project is done when it is handed in', async () => {
    const sol = await world.ready('Sol', dated);
    await world.handIn(sol);
    expect(await stateOf(sol, 'project_due')).toBe('done');
  });

  it('costs two statements, however many places there are', async () => {
    const jonas = await world.member('Jonas', ['learner']);
    const places = async (count: number) => {
      for (let place = 0; place < count; place++) await world.enroll(jonas, await world.offer(world.edition.id));
      await calendarOf(jonas);
      return countStatements(() => calendarOf(jonas));
    };
    expect(await places(1)).toBe(await places(3));
    expect(await countStatements(() => calendarOf(jonas))).toBe(
      await countStatements(() => jonas.browser.get('/api/v1/me/journeys')),
    );
  });

  describe('with time that the learner planned', () => {
    let mehmet: Learner;
    beforeAll(async () => {
      mehmet = await world.enroll(await world.member('Mehmet', ['learner']));
    });
    const plan = (minutes: number[]) =>
      mehmet.browser.put(`${mehmet.path}/study-plan`, { minutes, startsOn: world.clock.now().toISOString().slice(0, 10) });

    it('has study days until everything is done, and moves when something is', async () => {
      expect((await plan([60, 60, 60, 60, 60, 60, 60])).status).toBe(200);
      const before = await calendarOf(mehmet);
      const study = before.entries.filter(({ kind }) => kind === 'study');
      const [way] = before.ways;
      expect(study.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)).toBe(way?.minutesLeft);
      expect(way?.finishesOn).toBe(study.at(-1)?.day);
      await world.study(mehmet);
      expect((await calendarOf(mehmet)).ways[0]?.minutesLeft).toBeLessThan(way?.minutesLeft ?? 0);
    });

    it('wants some time, and is taken back', async () => {
      const refused = await plan([0, 0, 0, 0, 0, 0, 0]);
      expect(refused.status).toBe(400);
      expect(refused.json()).toMatchObject({ errors: [{ field: 'minutes' }] });
      expect((await mehmet.browser.delete(`${mehmet.path}/study-plan`)).status).toBe(204);
      expect(await calendarOf(mehmet)).toMatchObject({ ways: [{ plan: null }] });
      expect(await stateOf(mehmet, 'study')).toBeUndefined();
    });

    it('is nobody else’s to plan', async () => {
      const body = { minutes: [60, 0, 0, 0, 0, 0, 0], startsOn: '2026-03-02' };
      const lea = await world.member('Lea', ['learner']);
      expect((await lea.browser.put(`${mehmet.path}/study-plan`, body)).status).toBe(404);
    });
  });

  describe('at its private address', () => {
    let noor: Learner;
    let path: string;
    beforeAll(async () => {
      noor = await world.enroll(await world.member('Noor', ['learner']), dated);
      path = await feedOf(noor);
    });

    it('is iCalendar by the letter, with the same dates', async () => {
      const { entries } = await calendarOf(noor);
      const read = await events(path);
      expect(read.map(({ uid }) => uid.split('@')[0])).toEqual(entries.map(({ id }) => id));
      expect(read.map(({ summary }) => summary)).toContain('Due: One-page brief');
    });

    it('is not sent again while nothing changed, and is kept by no shared cache', async () => {
      const { headers } = await world.olga.browser.get(path);
      expect(headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' });
      const again = await world.olga.browser.get(path, { 'if-none-match': String(headers['etag']) });
      expect([again.status, again.text]).toEqual([304, '']);
    });

    it('keeps its UIDs, and counts its changes, when somebody gets more time', async () => {
      const before = await eventOf(path, 'project_due');
      const dueAt = new Date(world.clock.now().getTime() + 30 * DAY).toISOString();
      const extended = await world.olga.browser.post(`${noor.path}/extensions`, { dueAt, reason: 'Was ill.' });
      expect(extended.status).toBe(201);
      const after = await eventOf(path, 'project_due');
      expect(after?.uid).toBe(before?.uid);
      expect(after?.start).toBe(dueAt.slice(0, 19).replaceAll(/[-:]/g, '') + 'Z');
      expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    });

    it('ends where another was made, or it was turned off, and is never kept as it is', async () => {
      const next = await feedOf(noor);
      expect((await world.olga.browser.get(path)).status).toBe(404);
      expect(await events(next)).not.toEqual([]);
      const [row] = await world.rows<{ token_hash: string }>('select token_hash from calendar_feed where person_id = $1', [
        noor.personId,
      ]);
      expect(next).not.toContain(row?.token_hash);
      expect((await noor.browser.get('/api/v1/me/calendar-feed')).json()).toMatchObject({ createdAt: expect.any(String) });
      expect((await noor.browser.delete('/api/v1/me/calendar-feed')).status).toBe(204);
      expect((await world.olga.browser.get(next)).status).toBe(404);
      expect((await noor.browser.get('/api/v1/me/calendar-feed')).json()).toEqual({ createdAt: null });
    });

    it('is closed to who is suspended', async () => {
      const address = await feedOf(noor);
      await world.rows('update membership set suspended_at = now() where person_id = $1', [noor.personId]);
      expect((await world.olga.browser.get(address)).status).toBe(404);
    });

    it('is not read more often than programs have reason to', async () => {
      const address = await feedOf(await world.member('Kim', ['learner']));
      expect((await world.olga.browser.get(address)).status).toBe(200);
      await world.rows(`update rate_limit set points = 120 where key like 'calendar_read:%'`);
      expect((await world.olga.browser.get(address)).status).toBe(429);
    });
  });
});
