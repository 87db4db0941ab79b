import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { Environment } from '../config/environment.js';
import type { DatabaseConnections } from './connections.js';
import { startEmbeddedPostgres } from './embedded/index.js';

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
  const { DATABASE_URL: applicationUrl, DATABASE_OWNER_URL: ownerUrl } = environment;
  if (applicationUrl) {
    return {
      connections: { applicationUrl, ownerUrl: ownerUrl ?? null },
      embedded: false,
      lost: new Promise(() => undefined),
      close: async () => undefined,
    };
  }
  return openEmbedded(environment);
}

async function openEmbedded(environment: Environment): Promise<OpenDatabase> {
  const logger = new Logger('PostgreSQL');
  const server = await startEmbeddedPostgres({
    dataDirectory: join(environment.CAIRN_DATA_DIR, 'postgres'),
    onLog: (line) => logger.debug(line),
  });
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
