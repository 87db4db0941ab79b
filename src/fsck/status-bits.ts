import { gunzipSync } from 'node:zlib';

const MOST_BYTES = 16 * 1024 * 1024;

/** The indexes that are set in a published Bitstring Status List credential (Bitstring Status List v1.0 §3.2, §3.3). Throws when it is none. */
export function raisedIndexes(published: string): Set<number> {
  const { credentialSubject } = JSON.parse(published) as { credentialSubject?: { encodedList?: unknown } };
  const encoded = credentialSubject?.encodedList;
  if (typeof encoded !== 'string' || !encoded.startsWith('u')) throw new Error('it holds no encodedList');
  const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: MOST_BYTES });
  const raised = new Set<number>();
  bytes.forEach((byte, position) => {
    if (byte === 0) return;
    // The left-most bit of a byte comes first.
    for (let bit = 0; bit < 8; bit++) if (byte & (0x80 >> bit)) raised.add(position * 8 + bit);
  });
  return raised;
}
