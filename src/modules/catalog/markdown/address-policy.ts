import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { canParseUrl } from '../../../platform/can-parse-url.js';
import { ID_PREFIX } from './headings.js';

/** Where a page's own pictures, files and neighbours are. `null`: there is no such thing. */
export interface Addresses {
  /** The address of a picture or file by the path the page names it with (`fig/x.svg`). */
  asset(path: string): string | null;
  /** The address of what a link without a host leads to (`activity:loops`, `other-page.md`), given without its `#fragment`. */
  link(path: string): string | null;
}

const EXTERNAL = new Set(['http:', 'https:', 'mailto:']);
/** A link to another activity of the course names it with this scheme. */
const ACTIVITY = 'activity:';
/** Has a scheme or a host, or starts at the root: not a path of this page. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[/\\])/i;

/**
 * Decides every address on a page. Pictures come only from the page's own assets: a picture from another host
 * tells that host who reads what. Links go to http, https and mailto, to assets, and where `link` says; others become text.
 * @returns the paths of pictures that are not there, each once
 */
export function applyAddressPolicy(tree: Root, addresses: Addresses, missingWord: string): string[] {
  const missing = new Set<string>();
  visit(tree, 'element', (element, index, parent) => {
    if (index === undefined || !parent) return;
    if (element.tagName === 'img') {
      const path = toPath(element.properties.src ?? '');
      const address = ELSEWHERE.test(path) ? null : addresses.asset(path);
      if (address !== null) {
        element.properties.src = address;
        element.properties.loading = 'lazy';
        return;
      }
      missing.add(path);
      parent.children[index] = missingNote(element.properties.alt || path, missingWord);
      return SKIP;
    }
    if (element.tagName !== 'a' || isFootnoteLink(element)) return;
    const properties = linkProperties(element.properties.href ?? '', addresses);
    if (properties === null) {
      parent.children.splice(index, 1, ...element.children);
      return [SKIP, index];
    }
    element.properties = { ...properties, ...(element.properties.title ? { title: element.properties.title } : {}) };
  });
  return [...missing];
}

function linkProperties(href: string, addresses: Addresses): Element['properties'] | null {
  if (href.startsWith('#')) return href.length > 1 ? { href: `#${ID_PREFIX}${href.slice(1)}` } : null;
  const external = externalAddress(href);
  if (external) return { href: external, rel: ['noopener', 'noreferrer'] };
  const [path = '', fragment] = toPath(href).split('#', 2);
  if (ELSEWHERE.test(path) && !path.startsWith(ACTIVITY)) return null;
  const file = path.startsWith(ACTIVITY) ? null : addresses.asset(path);
  if (file !== null) return { href: file, download: '' };
  const address = addresses.link(path);
  if (address === null) return null;
  return { href: fragment ? `${address}#${ID_PREFIX}${encodeURIComponent(fragment)}` : address };
}

/** The address as the URL standard reads it, so that what was checked is what the browser follows. */
function externalAddress(href: string): string | null {
  if (!canParseUrl(href)) return null;
  const url = new URL(href);
  return EXTERNAL.has(url.protocol) ? url.href : null;
}

/** The path as the author typed it: the renderer has percent-encoded it. */
function toPath(address: string): string {
  const path = address.replace(/^\.\//, '');
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function isFootnoteLink(element: Element): boolean {
  return 'dataFootnoteRef' in element.properties || 'dataFootnoteBackref' in element.properties;
}

function missingNote(name: string, word: string): ElementContent {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['picture-missing'] },
    children: [{ type: 'text', value: `${word}: ${name}` }],
  };
}
