const LINK = /<([^>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g;
const NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s|;|$))/i;

export type NextPage = { page: 'last' } | { page: 'next'; url: string } | { page: 'elsewhere' };

/** Where a list goes on (RFC 8288 §3): only at the origin that it began at, so that a token never goes to another. */
export function nextPage(link: string | undefined, here: string): NextPage {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(LINK)) {
    if (!NEXT.test(parameters)) continue;
    if (!URL.canParse(target, here)) return { page: 'elsewhere' };
    const url = new URL(target, here);
    return url.origin === new URL(here).origin ? { page: 'next', url: url.href } : { page: 'elsewhere' };
  }
  return { page: 'last' };
}
