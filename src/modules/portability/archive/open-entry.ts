import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/**
 * An entry's content, unpacked. Read from the file directly, because a stream of yauzl 3.4 that is given up half-way leaves a read in the
 * archive's queue, which then throws out of reach or keeps all later ones waiting.
 */
export async function openEntry(zip: ZipFile, archive: string, entry: Entry): Promise<Readable> {
  const { compressedSize, compressionMethod } = entry;
  if (compressedSize === 0) return Readable.from([]);
  const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = createReadStream(archive, { start, end: start + compressedSize - 1 });
  if (compressionMethod === 0) return packed;
  const unpacked = createInflateRaw();
  // Destroying either end ends the other; failures surface to whoever reads `unpacked`.
  void pipeline(packed, unpacked).catch((error: Error) => unpacked.destroy(error));
  return unpacked;
}
