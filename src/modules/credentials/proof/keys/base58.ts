const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const digitOf = new Map([...alphabet].map((letter, digit) => [letter, digit]));
// Five digits at a time over 16-bit words: as much as fits into the 53 bits of a number.
const digitsAtOnce = 5;
const radix = 58 ** digitsAtOnce;
const one = alphabet.charCodeAt(0);

/** Base58 with the Bitcoin alphabet; a leading zero byte becomes a leading `1`. Meant for keys and signatures: the time is quadratic. */
export function encodeBase58(bytes: Uint8Array): string {
  const words = wordsOf(bytes);
  // Eleven digits hold at least eight bytes.
  const digits = Buffer.alloc(Math.ceil(bytes.length / 8) * 11 + digitsAtOnce);
  let start = digits.length;
  for (let first = 0; first < words.length;) {
    let rest = 0;
    for (let place = first; place < words.length; place += 1) {
      const value = rest * 65_536 + (words[place] as number);
      const quotient = Math.floor(value / radix);
      words[place] = quotient;
      // Not `%`, which is many times slower for numbers beyond 32 bits.
      rest = value - quotient * radix;
    }
    while (words[first] === 0) first += 1;
    for (let digit = 0; digit < digitsAtOnce; digit += 1, rest = Math.floor(rest / 58)) {
      digits[--start] = alphabet.charCodeAt(rest % 58);
    }
  }
  while (digits[start] === one) start += 1;
  return '1'.repeat(leading(bytes, 0)) + digits.toString('latin1', start);
}

/** Big-endian. */
function wordsOf(bytes: Uint8Array): Float64Array {
  const words = new Float64Array(Math.ceil(bytes.length / 2));
  for (let end = bytes.length, place = words.length - 1; end > 0; end -= 2, place -= 1) {
    words[place] = (bytes[end - 1] as number) + 256 * (bytes[end - 2] ?? 0);
  }
  return words;
}

/** The bytes, or undefined when the text is not base58 or longer than `maxLength` characters. */
export function decodeBase58(text: string, maxLength = 256): Uint8Array | undefined {
  if (text.length > maxLength) return undefined;
  // Little-endian bytes; each step multiplies by the radix and adds the next digits.
  const bytes: number[] = [];
  for (let start = 0; start < text.length; start += digitsAtOnce) {
    const letters = text.slice(start, start + digitsAtOnce);
    let carry = 0;
    for (const letter of letters) {
      const digit = digitOf.get(letter);
      if (digit === undefined) return undefined;
      carry = carry * 58 + digit;
    }
    const factor = 58 ** letters.length;
    for (let place = 0; place < bytes.length; place += 1) {
      carry += (bytes[place] as number) * factor;
      bytes[place] = carry % 256;
      carry = Math.floor(carry / 256);
    }
    for (; carry > 0; carry = Math.floor(carry / 256)) bytes.push(carry % 256);
  }
  return Buffer.concat([Buffer.alloc(leading(text, '1')), Buffer.from(bytes.reverse())]);
}

function leading<T>(items: ArrayLike<T>, item: T): number {
  let count = 0;
  while (count < items.length && items[count] === item) count += 1;
  return count;
}
