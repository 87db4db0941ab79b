import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { Environment } from '../config/environment.js';
import type { DatabaseConnections } from './connections.js';
import { EmbeddedPostgresError, joinEmbeddedPostgres, startEmbeddedPostgres } from './embedded/index.js';

/** The database this process uses, and how to let go of it. */
export interface OpenDatabase {
  connections: DatabaseConnections;
  embedded: boolean;
  /** Resolves with an explanation when an embedded server ends on its own. Never, where there is none. */
  lost: Promise<string>;
  close(): Promise<void>;
}

/** The database that DATABASE_URL names, or else our own under the data directory, started now. */
export async function openDatabase(environment: Environment): Promise<OpenDatabase> {
  return configuredDatabase(environment) ?? startOwn(environment);
}

/** As `openDatabase`; but where a running Cairn has started our own already, that one is used and left running. */
export async function openOrJoinDatabase(environment: Environment): Promise<OpenDatabase> {
  const configured = configuredDatabase(environment);
  if (configured) return configured;
  try {
    return await startOwn(environment);
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError) || error.code !== 'embedded.already_running') throw error;
    const running = await joinEmbeddedPostgres(folderOf(environment));
    if (!running) throw error;
    return { connections: running, embedded: true, ...NOT_OURS };
  }
}

/** A server that somebody else starts and stops. */
const NOT_OURS = { lost: new Promise<string>(() => undefined), close: async () => undefined };

function configuredDatabase({ DATABASE_URL, DATABASE_OWNER_URL }: Environment): OpenDatabase | null {
  if (!DATABASE_URL) return null;
  return { connections: { applicationUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL ?? null }, embedded: false, ...NOT_OURS };
}

async function startOwn(environment: Environment): Promise<OpenDatabase> {
  const logger = new Logger('PostgreSQL');
  const server = await startEmbeddedPostgres({ dataDirectory: folderOf(environment), onLog: (line) => logger.debug(line) });
  let closing = false;
  return {
    connections: { applicationUrl: server.applicationUrl, ownerUrl: server.ownerUrl },
    embedded: true,
    lost: new Promise((resolve) => {
      void server.exited.then(({ code, signal, lastLines }) => {
        if (!closing) resolve(`The database server ended (${signal ?? code}). Its last words:\n${lastLines.join('\n')}`);
      });
    }),
    close: async () => {
      closing = true;
      await server.stop();
    },
  };
}

function folderOf({ CAIRN_DATA_DIR }: Environment): string {
  return join(CAIRN_DATA_DIR, 'postgres');
}
