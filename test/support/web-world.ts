import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { freePort, launchChromium } from './chromium.js';
import { type Member, type Riverside, startRiverside } from './worlds.js';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const USUAL = { width: 1_280, height: 900 };
const NARROW = { width: 360, height: 740 };
const LOOKS = { light: 'light', dark: 'dark', narrow: 'light' } as const;

/** Riverside behind a real port, and people in a real browser. */
export interface WebWorld {
  world: Riverside;
  origin: string;
  /** Somebody's own browser profile, signed in, at an address of ours. */
  visit: (member: Pick<Member, 'browser'>, path: string, options?: BrowserContextOptions) => Promise<Page>;
  /**
   * What a look at the screen finds in light, dark and at 360 px: barriers that axe knows, and whether it is wider than the window.
   * Leaves a screenshot of each where SCREENSHOT_DIR says.
   */
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

export async function startWebWorld(variables: Record<string, string> = {}): Promise<WebWorld> {
  const browser = await launchChromium();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const world = await startRiverside({ CAIRN_PUBLIC_URL: origin, ...variables });
  await world.app.listen(port, '127.0.0.1');
  const screenshots = process.env['SCREENSHOT_DIR'] ?? (await mkdtemp(join(tmpdir(), 'cairn-screenshots-')));
  await mkdir(screenshots, { recursive: true });
  return {
    world,
    origin,
    visit: (member, path, options = {}) => visit({ browser, origin, member, path, options }),
    async look(page, name) {
      const findings: string[] = [];
      const viewport = page.viewportSize() ?? USUAL;
      for (const [look, colorScheme] of Object.entries(LOOKS)) {
        await page.setViewportSize(look === 'narrow' ? NARROW : viewport);
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
        findings.push(
          ...violations.map(({ id, nodes }) => `${look} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
        );
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(over) > 0) findings.push(`${look}: ${String(over)} px wider than the window`);
        await page.screenshot({ path: join(screenshots, `${name}-${look}.png`), fullPage: true });
      }
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: 'light' });
      return findings;
    },
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
  options: BrowserContextOptions;
}

async function visit({ browser, origin, member, path, options }: Visit): Promise<Page> {
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
