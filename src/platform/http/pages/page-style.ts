import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { trusted } from '../html.js';

const STYLE = readFileSync(new URL('../assets/cairn.css', import.meta.url), 'utf8');

/**
 * The one style sheet of the pages. It stands in each of them: fetched by itself it would be a second trip, and on a slow line that takes
 * longer than its bytes do. Whole here, for another space in it would be another hash.
 */
export const PAGE_STYLE = trusted(`<style>${STYLE}</style>`);

/** By which a content security policy knows it, and nothing else that somebody might get into a page (CSP 3 §6.7.3.3). */
export const PAGE_STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
