import type { Readable } from 'node:stream';

/** The files of a folder or archive that passed every check. */
export interface PackageFiles {
  /** Files by path (`/` between folders, relative to the package), sorted, with their sizes in bytes. */
  list(): readonly PackageFile[];
  /** The file's text, line ends as `\n`; `null` if it is not UTF-8 or longer than `MAX_TEXT_BYTES`. */
  readText(path: string): Promise<string | null>;
  /** Fails while streaming if the file is no longer what was checked. */
  openStream(path: string): Promise<Readable>;
  /** Lets go of the folder or archive. Nothing was unpacked, so there is nothing else to clean up. */
  close(): Promise<void>;
}

export interface PackageFile {
  path: string;
  bytes: number;
}

/** Why a folder or archive is refused, and which entry is to blame; `null` where it is the whole. */
export interface ArchiveProblem {
  code: ArchiveProblemCode;
  entry: string | null;
  detail: string;
  /** How many there are beside those that are listed; said with the last one. */
  more?: number;
}

/** Stable: interfaces translate by them. */
export const ARCHIVE_PROBLEMS = {
  'not-an-archive': 'This is no zip archive, or a damaged one.',
  'not-a-folder': 'There is no folder of this name.',
  'entry-damaged': 'The entry cannot be unpacked: cut off, altered, or not as long as it says.',
  'entry-encrypted': 'The entry is encrypted.',
  'compression-unknown': 'The entry is compressed in a way other than store or deflate.',
  'too-many-entries': 'The package holds too many files and folders.',
  'too-large': 'The package is too large when unpacked.',
  'file-too-large': 'The file is too large.',
  'ratio-too-high': 'The entry unpacks to far more than it takes up, as made to fill a disk.',
  'too-deep': 'The folders are nested too deeply.',
  'name-empty': 'The name, or a part of it, is empty.',
  'name-not-text': 'The name is not UTF-8.',
  'name-too-long': 'The name is too long.',
  'name-absolute': 'The name starts at the root or at a drive.',
  'name-climbs': 'The name leaves the package or holds a part that means "here".',
  'name-backslash': 'The name holds a backslash.',
  'name-control': 'The name holds a control character, NUL or a character that changes the direction of text.',
  'name-repeated': 'Two names are the same, or would be on some computers.',
  'name-file-and-folder': 'A name stands for a file and for a folder.',
  'not-a-file': 'The entry is a link, a device or the like.',
} as const;

export type ArchiveProblemCode = keyof typeof ARCHIVE_PROBLEMS;

export type ReadPackageResult = { ok: true; files: PackageFiles } | { ok: false; problems: ArchiveProblem[] };
