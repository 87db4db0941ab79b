import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startWebWorld, type WebWorld } from '../support/web-world.js';
import { makeAdministrator } from '../support/worlds.js';

const MINUTES = 60_000;
// A look takes axe three times over a whole page.
const LONG = 3 * MINUTES;
const DAY = 86_400_000;

describe('The office that looks after its learners', () => {
  let web: WebWorld;
  let page: Page;
  beforeAll(async () => {
    web = await startWebWorld({ CAIRN_ROLES: 'api,worker' });
    const { world } = web;
    const offeringId = await world.offer(world.edition.id, {
      title: 'Winter run',
      seats: 4,
      waitlist: true,
      projectDue: { type: 'days-after-start', days: 2, timeZone: null },
    });
    await world.enroll(await world.member('Amara', ['learner']), offeringId);
    const jonas = await world.ready('Jonas', offeringId);
    await world.handIn(jonas);
    page = await web.visit(world.olga, '/app/overview');
  }, 2 * MINUTES);
  afterAll(() => web?.close());

  it(
    'sees how it goes, and finds who needs a word behind the number',
    async () => {
      await page.getByRole('link', { name: /1\s*At risk/ }).waitFor();
      await page.getByRole('img', { name: /^Enrolled by month\. The most: 2/ }).waitFor();
      await page.getByRole('img', { name: /Winter run: 2 enrolled, 0 passed\./ }).waitFor();
      expect(await web.look(page, 'overview')).toEqual([]);
      await page.getByLabel('Offering', { exact: true }).selectOption({ label: 'Autumn run' });
      await page.getByRole('link', { name: /0\s*Enrolled/ }).waitFor();
      await page.getByLabel('Offering', { exact: true }).selectOption({ label: 'All offerings' });
      await page.getByRole('link', { name: /1\s*At risk/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Learners: At risk' }).waitFor();
      await page.getByRole('row', { name: /Amara.*Winter run.*Deadline/ }).waitFor();
      expect(await web.look(page, 'overview-learners')).toEqual([]);
      await page.getByRole('link', { name: 'Amara' }).click();
      await page.getByRole('heading', { level: 1, name: 'Amara' }).waitFor();
    },
    LONG,
  );

  it(
    'gives the learner more time and waives what they know, with reasons that stay on record',
    async () => {
      await page.getByRole('button', { name: 'More time' }).click();
      const dialog = page.getByRole('dialog');
      const later = new Date(Date.now() + 30 * DAY).toISOString().slice(0, 16);
      await dialog.getByLabel('Project is due').fill(later);
      await dialog.getByText('In the time zone Europe/Vienna.').waitFor();
      expect(await web.look(page, 'extend')).toEqual([]);
      await dialog.getByRole('button', { name: 'Extend the deadline' }).click();
      // What is wrong is said with the name of its field, which leads there.
      const notice = dialog.getByRole('alert').filter({ has: page.getByRole('listitem') });
      await notice
        .getByRole('listitem')
        .filter({ hasText: /^Reason: / })
        .waitFor();
      expect(await web.look(page, 'extend-refused')).toEqual([]);
      await notice.getByRole('link', { name: 'Reason' }).click();
      await page.keyboard.type('Ill for two weeks.');
      expect(await dialog.getByLabel('Reason').inputValue()).toBe('Ill for two weeks.');
      await dialog.getByRole('button', { name: 'Extend the deadline' }).click();
      await page.getByText('The deadline is extended.').waitFor();
      await page.getByRole('cell', { name: 'Ill for two weeks.' }).waitFor();

      await page.getByRole('button', { name: 'Waive Asking questions', exact: true }).first().click();
      await page.getByRole('dialog').getByLabel('Reason').fill('Teaches it.');
      await page.getByRole('dialog').getByRole('button', { name: 'Waive', exact: true }).click();
      await page.getByRole('cell', { name: 'Waived: Asking questions' }).waitFor();
      expect(await web.look(page, 'enrollment')).toEqual([]);
    },
    LONG,
  );

  it(
    'grants an accommodation, and sees that there is no other edition to move to',
    async () => {
      await page.getByRole('button', { name: 'Accommodation' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Time in quizzes, times').fill('0.5');
      await dialog.getByRole('button', { name: 'Grant' }).click();
      await dialog.getByRole('link', { name: 'Reason' }).waitFor();
      expect(await web.look(page, 'accommodation-refused')).toEqual([]);
      await dialog.getByLabel('Time in quizzes, times').fill('1.5');
      await dialog.getByLabel('More days for work').fill('7');
      await dialog.getByLabel('Reason').fill('Agreed with the office.');
      await dialog.getByRole('button', { name: 'Grant' }).click();
      await page.getByText('50% more time in quizzes, 7 more days for work').waitFor();
      await page.getByRole('button', { name: 'Move to another edition' }).click();
      await page.getByText('There is no other edition of this micro-credential.').waitFor();
      await page.keyboard.press('Escape');
    },
    LONG,
  );

  it(
    'enrols people from a file after reading what would become of each row',
    async () => {
      await page.getByRole('link', { name: 'Winter run' }).click();
      await page.getByRole('link', { name: 'Enrol from a file' }).click();
      await page.getByRole('heading', { level: 1, name: 'Enrol from a file' }).waitFor();
      expect(await web.look(page, 'people-file')).toEqual([]);
      const buffer = Buffer.from(
        ['email,name', 'lea@example.org,Lea', 'noor@example.org,Noor', 'otto@example.org,Otto', 'paula,Paula', ''].join('\n'),
      );
      await page.getByLabel('CSV file').setInputFiles({ name: 'spring.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: 'Upload and check' }).click();
      await page.getByRole('heading', { level: 1, name: 'spring.csv' }).waitFor();
      await page.getByText('1 row cannot be used and is left out.').waitFor();
      await page.getByRole('row', { name: /Write an address such as lea@example\.org\./ }).waitFor();
      await page.getByRole('row', { name: /Otto.*Will wait/ }).waitFor();
      expect(await web.look(page, 'people-file-report')).toEqual([]);
      await page.getByRole('button', { name: 'Enrol 3 people' }).click();
      await page.getByText('All rows are done.').waitFor();
      await page.getByRole('row', { name: /Otto.*On the waiting list/ }).waitFor();
      await page.getByRole('link', { name: 'Open Lea' }).click();
      await page.getByRole('heading', { level: 1, name: 'Lea' }).waitFor();
    },
    LONG,
  );

  it(
    'shows an administrator in the log who did what, of one person',
    async () => {
      await makeAdministrator(web.world, web.world.olga);
      const admin = await web.visit(web.world.olga, '/app/people');
      await admin.getByRole('link', { name: 'Audit log' }).click();
      await admin.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
      await admin.getByRole('row', { name: /Enrolled people from a file/ }).waitFor();
      expect(await web.look(admin, 'audit')).toEqual([]);
      await admin.getByRole('button', { name: 'Choose a person' }).click();
      await admin.getByLabel('Name or e-mail address').fill('amar');
      await admin.getByRole('button', { name: 'Choose Amara' }).click();
      await admin.getByText('Only events by or about Amara', { exact: true }).waitFor();
      await admin.getByRole('row', { name: /More time given/ }).waitFor();
      await admin.getByLabel('Kind').selectOption({ label: 'Learning' });
      await admin.getByRole('row', { name: /Activities waived/ }).waitFor();
      expect(await admin.getByRole('row', { name: /More time given/ }).count()).toBe(0);
      expect(new URL(admin.url()).searchParams.get('kind')).toBe('learning');
      await admin.context().close();
    },
    LONG,
  );
});
