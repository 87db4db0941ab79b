import { DEFAULT_SCHEMA, runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import type { DatabaseConnections } from './connections.js';
import { databaseOptions } from './database-options.js';

// Two processes that migrate at once take turns.
const MIGRATION_LOCK = 4_201_130;

/** Brings the schema and the queue's schema to this version and gives the application its rights. Returns the migrations that ran. */
export async function migrate({ ownerUrl, applicationUrl }: DatabaseConnections): Promise<string[]> {
  if (ownerUrl === null) throw new SchemaError('Set DATABASE_OWNER_URL: migrations are run as the owner of the database.');
  const applicationRole = decodeURIComponent(new URL(applicationUrl).username);
  const ownerRole = decodeURIComponent(new URL(ownerUrl).username);
  if (applicationRole === ownerRole) {
    throw new SchemaError('DATABASE_URL and DATABASE_OWNER_URL name the same role; row-level security needs two.');
  }
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await runOwnMigrations(ownerUrl);
    await runQueueMigrations(owner);
    await grantRights(owner, applicationRole);
    return ran;
  } finally {
    await owner.end();
  }
}

/** Names of migrations that this version has and the database has not, or the other way round. Empty means they fit. */
export async function schemaDifferences(query: (sql: string) => Promise<{ name: string }[]>): Promise<string[]> {
  const [table] = (await query(`select to_regclass('public.migration')::text as name`)) as { name: string | null }[];
  const applied = table?.name ? (await query('select name from migration')).map(({ name }) => name) : [];
  const known = migrations.map((Migration) => new Migration().name ?? '');
  return [
    ...known.filter((name) => !applied.includes(name)).map((name) => `missing ${name}`),
    ...applied.filter((name) => !known.includes(name)).map((name) => `unknown ${name}`),
  ];
}

export class SchemaError extends Error {}

async function runOwnMigrations(url: string): Promise<string[]> {
  const dataSource = await new DataSource(
    databaseOptions({ url, entities: [], poolSize: 2, applicationName: 'cairn-migrate' }),
  ).initialize();
  try {
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

async function grantRights(owner: pg.Client, applicationRole: string): Promise<void> {
  const schema = owner.escapeIdentifier(DEFAULT_SCHEMA);
  const role = owner.escapeIdentifier(applicationRole);
  const database = owner.escapeIdentifier(owner.database ?? '');
  await owner.query('select cairn_grant_application($1)', [applicationRole]);
  await owner.query(
    // BullMQ makes a sequence for each queue on its first job, and temporary tables as it goes.
    `grant temporary on database ${database} to ${role};
     grant usage, create on schema ${schema} to ${role};
     grant select, insert, update, delete on all tables in schema ${schema} to ${role};
     grant execute on all functions in schema ${schema} to ${role};`,
  );
  // Not "all sequences": those that the application made are its own, and not ours to grant.
  const { rows } = await owner.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
      where relkind = 'S' and relnamespace = $1::regnamespace and relowner = current_user::regrole`,
    [DEFAULT_SCHEMA],
  );
  for (const { name } of rows) await owner.query(`grant usage, select on sequence ${name} to ${role}`);
}
