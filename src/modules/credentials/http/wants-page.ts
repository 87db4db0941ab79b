export const DOCUMENT_TYPES = new Set(['application/vc+ld+json', 'application/vc', 'application/ld+json', 'application/json']);

/** Whether the asker would rather read a page than the document (RFC 9110 §12.5.1). Wildcards are not asking for a page: programs send them. */
export function wantsPage(accept: string | undefined): boolean {
  const weightOf = weigh(accept);
  const page = weightOf((type) => type === 'text/html');
  return page > 0 && page >= weightOf((type) => DOCUMENT_TYPES.has(type));
}

/** How much the asker likes the best of the types that match, from 0 to 1. */
export function weigh(accept: string | undefined): (matches: (type: string) => boolean) => number {
  const ranges = (accept ?? '').split(',').map(readRange);
  return (matches) => Math.max(0, ...ranges.filter(({ type }) => matches(type)).map(({ weight }) => weight));
}

function readRange(range: string): { type: string; weight: number } {
  const [type = '', ...parameters] = range
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}
