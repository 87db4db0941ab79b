import { createHash } from 'node:crypto';

/** What is kept of an address: of 256 random bits, an unsalted hash tells nothing. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The secret of `…/calendars/{secret}.ics`; `null` for what cannot be one. */
export function tokenIn(file: string): string | null {
  return /^([\w-]{43})\.ics$/.exec(file)?.[1] ?? null;
}
