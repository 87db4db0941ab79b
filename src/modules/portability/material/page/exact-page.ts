import type { ReportCode } from '../package.js';
import type { Note } from '../report.js';
import { renameAddresses } from './activity-addresses.js';
import { parseMarkdown } from './markdown.js';
import { nodeEdits } from './node-edits.js';
import type { FindTarget } from './page-links.js';

/** What readers of a page would miss. Other remarks are about changes, and this reading makes none. */
const KEPT: ReadonlySet<ReportCode> = new Set(['picture-missing', 'picture-elsewhere', 'picture-without-alt', 'link-broken']);

/** Files that a page shows or offers by itself: path as written → path in the package. */
export function filesOnPage(markdown: string, find: FindTarget, note: Note): Record<string, string> {
  return nodeEdits(parseMarkdown(markdown), markdown, find, (code, line, ...said) => {
    if (KEPT.has(code)) note(code, line, ...said);
  }).assets;
}

/**
 * Takes a page to the letter: only links to files of other activities become links to those activities.
 * @param stated files by the paths that the page names them with, where it does not name them by their own
 */
export function exactPage(
  body: string,
  stated: Record<string, string>,
  find: FindTarget,
  note: Note,
): { markdown: string; assets: Record<string, string> } {
  const look: FindTarget = (address) => {
    const path = Object.hasOwn(stated, address) ? stated[address] : undefined;
    return path === undefined ? find(address) : { kind: 'asset', path };
  };
  const assets = { ...filesOnPage(body, look, note), ...stated };
  const markdown = renameAddresses(body, (address) => {
    const target = /\.(?:md|yaml)$/.test(address) ? find(address) : null;
    return target?.kind === 'activity' ? target.href : null;
  });
  return { markdown, assets };
}
