const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The bytes of a base58 text (Bitcoin's alphabet). Throws when it is none. */
export function fromBase58(text: string): Buffer {
  // Little-endian, carried digit by digit.
  const bytes: number[] = [];
  for (const letter of text) {
    let carry = ALPHABET.indexOf(letter);
    if (carry < 0) throw new Error(`${JSON.stringify(letter)} is no letter of base58`);
    for (let position = 0; position < bytes.length; position++) {
      carry += (bytes[position] ?? 0) * 58;
      bytes[position] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Buffer.from([...bytes, ...Array.from({ length: zeros }, () => 0)].reverse());
}
