import type { Page } from 'playwright-core';

const NARROW = { width: 360, height: 740 };
/** 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10). */
const ZOOMED = { width: 320, height: 256 };
/** 1280 px at 200 %, of which text alone is made twice as large (1.4.4). */
const LARGE_TEXT = { width: 640, height: 800 };
/** 1.4.12 */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** What measures itself does so after a frame, and draws anew in the next one. */
const SETTLED = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))';

/** How people enlarge a page, each with what undoes it. */
const WAYS = {
  spaced: {
    size: NARROW,
    // The content security policy lets no style in but this one.
    begin: `(() => {
      window.spaced = new CSSStyleSheet();
      window.spaced.replaceSync(${JSON.stringify(SPACED)});
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.spaced];
    })()`,
    end: 'document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== window.spaced)',
  },
  zoomed: { size: ZOOMED, begin: 'undefined', end: 'undefined' },
  'large-text': {
    size: LARGE_TEXT,
    begin: `document.documentElement.style.setProperty('font-size', '200%')`,
    end: `document.documentElement.style.removeProperty('font-size')`,
  },
} as const;

/** Shows a page with spaced text, at 400 % zoom and with text twice as large, and calls `look` each time. */
export async function magnified(page: Page, look: (how: string) => Promise<void>): Promise<void> {
  for (const [how, { size, begin, end }] of Object.entries(WAYS)) {
    await page.setViewportSize(size);
    await page.evaluate(begin);
    await page.evaluate(SETTLED);
    await look(how);
    await page.evaluate(end);
  }
}
