import { Readable } from 'node:stream';

/** The stream, as long as it gives exactly as many bytes as were counted when the package was checked. */
export function guardSize(stream: Readable, bytes: number, path: string): Readable {
  return Readable.from(exactly(stream, bytes, path), { objectMode: false });
}

async function* exactly(stream: Readable, bytes: number, path: string): AsyncGenerator<Buffer> {
  let seen = 0;
  for await (const chunk of stream) {
    seen += (chunk as Buffer).length;
    if (seen > bytes) break;
    yield chunk as Buffer;
  }
  if (seen !== bytes) throw new Error(`${path} changed while the package was being read`);
}
