import { randomBytes } from 'node:crypto';

/** A new UUID version 7 (RFC 9562 §5.7): sorts by creation time, which keeps primary-key indexes compact. */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An unguessable name of `bits` random bits, safe in URLs: secrets, and public ids that must not be counted or guessed (ASVS 5.0 V11.5.1). */
export function newToken(bits = 256): string {
  return randomBytes(bits / 8).toString('base64url');
}
