import { inflateSync } from 'node:zlib';
import { LARGEST_TEXT } from './material.js';

export type Inflated =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly reason: 'inflates-too-far' | 'not-deflated' };

/** Unpacks zlib data (RFC 1950), never to more than a credential may have, however small the data. */
export function inflate(data: Uint8Array): Inflated {
  try {
    return { ok: true, bytes: inflateSync(data, { maxOutputLength: LARGEST_TEXT }) };
  } catch (error) {
    const tooFar = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return { ok: false, reason: tooFar ? 'inflates-too-far' : 'not-deflated' };
  }
}
