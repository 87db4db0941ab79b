import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { LIMITS, type Limits } from './limits.js';
import type { ArchiveProblemCode } from './package-files.js';
import { readPackageFolder } from './read-folder.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, content = 'x'): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function problems(limits: Partial<Limits> = {}): Promise<[ArchiveProblemCode, string | null][]> {
  const result = await readPackageFolder(folder, { ...LIMITS, ...limits });
  return result.ok ? [] : result.problems.map(({ code, entry }) => [code, entry]);
}

describe('a folder', () => {
  it('gives its files by path, without what systems leave behind', async () => {
    await write('b/second.md', '\ufeffzwei\r\n');
    await write('a.md', 'eins');
    await write('.git/config');
    await write('.DS_Store');
    const result = await readPackageFolder(folder);
    const files = result.ok ? result.files : null;
    expect(files?.list()).toEqual([
      { path: 'a.md', bytes: 4 },
      { path: 'b/second.md', bytes: 9 },
    ]);
    expect(await files?.readText('b/second.md')).toBe('zwei\n');
    expect(files && (await text(await files.openStream('a.md')))).toBe('eins');
    await expect(files?.openStream('../a.md')).rejects.toThrow('is not in the package');
  });

  it.each([
    ['grows', 'x'.repeat(500)],
    ['shrinks', ''],
  ])('whose file %s after it was checked breaks off', async (_, content) => {
    await write('a.md', 'eins');
    const result = await readPackageFolder(folder);
    await write('a.md', content);
    await expect(result.ok ? result.files.readText('a.md') : null).rejects.toThrow(
      'a.md changed while the package was being read',
    );
  });

  it('whose file becomes a link after it was checked breaks off', async () => {
    await write('a.md');
    const result = await readPackageFolder(folder);
    await rm(join(folder, 'a.md'));
    await symlink('/etc/hostname', join(folder, 'a.md'));
    await expect(result.ok ? result.files.readText('a.md') : null).rejects.toThrow('ELOOP');
  });

  it('with links is refused, wherever they lead', async () => {
    await write('a.md');
    await symlink('a.md', join(folder, 'inside.md'));
    await symlink('/etc', join(folder, 'outside'));
    expect(await problems()).toEqual(
      expect.arrayContaining([
        ['not-a-file', 'inside.md'],
        ['not-a-file', 'outside'],
      ]),
    );
  });

  it('with names that would clash elsewhere is refused', async () => {
    await write('caf\u00e9.md');
    await write('CAFE\u0301.md');
    expect((await problems()).map(([code]) => code)).toEqual(['name-repeated']);
  });

  it('with names that mean something elsewhere is refused', async () => {
    await write('a\\b.md');
    expect(await problems()).toEqual([['name-backslash', 'a\\b.md']]);
  });

  it('beyond the limits is refused', async () => {
    await write('a/b/c.md', 'x'.repeat(60));
    await write('a/d.md', 'x'.repeat(60));
    expect(await problems({ entries: 3 })).toEqual([['too-many-entries', null]]);
    expect(await problems({ totalBytes: 100 })).toEqual([['too-large', null]]);
    expect((await problems({ fileBytes: 50 })).map(([code]) => code)).toEqual(['file-too-large', 'file-too-large']);
    expect(await problems({ depth: 2 })).toEqual([['too-deep', 'a/b/c.md']]);
  });

  it('that is none is refused', async () => {
    await write('a.md');
    expect(await readPackageFolder(join(folder, 'gone'))).toMatchObject({ ok: false, problems: [{ code: 'not-a-folder' }] });
    expect(await readPackageFolder(join(folder, 'a.md'))).toMatchObject({ ok: false, problems: [{ code: 'not-a-folder' }] });
  });
});
