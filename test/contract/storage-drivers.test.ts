import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiskDriver } from '../../src/platform/storage/disk-driver.js';
import { S3Driver } from '../../src/platform/storage/s3-driver.js';
import { parseS3Url } from '../../src/platform/storage/s3-options.js';
import { MissingFileError, type StorageDriver } from '../../src/platform/storage/storage-driver.js';
import { composed } from '../../src/platform/uploads/composed.js';

const MEGABYTE = 1024 * 1024;
const GIVEN_S3 = process.env['CAIRN_TEST_S3_URL'];
// A name in a variable is not looked for by the compiler: the package may be absent.
const S3_SERVER = 's3rver';
const LONG_AGO = new Date(0);
const TOMORROW = () => new Date(Date.now() + 86_400_000);

interface RunningStorage {
  driver: StorageDriver;
  stop(): Promise<void>;
}

interface Abilities {
  /** s3rver neither lists nor aborts uploads in parts; S3 and every server meant for use do. */
  clearsUnfinished: boolean;
  /** s3rver mixes two writes to one key that arrive at once; S3 and a disk do not. */
  writesAtomically: boolean;
}

/** What every storage driver promises. */
function keepsItsPromises({ clearsUnfinished, writesAtomically }: Abilities, start: () => Promise<RunningStorage>): void {
  let storage: RunningStorage;
  let driver: StorageDriver;

  beforeAll(async () => {
    storage = await start();
    driver = storage.driver;
  });

  afterAll(() => storage.stop());

  const keysOf = async (prefix?: string) => {
    const keys: string[] = [];
    for await (const { key } of driver.list(prefix)) keys.push(key);
    return keys.sort();
  };

  const expectNothingUnfinished = async () => {
    if (clearsUnfinished) expect(await driver.removeUnfinished(TOMORROW())).toBe(0);
  };

  it('gives back the bytes it was given', async () => {
    const key = randomUUID();
    const essay = randomBytes(100_000);
    await driver.write(key, Readable.from([essay.subarray(0, 3), essay.subarray(3)]));
    expect((await buffer(await driver.open(key))).equals(essay)).toBe(true);
  });

  it('keeps an empty file', async () => {
    const key = randomUUID();
    await driver.write(key, Readable.from([]));
    expect((await buffer(await driver.open(key))).length).toBe(0);
  });

  it('keeps a large file whole', async () => {
    const key = randomUUID();
    const chunks = Array.from({ length: 20 }, () => randomBytes(MEGABYTE));
    await driver.write(key, Readable.from(chunks));
    expect(sha256(await buffer(await driver.open(key)))).toBe(sha256(Buffer.concat(chunks)));
  });

  it('gives back a range, with both ends included', async () => {
    const key = randomUUID();
    await driver.write(key, Readable.from([Buffer.from('river data')]));
    expect(await text(await driver.open(key, { start: 0, end: 4 }))).toBe('river');
    expect(await text(await driver.open(key, { start: 6 }))).toBe('data');
    expect(await text(await driver.open(key, { start: 9, end: 9 }))).toBe('a');
  });

  it('gives back what arrived in parts, in order, and refuses parts that are not what came', async () => {
    const essay = randomBytes(100_000);
    const parts = [0, 1, 40_000, 99_999].map((startAt, index, starts) => {
      const bytes = (starts[index + 1] ?? essay.length) - startAt;
      return { startAt, bytes, storageKey: randomUUID() };
    });
    for (const { startAt, bytes, storageKey } of parts)
      await driver.write(storageKey, Readable.from([essay.subarray(startAt, startAt + bytes)]));
    const whole = (of: typeof parts) => buffer(Readable.from(composed(driver, of), { objectMode: false }));
    expect((await whole(parts)).equals(essay)).toBe(true);
    await expect(whole(parts.slice(1))).rejects.toThrow('begins at byte 1 instead of 0');
    await driver.write(parts[1]?.storageKey ?? '', Readable.from([essay.subarray(0, 10)]));
    await expect(whole(parts)).rejects.toThrow('has 10 bytes instead of 39999');
  });

  it('says that a file is missing', async () => {
    const key = randomUUID();
    expect(await driver.exists(key)).toBe(false);
    await expect(driver.open(key)).rejects.toEqual(new MissingFileError(key));
    await expect(driver.open(key, { start: 0, end: 1 })).rejects.toBeInstanceOf(MissingFileError);
  });

  it('removes a file, once or twice', async () => {
    const key = randomUUID();
    await driver.write(key, Readable.from([Buffer.from('x')]));
    expect(await driver.exists(key)).toBe(true);
    await driver.remove(key);
    await driver.remove(key);
    expect(await driver.exists(key)).toBe(false);
  });

  it('replaces a file whole', async () => {
    const key = randomUUID();
    await driver.write(key, Readable.from([Buffer.from('the first and longer version')]));
    await driver.write(key, Readable.from([Buffer.from('the second')]));
    expect(await text(await driver.open(key))).toBe('the second');
  });

  (writesAtomically ? it : it.skip)('holds one of two versions that are written at once, never a mixture', async () => {
    const key = randomUUID();
    const versions = ['a', 'b'].map((letter) => letter.repeat(2 * MEGABYTE));
    await Promise.all(versions.map((version) => driver.write(key, Readable.from([Buffer.from(version)]))));
    // Compared as a whole, so that a failure does not print megabytes.
    const held = await text(await driver.open(key));
    expect(versions.some((version) => version === held)).toBe(true);
  });

  it.each([
    ['at once', 0],
    ['after a few bytes', 10],
    ['after many', 18 * MEGABYTE],
  ])('leaves nothing of a stream that fails %s, and throws its error', async (_, bytes) => {
    const key = randomUUID();
    const failure = new Error('the sender went away');
    async function* failing() {
      if (bytes > 0) yield Buffer.alloc(bytes);
      throw failure;
    }
    await expect(driver.write(key, Readable.from(failing()))).rejects.toBe(failure);
    expect(await driver.exists(key)).toBe(false);
    await expectNothingUnfinished();
  });

  it('leaves nothing of a stream that closes before its end', async () => {
    const key = randomUUID();
    const upload = new PassThrough();
    upload.write('half of ');
    const written = driver.write(key, upload);
    setImmediate(() => upload.destroy());
    await expect(written).rejects.toThrow('Premature close');
    expect(await driver.exists(key)).toBe(false);
    await expectNothingUnfinished();
  });

  it('leaves nothing of a write that is called off', async () => {
    const key = randomUUID();
    const upload = new PassThrough({ highWaterMark: 20 * MEGABYTE });
    upload.write(Buffer.alloc(12 * MEGABYTE));
    const calling = new AbortController();
    const written = driver.write(key, upload, calling.signal);
    setImmediate(() => calling.abort());
    await expect(written).rejects.toMatchObject({ name: 'AbortError' });
    expect(await driver.exists(key)).toBe(false);
    await expectNothingUnfinished();
  });

  it('shows nothing of a file before it is whole', async () => {
    const key = randomUUID();
    const upload = new PassThrough({ highWaterMark: 20 * MEGABYTE });
    const written = driver.write(key, upload);
    upload.write(Buffer.alloc(12 * MEGABYTE));
    expect(await driver.exists(key)).toBe(false);
    expect(await keysOf(key)).toEqual([]);
    upload.end();
    await written;
    expect(await keysOf(key)).toEqual([key]);
  });

  (clearsUnfinished ? it : it.skip)('clears up after writes that were never finished, and spares those just begun', async () => {
    const key = randomUUID();
    const upload = new PassThrough({ highWaterMark: 20 * MEGABYTE });
    const written = driver.write(key, upload);
    upload.write(Buffer.alloc(18 * MEGABYTE));
    expect(await driver.removeUnfinished(LONG_AGO)).toBe(0);
    for (let removed = 0; removed === 0;) removed = await driver.removeUnfinished(TOMORROW());
    upload.end();
    await expect(written).rejects.toHaveProperty('message');
    expect(await driver.exists(key)).toBe(false);
  });

  it('lists keys by their beginning, with size and time', async () => {
    const series = randomUUID();
    await driver.write(`${series}-1`, Readable.from([Buffer.from('one')]));
    await driver.write(`${series}-2`, Readable.from([Buffer.from('two!')]));
    expect(await keysOf(series)).toEqual([`${series}-1`, `${series}-2`]);
    expect(await keysOf()).toEqual(expect.arrayContaining([`${series}-1`, `${series}-2`]));
    for await (const { bytes, modifiedAt } of driver.list(`${series}-2`)) {
      expect(bytes).toBe(4);
      expect(Math.abs(modifiedAt.getTime() - Date.now())).toBeLessThan(600_000);
    }
  });

  it.each([
    '',
    '.',
    '..',
    '../secret',
    'a/b',
    'a\\b',
    'a\0b',
    '/etc/passwd',
    '%2e%2e',
    'Amira',
    'a.b',
    '-a',
    'a-',
    'x'.repeat(101),
  ])('refuses the key %j', async (key) => {
    await expect(driver.write(key, Readable.from([]))).rejects.toBeInstanceOf(TypeError);
    await expect(driver.open(key)).rejects.toBeInstanceOf(TypeError);
    await expect(driver.remove(key)).rejects.toBeInstanceOf(TypeError);
    await expect(driver.exists(key)).rejects.toBeInstanceOf(TypeError);
  });

  it('passes its own check and leaves nothing of it', async () => {
    await driver.check();
    expect(await keysOf('check-')).toEqual([]);
  });
}

describe('DiskDriver', () => {
  keepsItsPromises({ clearsUnfinished: true, writesAtomically: true }, async () => {
    const folder = temporaryFolder();
    return { driver: new DiskDriver(join(folder, 'files')), stop: async () => rmSync(folder, { recursive: true }) };
  });

  itWhereTmpfsMounts('says that the disk is full, leaves nothing, and goes on when there is room again', async () => {
    const folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
    try {
      const driver = new DiskDriver(join(folder, 'files'));
      const large = driver.write('large', Readable.from([Buffer.alloc(MEGABYTE), Buffer.alloc(MEGABYTE)]));
      await expect(large).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(await driver.exists('large')).toBe(false);
      expect(readdirSync(join(folder, 'files', 'incoming'))).toEqual([]);
      await driver.write('small', Readable.from([Buffer.from('fits')]));
      expect(await text(await driver.open('small'))).toBe('fits');
    } finally {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    }
  });
});

const s3 = await s3Server();

(s3 ? describe : describe.skip)('S3Driver (needs the package s3rver, or CAIRN_TEST_S3_URL)', () => {
  keepsItsPromises({ clearsUnfinished: Boolean(GIVEN_S3), writesAtomically: Boolean(GIVEN_S3) }, async () => ({
    driver: new S3Driver(parseS3Url(withFolder(s3?.url ?? ''))),
    stop: async () => undefined,
  }));

  it('sees nothing outside its folder of the bucket', async () => {
    const riverside = new S3Driver(parseS3Url(withFolder(s3?.url ?? '')));
    const whole = new S3Driver(parseS3Url(s3?.url ?? ''));
    await riverside.write('shared-key', Readable.from([Buffer.from('riverside')]));
    await whole.write('shared-key', Readable.from([Buffer.from('whole')]));
    const keys: string[] = [];
    for await (const { key } of riverside.list()) keys.push(key);
    expect(keys).toEqual(['shared-key']);
    expect(await text(await riverside.open('shared-key'))).toBe('riverside');
  });

  it('names what is wrong when the bucket does not exist', async () => {
    const url = new URL(s3?.url ?? '');
    url.pathname = '/no-such-bucket';
    await expect(new S3Driver(parseS3Url(url.href)).check()).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  afterAll(() => s3?.stop());
});

/** A server given by its address, else an S3 server in this process, else none. */
async function s3Server(): Promise<{ url: string; stop(): Promise<void> } | null> {
  if (GIVEN_S3) return { url: GIVEN_S3, stop: async () => undefined };
  const installed = await import(S3_SERVER).catch(() => null);
  if (!installed) return null;
  const folder = temporaryFolder();
  const server = new installed.default({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'cairn' }],
  });
  const { port } = (await server.run()) as { port: number };
  return {
    url: `http://S3RVER:S3RVER@127.0.0.1:${port}/cairn`,
    stop: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function withFolder(url: string): string {
  const inFolder = new URL(url);
  inFolder.pathname += `/test-${randomUUID()}`;
  return inFolder.href;
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cairn-storage-'));
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function itWhereTmpfsMounts(name: string, test: () => Promise<void>): void {
  const folder = temporaryFolder();
  let mounts = true;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
  } catch {
    mounts = false;
  }
  rmSync(folder, { recursive: true });
  (mounts ? it : it.skip)(name, test);
}
