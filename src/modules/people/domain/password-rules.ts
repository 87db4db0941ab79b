import { COMMON_PASSWORDS } from './common-passwords.js';

export const SHORTEST_PASSWORD = 8;
export const LONGEST_PASSWORD = 256;
// Shorter local parts turn up in innocent passwords.
const TELLING_LOCAL_PART = 4;

export type PasswordFault = 'too_short' | 'too_long' | 'too_common' | 'contains_email';

/** One spelling for what different keyboards send (NIST SP 800-63B §3.1.1.2); what is hashed and compared. */
export function canonicalPassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Why a new password cannot be used, or `null`. No rule about kinds of characters (ASVS 5.0 V6.2.5): only length, the
 * passwords that attackers try first, and the person's own address.
 */
export function passwordFault(password: string, email: string | null): PasswordFault | null {
  const canonical = canonicalPassword(password);
  if ([...canonical].length < SHORTEST_PASSWORD) return 'too_short';
  if (canonical.length > LONGEST_PASSWORD) return 'too_long';
  const folded = canonical.toLowerCase();
  if (isCommon(folded)) return 'too_common';
  if (email !== null && containsAddress(folded, email.toLowerCase())) return 'contains_email';
  return null;
}

/** `Password123!` is `password` to whoever guesses. */
function isCommon(folded: string): boolean {
  const stem = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return COMMON_PASSWORDS.has(folded) || COMMON_PASSWORDS.has(stem) || repeats(folded) || runs(folded);
}

/** `aaaaaaaa`, `abcabcabc`: at most four characters, over and over. */
function repeats(text: string): boolean {
  return /^(.{1,4})\1+.?$/su.test(text);
}

/** `12345678`, `hgfedcba`: each character next to the one before. */
function runs(text: string): boolean {
  const steps = [...text]
    .map((character) => character.codePointAt(0) ?? 0)
    .map((code, index, codes) => code - (codes[index - 1] ?? code));
  return steps.slice(1).every((step) => step === 1) || steps.slice(1).every((step) => step === -1);
}

function containsAddress(folded: string, email: string): boolean {
  const localPart = email.slice(0, email.lastIndexOf('@'));
  return folded.includes(email) || (localPart.length >= TELLING_LOCAL_PART && folded.includes(localPart));
}
