const TEXT_OID = 25;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
// A UTF-16 code unit is three bytes of UTF-8 at most.
const MOST_BYTES_OF_UNIT = 3;

/**
 * A `text[]` parameter in PostgreSQL's binary form (`array_recv`): dimensions, whether there are nulls, type of the elements, how many,
 * the first index; then each element's length (-1 is null) and bytes. A Buffer is taken as UTF-8. The driver sends a Buffer as it is; what it makes of a list
 * escapes every quote and backslash, which for JSON texts costs both sides several times as much.
 */
export function textArray(texts: readonly (string | Buffer | null)[]): Buffer {
  // Room for the longest that they may be: asking each for its length takes longer than writing it.
  const most = texts.reduce((bytes, text) => bytes + LENGTH_BYTES + mostBytes(text), HEADER_BYTES);
  if (most > scratch.length) return arrayIn(Buffer.allocUnsafe(most), texts);
  return Buffer.from(arrayIn(scratch, texts));
}

// Memory outside of the heap is what the garbage collector is called for most while hundreds of badges are written.
const scratch = Buffer.allocUnsafeSlow(2 ** 20);

function arrayIn(array: Buffer, texts: readonly (string | Buffer | null)[]): Buffer {
  array.writeInt32BE(1, 0);
  array.writeInt32BE(texts.includes(null) ? 1 : 0, 4);
  array.writeInt32BE(TEXT_OID, 8);
  array.writeInt32BE(texts.length, 12);
  array.writeInt32BE(1, 16);
  let at = HEADER_BYTES;
  for (const text of texts) {
    const start = at + LENGTH_BYTES;
    const length = text === null ? -1 : typeof text === 'string' ? array.write(text, start, 'utf8') : text.copy(array, start);
    array.writeInt32BE(length, at);
    at = start + Math.max(0, length);
  }
  return array.subarray(0, at);
}

function mostBytes(text: string | Buffer | null): number {
  if (text === null) return 0;
  return typeof text === 'string' ? text.length * MOST_BYTES_OF_UNIT : text.length;
}
