const TEXT_OID = 25;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;

/**
 * A `text[]` parameter in PostgreSQL's binary form (`array_recv`): dimensions, whether there are nulls, type of the elements, how many,
 * the first index; then each element's length (-1 is null) and bytes. A Buffer is taken as UTF-8. The driver sends a Buffer as it is; what it makes of a list
 * escapes every quote and backslash, which for JSON texts costs both sides several times as much.
 */
export function textArray(texts: readonly (string | Buffer | null)[]): Buffer {
  const lengths = texts.map((text) => (text === null ? 0 : Buffer.byteLength(text)));
  let bytes = HEADER_BYTES;
  for (const length of lengths) bytes += LENGTH_BYTES + length;
  const array = Buffer.allocUnsafe(bytes);
  array.writeInt32BE(1, 0);
  array.writeInt32BE(texts.includes(null) ? 1 : 0, 4);
  array.writeInt32BE(TEXT_OID, 8);
  array.writeInt32BE(texts.length, 12);
  array.writeInt32BE(1, 16);
  let at = HEADER_BYTES;
  texts.forEach((text, place) => {
    const length = lengths[place] as number;
    at = array.writeInt32BE(text === null ? -1 : length, at);
    if (typeof text === 'string') at += array.write(text, at, length);
    else if (text !== null) at += text.copy(array, at);
  });
  return array;
}
