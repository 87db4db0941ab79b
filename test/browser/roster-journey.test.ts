import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CarryOutAct } from '../../src/modules/enrollment/use-cases/acts/carry-out-act.js';
import { addManyPlaces } from '../support/many-places.js';
import { holds, startWebWorld, type WebWorld } from '../support/web-world.js';

const MANY = 2_000;
const LONG = 120_000;

describe('The office’s list of all places in the browser', () => {
  let web: WebWorld;
  let page: Page;
  beforeAll(async () => {
    web = await startWebWorld({ CAIRN_ROLES: 'api' });
    const { database, institutionId, edition } = web.world;
    const offeringId = await web.world.offer(edition.id, { title: 'Of thousands' });
    await addManyPlaces(database.superuserUrl, { institutionId, offeringId, editionId: edition.id, count: MANY });
    page = await web.visit(web.world.olga, '/app/enrollments');
  }, LONG);
  afterAll(() => web?.close());

  const act = () => page.url().split('/').at(-1) ?? '';
  const work = () => web.world.get(CarryOutAct).run({ institutionId: web.world.institutionId }, act());

  it(
    'scrolls through thousands by keyboard with few of them on the page',
    async () => {
      await page.getByText('2,000 places', { exact: true }).waitFor();
      await page.getByRole('row', { name: /Given0 Family0 2000/ }).waitFor();
      expect(await web.look(page, 'roster')).toEqual([]);
      const table = page.getByRole('table', { name: 'Enrolments' });
      expect(await table.getAttribute('aria-rowcount')).toBe(String(MANY + 1));
      await page.getByRole('region', { name: 'Enrolments' }).focus();
      const oldest = page.locator(`[aria-rowindex="${MANY + 1}"]`);
      for (let step = 0; step < 200 && (await oldest.count()) === 0; step++) {
        await page.keyboard.press('End');
        await holds(page, `!document.querySelector('[role=table][aria-busy=true]')`);
      }
      expect(await oldest.textContent()).toContain('many.1@riverside.example');
      expect(await page.getByRole('row').count()).toBeLessThan(60);
    },
    LONG,
  );

  it(
    'finds its place again after a look at somebody',
    async () => {
      const somebody = page.getByRole('link', { name: 'Given5 Family5 5', exact: true });
      await somebody.scrollIntoViewIfNeeded();
      const left = await somebody.boundingBox();
      await somebody.click();
      await page.getByRole('heading', { level: 1, name: 'Given5 Family5 5' }).waitFor();
      await page.goBack();
      await somebody.waitFor();
      expect(await somebody.boundingBox()).toEqual(left);
    },
    LONG,
  );

  it(
    'folds the filters away on a narrow screen, but not those in use',
    async () => {
      const narrow = await web.visit(web.world.olga, '/app/enrollments?state=withdrawn&atRisk=true', {
        viewport: { width: 360, height: 740 },
      });
      await narrow.getByText('No place fits these filters').waitFor();
      expect(await narrow.getByLabel('Order').isVisible()).toBe(false);
      await narrow.getByRole('button', { name: 'Remove the filter: Only those at risk' }).click();
      await narrow.getByText('200 places', { exact: true }).waitFor();
      expect(await narrow.evaluate('document.activeElement.textContent')).toBe('Filters (1)');
      await narrow.keyboard.press('Enter');
      await narrow.getByLabel('Order').selectOption('oldest');
      await narrow.getByRole('row', { name: /Given10 Family0 10\b/ }).waitFor();
      expect(await web.look(narrow, 'roster-narrow')).toEqual([]);
      await narrow.context().close();
    },
    LONG,
  );

  it(
    'finds by the beginnings of words, and keeps it in the address',
    async () => {
      await page.getByLabel('Name or address').fill('given7 1907');
      await page.keyboard.press('Enter');
      await page.getByText('1 place', { exact: true }).waitFor();
      expect(new URL(page.url()).searchParams.get('q')).toBe('given7 1907');
      await page.getByLabel('Name or address').fill('family7');
      await page.keyboard.press('Enter');
      await page.getByText('200 places', { exact: true }).waitFor();
    },
    LONG,
  );

  it(
    'withdraws all that are found, after a look, and undoes it',
    async () => {
      await page.getByRole('button', { name: 'Select all 200 that are found' }).click();
      await page.getByRole('button', { name: 'Withdraw' }).click();
      await page.getByRole('dialog').getByLabel('Reason').fill('The run is called off');
      await page.getByRole('button', { name: 'Show what would happen' }).click();
      await page.getByRole('heading', { level: 2, name: 'Nothing is done yet' }).waitFor();
      expect(await web.look(page, 'roster-act')).toEqual([]);
      await page.getByRole('button', { name: 'Withdraw 200 places' }).click();
      await page.getByRole('heading', { level: 2, name: 'At work' }).waitFor();
      await work();
      await page.getByRole('heading', { level: 2, name: 'Done' }).waitFor();
      await page.getByRole('button', { name: 'Undo 200 withdrawals' }).click();
      await page.getByRole('heading', { level: 2, name: 'Being undone' }).waitFor();
      await work();
      await page.getByRole('heading', { level: 2, name: 'Undone' }).waitFor();
      await page.getByRole('link', { name: 'Changes to many' }).click();
      await page.getByRole('rowheader', { name: 'Withdraw' }).waitFor();
      expect(await web.look(page, 'roster-acts')).toEqual([]);
      const [row] = await web.world.rows<{ count: number }>(
        `select count(*)::int from enrollment e join person p on p.id = e.person_id where p.name like '% Family7 %' and state = 'active'`,
      );
      expect(row?.count).toBe(200);
    },
    LONG,
  );

  it(
    'moves all that are found to another offering, and says why others stay',
    async () => {
      const { world } = web;
      const spring = await world.offer(world.edition.id, { title: 'Spring', seats: 3 });
      await page.goto('/app/enrollments?q=family7');
      await page.getByRole('button', { name: 'Select all 200 that are found' }).click();
      await page.getByRole('button', { name: 'Move to another offering' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Where they go').selectOption({ label: 'Spring' });
      await dialog.getByLabel('Reason').fill('The run is called off');
      expect(await web.look(page, 'roster-move')).toEqual([]);
      await dialog.getByRole('button', { name: 'Show what would happen' }).click();
      await page.getByRole('link', { name: 'Spring' }).waitFor();
      await page.getByText('No seat is free for them.').first().waitFor();
      expect(await web.look(page, 'roster-moved')).toEqual([]);
      await page.getByRole('button', { name: 'Move 3 places' }).click();
      await page.getByRole('heading', { level: 2, name: 'At work' }).waitFor();
      await work();
      await page.getByRole('button', { name: 'Move 3 places back' }).waitFor();
      const [row] = await world.rows<{ count: number }>('select count(*)::int from enrollment where offering_id = $1', [spring]);
      expect(row?.count).toBe(3);
    },
    LONG,
  );

  it(
    'says whose days its filters count by: those of the institution here, those of the reader elsewhere',
    async () => {
      const { rows, olga } = web.world;
      const zone = (name: string) => rows('update person set time_zone = $2 where id = $1', [olga.personId, name]);
      await zone('America/New_York');
      const abroad = await web.visit(olga, '/app/enrollments');
      const hint = async (label: string) => {
        const id = await abroad.getByLabel(label).getAttribute('aria-describedby');
        return (await abroad.locator(`[id="${id}"]`).textContent())?.trim();
      };
      expect(await hint('Enrolled from')).toBe('A day in Europe/Vienna.');
      await abroad.goto('/app/completions');
      expect(await hint('Completed until')).toBe('A day in America/New_York.');
      expect(await web.look(abroad, 'completions-empty')).toEqual([]);
      await zone('Europe/Vienna');
      await abroad.context().close();
    },
    LONG,
  );

  it(
    'gives more time to those who were chosen, and hears at each field what is missing',
    async () => {
      await page.goto('/app/enrollments?q=given7+1907');
      await page.getByRole('checkbox', { name: /^Select Given7/ }).check();
      await page.getByRole('button', { name: 'Give more time' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('In the time zone Europe/Vienna.').waitFor();
      expect(await web.look(page, 'roster-extend')).toEqual([]);
      await dialog.getByRole('button', { name: 'Show what would happen' }).click();
      await dialog.getByRole('link', { name: 'Project is due' }).waitFor();
      expect(await web.look(page, 'roster-extend-refused')).toEqual([]);
      await dialog.getByRole('link', { name: 'Reason' }).click();
      await page.keyboard.type('The library was closed.');
      await dialog.getByLabel('Project is due').fill('2031-05-02T18:00');
      await dialog.getByRole('button', { name: 'Show what would happen' }).click();
      await page.getByRole('heading', { level: 2, name: 'Nothing is done yet' }).waitFor();
      const [planned] = await web.world.rows<{ due: Date }>(`select due_at as due from enrollment_act where kind = 'extend'`);
      expect(planned?.due).toEqual(new Date('2031-05-02T16:00:00Z'));
    },
    LONG,
  );

  it(
    'writes to those who were chosen, after a look at the letter and at who gets it',
    async () => {
      await page.goto('/app/enrollments?q=given7+1907');
      await page.getByRole('checkbox', { name: /^Select Given7/ }).check();
      await page.getByRole('button', { name: 'Write a reminder' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Subject').fill('Are you coming, {{person.name}}?');
      expect(await web.look(page, 'roster-remind')).toEqual([]);
      await dialog.getByRole('button', { name: 'Show what would happen' }).click();
      await page.getByText('Are you coming, Amara Okafor?').waitFor();
      expect(await web.look(page, 'roster-letter')).toEqual([]);
      await page.getByRole('button', { name: 'Send 1 letter' }).press('Enter');
      await page.getByRole('heading', { level: 2, name: 'At work' }).waitFor();
      await work();
      await page.getByRole('heading', { level: 2, name: 'Done' }).waitFor();
      await page.getByText('Written to', { exact: true }).last().waitFor();
      const mails = await web.world.rows(`select subject from mail_message where subject like 'Are you coming, Given7 %'`);
      expect(mails).toHaveLength(1);
    },
    LONG,
  );
});
