import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { explainError } from './embedded-postgres-error.js';
import { readPasswords } from './passwords.js';
import { readPostmasterFile } from './postmaster-file.js';
import { prepareFolder } from './prepare-folder.js';
import { APPLICATION_ROLE, OWNER_ROLE, urlOf } from './roles.js';
import type { EmbeddedPostgres } from './start-embedded-postgres.js';

const POLL_MS = 100;
const PATIENCE_MS = 15_000;

/** The URLs hold passwords: never log them. */
export type JoinedPostgres = Pick<EmbeddedPostgres, 'ownerUrl' | 'applicationUrl'>;

/**
 * How to reach the server that another process runs on `dataDirectory`, once it answers; `null` when none does within 15 s.
 * Refuses with an EmbeddedPostgresError when this user may not read the folder.
 */
export async function joinEmbeddedPostgres(dataDirectory: string): Promise<JoinedPostgres | null> {
  try {
    const folder = await prepareFolder(dataDirectory);
    for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += POLL_MS) {
      const found = await findServer(folder);
      if (found && (await answers(found.applicationUrl))) return found;
      await delay(POLL_MS);
    }
    return null;
  } catch (error) {
    throw explainError(error, dataDirectory);
  }
}

/** What the files say; they may be of a server that is still starting or has died. */
async function findServer(folder: string): Promise<JoinedPostgres | null> {
  const passwords = await readPasswords(folder);
  const server = await readPostmasterFile(join(folder, 'pgdata'));
  if (!passwords || server?.state !== 'ready') return null;
  return {
    ownerUrl: urlOf(OWNER_ROLE, passwords.owner, server.port),
    applicationUrl: urlOf(APPLICATION_ROLE, passwords.application, server.port),
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch {
    // Still starting, or gone: the next look tells.
    return false;
  } finally {
    await client.end();
  }
}
