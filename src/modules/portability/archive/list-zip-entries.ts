import { isUtf8 } from 'node:buffer';
import { getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { archiveFault } from './archive-fault.js';
import { pathProblems, SeenNames } from './check-names.js';
import type { Limits } from './limits.js';
import type { ProblemList } from './problem-list.js';

export interface ZipEntry {
  path: string;
  entry: Entry;
}

/** Reads the archive's directory and checks all that can be told from it. */
export async function listZipEntries(zip: ZipFile, problems: ProblemList, limits: Limits): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  const seen = new SeenNames();
  if (zip.entryCount > limits.entries) {
    problems.add('too-many-entries', null);
    return entries;
  }
  try {
    for await (const entry of zip.eachEntry()) {
      const path = pathOf(entry);
      checkEntry(path, entry, seen, problems, limits);
      if (!path.endsWith('/')) entries.push({ path, entry });
    }
  } catch (error) {
    const fault = archiveFault(error);
    if (fault === null) throw error;
    // yauzl gives up on the whole archive here, so entries after this one stay unchecked.
    problems.add(fault.includes('encrypt') ? 'entry-encrypted' : 'not-an-archive', null, fault);
  }
  return entries;
}

function checkEntry(path: string, entry: Entry, seen: SeenNames, problems: ProblemList, limits: Limits): void {
  for (const code of pathProblems(path, limits)) problems.add(code, path);
  const clash = seen.add(path);
  if (clash) problems.add(clash, path);
  if (path.includes('\ufffd')) problems.add('name-not-text', path);
  if (entry.isEncrypted()) problems.add('entry-encrypted', path);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) problems.add('compression-unknown', path);
  if (!isOrdinary(entry)) problems.add('not-a-file', path);
  // A size may lie, but one that admits to being too large is believed.
  if (entry.uncompressedSize > limits.fileBytes) problems.add('file-too-large', path);
  if (path.endsWith('/') && entry.uncompressedSize > 0) problems.add('name-file-and-folder', path);
}

/** The name as UTF-8 where it can be that: some programs (macOS) do not set the flag that says so. */
function pathOf(entry: Entry): string {
  const flags = isUtf8(entry.fileNameRaw) ? entry.generalPurposeBitFlag | 0x800 : entry.generalPurposeBitFlag;
  return getFileNameLowLevel(flags, entry.fileNameRaw, entry.extraFields, true);
}

/** A file or folder by its Unix mode; archives made elsewhere have none. */
function isOrdinary(entry: Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  return type === 0 || type === 0o100000 || type === 0o040000;
}
