import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { okay, talkativeBadge } from '../support/chosen-badges.js';
import { freePort, launchChromium } from '../support/chromium.js';
import { lookAt, lookMagnified, USUAL } from '../support/look-at.js';
import type { StoredBadge } from '../support/badges.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

const NARROW = { viewport: { width: 360, height: 740 } };

describe('The pages of a learner’s badges, without JavaScript', () => {
  let world: Riverside;
  let browser: Browser;
  let origin: string;
  let amara: Learner;
  let badge: StoredBadge;
  const paths = { shared: '', portfolio: '', evidence: '' };

  beforeAll(async () => {
    browser = await launchChromium();
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    world = await startRiverside({ CAIRN_PUBLIC_URL: origin });
    await world.app.listen(port, '127.0.0.1');
    ({ amara, badge } = await talkativeBadge(world));
    const api = `/api/v1/credentials/${badge.id}`;
    const link = { label: 'Wasserwerk', expiresAt: new Date(Date.now() + 86_400_000).toISOString() };
    paths.shared = okay(await amara.browser.post(`${api}/share-links`, link)).json<{ url: string }>().url;
    const portfolio = { title: '', introduction: 'What I learned.', showName: true, published: true, credentialIds: [badge.id] };
    okay(await amara.browser.put(`${api}/visibility`, { visibility: 'public' }));
    paths.portfolio = okay(await amara.browser.put('/api/v1/portfolio', portfolio, { 'if-match': '"v0"' })).json<{
      url: string;
    }>().url;
    paths.evidence = (JSON.parse(badge.signed) as { evidence: { id: string }[] }).evidence[0]?.id ?? '';
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const visits: [string, () => string, string][] = [
    ['own-badges', () => `${origin}/account/badges`, 'Who sees “Data Storytelling”'],
    ['badge-sharing', () => `${origin}/account/badges/${badge.id}/sharing`, 'Wasserwerk, until'],
    ['badge-choices', () => `${origin}/account/badges/choices/${amara.enrollmentId}`, 'Show my name'],
    ['shared', () => paths.shared, 'claim: fully, 4 points'],
    ['portfolio', () => paths.portfolio, 'Badges of Amara'],
    ['evidence', () => paths.evidence, 'names this address as evidence'],
  ];

  const open = async (url: string, options: BrowserContextOptions = {}): Promise<{ page: Page; close: () => Promise<void> }> => {
    const context = await browser.newContext({ viewport: USUAL, reducedMotion: 'reduce', javaScriptEnabled: false, ...options });
    const [name = '', value = ''] = (amara.browser.cookie ?? '').split('=');
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    await page.goto(url);
    return { page, close: () => context.close() };
  };

  it.each(visits)('%s: has no barrier that axe can find, and fits however it is magnified', async (name, url, shows) => {
    const plain = await open(url());
    // What looks at a page is a script itself; the page has none.
    const looked = await open(url(), { javaScriptEnabled: true });
    try {
      expect(await plain.page.innerText('main')).toContain(shows);
      expect(await lookAt(looked.page, { name })).toEqual([]);
      expect(await lookMagnified(looked.page, { name })).toEqual([]);
    } finally {
      await plain.close();
      await looked.close();
    }
  });

  it('let the learner share a badge with one person, end that, and ask for a name to be put right', async () => {
    const { page, close } = await open(`${origin}/account/badges`, NARROW);
    try {
      await page.click(`a[href="/account/badges/${badge.id}/sharing"]`);
      await page.fill('input[name="label"]', 'Stadtwerke');
      await page.check('input[name="days"][value="7"]');
      await page.click('text=Make a link');
      const address = (await page.getAttribute('.notice a', 'href')) ?? '';
      const visit = async () => {
        const url = new URL(address).pathname;
        return (await world.app.inject({ method: 'GET', url, headers: { accept: 'text/html' } })).statusCode;
      };
      expect(await visit()).toBe(200);
      await page.click('text=Your badges');
      await page.click(`a[href="/account/badges/${badge.id}/sharing"]`);
      expect(await page.innerText('main')).not.toContain(address);
      expect(await page.innerText('main')).toContain('Stadtwerke, until');
      expect(await page.innerText('main')).toContain('opened once');
      await page.click('button[aria-label="End the link for Stadtwerke"]');
      expect(await page.innerText('main')).toContain('The link is ended');
      expect(await visit()).toBe(404);
      await page.fill('input[name="name"]', 'Amara Diallo-Weber');
      await page.click('text=Ask for a correction');
      expect(await page.innerText('main')).toContain('You asked the office to show “Amara Diallo-Weber” instead.');
    } finally {
      await close();
    }
    expect((await world.olga.browser.get(`/account/badges/${badge.id}/sharing`)).status).toBe(404);
  });

  it('let the learner hide a badge and choose what the next one says, by keyboard and mouse alone', async () => {
    const { page, close } = await open(`${origin}/account/badges`, NARROW);
    try {
      await page.check('input[value="private"]');
      await page.click('section button');
      expect(await page.innerText('main')).toContain('It is saved, and holds from now on.');
      expect(
        (await world.app.inject({ method: 'GET', url: new URL(badge.public_id, `${origin}/credentials/`).pathname })).statusCode,
      ).toBe(404);
      await page.click('a[href^="/account/badges/choices/"]');
      expect(await page.innerText('main')).toContain('This badge is issued.');
      await page.uncheck('#main input[name="showName"]');
      await page.check('#main input[name="hashEmail"]');
      await page.click('#main button');
      expect(await page.innerText('main')).toContain('What the badge says is saved.');
    } finally {
      await close();
    }
    expect((await amara.browser.get(`${amara.path}/credential-choices`)).json()).toMatchObject({
      showName: false,
      showResults: true,
      identity: 'email-hash',
      evidenceLinks: ['https://work.example/amara/brief'],
      version: 2,
    });
    expect((await world.olga.browser.get(`/account/badges/choices/${amara.enrollmentId}`)).status).toBe(404);
  });
});
