import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { ZipFile, type Options } from 'yazl';
import { LIMITS, type Limits } from './limits.js';
import type { ArchiveProblem, ArchiveProblemCode, PackageFiles } from './package-files.js';
import { readPackageZip } from './read-zip.js';

let folder = '';
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-zips-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Content = string | Buffer | { content: string | Buffer; options: Partial<Options> };

/** An archive with these entries; names ending in `/` are folders. */
async function zip(entries: [name: string, content: Content][]): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, entry] of entries) {
    const { content, options } = typeof entry === 'string' || Buffer.isBuffer(entry) ? { content: entry, options: {} } : entry;
    if (name.endsWith('/')) file.addEmptyDirectory(name);
    else file.addBuffer(Buffer.from(content as string), name, options);
  }
  file.end();
  return buffer(file.outputStream);
}

/** An archive with an entry of a name that no honest program would write. */
async function named(name: string | Buffer): Promise<Buffer> {
  const bytes = Buffer.from(name as string);
  const stand = 'x'.repeat(bytes.length);
  return replaceAll(await zip([[stand, 'words']]), Buffer.from(stand), bytes);
}

function replaceAll(archive: Buffer, from: Buffer, to: Buffer): Buffer {
  const patched = Buffer.from(archive);
  for (let at = patched.indexOf(from); at !== -1; at = patched.indexOf(from, at + from.length)) to.copy(patched, at);
  return patched;
}

/** Changes the central directory's record of the first entry, where readers look; `at` as in APPNOTE 4.3.12. */
function patchDirectory(archive: Buffer, at: number, value: number, bytes: 2 | 4): Buffer {
  const patched = Buffer.from(archive);
  patched.writeUIntLE(value, patched.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + at, bytes);
  return patched;
}

async function read(
  archive: Buffer,
  limits: Partial<Limits> = {},
): Promise<{ files: PackageFiles | null; problems: ArchiveProblem[] }> {
  count += 1;
  const path = join(folder, `${count}.zip`);
  await writeFile(path, archive);
  const result = await readPackageZip(path, { ...LIMITS, ...limits });
  return result.ok ? { files: result.files, problems: [] } : { files: null, problems: result.problems };
}

async function codesOf(archive: Buffer, limits?: Partial<Limits>): Promise<ArchiveProblemCode[]> {
  return (await read(archive, limits)).problems.map(({ code }) => code);
}

const ZEROS = Buffer.alloc(5 * 1024 * 1024);

describe('an archive', () => {
  it('gives its files by path, without what systems leave behind', async () => {
    const { files } = await read(
      await zip([
        ['b/', ''],
        ['b/second.md', '\ufeffzwei\r\n'],
        ['a.md', 'eins'],
        ['__MACOSX/._a.md', 'x'],
        ['.git/config', 'x'],
        ['b/.DS_Store', 'x'],
      ]),
    );
    expect(files?.list()).toEqual([
      { path: 'a.md', bytes: 4 },
      { path: 'b/second.md', bytes: 9 },
    ]);
    expect(await files?.readText('b/second.md')).toBe('zwei\n');
    expect(files && (await text(await files.openStream('a.md')))).toBe('eins');
    await expect(files?.openStream('c.md')).rejects.toThrow('c.md is not in the package');
    await files?.close();
  });

  it('may be stored or deflated, and name files in UTF-8 without saying so', async () => {
    const archive = await zip([['größe.md', { content: 'x', options: { compress: false } }]]);
    const { files } = await read(patchDirectory(archive, 8, 0, 2));
    expect(files?.list()).toEqual([{ path: 'größe.md', bytes: 1 }]);
    await files?.close();
  });

  it('may hold files that are no text', async () => {
    const { files } = await read(await zip([['a.md', Buffer.from([0xff, 0xfe])]]));
    expect(await files?.readText('a.md')).toBeNull();
    await files?.close();
  });

  it.each(['stored', 'deflated'])('gives a large %s file up half-way, and the others all the same', async (how) => {
    const content = randomBytes(2_000_000);
    const entries = Array.from({ length: 20 }, (_, index): [string, Content] => [
      `${index}.bin`,
      { content, options: { compress: how === 'deflated' } },
    ]);
    const { files } = await read(await zip(entries));
    if (!files) throw new Error('It was refused');
    for (const { path } of files.list()) {
      for await (const chunk of await files.openStream(path)) if ((chunk as Buffer).length > 0) break;
    }
    expect((await buffer(await files.openStream('19.bin'))).equals(content)).toBe(true);
    await files.close();
  });

  it('may hold a small file that packs well', async () => {
    const { files } = await read(await zip([['lines.txt', 'a\n'.repeat(200_000)]]));
    expect(files?.list()).toHaveLength(1);
    await files?.close();
  });
});

describe('a hostile archive', () => {
  it.each<[string, string | Buffer, ArchiveProblemCode]>([
    ['climbs out', '../../etc/passwd', 'name-climbs'],
    ['climbs out from within', 'a/../../b', 'name-climbs'],
    ['means here', 'a/./b', 'name-climbs'],
    ['starts at the root', '/etc/passwd', 'name-absolute'],
    ['starts at a drive', 'C:/windows/x', 'name-absolute'],
    ['holds a backslash', 'a\\..\\b', 'name-backslash'],
    ['holds NUL', 'a.md\0.png', 'name-control'],
    ['holds a line break', 'a\nb', 'name-control'],
    ['reads the other way round', 'a\u202egnp.exe', 'name-control'],
    ['has an empty part', 'a//b', 'name-empty'],
    ['is too long', 'x/'.repeat(5) + 'y'.repeat(256), 'name-too-long'],
    ['is nested too deeply', 'a/'.repeat(20) + 'b', 'too-deep'],
  ])('with a name that %s is refused', async (_, name, code) => {
    expect(await codesOf(await named(name))).toEqual([code]);
  });

  it('with a name that is said to be UTF-8 and is not is refused', async () => {
    const archive = await named(Buffer.from([0x61, 0xff, 0x62]));
    expect(await codesOf(patchDirectory(archive, 8, 0x800, 2))).toEqual(['name-not-text']);
  });

  it.each<[string, [string, string], ArchiveProblemCode]>([
    ['the same', ['a.md', 'a.md'], 'name-repeated'],
    ['the same but for case', ['README.md', 'readme.MD'], 'name-repeated'],
    ['the same but for how an accent is written', ['caf\u00e9.md', 'cafe\u0301.md'], 'name-repeated'],
    ['a file and a folder', ['a', 'a/b.md'], 'name-file-and-folder'],
    ['a folder and a file', ['A/b.md', 'a'], 'name-file-and-folder'],
  ])('with two names that are %s is refused', async (_, [first, second], code) => {
    const archive = await zip([
      [first, 'one'],
      [second, 'two'],
    ]);
    expect((await read(archive)).problems).toEqual([expect.objectContaining({ code, entry: second })]);
  });

  it.each([
    ['a symbolic link', 0o120777],
    ['a device', 0o020666],
    ['a pipe', 0o010666],
    ['a socket', 0o140666],
  ])('with %s is refused', async (_, mode) => {
    const archive = await zip([['a.md', { content: '/etc/passwd', options: { mode } }]]);
    expect(await codesOf(patchDirectory(archive, 38, (mode << 16) >>> 0, 4))).toEqual(['not-a-file']);
  });

  it('with encrypted entries is refused', async () => {
    const archive = await zip([['a.md', 'x']]);
    expect(await codesOf(patchDirectory(archive, 8, 0x1, 2))).toEqual(['entry-encrypted']);
    expect(await codesOf(patchDirectory(archive, 8, 0x40, 2))).toEqual(['entry-encrypted']);
  });

  it('compressed in a way we do not know is refused', async () => {
    expect(await codesOf(patchDirectory(await zip([['a.md', 'x']]), 10, 12, 2))).toEqual(['compression-unknown']);
  });

  it('that unpacks to a thousand times its size is refused', async () => {
    const archive = await zip([
      ['bomb.csv', ZEROS],
      ['honest.png', randomBytes(300_000)],
    ]);
    expect((await read(archive)).problems).toEqual([expect.objectContaining({ code: 'ratio-too-high', entry: 'bomb.csv' })]);
  });

  it('whose many small files are one bomb is refused', async () => {
    const small: [string, Content][] = Array.from({ length: 20 }, (_, index) => [`${index}.csv`, ZEROS.subarray(0, 900_000)]);
    expect(await codesOf(await zip(small))).toEqual(['ratio-too-high']);
  });

  it('that says less than it unpacks to is refused', async () => {
    const archive = await zip([['a.md', 'x'.repeat(10_000)]]);
    expect(await codesOf(patchDirectory(archive, 24, 10, 4))).toEqual(['entry-damaged']);
  });

  it('with files too large among others is read to its end', async () => {
    const entries = Array.from({ length: 20 }, (_, index): [string, Content] => [
      `${index}.bin`,
      { content: randomBytes(index % 2 ? 500_000 : 100), options: { compress: index % 3 === 0 } },
    ]);
    expect(await codesOf(await zip(entries), { fileBytes: 200_000 })).toEqual(Array.from({ length: 10 }, () => 'file-too-large'));
    const lying = patchDirectory(await zip(entries), 24, 1, 4);
    expect(await codesOf(lying)).toEqual(['entry-damaged']);
  });

  it('that says 10 bytes and unpacks to 200 million is stopped long before', async () => {
    const archive = await zip([['a.csv', ZEROS]]);
    expect(await codesOf(patchDirectory(archive, 24, 10, 4), { fileBytes: 100_000 })).toEqual(['file-too-large']);
  });

  it('that says two gigabytes is refused unread', async () => {
    const archive = patchDirectory(await zip([['a.csv', 'x']]), 24, 2 ** 31, 4);
    expect(await codesOf(archive)).toEqual(['file-too-large']);
  });

  it('that is too large in all is refused, however the sizes are spread', async () => {
    const entries: [string, Content][] = Array.from({ length: 10 }, (_, index) => [`${index}.csv`, String(index).repeat(40_000)]);
    expect(await codesOf(await zip(entries), { totalBytes: 200_000 })).toEqual(['too-large']);
  });

  it('whose entries share their packed bytes counts them each time', async () => {
    const archive = await zip([
      ['a.csv', 'x'.repeat(60_000)],
      ['b.csv', 'x'.repeat(60_000)],
    ]);
    const second = archive.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    archive.writeUInt32LE(0, second + 42);
    expect(await codesOf(archive, { totalBytes: 100_000 })).toEqual(['too-large']);
  });

  it('of more files than a package may have is refused unread', async () => {
    const entries: [string, Content][] = Array.from({ length: 51 }, (_, index) => [`${index}.md`, 'x']);
    expect(await codesOf(await zip(entries), { entries: 50 })).toEqual(['too-many-entries']);
  });

  it('whose folder entry holds data is refused', async () => {
    expect(await codesOf(await named('folder/'))).toEqual(['name-file-and-folder']);
  });

  it.each<[string, (archive: Buffer) => Buffer]>([
    ['is cut off', (archive) => archive.subarray(0, archive.length - 30)],
    ['is empty', () => Buffer.alloc(0)],
    ['is something else', () => Buffer.from('title: Loops\n')],
    ['has lost its directory', (archive) => replaceAll(archive, Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.alloc(4))],
    ['says it has more entries', (archive) => patchEnd(archive, 10, 9)],
  ])('that %s is refused', async (_, damage) => {
    expect(await codesOf(damage(await zip([['a.md', 'x']])))).toEqual(['not-an-archive']);
  });

  it('with damaged content is refused', async () => {
    const archive = await zip([['a.md', Array.from({ length: 500 }, (_, index) => index * index).join(' ')]]);
    archive.fill(0xff, 100, 200);
    expect((await read(archive)).problems).toEqual([expect.objectContaining({ code: 'entry-damaged', entry: 'a.md' })]);
  });

  it('is refused with all its faults at once, shown in letters that do nothing', async () => {
    const archive = replaceAll(
      await zip([
        ['xx/evil.md', 'x'],
        ['a.md', 'x'],
        ['A.md', 'x'],
        ['yyyyyy', 'x'],
      ]),
      Buffer.from('xx/evil.md'),
      Buffer.from('../evil.md'.slice(0, 10)),
    );
    const hostile = replaceAll(archive, Buffer.from('yyyyyy'), Buffer.from('b\u001b[2Jc'));
    expect((await read(hostile)).problems.map(({ code, entry }) => [code, entry])).toEqual([
      ['name-climbs', '../evil.md'],
      ['name-repeated', 'A.md'],
      ['name-control', String.raw`b\u001b[2Jc`],
    ]);
  });

  it('of thousands of faults names the first hundred and counts the rest', async () => {
    const entries: [string, Content][] = Array.from({ length: 150 }, (_, index) => [index % 2 ? 'a.md' : 'A.md', 'x']);
    const { problems } = await read(await zip(entries));
    expect(problems).toHaveLength(100);
    expect(problems.at(-1)?.detail).toMatch(/and 49 more/);
  });
});

function patchEnd(archive: Buffer, at: number, value: number): Buffer {
  const patched = Buffer.from(archive);
  patched.writeUInt16LE(value, patched.indexOf(Buffer.from('PK\u0005\u0006', 'latin1')) + at);
  return patched;
}
