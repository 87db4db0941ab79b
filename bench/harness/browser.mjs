// Chromium as somebody has it on a cheap phone and a slow line: what a page costs them until its largest part is there.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Refusal } from './refusal.mjs';

// The shell has no windows of its own, which would be at work beside the page that is measured.
const USUAL_PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];
const VIEWPORT = { width: 1_280, height: 900 };
const CPU_SLOWED = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const LINE_IN_WORDS = `CPU ${CPU_SLOWED} x slower, 150 ms round trip, 1.6 Mbit/s down, nothing cached`;
const LONGEST_LOAD_MS = 30_000;
// After the last answer, for what is drawn with it.
const SETTLED_MS = 500;

export async function openBrowser() {
  const places = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : USUAL_PLACES;
  const executablePath = places.find((place) => existsSync(place));
  if (!executablePath)
    throw new Refusal(
      `There is no browser at ${places.join(' or ')}, so no page can be measured. Install Chromium, or name one in CHROMIUM_PATH.`,
    );
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/**
 * A contestant that opens `url` as a stranger to it: one operation is one visit, and takes until the largest contentful paint.
 * `heading` must be in sight before it counts; `onVisit` gets what was seen, for the check.
 * @param {{browser: import('playwright-core').Browser, url: string, heading: string, cookie?: string | null, onVisit: (visit: object) => void}} wanted
 */
export function visits({ browser, url, heading, cookie = null, onVisit }) {
  return {
    sliceMilliseconds: 0,
    warmUp: 0,
    async slice() {
      const visit = await open({ browser, url, heading, cookie });
      onVisit(visit);
      return { operations: 1, milliseconds: visit.largest.at };
    },
  };
}

async function open({ browser, url, heading, cookie }) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en' });
  try {
    // Of the whole address, not of the folder that is opened.
    if (cookie) await context.addCookies([{ ...cookie, url: new URL(url).origin }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const transfers = await transfersOf(session);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWED });
    await session.send('Network.emulateNetworkConditions', LINE);
    await page.goto(url, { waitUntil: 'commit', timeout: LONGEST_LOAD_MS });
    await page.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout: LONGEST_LOAD_MS });
    await transfers.settled(SETTLED_MS);
    return { ...(await page.evaluate(WHAT_WAS_PAINTED)), ...transfers.sums() };
  } finally {
    await context.close();
  }
}

// The observer is told what was there before it, too.
const WHAT_WAS_PAINTED = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const last = list.getEntries().at(-1);
    const element = last.element;
    resolve({
      largest: { at: last.startTime, element: element ? element.localName + ': ' + element.textContent.trim().slice(0, 60) : null,
                 isContent: Boolean(element?.closest('main')) },
      heading: document.querySelector('h1')?.textContent,
      // What search engines read is no program.
      scriptElements: [...document.scripts].filter(({ type }) => type !== 'application/ld+json').length,
    });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

/** What travels to a page, as the line sees it: packed, with headers. */
async function transfersOf(session) {
  const kinds = new Map();
  const bytes = new Map();
  const waiting = new Set();
  let lastAt = performance.now();
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    waiting.add(requestId);
    kinds.set(requestId, type);
  });
  const end = ({ requestId, encodedDataLength = 0 }) => {
    waiting.delete(requestId);
    lastAt = performance.now();
    bytes.set(requestId, encodedDataLength);
  };
  session.on('Network.loadingFinished', end);
  session.on('Network.loadingFailed', end);
  await session.send('Network.enable');
  const sum = (wanted) => [...bytes].reduce((all, [id, length]) => all + (wanted(kinds.get(id)) ? length : 0), 0);
  return {
    async settled(quietMs) {
      const until = performance.now() + LONGEST_LOAD_MS;
      while (waiting.size > 0 || performance.now() - lastAt < quietMs) {
        if (performance.now() > until) throw new Error(`${waiting.size} requests did not end`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    sums: () => ({
      scripts: sum((kind) => kind === 'Script'),
      // Fonts and pictures are not what a page needs to be read.
      needed: sum((kind) => kind !== 'Font' && kind !== 'Image'),
      requests: kinds.size,
    }),
  };
}
