const MOST_CHARACTERS = 254;
// RFC 5321 without quoted local parts and address literals, which no person has and which parsers disagree about.
const ADDRESS =
  /^[^\s@"(),:;<>[\]\\\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u;

/** The one spelling that an address is kept and looked up in, or `null` when it is none. */
export function normaliseEmail(text: string): string | null {
  const address = text.trim().normalize('NFC').toLowerCase();
  return address.length <= MOST_CHARACTERS && ADDRESS.test(address) ? address : null;
}
