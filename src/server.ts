import { type DynamicModule, Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Environment, EnvironmentError, readEnvironment } from './platform/config/environment.js';
import { EmbeddedPostgresError } from './platform/database/embedded/index.js';
import { migrate, SchemaError } from './platform/database/migrate.js';
import { type OpenDatabase, openDatabase } from './platform/database/open-database.js';
import { jsonLogger } from './platform/logging/json-logger.js';
import { createApplication } from './roles/create-application.js';

/** A running Cairn: where it answers, and how to end it in good order. */
export interface RunningServer {
  app: NestFastifyApplication;
  database: OpenDatabase;
  environment: Environment;
  close(): Promise<void>;
}

/** Opens the database, brings an embedded one to this version, starts the roles and listens. `additions`: what the demo adds. */
export async function startServer(environment: Environment, additions: readonly DynamicModule[] = []): Promise<RunningServer> {
  // Before Nest is there to do it: what the database says while it starts is logged the same way.
  Logger.overrideLogger(jsonLogger(environment));
  const database = await openDatabase(environment);
  let app: NestFastifyApplication | undefined;
  try {
    if (database.embedded) await migrate(database.connections);
    app = await createApplication({ environment, connections: database.connections, additions });
    await app.listen(environment.PORT, environment.HOST);
  } catch (error) {
    await app?.close();
    await database.close();
    throw error;
  }
  const running = app;
  let closed: Promise<void> | undefined;
  const close = async () => {
    await running.close();
    await database.close();
  };
  return { app: running, database, environment, close: () => (closed ??= close()) };
}

/** `npm start`: runs until it is told to stop, and explains in words why it cannot. */
export async function runServer(variables: NodeJS.ProcessEnv, greet?: (server: RunningServer) => Promise<void>): Promise<void> {
  try {
    const server = await startServer(readEnvironment(variables));
    endInGoodOrder(server);
    await greet?.(server);
  } catch (error) {
    process.stderr.write(`${explainStart(error)}\n`);
    process.exitCode = 1;
  }
}

function endInGoodOrder(server: RunningServer): void {
  const logger = new Logger('Cairn');
  let stopping = false;
  const stop = (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    process.exitCode = exitCode;
    server.close().catch((error: unknown) => {
      logger.error({ message: 'Cairn did not stop cleanly', error: String(error) });
      process.exit(1);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(0));
  void server.database.lost.then((explanation) => {
    logger.fatal(`${explanation}\nStart Cairn again: what it had acknowledged is in the database.`);
    stop(1);
  });
}

/** What went wrong at the start, in words to act on; a stack only for what nobody foresaw. */
export function explainStart(error: unknown): string {
  if (error instanceof EnvironmentError || error instanceof SchemaError || error instanceof EmbeddedPostgresError)
    return error.message;
  const { code, address, port } = error as { code?: string; address?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${address} is taken by another program. Stop it, or choose another with PORT=…`;
  if (code === 'ECONNREFUSED') return `Nothing answers at ${address}:${port}. Is the database of DATABASE_URL running?`;
  if (code === '28P01') return 'The database refused the password of DATABASE_URL.';
  if (code === 'ENOSPC') return 'The disk is full. Make room and start again; nothing that was saved is lost.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
