// A PostgreSQL for one run: our own, durable and thrown away, or the server of BENCH_PG_URL.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/src/platform/database/embedded/index.js';
import { APPLICATION_ROLE, ensureRole, OWNER_ROLE } from '../../dist/src/platform/database/embedded/roles.js';
import { migrate } from '../../dist/src/platform/database/migrate.js';
import { databaseCores } from './cores.mjs';
import { Refusal } from './refusal.mjs';

const SHOWN = ['fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_connections', 'jit', 'server_version'];

/**
 * Answers `database(name)`, which makes and migrates a database and gives its URLs; `settings`; `crash`, which kills the server
 * without mercy and starts it again (`null` where it is not ours); and `close`.
 */
export async function openCluster() {
  const cluster = process.env.BENCH_PG_URL ? await useServer(process.env.BENCH_PG_URL) : await startServer();
  try {
    return { ...cluster, settings: await durableSettings(cluster.urls.superuserUrl) };
  } catch (error) {
    await cluster.close();
    throw error;
  }
}

export async function withClient(url, use) {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed on purpose takes its connections with it; the statement that fails says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-postgres-'));
  // As root the server runs as another user, who must be able to pass.
  await chmod(folder, 0o711);
  const dataDirectory = join(folder, 'data');
  let server = await startEmbeddedPostgres({ dataDirectory, durable: true });
  pinServer(server.processId);
  const urls = { superuserUrl: server.superuserUrl, ownerUrl: server.ownerUrl, applicationUrl: server.applicationUrl };
  return {
    urls,
    database: (name) => makeDatabase(urls, name),
    async crash() {
      process.kill(server.processId, 'SIGKILL');
      await server.exited;
      server = await startEmbeddedPostgres({ dataDirectory, durable: true, port: server.port });
      pinServer(server.processId);
    },
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function useServer(superuserUrl) {
  const urls = {
    superuserUrl,
    ownerUrl: urlFor(superuserUrl, OWNER_ROLE),
    applicationUrl: urlFor(superuserUrl, APPLICATION_ROLE),
  };
  const made = [];
  await withClient(superuserUrl, async (client) => {
    for (const url of [urls.ownerUrl, urls.applicationUrl])
      await ensureRole(client, new URL(url).username, new URL(url).password);
  });
  return {
    urls,
    crash: null,
    async database(name) {
      made.push(name);
      return makeDatabase(urls, name);
    },
    close: () =>
      withClient(superuserUrl, async (client) => {
        for (const name of made) await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** A role's password follows from the server's URL, so that a second run finds the roles of the first usable. */
function urlFor(superuserUrl, role) {
  const url = new URL(superuserUrl);
  url.username = role;
  url.password = createHash('sha256').update(`${superuserUrl} ${role}`).digest('hex');
  return url.href;
}

async function makeDatabase(urls, name) {
  await withClient(urls.superuserUrl, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} owner ${OWNER_ROLE}`);
  });
  const on = (url) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const database = { ownerUrl: on(urls.ownerUrl), applicationUrl: on(urls.applicationUrl) };
  await migrate(database);
  return database;
}

async function durableSettings(url) {
  const settings = await withClient(url, async (client) => {
    const { rows } = await client.query('select name, current_setting(name) as value from unnest($1::text[]) as name', [SHOWN]);
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  });
  if (settings.fsync === 'on' && settings.synchronous_commit === 'on') return settings;
  throw new Refusal(
    `fsync is ${settings.fsync} and synchronous_commit ${settings.synchronous_commit}: what is acknowledged might be lost, so nothing is measured.`,
  );
}

/** Moves the server to its cores; connections made later inherit them. */
function pinServer(processId) {
  if (!databaseCores) return;
  const children = readFileSync(`/proc/${processId}/task/${processId}/children`, 'utf8').trim();
  for (const id of [processId, ...(children ? children.split(' ') : [])])
    spawnSync('taskset', ['-cp', databaseCores, String(id)]);
}
