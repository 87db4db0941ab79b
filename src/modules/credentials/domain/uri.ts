import { canParseUrl } from '../../../platform/can-parse-url.js';

// RFC 3986 scheme, then RFC 3987 characters: no spaces, quotes, angle brackets, braces or controls, which break N-Quads and links alike.
const ABSOLUTE_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}"<>\\^`{|}]+$/u;

/** Whether the value is an absolute URI (what the VC data model calls a URL). An http or https one must also parse. */
export function isUri(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (known.has(value)) return true;
  const isOne = ABSOLUTE_IRI.test(value) && (!/^https?:/i.test(value) || canParseUrl(value));
  if (isOne && value.length <= LONGEST_KNOWN) remember(value);
  return isOne;
}

// A badge is asked about the same three dozen addresses by several rules, and most of them stand in all badges of its kind.
const MOST_KNOWN = 2_000;
const LONGEST_KNOWN = 300;
const known = new Set<string>();

function remember(uri: string): void {
  if (known.size >= MOST_KNOWN) known.clear();
  known.add(uri);
}
