import { lchown, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainFailure } from './explain-failure.js';
import type { Binaries } from './locate-binaries.js';
import { runToEnd, type RunAs } from './run-as.js';
import { syncFolder } from './sync-folder.js';

export const SUPERUSER = 'postgres';

export interface NewCluster {
  /** Where `initdb` builds, beside the place of the finished cluster. */
  folder: string;
  cluster: string;
  binaries: Binaries;
  runAs: RunAs;
  superuserPassword: string;
  durable: boolean;
}

/** Removes what a start that was killed inside `initdb` left behind. Only the holder of the owner lock may call this. */
export async function removeUnfinishedClusters(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    // An initdb that outlived its launcher may still be writing here; it gives up once its files are gone.
    const patience = { maxRetries: 10, retryDelay: 50 };
    if (name.startsWith('pgdata.tmp-')) await rm(join(folder, name), { recursive: true, force: true, ...patience });
  }
}

/** Makes a new cluster. It appears at `cluster` whole or not at all. */
export async function initialiseCluster(wanted: NewCluster): Promise<void> {
  const unfinished = await mkdtemp(join(wanted.folder, `pgdata.tmp-${process.pid}-`));
  const passwordFile = `${unfinished}.password`;
  try {
    await writeFile(passwordFile, wanted.superuserPassword, { flag: 'wx', mode: 0o600 });
    for (const path of [unfinished, passwordFile]) await handOver(path, wanted.runAs);
    const { code, output } = await runToEnd(wanted.runAs, wanted.binaries.initdb, [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The built-in locale needs no locale installed on the machine, and sorts alike on all of them.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(wanted.durable ? [] : ['--no-sync']),
    ]);
    if (code !== 0) {
      const lines = output.split('\n');
      throw explainFailure({
        folder: wanted.folder,
        attempted: 'make a database',
        lines,
        otherwise: 'embedded.initialise_failed',
      });
    }
    await rename(unfinished, wanted.cluster);
    // Were the rename lost in a power cut, the next start would sweep the cluster away as unfinished.
    await syncFolder(wanted.folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Gives a cluster that belongs to root (who copied it back from a backup, say) to the server's user. */
export async function handOverCluster(cluster: string, runAs: RunAs): Promise<void> {
  if ((await stat(cluster)).uid !== 0) return;
  for (const entry of await readdir(cluster, { recursive: true })) await handOver(join(cluster, entry), runAs);
  // Last, because it marks the whole as done: a hand-over cut short starts again.
  await handOver(cluster, runAs);
}

async function handOver(path: string, runAs: RunAs): Promise<void> {
  if (runAs.how !== 'as_we_are') await lchown(path, runAs.uid, runAs.gid);
}
