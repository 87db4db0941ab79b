const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** By the code of the letter. */
const digitOf: readonly (number | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const digit = alphabet.indexOf(String.fromCharCode(code));
  return digit < 0 ? undefined : digit;
});
// Five digits at a time over 16-bit words: as much as fits into the 53 bits of a number.
const digitsAtOnce = 5;
const radix = 58 ** digitsAtOnce;
const one = alphabet.charCodeAt(0);

/** Base58 with the Bitcoin alphabet; a leading zero byte becomes a leading `1`. Meant for keys and signatures: the time is quadratic. */
export function encodeBase58(bytes: Uint8Array): string {
  const words = wordsOf(bytes);
  const count = Math.ceil(bytes.length / 2);
  // Eleven digits hold at least eight bytes.
  const length = Math.ceil(bytes.length / 8) * 11 + digitsAtOnce;
  const digits = length <= scratch.digits.length ? scratch.digits : Buffer.alloc(length);
  let start = length;
  for (let first = 0; first < count;) {
    let rest = 0;
    for (let place = first; place < count; place += 1) {
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
  while (start < length && digits[start] === one) start += 1;
  return '1'.repeat(leading(bytes, 0)) + digits.toString('latin1', start, length);
}

// For keys and signatures, of which there are many: memory outside of the heap costs more than the arithmetic.
const scratch = { words: new Float64Array(32), digits: Buffer.alloc(8 * 11 + digitsAtOnce) };

/** Big-endian, as many as there are; more may follow. */
function wordsOf(bytes: Uint8Array): Float64Array {
  const count = Math.ceil(bytes.length / 2);
  const words = count <= scratch.words.length ? scratch.words : new Float64Array(count);
  for (let end = bytes.length, place = count - 1; end > 0; end -= 2, place -= 1) {
    words[place] = (bytes[end - 1] as number) + 256 * (bytes[end - 2] ?? 0);
  }
  return words;
}

/** The bytes, or undefined when the text is not base58 or longer than `maxLength` characters. */
export function decodeBase58(text: string, maxLength = 256): Uint8Array | undefined {
  if (text.length > maxLength) return undefined;
  // Little-endian, so that it grows at its end: each step multiplies by the radix and adds the next digits.
  const words: number[] = [];
  for (let start = 0; start < text.length; start += digitsAtOnce) {
    const end = Math.min(start + digitsAtOnce, text.length);
    let carry = 0;
    for (let place = start; place < end; place += 1) {
      const digit = digitOf[text.charCodeAt(place)];
      if (digit === undefined) return undefined;
      carry = carry * 58 + digit;
    }
    const factor = 58 ** (end - start);
    for (let place = 0; place < words.length; place += 1) {
      carry += (words[place] as number) * factor;
      const rest = Math.floor(carry / 65_536);
      words[place] = carry - rest * 65_536;
      carry = rest;
    }
    for (; carry > 0; carry = Math.floor(carry / 65_536)) words.push(carry % 65_536);
  }
  return bytesOf(words, leading(text, '1'));
}

/** Big-endian, with so many zeros before them. */
function bytesOf(words: readonly number[], zeros: number): Uint8Array {
  const isOdd = (words.at(-1) ?? 256) < 256;
  const bytes = Buffer.alloc(zeros + 2 * words.length - Number(isOdd));
  let end = bytes.length;
  for (const word of words) {
    bytes[--end] = word % 256;
    if (end > zeros) bytes[--end] = Math.floor(word / 256);
  }
  return bytes;
}

function leading<T>(items: ArrayLike<T>, item: T): number {
  let count = 0;
  while (count < items.length && items[count] === item) count += 1;
  return count;
}
