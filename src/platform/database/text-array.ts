import { ArrayParameter, HEADER_BYTES, LENGTH_BYTES, roomFor, writeHeader } from './array-parameter.js';

const TEXT_OID = 25;
// A UTF-16 code unit is three bytes of UTF-8 at most.
const MOST_BYTES_OF_UNIT = 3;

/** A `text[]` parameter. */
export function textArray(texts: readonly (string | null)[]): ArrayParameter {
  return new ArrayParameter(() => written(texts));
}

function written(texts: readonly (string | null)[]): Buffer {
  // Room for the longest that they may be: asking each for its length takes longer than writing it.
  const array = roomFor(
    texts.reduce((bytes, text) => bytes + LENGTH_BYTES + (text ?? '').length * MOST_BYTES_OF_UNIT, HEADER_BYTES),
  );
  writeHeader(array, { oid: TEXT_OID, count: texts.length, hasNulls: texts.includes(null) });
  let at = HEADER_BYTES;
  for (const text of texts) {
    const start = at + LENGTH_BYTES;
    const length = text === null ? -1 : array.write(text, start, 'utf8');
    array.writeInt32BE(length, at);
    at = start + Math.max(0, length);
  }
  return array.subarray(0, at);
}
