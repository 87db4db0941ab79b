import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export type Entry =
  | { path: string; content: Buffer }
  /** Opened when its turn comes, so that no more than one file is open. `packed: false` keeps the bytes as they are. */
  | { path: string; open: () => Promise<Readable>; packed?: boolean };

/**
 * Shows UTC on its clock wherever the server stands. An archive has the time of a file twice: as it is, which yazl takes from the moment,
 * and as MS-DOS wrote it, which yazl takes from the clock (APPNOTE.TXT 6.3.10 §4.4.6).
 */
class UniversalDate extends Date {
  override getFullYear() {
    return this.getUTCFullYear();
  }
  override getMonth() {
    return this.getUTCMonth();
  }
  override getDate() {
    return this.getUTCDate();
  }
  override getHours() {
    return this.getUTCHours();
  }
  override getMinutes() {
    return this.getUTCMinutes();
  }
  override getSeconds() {
    return this.getUTCSeconds();
  }
}

/**
 * The entries as a zip archive, with times in UTC, made while it is read. `onPacked` hears how many are in it. A file that cannot be read breaks the archive;
 * an archive that nobody reads any more lets go of the file that it was at.
 */
export function packed(entries: readonly Entry[], at: Date, onPacked: (count: number) => void = () => undefined): Readable {
  const mtime = new UniversalDate(at);
  const zip = new ZipFile();
  const archive = new PassThrough();
  let current: Readable | undefined;
  archive.once('close', () => current?.destroy());
  zip.on('error', (error: Error) => archive.destroy(error));
  let count = 0;
  const one = () => onPacked((count += 1));
  for (const entry of entries) {
    if ('content' in entry) {
      zip.addBuffer(entry.content, entry.path, { mtime });
      one();
    } else {
      zip.addReadStreamLazy(entry.path, { mtime, compress: entry.packed ?? true }, (take) => {
        entry.open().then(
          (stream) => {
            current = stream;
            // yazl listens to no failure of what it reads, and one that nobody hears ends the process.
            stream.on('error', (error: Error) => archive.destroy(error));
            if (archive.destroyed) stream.destroy();
            else take(null, stream.once('end', one));
          },
          (error: Error) => archive.destroy(error),
        );
      });
    }
  }
  zip.end();
  zip.outputStream.pipe(archive);
  return archive;
}
