import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { awaitFact } from '../support/badges.js';
import { launchChromiumThatRefusesCookies } from '../support/chromium.js';
import type { Course, Link, Person } from '../support/fake-lms/model.js';
import { openFrame } from '../support/lms-frame.js';
import { lookAt } from '../support/look-at.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';

const MINUTES = 180_000;

// What somebody sees whose browser keeps no cookie in a frame, not even one that is kept apart for the site around it.
describe('In a frame where browsers keep no cookie at all', () => {
  let world: LtiWorld;
  let browser: Browser;
  let course: Course;
  let link: Link;
  let teacher: Person;
  let learner: Person;

  beforeAll(async () => {
    world = await startLtiWorld();
    browser = await launchChromiumThatRefusesCookies({ of: world.origin, within: world.lms.origin });
    course = world.lms.course({ title: 'Statistics' });
    link = world.lms.addLink(course, { custom: world.target('micro-credential') });
    teacher = world.lms.addPerson(course, { name: 'Tove Lind', roles: ['Instructor'] });
    learner = world.lms.addPerson(course, { name: 'Amara Okafor', roles: ['Learner'] });
  }, 2 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** Until somebody reads what is waited for. */
  const open = (options: Parameters<LtiWorld['lms']['pageFor']>[0], words: string | RegExp) =>
    openFrame(
      browser,
      () => world.lms.pageFor(options),
      (frame) => frame.getByText(words).first(),
    );

  const logins = () => world.lms.requestsTo('auth').length;

  it(
    'the browser takes no cookie there that we send, and brings none',
    async () => {
      const page = await browser.newPage();
      const [sent, asked] = await Promise.all([
        page.waitForResponse(`${world.origin}/lti/login`),
        page.waitForRequest(`${world.origin}/lti/login/cookie`),
        page.goto(world.lms.pageFor({ person: learner, link, storage: 'none' })),
      ]);
      expect(await sent.headerValue('set-cookie')).toMatch(/^cairn-lti=.+; Secure; Partitioned; SameSite=None$/);
      expect(await asked.headerValue('cookie')).toBeNull();
      expect(await page.context().cookies()).toEqual([]);
      const again = page.frameLocator('#tool').getByRole('link', { name: 'Open Cairn in a new window' });
      await page.goto(`${world.origin}${await again.getAttribute('href')}`);
      expect((await page.context().cookies()).map(({ name }) => name)).toContain('cairn-lti');
      await page.context().close();
    },
    MINUTES,
  );

  it.each(['parent', 'frame'] as const)(
    'a learner goes on in a window of their own, known by what the platform keeps: %s',
    async (storage) => {
      const { page, frame } = await open({ person: learner, link, storage }, /^Your platform knows who you are/);
      expect(await lookAt(page, { name: `lms-claim-${storage}` })).toEqual([]);
      const before = logins();
      const [window] = await Promise.all([
        page.waitForEvent('popup'),
        frame.getByRole('button', { name: 'Open Cairn in a new window' }).click(),
      ]);
      await window.getByRole('heading', { level: 1, name: 'Data storytelling' }).waitFor();
      await frame.getByText(/^Cairn is open in a window of its own/).waitFor();
      // Nobody asks the platform again: some let a login begin once only.
      expect(logins()).toBe(before);
      await window.reload();
      await window.getByRole('heading', { level: 1, name: 'Data storytelling' }).waitFor();
    },
    MINUTES,
  );

  it(
    'a teacher picks links without leaving the frame',
    async () => {
      const asked = { person: teacher, course, kind: 'deepLinking', storage: 'parent' } as const;
      const { frame } = await open(asked, 'What shall your learners see?');
      await frame.getByLabel('The whole micro-credential').check();
      await frame.getByRole('button', { name: 'Add to the course' }).click();
      await awaitFact(() => Promise.resolve(world.lms.deepLinked.length === 1));
      expect(world.lms.refusals).toEqual([]);
    },
    MINUTES,
  );

  it.each(['none', 'silent', 'failing', 'wrong-origin'] as const)(
    'is offered a login in a window of its own where the platform keeps nothing, before it is asked: %s',
    async (storage) => {
      const before = logins();
      const { page, frame } = await open({ person: learner, link, storage }, 'Open Cairn in a new window');
      const [window] = await Promise.all([
        page.waitForEvent('popup'),
        frame.getByRole('link', { name: 'Open Cairn in a new window' }).click(),
      ]);
      await window.getByRole('heading', { level: 1, name: 'Data storytelling' }).waitFor();
      expect(logins()).toBe(before + 1);
    },
    MINUTES,
  );
});
