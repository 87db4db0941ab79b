import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { transformFileSync } from '@swc/core';
import { readPackageZip } from './read-package.js';
import { type Entry, packed } from './write-zip.js';

const AT = new Date('2026-09-01T08:00:00Z');

const WRITER = fileURLToPath(new URL('write-zip.ts', import.meta.url));

/** The archive as a server in that time zone writes it: a process has one for all of its life. */
function packedIn(zone: string): Buffer {
  const { code } = transformFileSync(WRITER, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'es6' },
  });
  const script = `${code}
    packed([{ path: 'a', content: Buffer.from('x') }], new Date('${AT.toISOString()}')).pipe(process.stdout);`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, TZ: zone } });
}

const stream = (path: string, ...chunks: string[]): Entry => ({
  path,
  packed: false,
  open: async () => Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
});

describe('An archive that is written while it is read', () => {
  it('is one that the importer takes, with files as they are and texts packed, however well they would pack', async () => {
    const table = 'a,b\n'.repeat(600_000);
    const folder = await mkdtemp(join(tmpdir(), 'cairn-zip-'));
    const path = join(folder, 'package.zip');
    const entries: Entry[] = [
      { path: 'config.yaml', open: async () => Readable.from([Buffer.from('title: A\n')]) },
      stream('episodes/files/Übung.csv', table),
    ];
    try {
      await pipeline(packed(entries, AT), createWriteStream(path));
      const read = await readPackageZip(path);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(read.files.list()).toEqual([
        { path: 'config.yaml', bytes: 9 },
        { path: 'episodes/files/Übung.csv', bytes: table.length },
      ]);
      expect(await text(await read.files.openStream('episodes/files/Übung.csv'))).toBe(table);
      await read.files.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('has the same bytes each time', async () => {
    const entries = [
      stream('a.csv', 'a,b\n', '1,2\n'),
      { path: 'b.md', open: async () => Readable.from([Buffer.from('# B\n')]) },
    ];
    expect((await buffer(packed(entries, AT))).equals(await buffer(packed(entries, AT)))).toBe(true);
  });

  it.each(['Pacific/Auckland', 'America/New_York'])('has its times in UTC on a server in %s', (zone) => {
    const archive = packedIn(zone);
    // The first file's time of MS-DOS (APPNOTE.TXT 6.3.10 §4.3.7): hours, minutes and half seconds; years since 1980, months and days.
    expect([archive.readUInt16LE(10), archive.readUInt16LE(12)]).toEqual([8 << 11, (46 << 9) | (9 << 5) | 1]);
    expect(archive.equals(packedIn('UTC'))).toBe(true);
  });

  it('breaks off where a file cannot be opened or read', async () => {
    const broken: Readable = new Readable({ read: () => void broken.destroy(new Error('The file is damaged')) });
    const missing: Entry = { path: 'b', open: () => Promise.reject(new Error('The file is gone')) };
    const damaged: Entry = { path: 'b', open: async () => broken };
    await expect(buffer(packed([stream('a', 'x'), missing], AT))).rejects.toThrow('The file is gone');
    await expect(buffer(packed([stream('a', 'x'), damaged], AT))).rejects.toThrow('The file is damaged');
  });

  it('lets go of the file that it was at when nobody reads any more', async () => {
    const endless = new Readable({ read: () => undefined });
    endless.push('x'.repeat(100_000));
    const archive = packed([{ path: 'a', open: async () => endless }], AT);
    await new Promise((resolve) => void archive.once('readable', resolve));
    archive.destroy();
    await new Promise((resolve) => void endless.once('close', resolve));
    expect(endless.destroyed).toBe(true);
  });
});
