import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForgetLaunches } from '../../src/modules/lti/index.js';
import { unescaped } from '../support/fake-lms/forms.js';
import { formsOf, StoppedShort } from '../support/fake-lms/index.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';

const MINUTE_MS = 60_000;
const TABLES = ['session', 'lti_identity', 'lti_context', 'enrollment', 'person'];

let world: LtiWorld;
beforeAll(async () => (world = await startLtiWorld()));
afterAll(() => world.close());

const counts = () => Promise.all(TABLES.map(async (table) => (await world.riverside.rows(`select from ${table}`)).length));

type Options = Partial<Parameters<LtiWorld['lms']['launchOverHttp']>[0]>;

/** In a frame whose browser keeps no cookie: up to the platform's message, as the script of the login page goes on. */
async function upToMessage(options: Options = {}) {
  const course = world.lms.course({ title: 'Statistics' });
  const link = world.lms.addLink(course, { custom: world.target('micro-credential') });
  const person = world.lms.addPerson(course, { roles: ['Instructor'] });
  const browser = world.lms.newBrowser(true);
  await expect(world.lms.upToMessage({ person, link, course, browser, ...options })).rejects.toThrow(StoppedShort);
  const login = browser.hops.at(-1)!;
  const attribute = (name: string) => unescaped(new RegExp(`data-${name}="([^"]*)"`).exec(login.text)?.[1] ?? '');
  browser.jar.clear();
  const isMessage = ({ url }: { url: string }) => url === `${world.origin}/lti/launch`;
  const carrying = await browser.go({ method: 'GET', url: attribute('next') }, { until: isMessage, from: login.url });
  return { browser, attribute, message: formsOf(carrying.text)[0]! };
}

async function arrive(options: Options = {}) {
  const { browser, attribute, message } = await upToMessage(options);
  const landing = await browser.submit(message, world.lms.authEndpoint);
  const [form] = formsOf(landing.text);
  const ticket = form?.fields['ticket'] ?? '';
  const claim = (secret: string, by = browser, from = world.origin) =>
    by.submit({ action: `${world.origin}/lti/launch/claim`, fields: { ticket, secret } }, from);
  return { landing, attribute, secret: attribute('secret'), claim };
}

describe('Without a cookie, by what the platform keeps', () => {
  it('tells the page what to keep, where, and that nobody else hears of it', async () => {
    const { attribute, landing } = await arrive({ storage: 'frame' });
    expect(attribute('platform')).toBe(world.lms.origin);
    expect(attribute('target')).toBe('lms_storage');
    expect(attribute('key')).toMatch(/^cairn-[\w-]{43}$/);
    // The same place again, and no secret.
    expect(landing.text).toContain(`data-key="${attribute('key')}"`);
    expect(landing.text).toContain('data-secret=""');
    expect(landing.headers.get('content-security-policy')).toContain(`frame-ancestors ${world.lms.origin}`);
  });

  it('is let in by the secret, once, in a window of its own', async () => {
    const { secret, claim, landing } = await arrive();
    expect(landing.text).toMatch(/<form id="claim" [^>]*target="_blank"/);
    const before = await counts();
    const window = world.lms.newBrowser();
    const shown = await claim(secret, window);
    expect(new URL(shown.url).pathname).toMatch(/^\/app\/grading\/[0-9a-f-]{36}$/);
    expect((await window.get(`${world.origin}/api/v1/session`)).status).toBe(200);
    const after = await counts();
    expect(after[0]).toBe(before[0]! + 1);
    const again = await claim(secret, world.lms.newBrowser());
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('<code>state_unknown</code>')]);
    expect(await counts()).toEqual(after);
  });

  it('chooses links in the frame itself, by tickets alone', async () => {
    const { secret, claim, landing } = await arrive({ kind: 'deepLinking' });
    expect(landing.text).not.toContain('target="_blank"');
    const bare = world.lms.newBrowser(true);
    const picker = await claim(secret, bare);
    expect(picker.text).toContain('What shall your learners see?');
    const fields = { ticket: /name="ticket" value="([\w-]{43})"/.exec(picker.text)?.[1] ?? '' };
    const box = `target:${world.target('project')['cairn_target']}`;
    const other = world.lms.newBrowser(true);
    const answer = await other.submit({ action: `${world.origin}/lti/links`, fields: { ...fields, [box]: 'on' } }, world.origin);
    await other.submit(formsOf(answer.text)[0]!);
    expect(world.lms.refusals).toEqual([]);
    expect(world.lms.deepLinked.at(-1)!.items).toHaveLength(1);
  });

  it('opens nothing by another secret, and is used up by it', async () => {
    const { secret, claim } = await arrive();
    const { secret: another } = await arrive();
    const before = await counts();
    const refused = await claim(another);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('<code>browser_other</code>')]);
    expect((await claim(secret)).text).toContain('<code>state_unknown</code>');
    expect(await counts()).toEqual(before);
  });

  it('opens nothing for who brings another browser’s cookie', async () => {
    const { message } = await upToMessage();
    const { browser } = await world.lms.launchOverHttp(place());
    const stolen = await browser.submit(message, world.lms.authEndpoint);
    expect([stolen.status, stolen.text]).toEqual([400, expect.stringContaining('<code>browser_other</code>')]);
  });

  it('asks for a cookie where the login was begun in a window, which keeps one', async () => {
    const waiting = await world.lms.upToMessage(place());
    const refused = await world.lms.send(waiting, world.lms.newBrowser());
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('<code>browser_unknown</code>')]);
    expect(refused.text).toContain('Please allow cookies for this site');
  });

  it.each([
    ['resourceLink', 10],
    ['deepLinking', 1],
  ] as const)('waits for it for minutes alone: %s', async (kind, minutes) => {
    const { secret, claim } = await arrive({ kind });
    world.riverside.clock.advance(minutes * MINUTE_MS + 1);
    const late = await claim(secret);
    expect(late.text).toContain('<code>state_unknown</code>');
    await world.riverside.app.get(ForgetLaunches, { strict: false }).run();
    expect(
      await world.riverside.rows('select from lti_parked_launch where registration_id = $1', [world.registrationId]),
    ).toEqual([]);
  });

  it('is opened by no other site', async () => {
    const { secret, claim } = await arrive();
    expect((await claim(secret, world.lms.newBrowser(true), world.lms.origin)).status).toBe(403);
  });

  it('parks nothing that is not proved', async () => {
    const rows = () => world.riverside.rows('select from lti_parked_launch');
    const before = await rows();
    const { landing } = await arrive({ mutate: (claims) => void (claims['exp'] = 1) });
    expect(landing.text).toContain('<code>expired</code>');
    expect(await rows()).toHaveLength(before.length);
  });
});

function place() {
  const course = world.lms.course();
  const link = world.lms.addLink(course, { custom: world.target('micro-credential') });
  return { link, person: world.lms.addPerson(course, { roles: ['Learner'] }) };
}
