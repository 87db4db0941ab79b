import type { Exchange } from './server.js';
import { insist } from './site.js';

/** One page of a list and the `Link` header that leads on (RFC 8288); `limit` may make pages smaller, never larger. */
export function pageOf<Thing>({ url }: Exchange, all: Thing[], most: number): { page: Thing[]; next: string | null } {
  const limit = url.searchParams.get('limit');
  insist([['list/limit', limit === null || /^[1-9]\d*$/.test(limit), '`limit` has to be a whole number from 1.']]);
  const size = Math.min(most, limit === null ? most : Number(limit));
  const from = Number(url.searchParams.get('from') ?? 0);
  if (from + size >= all.length) return { page: all.slice(from), next: null };
  const next = new URL(url);
  next.searchParams.set('from', String(from + size));
  return { page: all.slice(from, from + size), next: next.href };
}

export function linkHeader(links: Record<string, string | null>): Record<string, string> {
  const written = Object.entries(links).flatMap(([rel, href]) => (href ? [`<${href}>; rel="${rel}"`] : []));
  return written.length > 0 ? { link: written.join(', ') } : {};
}

/** Strict platforms want the exact media type; others take what includes it. */
export function demandAccept({ headers }: Exchange, type: string, exact: boolean): void {
  const accepted = (headers.accept ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  const fits =
    accepted.includes(type) || (!exact && (accepted.includes('*/*') || accepted.includes('application/json') || !headers.accept));
  insist([['http/accept', fits, `\`Accept\` has to be \`${type}\`.`]]);
}

export function demandContentType({ headers }: Exchange, type: string, exact: boolean): void {
  const given = headers['content-type']?.split(';')[0]?.trim();
  insist([
    ['http/content-type', given === type || (!exact && given === 'application/json'), `\`Content-Type\` has to be \`${type}\`.`],
  ]);
}
