import { createHash } from 'node:crypto';

/** What the database holds of a share link: of 256 random bits, an unsalted hash tells nothing. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
