import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { MAX_TEXT_BYTES } from './limits.js';

/** A stream's text, without byte order mark and with `\n` at line ends; `null` if it is too long or not UTF-8. */
export async function readText(stream: Readable): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_TEXT_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  const content = Buffer.concat(chunks);
  return isUtf8(content)
    ? content
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .replaceAll(/\r\n?/g, '\n')
    : null;
}
