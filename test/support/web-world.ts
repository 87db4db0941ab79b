import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { freePort, launchChromium } from './chromium.js';
import { lookAt, USUAL } from './look-at.js';
import { type Member, type Riverside, startRiverside } from './worlds.js';

/** Riverside behind a real port, and people in a real browser. */
export interface WebWorld {
  world: Riverside;
  origin: string;
  /** Somebody's own browser profile, signed in, at an address of ours. */
  visit: (member: Pick<Member, 'browser'>, path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What `lookAt` finds. */
  look: (page: Page, name: string) => Promise<string[]>;
  close: () => Promise<void>;
}

const LOOK_AGAIN_MS = 50;
const PATIENCE_MS = 30_000;

/** Waits until an expression holds in the page. `page.waitForFunction` would want `eval`, which the content security policy refuses. */
export async function holds(page: Page, expression: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`Never came true: ${expression}`);
    await setTimeout(LOOK_AGAIN_MS);
  }
}

/** Goes to a screen by the top bar: under “More”, where there is no room beside the others. */
export async function goByTopBar(page: Page, name: string): Promise<void> {
  const bar = page.getByRole('navigation', { name: 'Main' });
  const link = bar.getByRole('link', { name, exact: true });
  await bar.getByRole('link').first().waitFor();
  if (!(await link.isVisible())) await bar.locator('summary').click();
  await link.click();
}

/** Language, appearance and the way out stand there, last in the bar. */
export async function openOwnCorner(page: Page): Promise<void> {
  await page.getByRole('banner').locator('summary').last().click();
}

export async function startWebWorld(variables: Record<string, string> = {}): Promise<WebWorld> {
  const browser = await launchChromium();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const world = await startRiverside({ CAIRN_PUBLIC_URL: origin, ...variables });
  await world.app.listen(port, '127.0.0.1');
  return {
    world,
    origin,
    visit: (member, path, options = {}) => visit({ browser, origin, member, path, options }),
    look: (page, name) => lookAt(page, { name }),
    async close() {
      await browser.close();
      await world.close();
    },
  };
}

interface Visit {
  browser: Browser;
  origin: string;
  member: Pick<Member, 'browser'>;
  path: string;
  options?: BrowserContextOptions;
}

/** Somebody's own browser profile, signed in, at an address of ours. */
export async function visit({ browser, origin, member, path, options = {} }: Visit): Promise<Page> {
  const context = await browser.newContext({
    viewport: USUAL,
    locale: 'en',
    reducedMotion: 'reduce',
    baseURL: origin,
    ...options,
  });
  const [name = '', value = ''] = (member.browser.cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  // What a page throws would otherwise pass unseen.
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(path);
  return page;
}
