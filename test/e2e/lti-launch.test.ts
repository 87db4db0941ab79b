import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { forgeries, partialLaunches } from '../support/fake-lms/index.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';

let world: LtiWorld;
beforeAll(async () => (world = await startLtiWorld()));
afterAll(() => world.close());

const TABLES = [
  'session',
  'lti_identity',
  'lti_context',
  'lti_resource_link',
  'lti_deployment',
  'enrollment',
  'person',
  'offering',
];
const counts = async () =>
  Promise.all(TABLES.map(async (table) => [table, (await world.riverside.rows(`select from ${table}`)).length] as const));

const place = () => {
  const course = world.lms.course({ title: 'Statistics' });
  const link = world.lms.addLink(course, { title: 'Data storytelling', custom: world.target('micro-credential') });
  return { course, link };
};

/** The screens themselves are the web application’s. */
const isAtPlace = ({ url }: { url: string }) => /^\/app\/learning\/[0-9a-f-]{36}/.test(new URL(url).pathname);

describe('A launch', () => {
  it('leads a learner to their place, and again to the same', async () => {
    const { course, link } = place();
    const person = world.lms.addPerson(course, { name: 'Amara Okafor', roles: ['Learner'] });
    const landing = await world.lms.launchOverHttp({ person, link });
    expect(new URL(landing.url).pathname).toMatch(/^\/app\/learning\/[0-9a-f-]{36}$/);
    const again = await world.lms.launchOverHttp({ person, link, browser: landing.browser });
    expect(new URL(again.url).pathname).toBe(new URL(landing.url).pathname);
    const session = await landing.browser.get(`${world.origin}/api/v1/session`);
    expect(JSON.parse(session.text)).toMatchObject({
      person: { name: 'Amara Okafor', email: null },
      roles: ['learner'],
      byLms: true,
    });
  });

  it('lets a teacher teach what their course has, and nothing else', async () => {
    const { course, link } = place();
    const teacher = world.lms.addPerson(course, { name: 'Tove Lind', roles: ['Instructor'] });
    const { browser, url } = await world.lms.launchOverHttp({ person: teacher, link });
    const [offeringId = ''] = /[0-9a-f-]{36}$/.exec(new URL(url).pathname) ?? [];
    expect(new URL(url).pathname).toBe(`/app/grading/${offeringId}`);
    const status = async (path: string) => (await browser.get(`${world.origin}/api/v1/${path}`)).status;
    expect(await status(`offerings/${offeringId}/progress`)).toBe(200);
    // Another course’s offering of the same micro-credential, the studio, the account.
    expect(await status(`offerings/${world.riverside.offeringId}/progress`)).toBe(404);
    expect(await status('micro-credentials')).toBe(403);
    expect(await status('me')).toBe(403);
  });

  it('takes rights back that the platform no longer gives', async () => {
    const { course, link } = place();
    const person = world.lms.addPerson(course, { name: 'Kim Berg', roles: ['Instructor'] });
    await world.lms.launchOverHttp({ person, link });
    const staff = () =>
      world.riverside.rows('select from offering_staff s join lti_identity i on i.person_id = s.person_id where i.subject = $1', [
        person.id,
      ]);
    expect(await staff()).toHaveLength(2);
    world.lms.enrol(course, person, { roles: ['Learner'] });
    await world.lms.launchOverHttp({ person, link });
    expect(await staff()).toHaveLength(0);
  });

  it('keeps a suspended person out', async () => {
    const { course, link } = place();
    const person = world.lms.addPerson(course, { name: 'Sam Holt', roles: ['Learner'] });
    await world.lms.launchOverHttp({ person, link });
    await world.riverside.rows(
      'update membership set suspended_at = now() where person_id = (select person_id from lti_identity where subject = $1)',
      [person.id],
    );
    const refused = await world.lms.launchOverHttp({ person, link });
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('<code>suspended</code>')]);
  });

  it('starts a copied course anew', async () => {
    const { course, link } = place();
    const person = world.lms.addPerson(course, { roles: ['Learner'] });
    const first = await world.lms.launchOverHttp({ person, link });
    const copy = world.lms.copyCourse(course);
    world.lms.enrol(copy, person, { roles: ['Learner'] });
    const [copied] = [...copy.links.values()];
    const second = await world.lms.launchOverHttp({ person, link: copied! });
    expect(isAtPlace(second)).toBe(true);
    expect(second.url).not.toBe(first.url);
  });

  it('says so where nobody has chosen what the link shows', async () => {
    const course = world.lms.course();
    const link = world.lms.addLink(course, {});
    const person = world.lms.addPerson(course, { roles: ['Learner'] });
    const landing = await world.lms.launchOverHttp({ person, link });
    expect(landing.text).toContain('Nothing is here yet');
  });

  it('lets a teacher choose what an empty link shows', async () => {
    const course = world.lms.course();
    const link = world.lms.addLink(course, {});
    const teacher = world.lms.addPerson(course, { roles: ['Instructor'] });
    const { browser, text } = await world.lms.launchOverHttp({ person: teacher, link });
    const ticket = /name="ticket" value="([\w-]{43})"/.exec(text)?.[1] ?? '';
    const chosen = { ticket, target: world.target('project')['cairn_target'] ?? '' };
    const shown = await browser.submit({ action: `${world.origin}/lti/links`, fields: chosen });
    expect(shown.text).toContain('It is chosen');
    const again = await browser.submit({ action: `${world.origin}/lti/links`, fields: chosen });
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('state_unknown')]);
    const learner = world.lms.addPerson(course, { roles: ['Learner'] });
    expect(new URL((await world.lms.launchOverHttp({ person: learner, link })).url).pathname).toMatch(/\/project$/);
  });

  it.each(partialLaunches)('is taken $name', async ({ mutate }) => {
    const { course, link } = place();
    const person = world.lms.addPerson(course, { roles: ['Learner'] });
    const landing = await world.lms.launchOverHttp({ person, link, ...(mutate ? { mutate } : {}) });
    // Without custom parameters, nothing says what the link shows.
    expect(isAtPlace(landing) || landing.text.includes('Nothing is here yet')).toBe(true);
  });
});

describe('What is not believed', () => {
  let before: Awaited<ReturnType<typeof counts>>;
  beforeEach(async () => (before = await counts()));

  it.each(forgeries)('$name', async ({ mutate, signWith }) => {
    const { course, link } = place();
    const person = world.lms.addPerson(course, { roles: ['Learner'] });
    const landing = await world.lms.launchOverHttp({
      person,
      link,
      ...(mutate ? { mutate } : {}),
      ...(signWith ? { signWith } : {}),
    });
    expect(landing.status).toBeGreaterThanOrEqual(400);
    expect(landing.text).toMatch(/For administrators.*<code>[a-z_]+<\/code>/s);
    const after = await counts();
    // A deployment that is unknown waits for an administrator, and leads to nothing else.
    const isAboutDeployment = landing.text.includes('deployment_unknown');
    expect(after.filter(([table]) => !(isAboutDeployment && table === 'lti_deployment'))).toEqual(
      before.filter(([table]) => !(isAboutDeployment && table === 'lti_deployment')),
    );
  });

  it('a message sent twice: at once, one of the two is let in', async () => {
    const { course, link } = place();
    const person = world.lms.addPerson(course, { roles: ['Learner'] });
    const waiting = await world.lms.upToMessage({ person, link });
    const landings = await Promise.all([world.lms.send(waiting), world.lms.send(waiting)]);
    expect(landings.filter(isAtPlace)).toHaveLength(1);
    expect(landings.filter((one) => !isAtPlace(one)).map(({ text }) => text)).toEqual([expect.stringContaining('state_unknown')]);
  });

  it('a message from another browser than the login’s', async () => {
    const { course, link } = place();
    const person = world.lms.addPerson(course, { roles: ['Learner'] });
    const waiting = await world.lms.upToMessage({ person, link });
    const other = await world.lms.launchOverHttp({ person, link });
    const stolen = await world.lms.send(waiting, other.browser);
    expect([stolen.status, stolen.text]).toEqual([400, expect.stringContaining('<code>browser_other</code>')]);
  });

  it('a message that no login asked for', async () => {
    const { course, link } = place();
    const person = world.lms.addPerson(course, { roles: ['Learner'] });
    const { browser } = await world.lms.launchOverHttp({ person, link });
    const message = world.lms.signMessage({ person, link }, 'n');
    const answer = await browser.submit({
      action: `${world.origin}/lti/launch`,
      fields: { id_token: message, state: 'a'.repeat(43) },
    });
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('<code>state_unknown</code>')]);
  });

  it('a platform that refused the login', async () => {
    const { course, link } = place();
    const person = world.lms.addPerson(course, { roles: ['Learner'] });
    const landing = await world.lms.launchOverHttp({ person, link, error: { error: 'login_required' } });
    expect(landing.text).toMatch(/platform_error.*login_required/s);
  });
});
