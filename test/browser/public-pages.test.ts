import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { freePort, launchChromium } from '../support/chromium.js';
import { lookAt, lookMagnified, screenshot, USUAL } from '../support/look-at.js';
import { iTXt, png } from '../support/png.js';
import { PASS } from '../support/riverside-edition.js';
import { type Learner, makeAdministrator, type Riverside, startRiverside } from '../support/worlds.js';

/** The API has hundreds of cards alike: the first ones speak for all, in seconds instead of minutes. */
const REPEATED = ['main > section ~ section', '[id^="schema-"] ~ [id^="schema-"]'].join(', ');

/** How somebody comes to see a page, and what is on it for certain. */
interface Visit {
  name: string;
  signedIn?: boolean;
  open: (page: Page) => Promise<unknown>;
  shows: string | RegExp;
}

describe('The pages that Cairn renders', () => {
  let world: Riverside;
  let browser: Browser;
  let origin: string;
  let badge: { url: string; text: string };

  beforeAll(async () => {
    browser = await launchChromium();
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    world = await startRiverside({ CAIRN_PUBLIC_URL: origin });
    await world.app.listen(port, '127.0.0.1');
    await makeAdministrator(world, world.olga);
    badge = await awarded(await world.ready('Amara'));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** The badge of a learner who passed, as soon as it is there. */
  const awarded = async (learner: Learner) => {
    const { id } = await world.handIn(learner);
    await world.assess(world.ada, id, PASS);
    for (;;) {
      const { items } = (await learner.browser.get('/api/v1/credentials?mine=yes')).json<{ items: { url: string }[] }>();
      const path = items[0] && new URL(items[0].url).pathname;
      if (path) return { url: path, text: (await learner.browser.get(path, { accept: 'application/vc+ld+json' })).text };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const go = (path: string) => (page: Page) => page.goto(origin + path);
  const verify = (change: (text: string) => string) => async (page: Page) => {
    await page.goto(`${origin}/verify`);
    await page.fill('textarea', change(badge.text));
    await page.click('button');
    await page.waitForLoadState();
  };
  /** Somebody was given a picture, and an address of whom it is about. */
  const upload =
    (name: string, make: () => Buffer, email = '') =>
    async (page: Page) => {
      await page.goto(`${origin}/verify`);
      await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer: make() });
      await page.fill('#email', email);
      await page.click('button');
      await page.waitForLoadState();
    };

  const visits: Visit[] = [
    { name: 'catalogue', open: go('/'), shows: 'Data Storytelling' },
    { name: 'catalogue-search', open: go('/?q=basket+weaving'), shows: 'Nothing holds all of “basket weaving”' },
    {
      name: 'micro-credential',
      open: async (page) => {
        await page.goto(origin);
        await page.click('main h2 a');
        await page.waitForLoadState();
      },
      shows: 'What you will be able to do',
    },
    { name: 'credential', open: (page) => page.goto(origin + badge.url), shows: 'Genuine and valid' },
    { name: 'credential-german', open: (page) => page.goto(`${origin}${badge.url}?lang=de`), shows: 'Echt und gültig' },
    { name: 'credential-missing', open: go('/credentials/nothing-here'), shows: 'There is no credential here' },
    {
      name: 'issuer',
      open: async (page) => {
        await page.goto(origin + badge.url);
        await page.click('main a[href^="/issuers/"]');
        await page.waitForLoadState();
      },
      shows: 'How its badges are checked',
    },
    { name: 'verify', open: go('/verify'), shows: 'Bring it in one of these three ways' },
    { name: 'verify-good', open: verify((text) => text), shows: 'Genuine and valid' },
    {
      name: 'verify-tampered',
      open: verify((text) => text.replaceAll('Data Storytelling', 'Brain Surgery')),
      shows: 'It was changed, or never signed by this issuer.',
    },
    {
      name: 'verify-picture',
      open: upload('badge.png', () => png(iTXt('openbadgecredential', badge.text))),
      shows: 'These are the facts that were signed',
    },
    {
      name: 'verify-picture-of-another',
      open: upload('badge.png', () => png(iTXt('openbadgecredential', badge.text, true)), 'mallory@example.org'),
      shows: 'Genuine, but not everything could be checked',
    },
    { name: 'verify-picture-empty', open: upload('photo.png', () => png()), shows: 'Ask for the original file' },
    {
      name: 'verify-address',
      open: async (page) => {
        await page.goto(`${origin}/verify?url=${encodeURIComponent(origin + badge.url)}`);
        await page.click('button');
        await page.waitForLoadState();
      },
      shows: 'Genuine and valid',
    },
    { name: 'verify-nonsense', open: verify(() => '{"not": '), shows: 'This is not JSON' },
    { name: 'sign-in', open: go('/sign-in'), shows: 'Sign in' },
    {
      name: 'sign-in-refused',
      open: async (page) => {
        await page.goto(`${origin}/sign-in`);
        await page.fill('#email', 'amara@riverside.example');
        await page.fill('#password', 'not her password');
        await page.click('main button');
        await page.waitForLoadState();
      },
      shows: /password/i,
    },
    { name: 'password-reset', open: go('/password-reset'), shows: 'E-mail address' },
    { name: 'account', signedIn: true, open: go('/account'), shows: 'Your account' },
    { name: 'mailbox', signedIn: true, open: go('/mailbox'), shows: 'Your account at Riverside University' },
    { name: 'mailbox-signed-out', open: go('/mailbox'), shows: 'Sign in' },
    { name: 'api-docs', open: go('/api/docs'), shows: 'POST /api/v1/offerings' },
    { name: 'problems', open: go('/problems'), shows: 'request.not_found' },
    { name: 'problem', open: go('/problems/enrollment.refused'), shows: 'Enrolment is not possible' },
    { name: 'problem-missing', open: go('/problems/no.such.problem'), shows: 'There is nothing here' },
    { name: 'nowhere', open: go('/no/such/page'), shows: 'There is nothing here' },
  ];

  const visit = async ({ signedIn, open }: Visit, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: USUAL, reducedMotion: 'reduce', ...options });
    if (signedIn) await signIn(context);
    const page = await context.newPage();
    await open(page);
    return { page, text: await page.innerText('main'), close: () => context.close() };
  };
  const signIn = (context: BrowserContext) => {
    const [name = '', value = ''] = (world.olga.browser.cookie ?? '').split('=');
    return context.addCookies([{ name, value, url: origin }]);
  };

  it.each(visits.map((one) => [one.name, one] as const))(
    '%s: has no barrier that axe can find, fits however it is magnified, and says the same without JavaScript',
    async (name, one) => {
      const full = await visit(one);
      const plain = await visit(one, { javaScriptEnabled: false });
      try {
        const stable = (text: string) => text.replaceAll(/Request [0-9a-f-]{36}/g, '');
        expect(plain.text).toMatch(one.shows);
        expect(stable(plain.text)).toBe(stable(full.text));
        const looking = { name, except: REPEATED, fullPage: name !== 'api-docs' };
        expect(await lookAt(full.page, looking)).toEqual([]);
        expect(await lookMagnified(full.page, looking)).toEqual([]);
      } finally {
        await plain.close();
        await full.close();
      }
    },
    // Hundreds of entries take axe its time.
    180_000,
  );

  it('credential: prints its facts and its address, and nothing to click', async () => {
    const { page, close } = await visit({ name: 'credential', open: go(badge.url), shows: '' });
    try {
      await page.emulateMedia({ media: 'print' });
      await screenshot(page, 'credential-print');
      const printed = await page.innerText('body');
      expect(printed).toMatch(/EQF 5/);
      expect(printed).toContain(`is shown at ${origin}${badge.url}`);
      expect(printed).not.toMatch(/LinkedIn|Download|Catalogue/);
    } finally {
      await close();
    }
  });
});
