import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { holds, openOwnCorner, startWebWorld, type WebWorld } from '../support/web-world.js';
import { makeAdministrator } from '../support/worlds.js';

const MINUTES = 60_000;
// A look takes axe three times over a whole page.
const LONG = 3 * MINUTES;

describe('The office in the browser', () => {
  let web: WebWorld;
  let page: Page;
  beforeAll(async () => {
    web = await startWebWorld({ CAIRN_ROLES: 'api' });
    page = await web.visit(web.world.olga, '/app/offerings');
  }, 2 * MINUTES);
  afterAll(() => web?.close());

  it(
    'opens an offering, after being told what is missing',
    async () => {
      await page.getByRole('rowheader').first().waitFor();
      expect(await web.look(page, 'offerings')).toEqual([]);
      await page.getByRole('link', { name: 'New offering' }).click();
      await page.getByRole('heading', { level: 1, name: 'New offering' }).waitFor();
      await page.getByRole('button', { name: 'Open the offering' }).click();
      const title = page.getByLabel('Title');
      expect(await title.getAttribute('aria-invalid')).toBe('true');
      await title.fill('Spring 2027');
      await page.getByLabel('Seats').fill('12');
      expect(await web.look(page, 'offering-new')).toEqual([]);
      const due = page.getByLabel('Project is due');
      await due.selectOption({ label: 'On one day for all' });
      await page.getByLabel('Day', { exact: true }).fill('2020-01-31');
      await page.getByRole('button', { name: 'Open the offering' }).click();
      // Where the server has it inside another field, it is said at this one all the same.
      await page.getByRole('alert').getByRole('link', { name: 'Day', exact: true }).click();
      expect(await page.evaluate('document.activeElement.value')).toBe('2020-01-31');
      expect(await web.look(page, 'offering-refused')).toEqual([]);
      // Whatever is said above or below them, fields beside each other stand in one line.
      const [left, right] = await Promise.all([due.boundingBox(), page.getByLabel('Day', { exact: true }).boundingBox()]);
      expect([left?.y, left?.height]).toEqual([right?.y, right?.height]);
      await due.selectOption({ label: 'No deadline' });
      await page.getByRole('button', { name: 'Open the offering' }).click();
      await page.getByRole('heading', { level: 1, name: 'Spring 2027' }).waitFor();
      const [row] = await web.world.rows<{ seats: number }>(`select seats from offering where title = 'Spring 2027'`);
      expect(row?.seats).toBe(12);
    },
    LONG,
  );

  it(
    'keeps what was typed when the tab is closed in the middle',
    async () => {
      const first = await web.visit(web.world.olga, '/app/offerings/new');
      await first.getByLabel('Title').fill('Half a title');
      await first.close({ runBeforeUnload: false });
      const again = await first.context().newPage();
      await again.goto(`${web.origin}/app/offerings/new`);
      expect(await again.getByLabel('Title').inputValue()).toBe('Half a title');
      await again.context().close();
    },
    LONG,
  );

  it(
    'takes and shows times in the zone of the account, also where the device is in another',
    async () => {
      const abroad = await web.visit(web.world.olga, '/app/offerings/new', { timezoneId: 'America/New_York' });
      await abroad.getByLabel('Title').fill('Autumn 2027');
      const starts = abroad.getByLabel('Learning starts');
      await starts.fill('2027-03-28T02:30');
      await abroad.getByText('The clocks skip this time: Mar 28, 2027, 3:30').waitFor();
      await starts.fill('2027-09-01T09:00');
      const hint = abroad.locator(`[id="${await starts.getAttribute('aria-describedby')}"]`);
      expect(await hint.textContent()).toContain('In the time zone Europe/Vienna.');
      await abroad.getByLabel('Enrolment from').fill('2027-08-01T00:00');
      await abroad.getByRole('button', { name: 'Open the offering' }).click();
      await abroad.getByRole('heading', { level: 1, name: 'Autumn 2027' }).waitFor();
      await abroad.getByText('Sep 1, 2027, 9:00').waitFor();
      const [row] = await web.world.rows<{ at: Date }>(`select starts_at as at from offering where title = 'Autumn 2027'`);
      expect(row?.at).toEqual(new Date('2027-09-01T07:00:00Z'));
      await abroad.getByRole('button', { name: 'Change' }).click();
      expect(await abroad.getByLabel('Learning starts').inputValue()).toBe('2027-09-01T09:00');
      await abroad.context().close();
    },
    LONG,
  );

  it(
    'enrols somebody, finds them in the table, and withdraws them',
    async () => {
      await web.world.member('Mehmet', ['learner']);
      await page.getByRole('button', { name: 'Enrol somebody' }).click();
      await page.getByLabel('Name or e-mail address').fill('mehm');
      await page.getByRole('button', { name: 'Enrol Mehmet' }).click();
      await page.getByText('Mehmet is enrolled.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('rowheader', { name: 'Mehmet' }).waitFor();
      expect(await web.look(page, 'offering')).toEqual([]);
      await page.getByRole('button', { name: 'Withdraw Mehmet' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
      await page.getByText('Mehmet is withdrawn.').waitFor();
      const states = await web.world.rows<{ state: string }>(
        `select e.state from enrollment e join person p on p.id = e.person_id where p.name = 'Mehmet'`,
      );
      expect(states).toEqual([{ state: 'withdrawn' }]);
    },
    LONG,
  );

  it(
    'gives the offering an assessor',
    async () => {
      await page.getByRole('button', { name: 'Add staff' }).click();
      await page.getByRole('button', { name: 'Add Ben' }).click();
      await page.getByText('Ben is added.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Remove Ben as Assessor' }).waitFor();
    },
    LONG,
  );

  it(
    'takes a link for another system, which leads to the offering',
    async () => {
      const address = await page.getByLabel('The micro-credential', { exact: true }).inputValue();
      expect(await page.getByLabel('The project', { exact: true }).inputValue()).toBe(`${address}?show=project`);
      const other = await web.visit(web.world.olga, new URL(address).pathname);
      expect(other.url()).toBe(page.url());
      await other.close();
    },
    LONG,
  );

  it(
    'changes the offering, and neither version is lost when a colleague was faster',
    async () => {
      await page.getByRole('button', { name: 'Change' }).click();
      await page.getByLabel('Title').fill('Spring 2027, evenings');
      const id = page.url().split('/').at(-1) ?? '';
      const { headers } = await web.world.olga.browser.get(`/api/v1/offerings/${id}`);
      const faster = { priceLabel: '€ 40' };
      expect(
        (await web.world.olga.browser.patch(`/api/v1/offerings/${id}`, faster, { 'if-match': String(headers['etag']) })).status,
      ).toBe(200);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Somebody else changed this meanwhile').waitFor();
      expect(await page.getByLabel('Title').inputValue()).toBe('Spring 2027, evenings');
      await page.getByRole('button', { name: 'Take theirs' }).click();
      await page.getByText('Somebody else changed this meanwhile').waitFor({ state: 'hidden' });
      expect(await page.getByLabel('Price').inputValue()).toBe('€ 40');
      await page.getByLabel('Title').fill('Spring 2027, evenings');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { level: 1, name: 'Spring 2027, evenings' }).waitFor();
    },
    LONG,
  );

  it(
    'invites somebody, and hears at the field what is wrong with their address',
    async () => {
      await page.getByRole('link', { name: 'People' }).click();
      await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
      await page.getByRole('rowheader', { name: 'Mehmet' }).waitFor();
      expect(await web.look(page, 'people')).toEqual([]);
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill('Rosa');
      await dialog.getByLabel('E-mail address').fill('rosa');
      await dialog.getByRole('button', { name: 'Send the invitation' }).click();
      await dialog.locator('[aria-invalid]').waitFor();
      expect(await web.look(page, 'invite')).toEqual([]);
      await dialog.getByLabel('E-mail address').fill('rosa@riverside.example');
      await dialog.getByRole('button', { name: 'Send the invitation' }).click();
      await page.getByText('The invitation to rosa@riverside.example is on its way.').waitFor();
      await page.getByRole('rowheader', { name: 'Rosa' }).waitFor();
    },
    LONG,
  );

  it(
    'does all of that without a mouse',
    async () => {
      const keyboard = await web.visit(web.world.olga, '/app/people');
      await keyboard.getByRole('heading', { level: 1, name: 'People' }).waitFor();
      await keyboard.keyboard.press('Tab');
      expect(await keyboard.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
      await keyboard.keyboard.press('Enter');
      await keyboard.keyboard.press('Tab');
      expect(await keyboard.evaluate('document.activeElement.ariaLabel')).toBe('Help about this screen');
      await keyboard.keyboard.press('Tab');
      expect(await keyboard.evaluate('document.activeElement.textContent')).toBe('Invite somebody');
      await keyboard.keyboard.press('Enter');
      await keyboard.getByRole('dialog').waitFor();
      await keyboard.keyboard.press('Escape');
      expect(await keyboard.evaluate('document.activeElement.textContent')).toBe('Invite somebody');
      await keyboard.context().close();
    },
    LONG,
  );

  it(
    'sees in a calendar what happens when, and walks over it by keyboard',
    async () => {
      await web.world.offer(web.world.edition.id, {
        title: 'Far run',
        enrollFrom: '2031-03-03T08:00:00Z',
        enrollUntil: '2031-03-28T08:00:00Z',
        startsAt: '2031-03-31T08:00:00Z',
        seats: 0,
      });
      const calendar = await web.visit(web.world.olga, '/app/offerings');
      await calendar.getByRole('link', { name: 'Calendar', exact: true }).click();
      await calendar.goto('/app/offerings/calendar?day=2031-03-03');
      await calendar.getByRole('heading', { level: 2, name: 'All of March 2031' }).waitFor();
      expect(await calendar.getByRole('link', { name: 'Far run' }).count()).toBe(4);
      expect(await web.look(calendar, 'offering-calendar')).toEqual([]);
      await calendar.locator('[role=grid] button[tabindex="0"]').focus();
      await calendar.keyboard.press('ArrowLeft');
      await holds(calendar, `location.search.includes('2031-03-02')`);
      await calendar.getByText('Nothing on this day.').waitFor();
      await calendar.keyboard.press('PageDown');
      await calendar.getByText('Nothing begins, ends, opens or closes in April 2031').waitFor();
      // The focus went along, over the turn of the month.
      await holds(calendar, `document.activeElement?.getAttribute('aria-label')?.includes('April 2')`);
      await calendar.setViewportSize({ width: 360, height: 800 });
      await calendar.getByRole('button', { name: 'Month before' }).click();
      await calendar.getByText('0 of 0 seats').first().waitFor();
      expect(await calendar.getByRole('grid').isVisible()).toBe(false);
      await calendar.getByRole('link', { name: 'Far run' }).first().click();
      await calendar.getByRole('heading', { level: 1, name: 'Far run' }).waitFor();
      await calendar.context().close();
    },
    LONG,
  );

  it(
    'speaks German to those who want it, and remembers',
    async () => {
      await openOwnCorner(page);
      await page.getByLabel('Language').selectOption('de');
      await page.getByRole('heading', { level: 1, name: 'Personen' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Personen' }).waitFor();
      expect(await page.evaluate('document.documentElement.lang')).toBe('de');
      expect(await web.look(page, 'people-german')).toEqual([]);
      // The browser asks for English; the screen is what counts.
      await page.getByRole('button', { name: 'Jemanden einladen' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill('Ines');
      await dialog.getByLabel('E-Mail-Adresse').fill(web.world.ines.email);
      await dialog.getByRole('button', { name: 'Einladung senden' }).click();
      await dialog.getByText('Diese Person ist schon Mitglied').waitFor();
      await dialog.getByText('Ändern Sie stattdessen ihre Rollen.').waitFor();
      expect(await web.look(page, 'invite-refused')).toEqual([]);
    },
    LONG,
  );

  it(
    'shows an administrator the first steps and their institution',
    async () => {
      await makeAdministrator(web.world, web.world.olga);
      const admin = await web.visit(web.world.olga, '/app/first-steps');
      await admin.getByRole('link', { name: 'Go: Name your institution' }).waitFor();
      expect(await web.look(admin, 'first-steps')).toEqual([]);
      await admin.getByRole('link', { name: 'Go: Name your institution' }).click();
      await admin.getByLabel('Name', { exact: true }).fill('Riverside University of Applied Sciences');
      expect(await web.look(admin, 'institution')).toEqual([]);
      await admin.getByRole('button', { name: 'Save' }).click();
      await admin.getByRole('link', { name: 'Riverside University of Applied Sciences' }).waitFor();
      await admin.context().close();
    },
    LONG,
  );
});
