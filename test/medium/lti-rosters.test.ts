import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AskForRoster } from '../../src/modules/lti/index.js';
import { ReadRoster } from '../../src/modules/lti/use-cases/rosters/read-roster.js';
import { RequestReading } from '../../src/modules/lti/use-cases/rosters/request-reading.js';
import { awaitBadge, awaitFact } from '../support/badges.js';
import type { Fault } from '../support/fake-lms/faults.js';
import { type Rosters, startRosters } from '../support/lti-rosters.js';
import { PASS } from '../support/riverside-edition.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const LONG = 60_000;
const DAY_MS = 24 * 3_600_000;

describe('Rosters', () => {
  let world: Riverside;
  let rosters: Rosters;
  beforeAll(async () => {
    world = await startRiverside();
    rosters = await startRosters(world);
  }, LONG);
  afterEach(() => {
    rosters.lms.faults.clear();
    rosters.lms.roster.mischief = 'none';
  });
  afterAll(async () => {
    await rosters?.close();
    await world?.close();
  });
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

  it(
    'bring everybody of a course over several pages: learners to a place, staff to their rights',
    async () => {
      const shown = await rosters.shows();
      rosters.lms.addPeople(shown.course, 120);
      rosters.lms.addPerson(shown.course, { name: 'Tove Lind', roles: ['Instructor'] });
      rosters.lms.addPerson(shown.course, { name: 'Mina Mentor', roles: ['Mentor'] });
      expect(await rosters.read(shown)).toMatchObject({ answered: true, problem: null, skipped: 0, attempts: 0 });
      expect(rosters.pages(shown)).toBe(3);
      expect(await rosters.places(shown)).toHaveLength(120);
      expect(await rosters.staff(shown)).toEqual(['Tove Lind']);
      const members = await rosters.members(shown);
      expect([members.length, members.filter(({ isStaff }) => isStaff).length]).toEqual([121, 1]);
      expect(rosters.lms.refusals).toEqual([]);
      const again = await world.rows('select id from event');
      await rosters.read(shown);
      expect(await rosters.members(shown)).toEqual(members);
      // That somebody asked for it, and nothing else.
      expect(await world.rows('select id from event')).toHaveLength(again.length + 1);
    },
    LONG,
  );

  it('find people again who were met before, by a launch or in another course', async () => {
    const shown = await rosters.shows();
    const person = rosters.lms.addPerson(shown.course, { name: 'Amara Okafor' });
    await rosters.read(shown);
    const [before] = await rosters.places(shown);
    const other = await rosters.shows();
    rosters.lms.enrol(other.course, person, {});
    await rosters.read(other);
    expect(await rosters.places(other)).toEqual([{ personId: before?.personId, name: 'Amara Okafor', state: 'active' }]);
  });

  it('end memberships of who is inactive or gone, take rights of staff back, and lower nothing that is recorded', async () => {
    const shown = await rosters.shows();
    const learner = await world.ready('Jonas', shown.offeringId);
    const { id } = await world.handIn(learner);
    await world.assess(world.ada, id, PASS);
    const person = rosters.lms.addPerson(shown.course, { name: 'Jonas' });
    await world.rows(
      `insert into lti_identity (id, institution_id, registration_id, subject, person_id, is_guest, created_at)
       values (gen_random_uuid(), $1, $2, $3, $4, false, now())`,
      [world.institutionId, rosters.registrationId, person.id, learner.personId],
    );
    const teacher = rosters.lms.addPerson(shown.course, { name: 'Kim Berg', roles: ['Instructor'] });
    const other = rosters.lms.addPerson(shown.course, { name: 'Lea' });
    await rosters.read(shown);
    expect(await rosters.staff(shown)).toEqual(['Kim Berg']);
    const recorded = async () => ({
      places: await world.rows('select id, state from enrollment where offering_id = $1 order by id', [shown.offeringId]),
      verdicts: await world.rows('select id, verdict from assessment order by id'),
      progress: await world.rows('select * from activity_progress order by enrollment_id, activity_id'),
    });
    await awaitBadge(world, learner);
    const before = await recorded();
    rosters.lms.enrol(shown.course, person, { status: 'Inactive' });
    rosters.lms.enrol(shown.course, teacher, { status: 'Deleted' });
    shown.course.members.delete(other.id);
    await rosters.read(shown);
    expect((await rosters.members(shown)).map(({ isActive }) => isActive)).toEqual([false, false, false]);
    expect(await rosters.staff(shown)).toEqual([]);
    expect(await recorded()).toEqual(before);
    rosters.lms.enrol(shown.course, teacher, { status: 'Active', roles: ['Learner'] });
    await rosters.read(shown);
    expect((await rosters.members(shown)).filter(({ isActive }) => isActive)).toMatchObject([
      { name: 'Kim Berg', isStaff: false },
    ]);
    expect([await rosters.staff(shown), names(await rosters.places(shown))]).toEqual([[], ['Jonas', 'Kim Berg', 'Lea']]);
  });

  it('leave what was arranged here by hand: rights of staff, withdrawals, suspensions, names of accounts', async () => {
    const shown = await rosters.shows();
    const [withdrawn, suspended, guest] = ['Ana', 'Bo', 'Cem'].map((name) => rosters.lms.addPerson(shown.course, { name }));
    const teacher = rosters.lms.addPerson(shown.course, { name: 'Dana', roles: ['Instructor'] });
    await rosters.read(shown);
    const idOf = async (subject: string) =>
      (await world.rows<{ id: string }>('select person_id as id from lti_identity where subject = $1', [subject]))[0]?.id ?? '';
    await world.rows(`update enrollment set state = 'withdrawn' where person_id = $1`, [await idOf(withdrawn!.id)]);
    await world.rows('update membership set suspended_at = now() where person_id = $1', [await idOf(suspended!.id)]);
    await world.rows('update offering_staff set from_lti = false where person_id = $1', [await idOf(teacher.id)]);
    await world.rows(`update person set email = 'own@riverside.example' where id = $1`, [await idOf(withdrawn!.id)]);
    for (const [person, name] of [
      [withdrawn!, 'Ana Nova'],
      [guest!, 'Cem Kaya'],
      [suspended!, null],
    ] as const)
      person.name = name;
    shown.course.members.delete(teacher.id);
    const second = await world.offer(world.edition.id);
    await world.rows('update lti_section set offering_id = $2 where context_id = $1', [shown.contextId, second]);
    await rosters.read(shown);
    expect(names(await rosters.members(shown))).toEqual(['Ana', 'Bo', 'Cem Kaya', 'Dana']);
    expect(await world.rows('select from offering_staff where person_id = $1', [await idOf(teacher.id)])).toHaveLength(2);
    expect(await rosters.places(shown)).toMatchObject([{ state: 'withdrawn' }, { state: 'active' }, { state: 'active' }]);
    // A new offering of the course has a place for everybody but who is suspended.
    expect(names(await rosters.places({ ...shown, offeringId: second }))).toEqual(['Ana', 'Cem Kaya']);
  });

  it('fill an offering up to its seats, and its waitlist after that', async () => {
    const shown = await rosters.shows({ seats: 2, waitlist: true });
    rosters.lms.addPeople(shown.course, 5);
    await rosters.read(shown);
    const states = async () => (await rosters.places(shown)).map(({ state }) => state).toSorted();
    expect(await states()).toEqual(['active', 'active', 'waitlisted', 'waitlisted', 'waitlisted']);
    const full = await rosters.shows({ seats: 2 });
    rosters.lms.addPeople(full.course, 3);
    expect(await rosters.read(full)).toMatchObject({ problem: null });
    expect(await rosters.places(full)).toHaveLength(2);
    expect(await rosters.members(full)).toHaveLength(3);
  });

  describe('that cannot be read to their end', () => {
    const JSON_TYPE = { 'content-type': 'application/json' };
    it.each<[string, Fault, string, 'given up' | 'tried again']>([
      ['forbidden', { status: 403 }, 'forbidden', 'given up'],
      ['gone', { status: 404 }, 'not_found', 'given up'],
      ['not well', { status: 503 }, 'unavailable', 'tried again'],
      ['too busy', { status: 429, headers: { 'retry-after': '1' } }, 'slow_down', 'tried again'],
      ['a page to sign in', 'html', 'unreadable', 'tried again'],
      ['truncated', 'truncated', 'unreadable', 'tried again'],
      ['far too large', 'huge', 'unreadable', 'tried again'],
      ['cut off', 'reset', 'unreachable', 'tried again'],
      ['no list', { status: 200, headers: JSON_TYPE, body: '{"members":{}}' }, 'unreadable', 'tried again'],
      ['not for this token', { status: 401 }, 'unauthorized', 'tried again'],
    ])('end nobody’s membership: %s', async (_, fault, problem, then) => {
      const shown = await rosters.shows();
      const people = rosters.lms.addPeople(shown.course, 60);
      await rosters.read(shown);
      shown.course.members.delete(people[0]!.id);
      // The first page is well.
      rosters.lms.faults.always('roster', fault, ({ url }) => url.searchParams.has('from'));
      const row = await rosters.read(shown);
      expect([row.problem, row.answered]).toEqual([problem, then === 'given up']);
      expect((await rosters.members(shown)).filter(({ isActive }) => isActive)).toHaveLength(60);
    });

    it('are read once more with a new token where the old one ran out early', async () => {
      const shown = await rosters.shows();
      rosters.lms.addPeople(shown.course, 1);
      rosters.lms.expireTokens();
      expect(await rosters.read(shown)).toMatchObject({ problem: null });
    });

    it.each([
      ['next on another origin', 'pages_elsewhere'],
      ['next is the same page', 'pages_endless'],
      ['next without end', 'pages_endless'],
    ] as const)('end nobody’s membership: %s', async (mischief, problem) => {
      const shown = await rosters.shows();
      const people = rosters.lms.addPeople(shown.course, 60);
      await rosters.read(shown);
      shown.course.members.delete(people[0]!.id);
      rosters.lms.roster.mischief = mischief;
      expect(await rosters.read(shown)).toMatchObject({ problem, answered: true });
      expect((await rosters.members(shown)).filter(({ isActive }) => isActive)).toHaveLength(60);
    });
  });

  it('pass over entries that they do not understand, without ending whom these name', async () => {
    const shown = await rosters.shows();
    const [one, two] = rosters.lms.addPeople(shown.course, 2);
    await rosters.read(shown);
    const entry = (id: string, status: string) => ({ user_id: id, roles: ['Learner'], status });
    const body = JSON.stringify({ id: 'x', members: [entry(one!.id, 'Paused'), entry(two!.id, 'Active'), { roles: [] }] });
    rosters.lms.faults.next('roster', { status: 200, headers: { 'content-type': 'application/json' }, body });
    expect(await rosters.read(shown)).toMatchObject({ problem: null, skipped: 2 });
    expect((await rosters.members(shown)).map(({ isActive }) => isActive)).toEqual([true, true]);
  });

  it('wait for somebody who confirms it where more than half would leave', async () => {
    const shown = await rosters.shows();
    const people = rosters.lms.addPeople(shown.course, 12);
    await rosters.read(shown);
    for (const { id } of people.slice(0, 7)) shown.course.members.delete(id);
    rosters.lms.addPerson(shown.course, { name: 'New' });
    expect(await rosters.read(shown)).toMatchObject({ problem: 'many_leave', leaving: 7, answered: true });
    expect(await rosters.members(shown)).toHaveLength(12);
    shown.course.members.delete(people[7]!.id);
    // Confirmed were seven.
    expect(await rosters.read(shown, 7)).toMatchObject({ problem: 'many_leave', leaving: 8 });
    expect(await rosters.read(shown, 8)).toMatchObject({ problem: null, leaving: null });
    expect((await rosters.members(shown)).filter(({ isActive }) => isActive)).toHaveLength(5);
  });

  it('are read once when two begin at the same time', async () => {
    const shown = await rosters.shows();
    rosters.lms.addPeople(shown.course, 30);
    await world.get(RequestReading).run(world.olga.actor, shown.contextId, null);
    const scope = { institutionId: world.institutionId };
    const run = () => world.get(ReadRoster).run(scope, shown.contextId, new AbortController().signal);
    await Promise.all([run(), run(), run()]);
    await awaitFact(async () => (await rosters.roster(shown)).answered);
    expect(await rosters.places(shown)).toHaveLength(30);
    expect(rosters.pages(shown)).toBe(1);
  });

  it('of two courses with the same people make one person of each, also at the same time', async () => {
    const [one, other] = [await rosters.shows(), await rosters.shows()];
    for (const person of rosters.lms.addPeople(one.course, 40)) rosters.lms.enrol(other.course, person, {});
    await Promise.all([rosters.read(one), rosters.read(other)]);
    const ids = async (shown: typeof one) => (await rosters.members(shown)).map(({ personId }) => personId).toSorted();
    expect(await ids(one)).toEqual(await ids(other));
    expect(new Set(await ids(one)).size).toBe(40);
  });

  it('are not read while the platform, its deployment or the setting is off, or nothing is shown', async () => {
    const shown = await rosters.shows();
    const set = (isOn: boolean) =>
      world.rows(`update lti_registration set settings = settings || $2 where id = $1`, [
        rosters.registrationId,
        { syncRosters: isOn },
      ]);
    await set(false);
    const asked = world.get(RequestReading).run(world.olga.actor, shown.contextId, null);
    await expect(asked).rejects.toMatchObject({ type: { code: 'lti.roster_not_readable' } });
    await set(true);
    await world.rows('delete from lti_section where context_id = $1', [shown.contextId]);
    const empty = world.get(RequestReading).run(world.olga.actor, shown.contextId, null);
    await expect(empty).rejects.toMatchObject({ type: { code: 'lti.roster_not_readable' } });
  });

  it('are asked for once a day while a course is in use', async () => {
    const [used, unused] = [await rosters.shows(), await rosters.shows()];
    await world.rows('update lti_context set last_launch_at = $2 where id = $1', [
      unused.contextId,
      new Date(world.clock.now().getTime() - 31 * DAY_MS),
    ]);
    rosters.lms.addPeople(used.course, 2);
    await world.get(AskForRoster).run();
    await awaitFact(async () => (await rosters.roster(used)).answered);
    expect(await rosters.places(used)).toHaveLength(2);
    expect(await world.rows('select from lti_roster where context_id = $1', [unused.contextId])).toEqual([]);
    expect(await world.get(AskForRoster).run()).toBe(0);
    // A registration that is older than the setting.
    await world.rows(`update lti_registration set settings = settings - 'syncRosters' where id = $1`, [rosters.registrationId]);
    await rosters.age(used, DAY_MS);
    expect(await world.get(AskForRoster).run()).toBeGreaterThan(0);
  });

  it('are nobody else’s business', async () => {
    const shown = await rosters.shows();
    const [person] = rosters.lms.addPeople(shown.course, 1);
    await rosters.read(shown);
    const stranger = await world.member('Lee', ['office'], world.lakesideId);
    const path = `/api/v1/lti/courses/${shown.contextId}/roster-readings`;
    expect((await stranger.browser.post(path, {})).status).toBe(404);
    const list = `/api/v1/lti/platforms/${rosters.registrationId}/courses`;
    expect((await stranger.browser.get(list)).status).toBe(404);
    const [identity] = await world.rows<{ institutionId: string }>(
      `select m.institution_id as "institutionId" from lti_identity i join membership m on m.person_id = i.person_id where i.subject = $1`,
      [person!.id],
    );
    expect(identity?.institutionId).toBe(world.institutionId);
  });

  it(
    'of ten thousand people are read in one go',
    async () => {
      const shown = await rosters.shows();
      rosters.lms.addPeople(shown.course, 10_000);
      await world.get(RequestReading).run(world.olga.actor, shown.contextId, null);
      const begun = performance.now();
      while (!(await rosters.roster(shown)).answered && performance.now() - begun < 200_000)
        await new Promise((later) => setTimeout(later, 200));
      expect(await rosters.places(shown)).toHaveLength(10_000);
    },
    4 * LONG,
  );
});

describe('Rosters of a platform that tells differences', () => {
  let world: Riverside;
  let rosters: Rosters;
  beforeAll(async () => {
    world = await startRiverside();
    rosters = await startRosters(world, { profile: 'strict' });
  }, LONG);
  afterAll(async () => {
    await rosters?.close();
    await world?.close();
  });

  /** As the timetable asks: not for the whole. */
  const readNext = async (shown: Awaited<ReturnType<Rosters['shows']>>) => {
    await rosters.age(shown, DAY_MS);
    await world.get(AskForRoster).run();
    await awaitFact(async () => (await rosters.roster(shown)).answered);
  };
  const asked = () => rosters.lms.requestsTo('roster').at(-1)!.url.searchParams.has('since');

  it('read them after the first time, the whole when that fails, and once a week in any case', async () => {
    const shown = await rosters.shows();
    const people = rosters.lms.addPeople(shown.course, 60);
    await rosters.read(shown);
    expect((await rosters.roster(shown)).differencesUrl).toContain('since=');
    rosters.lms.enrol(shown.course, people[0]!, { status: 'Deleted' });
    rosters.lms.addPerson(shown.course, { name: 'Zoe New' });
    await readNext(shown);
    expect(asked()).toBe(true);
    const active = async () => (await rosters.members(shown)).filter(({ isActive }) => isActive).map(({ subject }) => subject);
    expect(await active()).toHaveLength(60);
    expect(await active()).not.toContain(people[0]!.id);
    rosters.lms.faults.next('roster', { status: 410 });
    shown.course.members.delete(people[1]!.id);
    await readNext(shown);
    expect(asked()).toBe(false);
    expect(await active()).not.toContain(people[1]!.id);
    await rosters.age(shown, 7 * DAY_MS);
    await readNext(shown);
    expect(asked()).toBe(false);
  });
});
