import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { archiveFault } from './archive-fault.js';
import { countBytes, type Budget } from './count-bytes.js';
import { guardSize } from './guard-size.js';
import { isHidden } from './hidden-names.js';
import { listZipEntries, type ZipEntry } from './list-zip-entries.js';
import { LIMITS, SMALL_FILE_BYTES, type Limits } from './limits.js';
import type { PackageFile, PackageFiles, ReadPackageResult } from './package-files.js';
import { openEntry } from './open-entry.js';
import { ProblemList } from './problem-list.js';
import { readText } from './read-text.js';

type ZipFileEntry = ZipEntry & PackageFile;

/**
 * Checks a zip archive whole, unpacking every entry once into nothing, and gives access to its files.
 * Nothing is written to disk: files are unpacked again from the open archive when they are asked for.
 */
export async function readPackageZip(path: string, limits: Limits = LIMITS): Promise<ReadPackageResult> {
  const problems = new ProblemList();
  const zip = await openZip(path, problems);
  if (!zip) return { ok: false, problems: problems.all() };
  try {
    const entries = await listZipEntries(zip, problems, limits);
    const files = problems.any ? [] : await unpackAll(zip, path, entries, problems, limits);
    if (!problems.any) return { ok: true, files: new ZipFiles(zip, path, files) };
  } catch (error) {
    zip.close();
    throw error;
  }
  zip.close();
  return { ok: false, problems: problems.all() };
}

async function openZip(path: string, problems: ProblemList): Promise<ZipFile | null> {
  try {
    // decodeStrings: off, because its checks of names end at the first bad one. validateEntrySizes: off, because we count ourselves.
    return await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false });
  } catch (error) {
    const fault = archiveFault(error);
    if (fault === null) throw error;
    problems.add('not-an-archive', null, fault);
    return null;
  }
}

async function unpackAll(
  zip: ZipFile,
  archive: string,
  entries: readonly ZipEntry[],
  problems: ProblemList,
  limits: Limits,
): Promise<ZipFileEntry[]> {
  const budget: Budget = { bytesLeft: limits.totalBytes };
  const files: ZipFileEntry[] = [];
  for (const { path, entry } of entries) {
    const counted = await unpack(zip, archive, entry, budget, limits);
    if (!counted.ok) problems.add(counted.code, path);
    else if (counted.bytes !== entry.uncompressedSize) problems.add('entry-damaged', path);
    else if (!isHidden(path)) files.push({ path, entry, bytes: counted.bytes });
    // What was unpacked of refused entries counts as well, so this ends.
    if (budget.bytesLeft < 0) return files;
  }
  const unpacked = limits.totalBytes - budget.bytesLeft;
  if (!problems.any && unpacked > SMALL_FILE_BYTES && unpacked > (await stat(archive)).size * limits.ratio)
    problems.add('ratio-too-high', null);
  return files;
}

async function unpack(
  zip: ZipFile,
  archive: string,
  entry: Entry,
  budget: Budget,
  limits: Limits,
): ReturnType<typeof countBytes> {
  try {
    return await countBytes(await openEntry(zip, archive, entry), entry.compressedSize, budget, limits);
  } catch (error) {
    if (archiveFault(error) === null) throw error;
    return { ok: false, code: 'entry-damaged' };
  }
}

class ZipFiles implements PackageFiles {
  private readonly files: ReadonlyMap<string, ZipFileEntry>;

  constructor(
    private readonly zip: ZipFile,
    private readonly archive: string,
    files: readonly ZipFileEntry[],
  ) {
    this.files = new Map(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((file) => [file.path, file]));
  }

  list(): readonly PackageFile[] {
    return [...this.files.values()].map(({ path, bytes }) => ({ path, bytes }));
  }

  async readText(path: string): Promise<string | null> {
    return readText(await this.openStream(path));
  }

  async openStream(path: string): Promise<Readable> {
    const file = this.files.get(path);
    if (!file) throw new Error(`${path} is not in the package`);
    return guardSize(await openEntry(this.zip, this.archive, file.entry), file.bytes, path);
  }

  close(): Promise<void> {
    this.zip.close();
    return Promise.resolve();
  }
}
