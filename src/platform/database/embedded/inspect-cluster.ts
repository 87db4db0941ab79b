import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Binaries } from './locate-binaries.js';
import { runToEnd, type RunAs } from './run-as.js';

/**
 * Whether a cluster is there, one that these binaries can run. Throws `embedded.version_mismatch` for one of another major
 * version and `embedded.not_a_cluster` for a folder with something else in it.
 */
export async function hasUsableCluster(cluster: string, binaries: Binaries, runAs: RunAs): Promise<boolean> {
  const ours = await majorVersionOf(binaries, runAs);
  const entries = await entriesIfThere(cluster);
  if (entries.length === 0) return false;
  if (!entries.includes('PG_VERSION')) {
    throw new EmbeddedPostgresError(
      'embedded.not_a_cluster',
      `${cluster} is not a PostgreSQL data folder (it has no PG_VERSION). Move it away, or choose another data folder.`,
    );
  }
  const theirs = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (theirs === ours) return true;
  throw new EmbeddedPostgresError(
    'embedded.version_mismatch',
    `The database in ${cluster} was made by PostgreSQL ${theirs}, but this Cairn brings PostgreSQL ${ours}, which cannot read it. ` +
      'With the Cairn release that made it run "cairn backup"; then move the folder away and run "cairn restore" with this one.',
  );
}

async function majorVersionOf(binaries: Binaries, runAs: RunAs): Promise<string> {
  const { output } = await runToEnd(runAs, binaries.postgres, ['--version']);
  const major = /^postgres \(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (major !== undefined) return major;
  throw new EmbeddedPostgresError(
    'embedded.binaries_unusable',
    `The embedded PostgreSQL does not run on this machine (${binaries.postgres}: ${output}). ` +
      'Set DATABASE_URL to use a PostgreSQL server of your own.',
  );
}

async function entriesIfThere(path: string): Promise<string[]> {
  return readdir(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
}
