import { type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export type LimitedBody = { ok: true; bytes: Buffer } | { ok: false; reason: 'too_large' | 'encoding_not_allowed' };

/** Reads a body of at most `most` bytes, counted after decompression; past that it stops reading and the connection ends. */
export async function readLimited(body: Readable, encoding: string, most: number): Promise<LimitedBody> {
  const plain = decoded(body, encoding);
  if (!plain) {
    body.destroy();
    return { ok: false, reason: 'encoding_not_allowed' };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > most) return { ok: false, reason: 'too_large' };
      chunks.push(chunk);
    }
  } finally {
    body.destroy();
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}

function decoded(body: Readable, encoding: string): Readable | null {
  if (encoding === '' || encoding === 'identity') return body;
  if (encoding !== 'gzip') return null;
  const gunzip = createGunzip();
  body.once('error', (error) => gunzip.destroy(error));
  return body.pipe(gunzip);
}
