import { chmod, mkdir, mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { prepareBinaries } from './prepare-binaries.js';

describe('Preparing the installed binaries', () => {
  let packageFolder: string;
  const program = (name: string) => join(packageFolder, 'native', 'bin', name);
  const binaries = () => ({ packageFolder, postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') });
  const link = () => join(packageFolder, 'native', 'lib', 'libpq.so.5');

  beforeEach(async () => {
    packageFolder = await mkdtemp(join(tmpdir(), 'cairn-binaries-'));
    await mkdir(join(packageFolder, 'native', 'bin'), { recursive: true });
    await mkdir(join(packageFolder, 'native', 'lib'));
    for (const name of ['postgres', 'initdb', 'pg_ctl']) await writeFile(program(name), '', { mode: 0o644 });
    await listLinks([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]);
  });

  afterEach(async () => rm(packageFolder, { recursive: true, force: true }));

  async function listLinks(links: { source: string; target: string }[]): Promise<void> {
    await writeFile(join(packageFolder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  }

  it('makes the listed links, relative so that the package may move, and the programs executable', async () => {
    await prepareBinaries(binaries());
    expect(await readlink(link())).toBe('libpq.so.5.18');
    for (const name of ['postgres', 'initdb', 'pg_ctl']) expect((await stat(program(name))).mode & 0o777).toBe(0o755);
  });

  it('may be done by several at once, and again', async () => {
    await Promise.all(Array.from({ length: 10 }, () => prepareBinaries(binaries())));
    await prepareBinaries(binaries());
    expect(await readlink(link())).toBe('libpq.so.5.18');
  });

  it('leaves what is complete alone, even where nothing may be written', async () => {
    await prepareBinaries(binaries());
    const before = await stat(program('postgres'));
    await chmod(join(packageFolder, 'native', 'lib'), 0o555);
    await prepareBinaries(binaries());
    expect((await stat(program('postgres'))).ctimeMs).toBe(before.ctimeMs);
    // Or an ordinary user could not remove it afterwards.
    await chmod(join(packageFolder, 'native', 'lib'), 0o755);
  });

  it('says that the install cannot be completed, and names DATABASE_URL', async () => {
    await listLinks([{ source: 'native/lib/libpq.so.5.18', target: 'native/no-such-folder/libpq.so.5' }]);
    await expect(prepareBinaries(binaries())).rejects.toMatchObject({
      code: 'embedded.install_read_only',
      message: expect.stringContaining('DATABASE_URL'),
    });
  });
});
