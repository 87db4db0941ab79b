import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { DatabaseConnections } from '../../src/platform/database/connections.js';
import { databaseOptions } from '../../src/platform/database/database-options.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { entities } from '../../src/roles/entities.js';
import { testServer } from './postgres.js';

const TEMPLATE_LOCK = 4_201_999;
let counter = 0;

/** A database of a test file's own, cloned from a migrated template, reached as the roles that production uses. */
export interface TestDatabase extends DatabaseConnections {
  ownerUrl: string;
  superuserUrl: string;
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const template = await ensureTemplate(server.ownerUrl, server.applicationUrl);
  const name = `test_${process.pid}_${Date.now().toString(36)}_${++counter}`;
  await withClient(onDatabase(server.ownerUrl, 'postgres'), (client) =>
    client.query(`create database ${name} template ${template}`),
  );
  return {
    applicationUrl: onDatabase(server.applicationUrl, name),
    ownerUrl: onDatabase(server.ownerUrl, name),
    superuserUrl: onDatabase(server.superuserUrl, name),
    // As the superuser: a vacuum that happens to run in it belongs to the server, and only that may end it.
    drop: () =>
      withClient(onDatabase(server.superuserUrl, 'postgres'), (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      ).then(() => undefined),
  };
}

/** TypeORM and transactions on a test database, as the application role. */
export async function openTestDatabase(): Promise<{
  database: TestDatabase;
  dataSource: DataSource;
  work: UnitOfWork;
  close(): Promise<void>;
}> {
  const database = await createTestDatabase();
  const dataSource = await new DataSource(
    databaseOptions({ url: database.applicationUrl, entities, poolSize: 8, applicationName: 'cairn-test' }),
  ).initialize();
  return {
    database,
    dataSource,
    work: new UnitOfWork(dataSource),
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

export async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

export function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function ensureTemplate(ownerUrl: string, applicationUrl: string): Promise<string> {
  const template = `template_${templateHash()}`;
  await withClient(onDatabase(ownerUrl, 'postgres'), async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rows } = await client.query<{ finished: boolean }>(
      'select datistemplate as finished from pg_database where datname = $1',
      [template],
    );
    if (rows[0]?.finished) return;
    if (rows[0]) await client.query(`drop database ${template} with (force)`);
    await client.query(`create database ${template}`);
    await migrate({ ownerUrl: onDatabase(ownerUrl, template), applicationUrl: onDatabase(applicationUrl, template) });
    await client.query(`alter database ${template} with is_template true allow_connections false`);
  });
  return template;
}

/** Changes whenever a migration or the queue's own schema does. */
function templateHash(): string {
  const folder = new URL('../../migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(new URL(file, folder)));
  hash.update((createRequire(import.meta.url)('bullmq/package.json') as { version: string }).version);
  return hash.digest('hex').slice(0, 16);
}
