// RFC 3986 scheme, then RFC 3987 characters: no spaces, quotes, angle brackets, braces or controls, which break N-Quads and links alike.
const ABSOLUTE_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}"<>\\^`{|}]+$/u;

/** Whether the value is an absolute URI (what the VC data model calls a URL). An http or https one must also parse. */
export function isUri(value: unknown): value is string {
  if (typeof value !== 'string' || !ABSOLUTE_IRI.test(value)) return false;
  return /^https?:/i.test(value) ? URL.canParse(value) : true;
}
