import type { Readable } from 'node:stream';
import type { Limits } from './limits.js';
import { SMALL_FILE_BYTES } from './limits.js';
import type { ArchiveProblemCode } from './package-files.js';

/** What may still be unpacked, over all files. */
export interface Budget {
  bytesLeft: number;
}

export type Counted = { ok: true; bytes: number } | { ok: false; code: ArchiveProblemCode };

/**
 * Reads a stream to its end and counts, stopping at the first limit it passes. What a header says about size is not asked.
 * @param packedBytes how much of the archive the file takes up
 */
export async function countBytes(stream: Readable, packedBytes: number, budget: Budget, limits: Limits): Promise<Counted> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    budget.bytesLeft -= (chunk as Buffer).length;
    const code = passed(bytes, packedBytes, budget, limits);
    // Leaving the loop destroys the stream.
    if (code) return { ok: false, code };
  }
  return { ok: true, bytes };
}

function passed(bytes: number, packedBytes: number, budget: Budget, limits: Limits): ArchiveProblemCode | null {
  if (bytes > limits.fileBytes) return 'file-too-large';
  if (bytes > SMALL_FILE_BYTES && bytes > packedBytes * limits.ratio) return 'ratio-too-high';
  return budget.bytesLeft < 0 ? 'too-large' : null;
}
