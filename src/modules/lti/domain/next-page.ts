import { canParseUrl } from '../../../platform/can-parse-url.js';

const LINK = /<([^>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g;
const RELATIONS = {
  next: /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s|;|$))/i,
  differences: /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?differences(?:\s[^"]*)?"|differences(?=\s|;|$))/i,
};

export type NextPage = { page: 'last' } | { page: 'next'; url: string } | { page: 'elsewhere' };

/** Where a list goes on (RFC 8288 §3): only at the origin that it began at, so that a token never goes to another. */
export function nextPage(link: string | undefined, here: string): NextPage {
  const target = linked(link, 'next');
  if (target === null) return { page: 'last' };
  const url = sameOrigin(target, here);
  return url === null ? { page: 'elsewhere' } : { page: 'next', url };
}

/** Where a roster tells what has changed since (NRPS 2.0 §2.4.2); `null`: nowhere, or at another origin. */
export function differencesPage(link: string | undefined, here: string): string | null {
  const target = linked(link, 'differences');
  return target === null ? null : sameOrigin(target, here);
}

function linked(link: string | undefined, relation: keyof typeof RELATIONS): string | null {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(LINK)) {
    if (RELATIONS[relation].test(parameters)) return target;
  }
  return null;
}

/** An address as it is reached from another one; `null` where that leads to another origin. */
export function sameOrigin(target: string, here: string): string | null {
  if (!canParseUrl(target, here)) return null;
  const url = new URL(target, here);
  return url.origin === new URL(here).origin ? url.href : null;
}
