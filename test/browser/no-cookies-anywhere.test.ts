import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncomingMessage, Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { launchChromiumThatRefusesCookies } from '../support/chromium.js';
import type { Course, Link, Person } from '../support/fake-lms/model.js';
import { openFrame } from '../support/lms-frame.js';
import { lookAt } from '../support/look-at.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';

const MINUTES = 180_000;
const REFUSED = 'Your browser keeps no cookies of this site';
const OPEN = 'Open Cairn in a new window';

describe('In a browser that keeps no cookie, in a window no more than in a frame', () => {
  let world: LtiWorld;
  let browser: Browser;
  let course: Course;
  let link: Link;
  let learner: Person;

  beforeAll(async () => {
    world = await startLtiWorld();
    browser = await launchChromiumThatRefusesCookies('everywhere');
    course = world.lms.course({ title: 'Statistics' });
    link = world.lms.addLink(course, { custom: world.target('micro-credential') });
    learner = world.lms.addPerson(course, { name: 'Amara Okafor', roles: ['Learner'] });
  }, 2 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const open = (storage: 'parent' | 'none', role: 'button' | 'link') =>
    openFrame(
      browser,
      () => world.lms.pageFor({ person: learner, link, storage }),
      (frame) => frame.getByRole(role, { name: OPEN }),
    );

  /** Visits of pages, in windows and frames. */
  const visitsOf = (server: Server) => {
    const visits: string[] = [];
    server.on('request', ({ url, headers }: IncomingMessage) => {
      if (headers['sec-fetch-mode'] === 'navigate') visits.push(url!.replace(/\?.*/, ''));
    });
    return visits;
  };

  const formsIn = (page: Page) => page.locator('form').filter({ visible: true }).count();

  it(
    'a learner from a course reads how to allow cookies, where they would have to sign in for ever',
    async () => {
      const { page, frame } = await open('parent', 'button');
      const visits = visitsOf(world.riverside.app.getHttpServer());
      const [window] = await Promise.all([page.waitForEvent('popup'), frame.getByRole('button', { name: OPEN }).click()]);
      await window.getByRole('heading', { name: REFUSED }).waitFor();
      expect(await formsIn(window)).toBe(0);
      expect(await lookAt(window, { name: 'cookies-refused' })).toEqual([]);
      expect(visits).toEqual(['/lti/launch/claim', expect.stringMatching(/^\/app\//), '/sign-in']);
    },
    MINUTES,
  );

  it(
    'a learner whose login nobody can tell from another browser’s reads it too, and what an administrator needs',
    async () => {
      const { page, frame } = await open('none', 'link');
      const [window] = await Promise.all([page.waitForEvent('popup'), frame.getByRole('link', { name: OPEN }).click()]);
      await window.getByText(/^Your browser brought no cookie/).waitFor();
      await window.getByText(/Please allow cookies for this site/).waitFor();
      expect(await window.locator('dd').first().textContent()).toBe('browser_unknown');
      expect(await lookAt(window, { name: 'lms-cookies-refused' })).toEqual([]);
    },
    MINUTES,
  );

  it(
    'who comes by a window of an older browser, which does not say so, is not sent to another window',
    async () => {
      const server: Server = world.riverside.app.getHttpServer();
      const older = ({ headers }: IncomingMessage) => delete headers['sec-fetch-dest'];
      const { frame, page } = await open('none', 'link');
      server.prependListener('request', older);
      try {
        const [window] = await Promise.all([page.waitForEvent('popup'), frame.getByRole('link', { name: OPEN }).click()]);
        await window.getByText(/Please allow cookies for this site/).waitFor();
        expect(await window.getByRole('link', { name: OPEN }).count()).toBe(0);
      } finally {
        server.off('request', older);
      }
    },
    MINUTES,
  );

  it(
    'who would sign in reads it before they type a password',
    async () => {
      const page = await browser.newPage({ locale: 'de' });
      await page.goto(`${world.origin}/sign-in?next=/account`);
      await page.getByRole('heading', { name: 'Ihr Browser behält keine Cookies dieser Website' }).waitFor();
      expect(await formsIn(page)).toBe(0);
      const visits = visitsOf(world.riverside.app.getHttpServer());
      await page.getByRole('link', { name: 'Diese Seite neu laden' }).click();
      await page.getByRole('heading', { name: 'Ihr Browser behält keine Cookies dieser Website' }).waitFor();
      expect([visits, page.url()]).toEqual([['/sign-in'], `${world.origin}/sign-in?next=/account`]);
    },
    MINUTES,
  );

  it(
    'a link that works once is not used up by it',
    async () => {
      const { email, personId } = await world.riverside.member('Anna', ['office']);
      const page = await browser.newPage({ locale: 'en' });
      await page.goto(`${world.origin}/password-reset`);
      await page.getByLabel('E-mail address').fill(email);
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await page.getByRole('heading', { name: 'Look at your mail' }).waitFor();
      const [letter] = await world.riverside.rows<{ body: string }>('select body from mail_message where recipient = $1', [
        email,
      ]);
      await page.goto(/http:\S+\/sign-in\/link\/\S+/.exec(letter!.body)![0]);
      await page.getByRole('heading', { name: REFUSED }).waitFor();
      expect(await formsIn(page)).toBe(0);
      const unused = await world.riverside.rows(
        "select from sign_in_link where person_id = $1 and purpose = 'password-reset' and used_at is null",
        [personId],
      );
      expect(unused).toHaveLength(1);
    },
    MINUTES,
  );
});
