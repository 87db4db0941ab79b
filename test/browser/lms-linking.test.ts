import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import type { Course, Link, Person } from '../support/fake-lms/model.js';
import { openFrame } from '../support/lms-frame.js';
import { lookAt } from '../support/look-at.js';
import { LtiGuests } from '../support/lti-guests.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';
import { visit } from '../support/web-world.js';
import type { Member } from '../support/worlds.js';

const MINUTES = 180_000;

// The system is on 127.0.0.1 and Cairn on localhost: to a browser, two sites; and third-party cookies are kept back.
describe('An account that there is already, and a course of an LMS', () => {
  let world: LtiWorld;
  let guests: LtiGuests;
  let browser: Browser;
  let course: Course;
  let link: Link;
  let lea: Member;
  let inCourse: Person;

  beforeAll(async () => {
    world = await startLtiWorld();
    guests = new LtiGuests(world);
    browser = await launchChromium(['--test-third-party-cookie-phaseout']);
    course = world.lms.course({ title: 'Statistics' });
    link = world.lms.addLink(course, { title: 'Data storytelling', custom: world.target('micro-credential') });
    inCourse = world.lms.addPerson(course, { name: 'L. Berger', roles: ['Learner'] });
    lea = await world.riverside.member('Lea', ['learner']);
  }, 2 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const open = (person: Person) => openFrame(browser, () => world.lms.pageFor({ person, link }));
  const account = (path: string, member = lea) => visit({ browser, origin: world.origin, member, path });
  const personIn = async (person: Person) => (await guests.identityOf({ person }))?.personId;

  /** In the course, by the offer on its page; answers the code that is shown there. */
  const ask = async (frame: FrameLocator, email: string): Promise<string> => {
    await frame.getByRole('button', { name: 'Make it my account' }).click();
    await frame.getByLabel('Your e-mail address').fill(email);
    await frame.getByRole('button', { name: 'Send the link' }).click();
    return (await frame.getByText(/^\d{6}$/).textContent()) ?? '';
  };
  const openLetter = async (page: Page, email: string) => page.goto(`${world.origin}/lti/account/${await guests.tokenTo(email)}`);

  it(
    'are linked by who is signed in, with the code that the course shows',
    async () => {
      const { page, frame } = await open(inCourse);
      const code = await ask(frame, lea.email);
      expect(await lookAt(page, { name: 'lms-link-asked' })).toEqual([]);

      const own = await account('/app');
      await openLetter(own, lea.email);
      await own.getByRole('heading', { level: 1, name: 'Link your account' }).waitFor();
      await own.getByText(/Whoever opens the course in Riverside Learning under your name/).waitFor();
      expect(await lookAt(own, { name: 'lms-link' })).toEqual([]);
      // Whoever mistypes it is told beside the field, and nothing happened.
      await own.getByLabel('Code').fill(code === '000000' ? '000001' : '000000');
      await own.getByRole('button', { name: 'Link my account' }).click();
      await own.getByText('Enter the six digits that your course showed when you asked.').first().waitFor();
      expect(await personIn(inCourse)).not.toBe(lea.personId);
      await own.getByLabel('Code').fill(code);
      await own.getByRole('button', { name: 'Link my account' }).click();
      await own.getByRole('heading', { level: 1, name: 'Your account is linked' }).waitFor();
      expect(await lookAt(own, { name: 'lms-linked' })).toEqual([]);
    },
    MINUTES,
  );

  it(
    'share what is learned: done in the course, it is in the account, and the course offers no other account',
    async () => {
      const { frame } = await open(inCourse);
      await frame.getByRole('link', { name: 'Begin' }).first().click();
      await frame.getByRole('heading', { level: 1, name: 'Asking questions' }).waitFor();
      await frame.getByRole('button', { name: 'Done, go on' }).click();
      await frame.getByRole('heading', { level: 1, name: 'Honest charts' }).waitFor();
      expect(await frame.getByRole('button', { name: 'Make it my account' }).count()).toBe(0);
      expect(await personIn(inCourse)).toBe(lea.personId);

      const own = await account('/app');
      await own.getByRole('link', { name: 'Data Storytelling' }).first().click();
      await own.getByRole('heading', { level: 1, name: 'Data Storytelling' }).waitFor();
      await own.getByText('50%').first().waitFor();
      expect(await lookAt(own, { name: 'lms-linked-learning' })).toEqual([]);
    },
    MINUTES,
  );

  it(
    'are unlinked in the account: what was done stays there, and the course begins anew',
    async () => {
      const own = await account('/app/account/security');
      await own.getByRole('button', { name: 'Unlink Riverside Learning' }).click();
      const question = own.getByRole('dialog', { name: 'Unlink Riverside Learning?' });
      await question.getByText(/What you did stays in this account/).waitFor();
      expect(await lookAt(own, { name: 'lms-unlink' })).toEqual([]);
      await question.getByRole('button', { name: 'Unlink' }).click();
      await own.getByText('Riverside Learning no longer opens your account.').waitFor();
      await own.getByRole('heading', { name: 'Ways in by an LMS' }).waitFor({ state: 'detached' });

      const { frame } = await open(inCourse);
      await frame.getByRole('button', { name: 'Make it my account' }).waitFor();
      await frame.getByRole('link', { name: 'Begin' }).first().waitFor();
      expect(await personIn(inCourse)).not.toBe(lea.personId);
      await own.goto('/app');
      await own.getByRole('link', { name: 'Data Storytelling' }).first().click();
      await own.getByText('50%').first().waitFor();
    },
    MINUTES,
  );

  it(
    'are not linked once something is recorded in the course, and the page says what can be done instead',
    async () => {
      const rosa = await world.riverside.member('Rosa', ['learner']);
      const started = world.lms.addPerson(course, { name: 'R. Lang', roles: ['Learner'] });
      const { page, frame } = await open(started);
      const code = await ask(frame, rosa.email);
      const own = await account('/app', rosa);
      await openLetter(own, rosa.email);
      await own.getByRole('heading', { level: 1, name: 'Link your account' }).waitFor();
      // Meanwhile they go on in the course.
      await frame.getByRole('link', { name: 'Begin' }).first().click();
      await frame.getByRole('button', { name: 'Done, go on' }).click();
      await frame.getByRole('heading', { level: 1, name: 'Honest charts' }).waitFor();
      await page.close();

      await own.getByLabel('Code').fill(code);
      await own.getByRole('button', { name: 'Link my account' }).click();
      await own.getByRole('heading', { level: 1, name: 'This cannot be done' }).waitFor();
      await own
        .getByText(/Ask once more in the course, with another address/)
        .first()
        .waitFor();
      expect(await lookAt(own, { name: 'lms-link-refused' })).toEqual([]);
      expect(await own.getByRole('button', { name: 'Link my account' }).count()).toBe(0);
      expect(await personIn(started)).not.toBe(rosa.personId);
    },
    MINUTES,
  );

  it(
    'are not linked by who is signed in as somebody else on that device',
    async () => {
      const nora = await world.riverside.member('Nora', ['learner']);
      const { frame } = await open(world.lms.addPerson(course, { name: 'N. Weiss', roles: ['Learner'] }));
      await ask(frame, nora.email);
      const other = await account('/app', lea);
      await openLetter(other, nora.email);
      await other.getByText('You are signed in here as somebody else.').waitFor();
      expect(await lookAt(other, { name: 'lms-link-somebody-else' })).toEqual([]);
      await other.getByRole('button', { name: 'Sign out' }).click();
      await openLetter(other, nora.email);
      await other.getByLabel('Password of your account').waitFor();
    },
    MINUTES,
  );
});
