import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { RETURN } from '../support/riverside-edition.js';
import { readICalendar } from '../support/strict-icalendar.js';
import { holds, startWebWorld, type WebWorld } from '../support/web-world.js';
import type { Learner } from '../support/worlds.js';

const MINUTES = 60_000;
// A look takes axe three times over a whole page.
const LONG = 3 * MINUTES;
const DAY = 24 * 60 * MINUTES;

describe('The time of a learner in the browser', () => {
  let web: WebWorld;
  let amara: Learner;
  let page: Page;
  beforeAll(async () => {
    web = await startWebWorld({ CAIRN_ROLES: 'api' });
    const { world } = web;
    const dated = await world.offer(world.edition.id, {
      title: 'Spring run',
      endsAt: new Date(world.clock.now().getTime() + 60 * DAY).toISOString(),
      projectDue: { type: 'days-after-start', days: 14, timeZone: 'Europe/Vienna' },
      latePolicy: { graceMinutes: 0, penaltyPercentPerDay: 10, floorPercent: 50, cutoffDays: 7 },
    });
    amara = await world.enroll(await world.member('Amara', ['learner']), dated);
    page = await web.visit(amara, '/app/calendar');
  }, 2 * MINUTES);
  afterAll(() => web?.close());

  it(
    'shows what is due, and what is done with late work',
    async () => {
      await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor();
      await page.getByText('Late work loses 10% of the points').waitFor();
      expect(await page.getByRole('link', { name: 'One-page brief' }).count()).toBe(2);
    },
    LONG,
  );

  it(
    'plans their time, and shows it in the calendar',
    async () => {
      await page.getByRole('button', { name: 'Plan my time for Data Storytelling' }).click();
      await page.getByRole('button', { name: 'Keep the plan' }).click();
      await page.getByText('Choose a time for at least one day.').waitFor();
      await page.getByLabel('Saturday', { exact: true }).selectOption('240');
      expect(await web.look(page, 'plan')).toEqual([]);
      await page.getByRole('button', { name: 'Keep the plan' }).click();
      await page.getByText('The plan is in your calendar.').waitFor();
      await page.getByText(/Each week: Sat 4 hr/).waitFor();
      await page.getByText('Study time').first().waitFor();
      expect(await web.look(page, 'calendar')).toEqual([]);
    },
    LONG,
  );

  it(
    'walks over the month by the keyboard, hears what is on each day, and takes the plan back',
    async () => {
      await page.getByRole('link', { name: 'Month', exact: true }).click();
      const [due] = await web.world.rows<{ day: string; before: string }>(
        `select (project_due_at at time zone 'Europe/Vienna')::date::text as day,
                ((project_due_at at time zone 'Europe/Vienna')::date - 1)::text as before from enrollment where id = $1`,
        [amara.enrollmentId],
      );
      await page.goto(`/app/calendar/month?day=${due?.before}`);
      await page.locator('[role=grid] button[tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
      await holds(page, `location.search.includes('${due?.day}')`);
      await holds(page, `/[1-9] entr/.test(document.activeElement?.getAttribute('aria-label') ?? '')`);
      await page.getByRole('link', { name: 'One-page brief' }).first().waitFor();
      expect(await web.look(page, 'calendar-month')).toEqual([]);
      await page.keyboard.press('PageDown');
      await holds(page, `!location.search.includes('${due?.day}')`);
      await page.getByRole('button', { name: 'Change the plan for Data Storytelling' }).click();
      await page.getByRole('button', { name: 'Take the plan back' }).click();
      await page.getByText('The plan is taken back.').waitFor();
    },
    LONG,
  );

  it(
    'makes a private address that other programs read, and turns it off',
    async () => {
      await page.getByRole('button', { name: 'Make an address' }).click();
      const address = await page.getByLabel('Address of your calendar').inputValue();
      const read = async () => fetch(address);
      const { events } = readICalendar(Buffer.from(await (await read()).arrayBuffer()));
      expect(events.map(({ summary }) => summary)).toContain('Due: One-page brief');
      await page.getByRole('button', { name: 'Turn it off' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Turn it off' }).click();
      await page.getByText('The address is turned off.').waitFor();
      expect((await read()).status).toBe(404);
    },
    LONG,
  );

  it(
    'writes a note that is kept, and neither version is lost when another device was faster',
    async () => {
      const [activityId] = web.world.edition.activityIds;
      await page.goto(`/app/learning/${amara.enrollmentId}/activities/${activityId}`);
      await page.getByText('My note').click();
      const note = page.getByLabel('What you want to keep');
      await note.fill('Ask *who* asks.');
      await page.getByText(/^Saved \d/).waitFor();
      const path = `${amara.path}/activities/${activityId}/note`;
      await amara.browser.put(path, { text: 'From the phone.' }, { 'if-match': '"v1"' });
      await note.fill('Ask *who* asks, and why.');
      await page.getByText('You changed this somewhere else meanwhile').waitFor();
      await page.getByText('From the phone.').waitFor();
      expect(await web.look(page, 'note-conflict')).toEqual([]);
      await page.getByRole('button', { name: 'Keep this one' }).click();
      await page.getByText(/^Saved \d/).waitFor();
      expect((await amara.browser.get(path)).json()).toMatchObject({ text: 'Ask *who* asks, and why.' });
      await page.getByRole('link', { name: 'All notes' }).click();
      await page.getByLabel('Search in my notes').fill('WHO');
      await page.getByText('1 shown').waitFor();
      expect(await web.look(page, 'notes')).toEqual([]);
    },
    LONG,
  );

  it(
    'hears by the bell of feedback, reads it, and chooses where to hear of it',
    async () => {
      await web.world.study(amara);
      await web.world.assess(web.world.ada, (await web.world.handIn(amara)).id, RETURN);
      await page.goto('/app/');
      await page.getByRole('link', { name: 'Notifications: 1 new' }).click();
      await page.getByRole('link', { name: 'Your project in Data Storytelling came back with feedback' }).waitFor();
      expect(await web.look(page, 'notifications')).toEqual([]);
      await page.getByRole('button', { name: 'Mark all as read' }).click();
      await page.getByRole('link', { name: 'Notifications', exact: true }).waitFor();
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('group', { name: 'Feedback on my project' }).getByLabel('By mail').uncheck();
      await page.getByText('Your choice is kept.').waitFor();
      expect(await web.look(page, 'notification-settings')).toEqual([]);
    },
    LONG,
  );
});
