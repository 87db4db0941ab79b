const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const digitOf = new Map([...alphabet].map((letter, digit) => [letter, BigInt(digit)]));

/** Base58 with the Bitcoin alphabet; a leading zero byte becomes a leading `1`. Meant for keys and signatures: the time is quadratic. */
export function encodeBase58(bytes: Uint8Array): string {
  let number = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  while (number > 0n) {
    text = alphabet.charAt(Number(number % 58n)) + text;
    number /= 58n;
  }
  return '1'.repeat(leading(bytes, 0)) + text;
}

/** The bytes, or undefined when the text is not base58 or longer than `maxLength` characters. */
export function decodeBase58(text: string, maxLength = 256): Uint8Array | undefined {
  if (text.length > maxLength) return undefined;
  let number = 0n;
  for (const letter of text) {
    const digit = digitOf.get(letter);
    if (digit === undefined) return undefined;
    number = number * 58n + digit;
  }
  const hex = number === 0n ? '' : number.toString(16);
  const body = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.alloc(leading([...text], '1')), body]);
}

function leading<T>(items: ArrayLike<T>, item: T): number {
  let count = 0;
  while (count < items.length && items[count] === item) count += 1;
  return count;
}
