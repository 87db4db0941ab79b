import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { readPostmasterFile } from '../../src/platform/database/embedded/postmaster-file.js';
import { identityOf } from '../../src/platform/database/embedded/process-identity.js';
import {
  cleanUp,
  endLater,
  endProcess,
  isRoot,
  launchInChild,
  query,
  refusal,
  removeOriginal,
  spawnLauncher,
  start,
  temporaryFolder,
  usedDataFolder,
} from '../support/embedded-launch.js';

afterEach(cleanUp);
afterAll(removeOriginal);

async function newDataDirectory(): Promise<string> {
  return join(await temporaryFolder(), 'postgres');
}

const ADA = `CREATE TABLE badge AS SELECT 'Ada' AS holder`;
const HOLDERS = 'SELECT holder FROM badge';

describe('A server killed under the application', () => {
  it('is reported with its last log lines, and the next start recovers every committed row', async () => {
    const dataDirectory = await usedDataFolder();
    const first = await start({ dataDirectory, durable: true });
    await query(first.ownerUrl, ADA);
    process.kill(first.processId, 'SIGKILL');

    const exit = await first.exited;
    expect(exit).toMatchObject({ code: null, signal: 'SIGKILL' });
    expect(exit.lastLines.join('\n')).toContain('ready to accept connections');

    const lines: string[] = [];
    const second = await start({ dataDirectory, onLog: (line) => lines.push(line) });
    expect(lines.join('\n')).toContain('database system was not properly shut down');
    expect(await query(second.ownerUrl, HOLDERS)).toEqual([{ holder: 'Ada' }]);
  });

  it('is awaited until its processes have finished the statement they were in', async () => {
    const dataDirectory = await usedDataFolder();
    const first = await start({ dataDirectory, durable: true });
    await query(first.ownerUrl, ADA);
    const client = new Client({ connectionString: first.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    const busy = client.query(
      `DO $$ BEGIN WHILE clock_timestamp() < statement_timestamp() + interval '8 s' LOOP END LOOP; END $$`,
    );
    const busyEnded = busy.catch((error: unknown) => error);
    await untilTrue(
      async () => (await query(first.superuserUrl, `SELECT FROM pg_stat_activity WHERE query LIKE 'DO %'`)).length > 0,
    );
    process.kill(first.processId, 'SIGKILL');
    await first.exited;

    const lines: string[] = [];
    const second = await start({ dataDirectory, onLog: (line) => lines.push(line) });
    expect(lines.join('\n')).toContain('waiting for the processes of a killed server');
    expect(await query(second.ownerUrl, HOLDERS)).toEqual([{ holder: 'Ada' }]);
    await busyEnded;
    await client.end();
  });
});

describe('A killed application', () => {
  it('leaves a server that the next start stops before it starts its own', async () => {
    const dataDirectory = await usedDataFolder();
    const { launcher, started } = await launchInChild({ dataDirectory, durable: true });
    if (!started) throw new Error('not started');
    await endProcess(launcher, 'SIGKILL');
    await query(started.ownerUrl, ADA);

    const lines: string[] = [];
    const next = await start({ dataDirectory, onLog: (line) => lines.push(line) });
    expect(lines[0]).toContain(`process ${started.processId}`);
    expect(await identityOf(started.processId)).toBeNull();
    expect(await query(next.ownerUrl, HOLDERS)).toEqual([{ holder: 'Ada' }]);
  });

  it('loses nothing when its server is killed with it', async () => {
    const dataDirectory = await usedDataFolder();
    const { launcher, started } = await launchInChild({ dataDirectory, durable: true });
    if (!started) throw new Error('not started');
    await query(started.ownerUrl, ADA);
    process.kill(started.processId, 'SIGKILL');
    await endProcess(launcher, 'SIGKILL');

    const next = await start({ dataDirectory });
    expect(await query(next.ownerUrl, HOLDERS)).toEqual([{ holder: 'Ada' }]);
  });

  it('may die at any moment of a first start: the next start completes it', async () => {
    const dataDirectory = await newDataDirectory();
    for (const patienceMs of [60, 120, 200, 300, 450]) {
      const launcher = await spawnLauncher({ dataDirectory });
      await delay(patienceMs);
      await endProcess(launcher, 'SIGKILL');
    }
    const server = await start({ dataDirectory });
    expect(await query(server.applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const expected = ['passwords.json', 'pgdata', expect.stringMatching(/^owner-\d+\.lock$/)];
    expect(await readdir(dataDirectory)).toEqual(expect.arrayContaining(expected));
    expect(await readdir(dataDirectory)).toHaveLength(expected.length);
  });

  it('inside initdb leaves no half cluster', async () => {
    const dataDirectory = await newDataDirectory();
    const launcher = await spawnLauncher({ dataDirectory });
    await untilTrue(async () => {
      const names = await readdir(dataDirectory, { recursive: true }).catch(() => []);
      return names.some((name) => /^pgdata\.tmp-.*base/.test(name));
    });
    await endProcess(launcher, 'SIGKILL');
    expect(await readdir(dataDirectory)).not.toContain('pgdata');

    await start({ dataDirectory });
    expect((await readdir(dataDirectory)).filter((name) => name.includes('tmp'))).toEqual([]);
  });
});

describe('A postmaster.pid that names a process which is not our server', () => {
  async function clusterNaming(pid: number | undefined): Promise<string> {
    const dataDirectory = await usedDataFolder();
    const first = await start({ dataDirectory });
    const cluster = join(dataDirectory, 'pgdata');
    const { text = '' } = (await readPostmasterFile(cluster)) ?? {};
    await first.stop();
    await writeFile(join(cluster, 'postmaster.pid'), text.replace(/^.*/, String(pid)));
    await chown(join(cluster, 'postmaster.pid'), (await stat(cluster)).uid, -1);
    return dataDirectory;
  }

  it('does not keep us from starting when that process is no PostgreSQL, and the process lives on', async () => {
    // PostgreSQL minds only processes of its own user.
    const { uid, gid } = await stat(join(await clusterNaming(1), 'pgdata'));
    const stranger = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
    endLater(stranger);
    await once(stranger, 'spawn');

    const server = await start({ dataDirectory: await clusterNaming(stranger.pid) });
    expect(await query(server.applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  it('stops us with advice when that process is a PostgreSQL on another folder, which lives on', async () => {
    const other = await start({ dataDirectory: await usedDataFolder() });
    const dataDirectory = await clusterNaming(other.processId);

    const { code, message } = await refusal({ dataDirectory });
    expect(code).toBe('embedded.already_running');
    expect(message).toContain('pgdata/postmaster.pid');
    expect(await query(other.applicationUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

const itWhereMountingWorks = mayMount() ? it : it.skip;

describe('A full disk', () => {
  itWhereMountingWorks('refuses a first start clearly and leaves no half cluster', async () => {
    const disk = await smallDisk(30);
    const dataDirectory = join(disk, 'postgres');

    const { code, message } = await refusal({ dataDirectory });
    expect(code).toBe('embedded.disk_full');
    expect(message).toContain(dataDirectory);
    expect((await readdir(dataDirectory)).sort()).toEqual(['owner-1.lock', 'passwords.json']);

    execFileSync('mount', ['-o', 'remount,size=200m', disk]);
    await start({ dataDirectory });
  });

  itWhereMountingWorks('loses no committed row, and the database starts again once there is space', async () => {
    const disk = await smallDisk(150);
    const dataDirectory = await usedDataFolder(disk);
    const first = await start({ dataDirectory, durable: true });
    const acknowledged = await insertUntilRefused(first.ownerUrl);
    expect(acknowledged).toBeGreaterThan(0);
    // Depending on what met the end of the disk, the server goes on, recovers, or gives up.
    let gaveUp = false;
    void first.exited.then(() => (gaveUp = true));
    await untilTrue(async () => gaveUp || (await answers(first.ownerUrl)));
    await first.stop();
    const lastLines = (await first.exited).lastLines.join('\n');
    expect(lastLines).toContain('No space left on device');

    await fill(join(disk, 'filler'));
    const refused = await refusal({ dataDirectory });
    expect(refused.code).toBe('embedded.disk_full');
    expect(refused.message).toContain('free some space');

    await rm(join(disk, 'filler'));
    execFileSync('mount', ['-o', 'remount,size=300m', disk]);
    const second = await start({ dataDirectory });
    const [counted] = await query<{ rows: number }>(second.ownerUrl, 'SELECT count(*)::integer AS rows FROM submission');
    expect(counted?.rows).toBe(acknowledged);
  });
});

function mayMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/tmp'], { stdio: 'ignore' });
    return isRoot;
  } catch {
    return false;
  }
}

async function smallDisk(megabytes: number): Promise<string> {
  const disk = join(await temporaryFolder(), 'disk');
  await mkdir(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'none', disk]);
  endLater({ end: async () => void execFileSync('umount', [disk]) });
  return disk;
}

async function fill(path: string): Promise<void> {
  const megabyte = Buffer.alloc(1024 * 1024);
  for (const chunk of [megabyte, megabyte.subarray(0, 4096)]) {
    for (;;) {
      const written = await writeFile(path, chunk, { flag: 'a' }).then(
        () => true,
        () => false,
      );
      if (!written) break;
    }
  }
}

/** Commits rows of about 1 MB one by one until the server cannot take more; answers how many were acknowledged. */
async function insertUntilRefused(url: string): Promise<number> {
  await query(url, 'CREATE TABLE submission (content bytea)');
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  let acknowledged = 0;
  try {
    for (;;) {
      await client.query(
        'INSERT INTO submission SELECT string_agg(sha512(i::text::bytea), NULL) FROM generate_series(1, 16000) i',
      );
      acknowledged += 1;
    }
  } catch {
    return acknowledged;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function answers(url: string): Promise<boolean> {
  return query(url, 'SELECT 1').then(
    () => true,
    () => false,
  );
}

async function untilTrue(question: () => Promise<boolean>): Promise<void> {
  while (!(await question())) await delay(10);
}
