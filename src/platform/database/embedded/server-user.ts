import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Binaries } from './locate-binaries.js';
import { runToEnd, type RunAs } from './run-as.js';

interface Account {
  uid: number;
  gid: number;
}

const WAYS_OUT = 'Start Cairn as an ordinary user, move it to a folder that others may pass, or set DATABASE_URL.';

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Chooses the user of the server. PostgreSQL refuses to run as root, so root hands over to the owner of the data, else to
 * `postgres`, else to `nobody`; anybody else runs it as himself. Throws when that user could not reach binaries or data.
 */
export async function chooseServerUser(folder: string, cluster: string, binaries: Binaries): Promise<RunAs> {
  if (!isRoot()) {
    await refuseForeignCluster(cluster);
    return { how: 'as_we_are' };
  }
  const account = (await ownerOf(cluster)) ?? (await ownerOf(folder)) ?? (await accountNamed(['postgres', 'nobody']));
  if (!account) {
    throw new EmbeddedPostgresError(
      'embedded.no_unprivileged_user',
      `PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". ${WAYS_OUT}`,
    );
  }
  const native = join(binaries.packageFolder, 'native');
  const programs = [binaries.postgres, binaries.initdb, join(native, 'lib'), join(native, 'share')];
  const needed = [...foldersDownTo(native), ...programs, ...foldersDownTo(folder)];
  const asUser: RunAs = { how: 'as_user', ...account };
  const closed = await firstClosedPath(asUser, needed);
  if (closed === null) return asUser;
  const withSearch: RunAs = { how: 'as_user_with_search', ...account };
  if ((await firstClosedPath(withSearch, needed)) === null) return withSearch;
  throw new EmbeddedPostgresError(
    'embedded.directory_closed',
    `PostgreSQL does not run as root, and the user it would run as (uid ${account.uid}) may not pass ${closed}. ${WAYS_OUT}`,
  );
}

async function refuseForeignCluster(cluster: string): Promise<void> {
  const owner = await statIfThere(cluster);
  const ourUid = process.getuid?.();
  if (!owner || ourUid === undefined || owner.uid === ourUid) return;
  throw new EmbeddedPostgresError(
    'embedded.wrong_owner',
    `${cluster} belongs to the user with uid ${owner.uid}, but Cairn runs with uid ${ourUid}. ` +
      `Start it as that user or as root, give the folder away (chown -R ${ourUid}), or choose another data folder.`,
  );
}

/** Null for root too: what belongs to root says nothing about who should run the server. */
async function ownerOf(path: string): Promise<Account | null> {
  const owner = await statIfThere(path);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : null;
}

async function statIfThere(path: string): Promise<Account | null> {
  return stat(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
}

async function accountNamed(names: string[]): Promise<Account | null> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of names) {
    const [, , uid, gid] = lines.find(([account]) => account === name) ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

/** All folders from the root to `path`. */
function foldersDownTo(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...foldersDownTo(parent), path];
}

// Asked of the system as that very user, because access lists and capabilities make mode bits alone a bad witness.
async function firstClosedPath(runAs: RunAs, paths: string[]): Promise<string | null> {
  const question = 'for path; do [ -x "$path" ] || { printf %s "$path"; exit 1; }; done';
  const { code, output } = await runToEnd(runAs, '/bin/sh', ['-c', question, 'sh', ...paths]);
  if (code === 0) return null;
  return paths.includes(output) ? output : `what lies on the way (${output})`;
}
