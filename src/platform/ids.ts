import { randomFillSync } from 'node:crypto';

// Asked for a few bytes at a time, the generator costs more in calls than in bytes.
const pool = Buffer.alloc(8_192);
let taken = pool.length;

/** Random bytes as text. They are given out once: what was taken is wiped. */
function randomText(bytes: number, encoding: 'hex' | 'base64url'): string {
  if (taken + bytes > pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  const text = pool.toString(encoding, taken, taken + bytes);
  pool.fill(0, taken, taken + bytes);
  taken += bytes;
  return text;
}

/** A new UUID version 7 (RFC 9562 §5.7): sorts by creation time, which keeps primary-key indexes compact. */
export function newId(now: number = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  const random = randomText(10, 'hex');
  // Two bits say that it is one of these UUIDs; the other two of that digit are random.
  const variant = (Number.parseInt(random.charAt(3), 16) & 3) | 8;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant.toString(16)}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}

/** An unguessable name of `bits` random bits, safe in URLs: secrets, and public ids that must not be counted or guessed (ASVS 5.0 V11.5.1). */
export function newToken(bits = 256): string {
  return randomText(bits / 8, 'base64url');
}
