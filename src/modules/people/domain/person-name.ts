export const LONGEST_NAME = 200;

/** A name on one line with single spaces, or `null` when nothing readable is left or it is longer than 200 characters. */
export function cleanName(text: string): string | null {
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  // Control and direction-changing characters can make a name read as another one.
  if (/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name)) return null;
  return /[\p{L}\p{N}]/u.test(name) && name.length <= LONGEST_NAME ? name : null;
}
