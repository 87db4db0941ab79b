import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { magnified } from './magnified.js';
import { whatDoesNotFit, whatHangsOver } from './what-does-not-fit.js';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules of axe whose answer depends on colours; no other one can change with the colour scheme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
export const USUAL = { width: 1_280, height: 900 };
const NARROW = { width: 360, height: 740 };
const TWO_FRAMES = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';

export interface Looking {
  /** Names the screenshots, which are left where SCREENSHOT_DIR says, and only there. */
  name: string;
  /** Selectors of what repeats itself many times; the first ones speak for all. */
  except?: string;
  fullPage?: boolean;
}

/**
 * What a look at a page finds, in words: barriers that axe knows (in light, in dark, and at 360 px), and what is wider than the
 * window. The page is loaded once and is afterwards as it was.
 */
export async function lookAt(page: Page, { name, except, fullPage = true }: Looking): Promise<string[]> {
  const viewport = page.viewportSize() ?? USUAL;
  const findings: string[] = [];
  const finds = (look: string, found: readonly string[]) => findings.push(...found.map((what) => `${look} ${what}`));
  const picture = (look: string) => screenshot(page, `${name}-${look}`, fullPage);

  await page.emulateMedia({ colorScheme: 'light' });
  finds('light', await barriers(page, { except }));
  finds('light', await whatHangsOver(page));
  await picture('light');

  await page.emulateMedia({ colorScheme: 'dark' });
  finds('dark', await barriers(page, { except, rules: OF_COLOURS }));
  await picture('dark');

  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(NARROW);
  finds('narrow', await barriers(page, { except }));
  finds('narrow', await whatHangsOver(page));
  await picture('narrow');
  await page.setViewportSize(viewport);
  return findings;
}

/** What does not fit, is cut off or covered with wider spaces in text, at 400 % zoom, or with text twice as large. */
export async function lookMagnified(page: Page, { name, except, fullPage = true }: Looking): Promise<string[]> {
  const viewport = page.viewportSize() ?? USUAL;
  const findings: string[] = [];
  await magnified(page, async (how) => {
    // What measures itself may need a moment for it; what is still wrong then stays so.
    let found = await whatDoesNotFit(page, except);
    for (let again = 0; found.length > 0 && again < 5; again++) {
      await pause(200);
      found = await whatDoesNotFit(page, except);
    }
    findings.push(...found.map((what) => `${how} ${what}`));
    await screenshot(page, `${name}-${how}`, fullPage);
  });
  await page.setViewportSize(viewport);
  return findings;
}

/** Leaves a picture of the page where SCREENSHOT_DIR says; without it, takes none: they cost as much as the checks. */
export async function screenshot(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env['SCREENSHOT_DIR'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const fold = await unfoldTool(page);
  const scrolled = await page.evaluate<number>('scrollY');
  // What sticks to the window stands where it begins.
  if (fullPage) await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
  if (fullPage) await page.evaluate(`scrollTo(0, ${scrolled})`);
  await fold();
}

/**
 * Makes the frame of an LMS as tall as what it shows, and the window as tall as that: of a frame of another site only what lies in the
 * window is drawn. Answers what undoes it.
 */
async function unfoldTool(page: Page): Promise<() => Promise<void>> {
  const tool = page.frame('tool');
  const before = page.viewportSize();
  if (!tool || !before) return () => Promise.resolve();
  const style = `document.getElementById('tool').style`;
  const height = await page.evaluate<string>(`${style}.height`);
  await page.evaluate(`${style}.height = '${await tool.evaluate<number>('document.documentElement.scrollHeight')}px'`);
  await page.setViewportSize({ ...before, height: await page.evaluate<number>('document.documentElement.scrollHeight') });
  return async () => {
    await page.evaluate(`${style}.height = ${JSON.stringify(height)}`);
    await page.setViewportSize(before);
    // A frame of another site is laid out by a process of its own: a click that comes before it is done lands beside what it meant.
    await tool.evaluate(TWO_FRAMES);
  };
}

interface Axe {
  except: string | undefined;
  rules?: string[];
}

async function barriers(page: Page, { except, rules }: Axe): Promise<string[]> {
  // Its other mode opens a second page for each run, to put together what frames of other origins told; we have none of those.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (except) axe.exclude(except);
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(STANDARDS)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
