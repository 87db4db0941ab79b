import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { awaitFact } from '../support/badges.js';
import { launchChromium } from '../support/chromium.js';
import { startFakeLms } from '../support/fake-lms/index.js';
import type { Course, Person } from '../support/fake-lms/model.js';
import { openFrame } from '../support/lms-frame.js';
import { lookAt } from '../support/look-at.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';
import { visit } from '../support/web-world.js';
import { makeAdministrator, type Member } from '../support/worlds.js';

const MINUTES = 180_000;

// The system is on 127.0.0.1 and Cairn on localhost: to a browser, two sites; and third-party cookies are kept back.
describe('In the frame of a learning-management system', () => {
  let world: LtiWorld;
  let browser: Browser;
  let course: Course;
  let learner: Person;
  let anna: Member;
  let teacher: Person;

  beforeAll(async () => {
    world = await startLtiWorld();
    browser = await launchChromium(['--test-third-party-cookie-phaseout']);
    course = world.lms.course({ title: 'Statistics' });
    teacher = world.lms.addPerson(course, { name: 'Tove Lind', roles: ['Instructor'] });
    learner = world.lms.addPerson(course, { name: 'Amara Okafor', roles: ['Learner'] });
    world.lms.addPerson(course, { name: 'Jonas Weber', roles: ['Learner'] });
    anna = await world.riverside.member('Anna', ['office']);
    await makeAdministrator(world.riverside, anna);
  }, 2 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const open = (address: string) => openFrame(browser, () => address);
  const platformPath = () => `/app/institution/platforms/${world.registrationId}`;
  const link = () => world.lms.deepLinked.at(-1)!.links[0]!;
  const projectLink = () => world.lms.deepLinked.at(-1)!.links[1]!;
  const dueDay = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

  it(
    'a teacher picks what their learners see',
    async () => {
      const { page, frame } = await open(world.lms.pageFor({ person: teacher, course, kind: 'deepLinking' }));
      await frame.getByRole('heading', { level: 1, name: 'What shall your learners see?' }).waitFor();
      expect(await lookAt(page, { name: 'lms-picker' })).toEqual([]);
      await frame.getByLabel('The whole micro-credential').check();
      await frame.getByText('Courses, activities and project').click();
      await frame.getByLabel(/Project: /).check();
      await frame.getByText('Dates (optional)').click();
      await frame.getByText('The days begin and end as in Europe/Vienna.').waitFor();
      expect(await lookAt(page, { name: 'lms-picker-dates' })).toEqual([]);
      const due = frame.getByLabel('Project due at the end of');
      await due.fill('2020-01-31');
      await frame.getByRole('button', { name: 'Add to the course' }).click();
      await frame.getByText('That day is over. Choose a later one.').waitFor();
      expect(await lookAt(page, { name: 'lms-picker-refused' })).toEqual([]);
      await due.fill(dueDay);
      await frame.getByRole('button', { name: 'Add to the course' }).click();
      await frame
        .getByText(new RegExp(`, due ${dueDay}T2[12]:59:59`))
        .first()
        .waitFor();
      await awaitFact(() => Promise.resolve(world.lms.deepLinked.length === 1));
      expect(world.lms.refusals).toEqual([]);
    },
    MINUTES,
  );

  it(
    'a learner studies and hands in',
    async () => {
      const { page, frame } = await open(world.lms.pageFor({ person: learner, link: link() }));
      // The column of the project becomes known by its link.
      await open(world.lms.pageFor({ person: learner, link: projectLink() }));
      await frame.getByText(/^Due /).first().waitFor();
      await frame.getByRole('link', { name: 'Begin' }).first().click();
      await frame.getByRole('heading', { level: 1, name: 'Asking questions' }).waitFor();
      expect(await lookAt(page, { name: 'lms-player' })).toEqual([]);
      await frame.getByRole('button', { name: 'Done, go on' }).click();
      await frame.getByRole('heading', { level: 1, name: 'Honest charts' }).waitFor();
      await frame.getByRole('button', { name: 'Done, go on' }).click();
      await frame.getByRole('heading', { level: 1, name: /^Project: / }).waitFor();
      await frame.getByLabel(/^Text/).fill('Visits fell because the bus stopped running.');
      await frame
        .getByText(/^Saved/)
        .first()
        .waitFor();
      await frame.getByRole('button', { name: 'Hand in' }).click();
      await frame.getByRole('button', { name: 'Hand it in' }).click();
      await frame.getByText('It is handed in.').first().waitFor();
      expect(await frame.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
      const told = () => world.lms.gradeOf(learner, projectLink().item!)?.gradingProgress;
      await awaitFact(() => Promise.resolve(told() === 'PendingManual'));
    },
    MINUTES,
  );

  it(
    'the teacher grades it',
    async () => {
      const { page, frame } = await open(world.lms.pageFor({ person: teacher, link: link() }));
      await frame.getByRole('button', { name: 'Take next' }).click();
      await frame.getByRole('heading', { level: 1, name: /attempt 1/ }).waitFor();
      expect(await lookAt(page, { name: 'lms-grading' })).toEqual([]);
      await frame.getByRole('heading', { level: 1 }).press('3');
      await frame.locator('body').press('ArrowDown');
      await frame.locator('body').press('3');
      await frame.locator('body').press('g');
      await frame.getByRole('dialog', { name: 'Pass this work?' }).getByRole('button', { name: 'Release', exact: true }).click();
    },
    MINUTES,
  );

  it(
    'the learner finds their badge there, and the grade is in the course',
    async () => {
      await awaitFact(async () => (await world.riverside.rows('select from credential')).length === 1);
      const { item } = link();
      await awaitFact(() => Promise.resolve(item !== null && world.lms.finalGrade(learner, item)?.score === 100));
      const { page, frame } = await open(world.lms.pageFor({ person: learner, link: link() }));
      await frame.getByRole('link', { name: /badge/i }).first().click();
      await frame.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await lookAt(page, { name: 'lms-badge' })).toEqual([]);
    },
    MINUTES,
  );

  it(
    'the teacher opens the work behind the grade, from the gradebook',
    async () => {
      const item = link().item!;
      const visited = { person: teacher, link: link(), item, forPerson: learner, kind: 'submissionReview' } as const;
      const { page, frame } = await open(world.lms.pageFor(visited));
      await frame.getByRole('heading', { level: 1, name: /attempt 1/ }).waitFor();
      await frame.getByText('Visits fell because the bus stopped running.').waitFor();
      expect(await lookAt(page, { name: 'lms-review' })).toEqual([]);
    },
    MINUTES,
  );

  it(
    'an administrator sees who is in the course, and who never came has their place',
    async () => {
      const page = await visit({ browser, origin: world.origin, member: anna, path: platformPath() });
      await page.getByRole('row', { name: /Statistics .*\b2 1 0\b.* Read/ }).waitFor();
      expect(await lookAt(page, { name: 'platform-used' })).toEqual([]);
      const [section] = await world.riverside.rows<{ id: string }>('select offering_id as id from lti_section');
      await page.goto(`/app/offerings/${section?.id}`);
      await page.getByRole('row', { name: /Jonas Weber Active/ }).waitFor();
    },
    MINUTES,
  );

  it(
    'an administrator sees what arrived in the gradebook, and what somebody changed there',
    async () => {
      const { item } = link();
      const page = await visit({ browser, origin: world.origin, member: anna, path: platformPath() });
      await page.getByRole('table', { name: 'Columns of the gradebook' }).getByRole('link').first().click();
      await page.getByRole('row', { name: /Amara Okafor 100 of 100 Arrived/ }).waitFor();
      await page.getByRole('button', { name: 'Compare' }).click();
      await page.getByText('The one score there is as it was sent.').waitFor();
      expect(await lookAt(page, { name: 'platform-column' })).toEqual([]);
      world.lms.setGrade(learner, item!, 40);
      await page.getByRole('button', { name: 'Compare' }).click();
      await page.getByRole('row', { name: /Amara Okafor 100 of 100 40 of 100/ }).waitFor();
      await page.getByRole('button', { name: 'Send the score of Amara Okafor again' }).first().click();
      await awaitFact(() => Promise.resolve(world.lms.finalGrade(learner, item!)?.score === 100));
    },
    MINUTES,
  );

  it(
    'an administrator sees that a hand-in which the platform did not want to hear of is no lost grade',
    async () => {
      await world.riverside.rows(
        `update lti_score s set sent = desired - 1, parked = 'rejected', score = score || $1::jsonb
           from lti_line_item l where l.id = s.line_item_id and l.target ->> 'kind' = 'project'`,
        [{ given: null, maximum: null, activity: 'Submitted', comment: null, submittedAt: new Date().toISOString() }],
      );
      const page = await visit({ browser, origin: world.origin, member: anna, path: platformPath() });
      await page.getByText('The LMS does not show that 1 person handed in').waitFor();
      expect(await page.getByText(/given up$/).count()).toBe(0);
      expect(await lookAt(page, { name: 'platform-untold' })).toEqual([]);
      await page
        .getByRole('row', { name: /a project/ })
        .getByRole('link')
        .click();
      await page
        .getByRole('row', { name: /Amara Okafor handed in Waits for the grade .* Nothing is lost: the grade is sent/ })
        .waitFor();
      expect(await lookAt(page, { name: 'platform-column-untold' })).toEqual([]);
    },
    MINUTES,
  );

  it(
    'an administrator sees why the platform does not tell of copied courses, and has it asked again',
    async () => {
      await awaitFact(
        async () => (await world.riverside.rows('select from lti_notice_handler where registered_at is not null')).length > 0,
      );
      await world.riverside.rows(`update lti_notice_handler set registered_at = null, problem = 'forbidden'`);
      const page = await visit({ browser, origin: world.origin, member: anna, path: platformPath() });
      const table = page.getByRole('table', { name: 'Copied courses' });
      await table.getByRole('row', { name: /1 Refused It refuses\. Allow the notification service/ }).waitFor();
      expect(await lookAt(page, { name: 'platform-notices' })).toEqual([]);
      await table.getByRole('button', { name: 'Ask again for deployment 1' }).click();
      await table.getByRole('row', { name: /The LMS tells Nothing is to be done/ }).waitFor();

      await world.riverside.rows(`update lti_notice_handler set registered_at = null, problem = 'unreachable', tried_at = now()`);
      await world.riverside.rows(`update outbox set done_at = null, dead_at = now() where job = 'register-notice-handler'`);
      await page.reload();
      await table.getByRole('row', { name: /1 Given up It did not answer\..* is not asked any more\./ }).waitFor();
      await table.getByRole('button', { name: 'Ask again for deployment 1' }).click();
      await table.getByRole('row', { name: /The LMS tells Nothing is to be done/ }).waitFor();
    },
    MINUTES,
  );

  it(
    'the learner makes it an account of their own, and finds the badge there without the course',
    async () => {
      const email = 'amara.okafor@example.org';
      const { page, frame } = await open(world.lms.pageFor({ person: learner, link: link() }));
      await page.setViewportSize({ width: 360, height: 780 });
      await frame.getByRole('button', { name: 'Make it my account' }).click();
      await frame.getByLabel('Your e-mail address').fill(email);
      await frame.getByRole('button', { name: 'Send the link' }).click();
      const code = (await frame.getByText(/^\d{6}$/).textContent()) ?? '';
      expect(await lookAt(page, { name: 'lms-keep' })).toEqual([]);
      const [letter] = await world.riverside.rows<{ body: string }>('select body from mail_message where recipient = $1', [
        email,
      ]);
      const address = /http:\S+\/lti\/account\/[\w-]{43}/.exec(letter?.body ?? '')?.[0] ?? '';

      // On another device, which knows nothing of the course.
      const phone = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', viewport: { width: 360, height: 780 } });
      const claim = await phone.newPage();
      await claim.goto(address);
      await claim.getByRole('heading', { level: 1, name: 'An account of your own' }).waitFor();
      expect(await lookAt(claim, { name: 'lms-claim' })).toEqual([]);
      await claim.getByLabel('Code').fill(code);
      await claim.getByLabel('New password').fill('four brave little herons');
      await claim.getByRole('button', { name: 'Make it my account' }).click();
      await claim.getByRole('heading', { level: 1, name: 'It is your account' }).waitFor();

      await phone.clearCookies();
      await claim.goto(`${world.origin}/sign-in`);
      await claim.getByLabel('E-mail address').fill(email);
      await claim.getByLabel('Password').fill('four brave little herons');
      await claim.getByRole('button', { name: 'Sign in' }).click();
      await claim.waitForURL(/\/app/);
      await claim.goto(`${world.origin}/app/badges`);
      await claim.getByRole('listitem').getByRole('link').first().click();
      await claim.getByRole('heading', { level: 1 }).first().waitFor();
      await claim.goto(`${world.origin}/app/account/security`);
      await claim.getByText('Riverside Learning').first().waitFor();
      expect(await lookAt(claim, { name: 'account-ways-in' })).toEqual([]);
    },
    MINUTES,
  );

  it(
    'another platform registers itself by a link, and shows Cairn',
    async () => {
      const page = await visit({ browser, origin: world.origin, member: anna, path: '/app/institution/platforms/connect' });
      await page.getByRole('button', { name: 'Make a registration link' }).click();
      const address = await page.getByLabel('Registration link', { exact: true }).inputValue();
      const other = await startFakeLms({ profile: 'moodle', now: () => world.riverside.clock.now().getTime() });
      try {
        const { frame } = await open(other.registrationPageFor(address));
        await frame.getByRole('button', { name: 'Register Cairn here' }).click();
        await frame.getByRole('heading', { level: 1, name: 'Cairn is registered.' }).waitFor();
        other.activate();
        const ethics = other.course({ title: 'Ethics' });
        const dean = other.addPerson(ethics, { name: 'Dean Ito', roles: ['Instructor'] });
        const picking = await open(other.pageFor({ person: dean, course: ethics, kind: 'deepLinking' }));
        await picking.frame.getByLabel('The whole micro-credential').check();
        await picking.frame.getByRole('button', { name: 'Add to the course' }).click();
        await awaitFact(() => Promise.resolve(other.deepLinked.length === 1));
        expect(other.refusals).toEqual([]);
      } finally {
        await other.stop();
      }
    },
    MINUTES,
  );
});
