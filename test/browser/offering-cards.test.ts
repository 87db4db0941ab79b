import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { freePort, launchChromium } from '../support/chromium.js';
import { lookAt } from '../support/look-at.js';
import { visit } from '../support/web-world.js';
import { makeAdministrator, type Member, type Riverside, startRiverside } from '../support/worlds.js';

const MINUTES = 180_000;
const PASSWORD = 'four brave little herons';

// The site is on 127.0.0.1 and Cairn on localhost: to a browser, two sites.
describe('An offering on a site without LTI', () => {
  let world: Riverside;
  let browser: Browser;
  let origin: string;
  let site: Site;
  let admin: Member;
  /** What the office copies. */
  let snippet = '';

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    world = await startRiverside({ CAIRN_PUBLIC_URL: origin });
    await world.app.listen(port, '127.0.0.1');
    browser = await launchChromium(['--test-third-party-cookie-phaseout']);
    site = await startSite();
    admin = await world.member('Anna', ['office']);
    await makeAdministrator(world, admin);
  }, 2 * MINUTES);
  afterAll(async () => {
    await browser?.close();
    site?.server.close();
    await world?.close();
  });

  const open = (member: Member, path: string) => visit({ browser, origin, member, path });

  it(
    'an administrator names the site that may show it, and the office copies the card',
    async () => {
      const page = await open(admin, '/app/institution/platforms');
      const form = page.getByRole('form', { name: 'Sites without LTI' });
      await form.getByLabel('Sites that may show cards').fill('http://www.riverside.example/courses');
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Give an address that begins with https://.').first().waitFor();
      expect(await lookAt(page, { name: 'embedding-refused' })).toEqual([]);
      await form.getByLabel('Sites that may show cards').fill(site.origin);
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').first().waitFor();

      const offering = await open(world.olga, `/app/offerings/${world.offeringId}`);
      await offering.getByText(`These sites may show it: ${site.origin}.`).waitFor();
      snippet = await offering.getByLabel('A card for a page (HTML)').inputValue();
      expect(await lookAt(offering, { name: 'offering-links' })).toEqual([]);
    },
    MINUTES,
  );

  it(
    'is shown there, down to 320 pixels, and nowhere else',
    async () => {
      site.body = snippet;
      const page = await site.open(browser);
      const card = page.frameLocator('iframe');
      await card.getByRole('heading', { level: 1, name: 'Data Storytelling' }).waitFor();
      // Drawn when it is first asked for; refuses where there is none.
      await card.locator('img').evaluate((image: { decode: () => Promise<void> }) => image.decode());
      expect(await lookAt(page, { name: 'offering-card' })).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      const missing = await card
        .locator('html')
        .evaluate((html: { clientHeight: number; scrollHeight: number }) => html.scrollHeight - html.clientHeight);
      expect(missing).toBe(0);

      const other = await startSite();
      other.body = snippet;
      try {
        const stranger = await other.open(browser);
        const complaint = stranger.waitForEvent('console', { predicate: (message) => /frame-ancestors/.test(message.text()) });
        await stranger.reload();
        await complaint;
        expect(await stranger.frameLocator('iframe').getByText('Data Storytelling').count()).toBe(0);
      } finally {
        other.server.close();
      }
    },
    MINUTES,
  );

  it(
    'brings a newcomer by their invitation to where they can enrol',
    async () => {
      const page = await site.open(browser);
      const [tab] = await Promise.all([
        page.waitForEvent('popup'),
        page
          .frameLocator('iframe')
          .getByRole('link', { name: /Go there/ })
          .click(),
      ]);
      await tab.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      const email = 'noor@riverside.example';
      const invited = await world.olga.browser.post('/api/v1/invitations', { email, name: 'Noor', roles: ['learner'] });
      expect(invited.status).toBe(201);
      const [letter] = await world.rows<{ body: string }>('select body from mail_message where recipient = $1', [email]);
      await tab.goto(/http:\S+\/invitations\/[\w-]+/.exec(letter?.body ?? '')?.[0] ?? '');
      await tab.getByLabel('Choose a password').fill(PASSWORD);
      await tab.getByRole('button', { name: 'Accept' }).click();
      await tab.waitForURL(`${origin}/app/enroll/${world.offeringId}`);
      await tab.getByRole('heading', { level: 1 }).waitFor();
    },
    MINUTES,
  );
});

interface Site {
  server: Server;
  origin: string;
  /** Of its one page. */
  body: string;
  open: (browser: Browser) => Promise<Page>;
}

/** A site that is not ours, of one page. */
async function startSite(): Promise<Site> {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8')
      .end(`<!doctype html><html lang="en"><title>A site</title><meta name="viewport" content="width=device-width">
        <main><h1>Courses</h1>${site.body}</main></html>`),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: Site = {
    server,
    origin,
    body: '',
    open: async (browser) => {
      const context = await browser.newContext({ locale: 'en', viewport: { width: 800, height: 700 } });
      const page = await context.newPage();
      await page.goto(origin);
      return page;
    },
  };
  return site;
}
