import { canParseUrl } from '../../../platform/can-parse-url.js';

const jsonTypes = new Set([
  'application/vc+ld+json',
  'application/ld+json',
  'application/vc',
  'application/json',
  'application/vc+jwt',
  'application/jwt',
]);
/** Links stand in the head of a page. */
const reach = 256 * 1024;
const linkPattern = /<link\s([^>]{1,2000})>/gi;

/** Where a page says that its credential is to be had as a document (HTML §4.6.7.1 `rel=alternate`); undefined when it does not say. */
export function alternateLink(page: string, address: string): string | undefined {
  const head = page.slice(0, reach).replaceAll(/<!--[\s\S]*?-->/g, '');
  for (const [, text = ''] of head.matchAll(linkPattern)) {
    const rel = attribute(text, 'rel')?.toLowerCase().split(/\s+/) ?? [];
    const type = attribute(text, 'type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    const href = attribute(text, 'href');
    const fits = rel.includes('alternate') && jsonTypes.has(type) && href !== undefined && canParseUrl(href, address);
    if (fits) return new URL(href, address).href;
  }
  return undefined;
}

function attribute(text: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(text);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replaceAll('&amp;', '&');
}
