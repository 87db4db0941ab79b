import { join } from 'node:path';
import { EmbeddedPostgresError, explainError } from './embedded-postgres-error.js';
import { handOverCluster, initialiseCluster, removeUnfinishedClusters, SUPERUSER } from './initialise-cluster.js';
import { hasUsableCluster } from './inspect-cluster.js';
import { locateBinaries, type Binaries } from './locate-binaries.js';
import { stopOrphanServer } from './orphan-server.js';
import { takeOwnerLock } from './owner-lock.js';
import { loadOrCreatePasswords, type Passwords } from './passwords.js';
import { prepareBinaries } from './prepare-binaries.js';
import { prepareFolder } from './prepare-folder.js';
import { APPLICATION_ROLE, ensureRolesAndDatabase, OWNER_ROLE, urlOf } from './roles.js';
import type { ServerExit } from './server-process.js';
import { chooseServerUser } from './server-user.js';
import { startPatiently, type StartedServer } from './start-patiently.js';

const DEFAULT_MAX_CONNECTIONS = 100;

type OnLog = (line: string) => void;

export interface EmbeddedPostgresOptions {
  /** A folder for the cluster, its passwords and its owner lock, for instance `./data/postgres`; made when missing. */
  dataDirectory: string;
  /** A fixed port of 127.0.0.1; any free one when left out. */
  port?: number;
  /** False for tests alone: a power cut may then destroy the database. */
  durable?: boolean;
  maxConnections?: number;
  /** Receives each line of the server's log, without secrets. */
  onLog?: OnLog;
}

export interface EmbeddedPostgres {
  /** The URLs hold passwords: never log them. */
  superuserUrl: string;
  ownerUrl: string;
  applicationUrl: string;
  port: number;
  processId: number;
  /** Resolves when the server has ended, asked or not; another start on the folder is possible then. Never rejects. */
  exited: Promise<ServerExit>;
  /** Ends the server in good order; may be called again, and after it died. Close connections first. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the npm package on `dataDirectory`, making cluster, roles and database when they are missing, and
 * resolves when it accepts connections. Every refusal is an EmbeddedPostgresError that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  refuseBadOptions(options);
  const binaries = locateBinaries();
  try {
    await prepareBinaries(binaries);
    return await startAsOwner(await prepareFolder(options.dataDirectory), binaries, options);
  } catch (error) {
    throw explainError(error, options.dataDirectory);
  }
}

async function startAsOwner(folder: string, binaries: Binaries, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const onLog = options.onLog ?? (() => undefined);
  const lock = await takeOwnerLock(folder);
  try {
    const { server, port, passwords } = await openDatabase(folder, binaries, { ...options, onLog });
    const exited = server.exited.then(async (exit) => {
      await lock.release().catch((error: unknown) => onLog(`the owner lock was not released: ${String(error)}`));
      return exit;
    });
    return {
      superuserUrl: urlOf(SUPERUSER, passwords.superuser, port, 'postgres'),
      ownerUrl: urlOf(OWNER_ROLE, passwords.owner, port),
      applicationUrl: urlOf(APPLICATION_ROLE, passwords.application, port),
      port,
      processId: server.processId,
      exited,
      async stop() {
        await server.stop();
        await exited;
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface OpenDatabase extends StartedServer {
  passwords: Passwords;
}

async function openDatabase(
  folder: string,
  binaries: Binaries,
  { port, durable = true, maxConnections = DEFAULT_MAX_CONNECTIONS, onLog }: EmbeddedPostgresOptions & { onLog: OnLog },
): Promise<OpenDatabase> {
  const cluster = join(folder, 'pgdata');
  const runAs = await chooseServerUser(folder, cluster, binaries);
  const hasCluster = await hasUsableCluster(cluster, binaries, runAs);
  await removeUnfinishedClusters(folder);
  const passwords = await loadOrCreatePasswords(folder, hasCluster);
  if (hasCluster) await handOverCluster(cluster, runAs);
  else await initialiseCluster({ folder, cluster, binaries, runAs, superuserPassword: passwords.superuser, durable });
  await stopOrphanServer(cluster, onLog);
  const settings = { durable, maxConnections };
  const plan = { folder, cluster, binaries, runAs, settings, secrets: Object.values(passwords), onLog };
  const started = await startPatiently(plan, { configured: port });
  try {
    await ensureRolesAndDatabase(urlOf(SUPERUSER, passwords.superuser, started.port, 'postgres'), passwords);
  } catch (error) {
    await started.server.stop();
    throw error;
  }
  return { ...started, passwords };
}

function refuseBadOptions({ dataDirectory, port, maxConnections }: EmbeddedPostgresOptions): void {
  const isPort = port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65_535);
  const isCount = maxConnections === undefined || (Number.isInteger(maxConnections) && maxConnections >= 1);
  if (dataDirectory.trim() === '') throw badOption('The data folder of the embedded database has no name.');
  if (!isPort) throw badOption(`${port} is not a port: it must be a whole number from 1 to 65535.`);
  if (!isCount) throw badOption(`${maxConnections} is not a number of connections: it must be a whole number above 0.`);
}

function badOption(message: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError('embedded.bad_option', message);
}
