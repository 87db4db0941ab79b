import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathProblems, SeenNames } from './check-names.js';
import { guardSize } from './guard-size.js';
import { isHidden } from './hidden-names.js';
import { LIMITS, type Limits } from './limits.js';
import type { PackageFile, PackageFiles, ReadPackageResult } from './package-files.js';
import { ProblemList } from './problem-list.js';
import { readText } from './read-text.js';

/** Checks a folder whole and gives access to its files. Links are refused, also those that lead back into the folder. */
export async function readPackageFolder(folder: string, limits: Limits = LIMITS): Promise<ReadPackageResult> {
  const problems = new ProblemList();
  if (!(await isFolder(folder))) {
    problems.add('not-a-folder', null);
    return { ok: false, problems: problems.all() };
  }
  const walk = new FolderWalk(folder, problems, limits);
  await walk.enter('');
  if (walk.bytes > limits.totalBytes) problems.add('too-large', null);
  return problems.any ? { ok: false, problems: problems.all() } : { ok: true, files: new FolderFiles(folder, walk.files) };
}

class FolderWalk {
  readonly files: PackageFile[] = [];
  bytes = 0;
  private entries = 0;
  private readonly seen = new SeenNames();

  constructor(
    private readonly folder: string,
    private readonly problems: ProblemList,
    private readonly limits: Limits,
  ) {}

  /** @param path of a folder in the package, empty or ending in `/` */
  async enter(path: string): Promise<void> {
    for (const entry of await readdir(join(this.folder, path), { withFileTypes: true })) {
      if (isHidden(entry.name)) continue;
      this.entries += 1;
      if (this.entries > this.limits.entries) {
        if (this.entries === this.limits.entries + 1) this.problems.add('too-many-entries', null);
        return;
      }
      await this.take(path + entry.name + (entry.isDirectory() ? '/' : ''), entry.isDirectory(), entry.isFile());
    }
  }

  private async take(path: string, isFolder: boolean, isFile: boolean): Promise<void> {
    const wrong = pathProblems(path, this.limits);
    const clash = this.seen.add(path);
    for (const code of clash ? [...wrong, clash] : wrong) this.problems.add(code, path);
    if (isFolder && !wrong.includes('too-deep')) await this.enter(path);
    if (isFolder) return;
    if (!isFile) {
      this.problems.add('not-a-file', path);
      return;
    }
    const { size } = await lstat(join(this.folder, path));
    if (size > this.limits.fileBytes) this.problems.add('file-too-large', path);
    this.bytes += size;
    this.files.push({ path, bytes: size });
  }
}

class FolderFiles implements PackageFiles {
  private readonly files: ReadonlyMap<string, PackageFile>;

  constructor(
    private readonly folder: string,
    files: readonly PackageFile[],
  ) {
    this.files = new Map(files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((file) => [file.path, file]));
  }

  list(): readonly PackageFile[] {
    return [...this.files.values()];
  }

  async readText(path: string): Promise<string | null> {
    return readText(await this.openStream(path));
  }

  async openStream(path: string): Promise<Readable> {
    const file = this.files.get(path);
    if (!file) throw new Error(`${path} is not in the package`);
    // O_NOFOLLOW: what was a file when it was checked may be a link by now.
    const handle = await open(join(this.folder, path), constants.O_RDONLY | constants.O_NOFOLLOW);
    return guardSize(handle.createReadStream(), file.bytes, path);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
