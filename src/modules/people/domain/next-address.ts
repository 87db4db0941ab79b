/** Where people begin. */
export const HOME = '/app';

/** Where an institution begins. */
export const FIRST_STEPS = '/app/first-steps';

// One leading slash, then path and query characters that no browser reads as a host (`//host`, `/\host`) or a scheme.
const OWN_PATH = /^\/(?:[A-Za-z0-9_~-][A-Za-z0-9._~%-]*(?:\/[A-Za-z0-9._~%-]+)*\/?)?(?:\?[A-Za-z0-9._~%=&+-]*)?$/;
/** Requests of services for access come with a redirect address, a state and a challenge. */
const LONGEST = 2_000;

// Whoever comes there is shown what is theirs, however much later, and the address says nothing of a person: others may use the browser.
const LASTING = /^\/(?:go|app\/enroll)\//;

/** An address that may be kept for somebody who has yet to get an account; `null` for any other. */
export function lastingAddress(wish: string | undefined): string | null {
  const address = ownAddress(wish);
  return LASTING.test(address) ? address : null;
}

/** Where to go after signing in: a path of our own as it was given, or the start for anything else. */
export function ownAddress(wish: string | undefined): string {
  return wish !== undefined && wish.length <= LONGEST && OWN_PATH.test(wish) ? wish : HOME;
}
