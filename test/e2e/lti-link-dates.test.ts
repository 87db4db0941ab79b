import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Landing } from '../support/fake-lms/driver.js';
import { formsOf } from '../support/fake-lms/index.js';
import type { Course, Link, Person } from '../support/fake-lms/model.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';
import type { Member } from '../support/worlds.js';

const NOON = new Date('2027-03-10T12:00:00Z');
/** In Vienna, before the clocks change and after. */
const OPENS = { day: '2027-03-20', at: '2027-03-19T23:00:00.000Z' };
const ENDS = { day: '2027-06-30', at: '2027-06-30T21:59:59.000Z' };
const DUE = { day: '2027-06-15', at: '2027-06-15T21:59:59.000Z' };

let world: LtiWorld;
let id: string;
let office: Member;
let course: Course;
let teacher: Person;
beforeAll(async () => {
  world = await startLtiWorld();
  world.riverside.clock.advance(NOON.getTime() - world.riverside.clock.now().getTime());
  office = await world.riverside.member('Otto', ['office']);
  id = world.riverside.edition.microCredentialId;
});
afterAll(() => world.close());
beforeEach(() => {
  course = world.lms.course({ title: 'Statistics' });
  teacher = world.lms.addPerson(course, { roles: ['Instructor'] });
});

const box = (kind: 'micro-credential' | 'project') => ({ [`target:${kind}:${id}`]: 'on' });
const days = (startsAt: string, endsAt: string, due: string) => ({
  [`${id}.startsAt`]: startsAt,
  [`${id}.endsAt`]: endsAt,
  [`${id}.projectDue.at`]: due,
});
const all = () => days(OPENS.day, ENDS.day, DUE.day);

const picker = () => world.lms.launchOverHttp({ person: teacher, course, kind: 'deepLinking' });

/** Sends the form of a picker as it was shown, but for what is changed. */
function send({ browser, text, url }: Landing, changes: Record<string, string>) {
  const form = formsOf(text).find(({ action }) => action.endsWith('/lti/links'));
  if (!form) throw new Error(`No picker at ${url}: ${text.slice(0, 500)}`);
  const shown = Object.entries(form.fields).filter(([name]) => name === 'ticket' || name.startsWith(`${id}.`));
  return browser.submit({ action: form.action, fields: { ...Object.fromEntries(shown), ...changes } });
}

/** Picks, goes on to the platform, and answers what it was told and the links that it made. */
async function pick(changes: Record<string, string>) {
  const shown = await picker();
  const answer = await send(shown, changes);
  const [back] = formsOf(answer.text);
  if (!back?.fields['JWT']) throw new Error(answer.text);
  await shown.browser.submit(back);
  expect(world.lms.refusals).toEqual([]);
  return { ...world.lms.deepLinked.at(-1)!, shown };
}

async function learnerBy(link: Link) {
  const person = world.lms.addPerson(course, { roles: ['Learner'] });
  const { url } = await world.lms.launchOverHttp({ person, link });
  const enrollmentId = /learning\/([0-9a-f-]{36})/.exec(url)?.[1] ?? '';
  const place = async () => {
    const [row] = await world.riverside.rows<{ startedAt: Date; projectDueAt: Date | null }>(
      'select started_at as "startedAt", project_due_at as "projectDueAt" from enrollment where id = $1',
      [enrollmentId],
    );
    return { startedAt: row?.startedAt.toISOString(), dueAt: row?.projectDueAt?.toISOString() ?? null };
  };
  return { enrollmentId, place };
}

const sectionsOf = () =>
  world.riverside.rows(`select from lti_section s join lti_context c on c.id = s.context_id where c.context_id = $1`, [
    course.id,
  ]);

describe('Dates of placed links', () => {
  it('are none, and no offering is opened for them, where nobody gives any', async () => {
    const { items } = await pick({ ...box('project'), ...box('micro-credential') });
    expect(items).toHaveLength(2);
    for (const item of items) for (const name of ['available', 'submission']) expect(item).not.toHaveProperty(name);
    expect(await sectionsOf()).toEqual([]);
  });

  it('are told to the platform, and kept here', async () => {
    const { items, links } = await pick({ ...box('project'), ...all() });
    const available = { startDateTime: OPENS.at, endDateTime: ENDS.at };
    expect(items).toEqual([expect.objectContaining({ available, submission: { endDateTime: DUE.at } })]);
    const { enrollmentId, place } = await learnerBy(links[0]!);
    expect(await place()).toEqual({ startedAt: OPENS.at, dueAt: DUE.at });
    const { offeringId } = (await office.browser.get(`/api/v1/enrollments/${enrollmentId}`)).json<{ offeringId: string }>();
    expect((await office.browser.get(`/api/v1/offerings/${offeringId}`)).json()).toMatchObject({
      startsAt: OPENS.at,
      endsAt: ENDS.at,
      projectDue: { type: 'fixed', at: DUE.at, timeZone: 'Europe/Vienna' },
    });
    const events = await world.riverside.rows<{ type: string; actor: string | null }>(
      `select type, actor_id as actor from event where subject_id = $1 and type like 'offering.%' and type not like '%staff%' order by id`,
      [offeringId],
    );
    expect(events).toEqual([
      { type: 'offering.created', actor: null },
      { type: 'offering.changed', actor: expect.any(String) },
    ]);
  });

  it('have nothing due for a course, which nobody hands in', async () => {
    const { text } = await picker();
    const [name = ''] = /target:course:[0-9a-f-]{36}:[0-9a-f-]{36}/.exec(text) ?? [];
    const { items } = await pick({ [name]: 'on', ...all() });
    expect(items[0]).toMatchObject({ available: { startDateTime: OPENS.at, endDateTime: ENDS.at } });
    expect(items[0]).not.toHaveProperty('submission');
  });

  it.each<[string, Parameters<typeof days>, string, string]>([
    ['that end before they begin', [OPENS.day, '2027-03-15', ''], 'endsAt', 'The offering must end after it starts.'],
    ['that are over', ['', '2027-03-09', ''], 'endsAt', 'That day is over.'],
    [
      'that are due before they begin',
      [OPENS.day, '', '2027-03-15'],
      'projectDue.at',
      'The project must be due after the start.',
    ],
    ['that are due when nobody can hand in', ['', '2027-06-01', DUE.day], 'projectDue.at', 'Nobody could hand in that late'],
    ['that are none', ['', '2027-02-30', ''], 'endsAt', 'Choose a day.'],
  ])('are refused at the field, %s, and the choice is still to be taken', async (_, wish, field, words) => {
    const wrong = days(...wish);
    const shown = await picker();
    const refused = await send(shown, { ...box('project'), ...wrong });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('The dates do not fit together');
    expect(refused.text.split(`id="${id}.${field}-fault"`)[1]?.slice(0, 120)).toContain(words);
    const form = formsOf(refused.text).find(({ action }) => action.endsWith('/lti/links'))!;
    expect(form.fields).toMatchObject(wrong);
    expect(refused.text).toMatch(new RegExp(`name="target:project:${id}"\\s+checked`));
    expect(await sectionsOf()).toEqual([]);
    const mended = await send({ ...shown, text: refused.text }, { ...box('project'), ...all() });
    expect(formsOf(mended.text)[0]?.fields).toHaveProperty('JWT');
  });

  it('are refused in the reader’s language', async () => {
    const shown = await picker();
    const { text } = await shown.browser.get(`${shown.url}?lang=de`);
    const refused = await send({ ...shown, text }, { ...box('project'), ...days('', '2027-06-01', DUE.day) });
    expect(refused.text).toContain('So spät könnte niemand abgeben');
    expect(refused.text).toContain('Die Tage beginnen und enden wie in Europe/Vienna.');
  });

  it('stand for the course: a further link carries them, and others change them for everybody', async () => {
    const first = await pick({ ...box('project'), ...all() });
    const early = await learnerBy(first.links[0]!);
    const further = await pick(box('micro-credential'));
    expect(further.shown.text).toContain(
      'it opens on 20 March 2027, it is available until 30 June 2027 and the project is due on 15 June 2027',
    );
    expect(further.items[0]).toMatchObject({ submission: { endDateTime: DUE.at } });

    const other = await pick({ ...box('project'), ...days('2027-03-25', ENDS.day, '2027-06-01') });
    expect(other.items[0]).toMatchObject({
      available: { startDateTime: '2027-03-24T23:00:00.000Z', endDateTime: ENDS.at },
      submission: { endDateTime: '2027-06-01T21:59:59.000Z' },
    });
    expect(await early.place()).toEqual({ startedAt: '2027-03-24T23:00:00.000Z', dueAt: '2027-06-01T21:59:59.000Z' });
    const moved = await world.riverside.rows(`select from event where type = 'enrollment.dates_moved' and subject_id = $1`, [
      early.enrollmentId,
    ]);
    expect(moved).toHaveLength(1);

    await pick({ ...box('project'), ...days('', '', '') });
    expect(await early.place()).toMatchObject({ dueAt: null });
    expect((await pick(box('project'))).items[0]).not.toHaveProperty('submission');
  });

  it('take no time away that was given to one learner', async () => {
    const { links } = await pick({ ...box('project'), ...days('', '', DUE.day) });
    const learner = await learnerBy(links[0]!);
    const extension = { dueAt: '2027-08-01T00:00:00.000Z', reason: 'Three weeks in hospital' };
    const { status } = await office.browser.post(`/api/v1/enrollments/${learner.enrollmentId}/extensions`, extension);
    expect(status).toBe(201);
    await pick({ ...box('project'), ...days('', '', '2027-06-01') });
    expect(await learner.place()).toMatchObject({ dueAt: extension.dueAt });
  });

  it('cannot shut out who has begun', async () => {
    const { links } = await pick(box('project'));
    await learnerBy(links[0]!);
    const refused = await send(await picker(), { ...box('project'), ...days(OPENS.day, '', '') });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Somebody has begun already')]);
  });

  it('are not changed by who saw others', async () => {
    const [one, other] = [await picker(), await picker()];
    expect(formsOf((await send(one, { ...box('project'), ...all() })).text)[0]?.fields).toHaveProperty('JWT');
    const refused = await send(other, { ...box('project'), ...days('', '', '2027-05-01') });
    expect(refused.status).toBe(412);
    expect(refused.text).toContain('the project is due on 15 June 2027');
    const again = await send({ ...other, text: refused.text }, box('project'));
    expect(formsOf(again.text)[0]?.fields).toHaveProperty('JWT');
    expect((await pick(box('project'))).items[0]).toMatchObject({ submission: { endDateTime: '2027-05-01T21:59:59.000Z' } });
  });

  it('are kept for a link that was placed without saying what it shows', async () => {
    const link = world.lms.addLink(course);
    const shown = await world.lms.launchOverHttp({ person: teacher, link });
    const shownNow = await send(shown, { target: `project:${id}`, ...days('', '', DUE.day) });
    expect(shownNow.text).toContain('It is chosen');
    expect(await (await learnerBy(link)).place()).toMatchObject({ dueAt: DUE.at });
  });
});
