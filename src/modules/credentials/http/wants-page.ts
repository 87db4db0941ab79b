const DOCUMENT_TYPES = new Set(['application/vc+ld+json', 'application/vc', 'application/ld+json', 'application/json']);

/** Whether the asker would rather read a page than the document (RFC 9110 §12.5.1). Wildcards are not asking for a page: programs send them. */
export function wantsPage(accept: string | undefined): boolean {
  const ranges = (accept ?? '').split(',').map(readRange);
  const weightOf = (matches: (type: string) => boolean) =>
    Math.max(0, ...ranges.filter(({ type }) => matches(type)).map(({ weight }) => weight));
  const page = weightOf((type) => type === 'text/html');
  return page > 0 && page >= weightOf((type) => DOCUMENT_TYPES.has(type));
}

function readRange(range: string): { type: string; weight: number } {
  const [type = '', ...parameters] = range
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
}
