import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Inject, Module, Param, Post, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  FastifyAdapter,
  FileStreamInterceptor,
  type MultipartFileStream,
  MultipartModule,
  type NestFastifyApplication,
} from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/platform/database/database-options.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ProblemFilter } from '../../src/platform/http/problem-filter.js';
import { newId } from '../../src/platform/ids.js';
import { DiskDriver } from '../../src/platform/storage/disk-driver.js';
import { FileStore, type Receipt } from '../../src/platform/storage/file-store.js';
import { presentFile } from '../../src/platform/storage/present-file.js';
import { sendFile } from '../../src/platform/storage/send-file.js';
import { MissingFileError } from '../../src/platform/storage/storage-driver.js';
import { StoredFile } from '../../src/platform/storage/stored-file.entity.js';
import { SweepStorage } from '../../src/platform/storage/sweep-storage.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const RIVERSIDE = newId();
const LAKESIDE = newId();
const AMIRA = newId();
const NOW = new Date('2026-03-02T09:00:00Z');
const REPORT = Buffer.from('The weir at Riverside is 2.4 m high.\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
let database: TestDatabase;
let dataSource: DataSource;
let work: UnitOfWork;
let driver: DiskDriver;
let files: FileStore;

beforeAll(async () => {
  database = await createTestDatabase();
  const options = databaseOptions({
    url: database.applicationUrl,
    entities: [StoredFile],
    poolSize: 4,
    applicationName: 'cairn-test',
  });
  dataSource = await new DataSource(options).initialize();
  work = new UnitOfWork(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(async () => {
  if (folder) await rm(folder, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'cairn-files-'));
  driver = new DiskDriver(folder);
  files = new FileStore(driver);
});

afterAll(() => rm(folder, { recursive: true }));

const handedIn = (change: Partial<Receipt> = {}): Receipt => ({
  institutionId: RIVERSIDE,
  purpose: 'submission',
  originalName: 'report.txt',
  stream: Readable.from([REPORT]),
  maxBytes: 1_000_000,
  createdBy: AMIRA,
  now: NOW,
  ...change,
});

async function stored(change: Partial<Receipt> = {}): Promise<StoredFile> {
  const received = await files.receive(handedIn(change));
  return work.run({ institutionId: received.institutionId }, (tx) => files.record(tx, received));
}

const keptKeys = async () => {
  const keys: string[] = [];
  for await (const { key } of driver.list()) keys.push(key);
  return keys;
};

const pathOf = ({ storageKey }: StoredFile) => join(folder, storageKey.slice(-2), storageKey);

describe('FileStore', () => {
  it('keeps a file and its row: what it is, whose, and what its bytes were', async () => {
    const { id, storageKey } = await stored({ originalName: 'C:\\Amira\\Bericht Mühle.txt' });
    const found = await work.run({ institutionId: RIVERSIDE }, (tx) => files.find(tx, id));
    expect(found).toEqual({
      id,
      institutionId: RIVERSIDE,
      purpose: 'submission',
      originalName: 'Bericht Mühle.txt',
      mediaType: 'text/plain',
      bytes: REPORT.length,
      sha256: createHash('sha256').update(REPORT).digest('hex'),
      storageKey,
      createdBy: AMIRA,
      createdAt: NOW,
    });
    expect(await text(await files.open(found!))).toBe(REPORT.toString());
    expect(presentFile(found!)).toEqual({
      id,
      name: 'Bericht Mühle.txt',
      mediaType: 'text/plain',
      bytes: 37,
      sha256: found!.sha256,
    });
  });

  it('finds a file for its institution and purpose alone', async () => {
    const { id } = await stored();
    const find = (institutionId: string, purpose?: string) => work.run({ institutionId }, (tx) => files.find(tx, id, purpose));
    expect(await find(RIVERSIDE, 'submission')).not.toBeNull();
    expect(await find(RIVERSIDE, 'course-picture')).toBeNull();
    expect(await find(LAKESIDE)).toBeNull();
  });

  it('takes a large file in small pieces, and its limit to the byte', async () => {
    const video = randomBytes(300_000);
    const pieces = () =>
      Readable.from(Array.from({ length: 300 }, (_, index) => video.subarray(index * 1_000, (index + 1) * 1_000)));
    const { bytes } = await stored({ originalName: 'raw.bin', stream: pieces(), maxBytes: 300_000 });
    expect(bytes).toBe(300_000);
    await expect(files.receive(handedIn({ originalName: 'raw.bin', stream: pieces(), maxBytes: 299_999 }))).rejects.toMatchObject(
      {
        type: { code: 'file.too_large', status: 413 },
        particulars: { facts: { maxBytes: 299_999 } },
      },
    );
    expect(await keptKeys()).toHaveLength(1);
  });

  it.each([
    ['file.empty', { stream: Readable.from([]) }],
    ['file.type_mismatch', { originalName: 'report.pdf' }],
    ['file.type_mismatch', { stream: Readable.from([PNG]) }],
    ['file.type_not_allowed', { mediaTypes: ['application/pdf', 'image/*'] }],
    ['file.too_large', { maxBytes: 5 }],
  ])('refuses with %s before anything is kept (case %#)', async (code, change) => {
    await expect(files.receive(handedIn(change))).rejects.toMatchObject({ type: { code } });
    expect(await keptKeys()).toEqual([]);
    expect(await readdir(folder)).toEqual(code === 'file.too_large' ? ['incoming'] : []);
  });

  it('stops reading what it has refused', async () => {
    const endless = new PassThrough({ highWaterMark: 1_000_000 });
    endless.write(Buffer.concat([PNG, Buffer.alloc(200_000)]));
    await expect(files.receive(handedIn({ stream: endless }))).rejects.toMatchObject({ type: { code: 'file.type_mismatch' } });
    expect(endless.destroyed).toBe(true);
  });

  it('leaves nothing of an upload that is cut off', async () => {
    const upload = new PassThrough();
    upload.write(REPORT);
    const receiving = files.receive(handedIn({ stream: upload }));
    await setImmediate();
    upload.destroy(new Error('the connection broke'));
    await expect(receiving).rejects.toThrow('the connection broke');
    expect(await keptKeys()).toEqual([]);
  });

  it('leaves nothing of an upload that is called off', async () => {
    const upload = new PassThrough({ highWaterMark: 1_000_000 });
    upload.write(randomBytes(500_000));
    const calling = new AbortController();
    const receiving = files.receive(handedIn({ originalName: 'raw.bin', stream: upload, signal: calling.signal }));
    while ((await readdir(join(folder, 'incoming')).catch(() => [])).length === 0) await setImmediate();
    calling.abort();
    await expect(receiving).rejects.toMatchObject({ name: 'AbortError' });
    expect(await keptKeys()).toEqual([]);
  });

  it('discards the bytes when their row cannot be written', async () => {
    const received = await files.receive(handedIn());
    const failing = work.run({ institutionId: RIVERSIDE }, async (tx) => {
      await files.record(tx, received);
      throw new Error('the rule refuses');
    });
    await expect(failing).rejects.toThrow('the rule refuses');
    await files.discard(received);
    expect(await keptKeys()).toEqual([]);
    expect(await work.run({ institutionId: RIVERSIDE }, (tx) => files.find(tx, received.id))).toBeNull();
  });

  it('never ends well with other bytes than were received', async () => {
    const file = await stored();
    expect(await text(await files.openVerified(file))).toBe(REPORT.toString());
    expect(await files.verifyBytes(file)).toBe('intact');
    await writeFile(pathOf(file), REPORT.toString().replace('2.4', '2.5'));
    await expect(buffer(await files.openVerified(file))).rejects.toMatchObject({ name: 'DamagedFileError' });
    expect(await files.verifyBytes(file)).toBe('damaged');
    await rm(pathOf(file));
    await expect(files.openVerified(file)).rejects.toBeInstanceOf(MissingFileError);
    expect(await files.verifyBytes(file)).toBe('missing');
  });
});

describe('SweepStorage', () => {
  const sweep = () => new SweepStorage(driver, work, { now: () => NOW });
  const hoursOld = (path: string, hours: number) => utimes(path, NOW, new Date(NOW.getTime() - hours * 3_600_000));

  async function orphan(hours: number): Promise<StoredFile> {
    const received = await files.receive(handedIn());
    await hoursOld(pathOf(received), hours);
    return received;
  }

  it('removes bytes without a row after an hour, and nothing else', async () => {
    const kept = await stored();
    await hoursOld(pathOf(kept), 5);
    const lakesides = await stored({ institutionId: LAKESIDE });
    await hoursOld(pathOf(lakesides), 5);
    const onItsWay = await orphan(0.5);
    await orphan(2);
    await driver.write('not-a-file-of-ours', Readable.from([REPORT]));
    await hoursOld(join(folder, 'rs', 'not-a-file-of-ours'), 5);
    await writeFile(join(folder, 'incoming', 'cut-off'), 'half');
    await hoursOld(join(folder, 'incoming', 'cut-off'), 2);
    expect(await sweep().run()).toBe(2);
    expect((await keptKeys()).sort()).toEqual(
      [kept.storageKey, lakesides.storageKey, onItsWay.storageKey, 'not-a-file-of-ours'].sort(),
    );
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    expect(await sweep().run()).toBe(0);
  });

  it('removes nothing when nearly everything would go: it is more likely the wrong database', async () => {
    await Promise.all(Array.from({ length: 101 }, () => orphan(2)));
    await expect(sweep().run()).rejects.toThrow('101 of 101 stored files have no row');
    expect(await keptKeys()).toHaveLength(101);
  });
});

describe('over HTTP', () => {
  const FILES = Symbol('files');

  @Controller('files')
  class FilesController {
    constructor(@Inject(FILES) private readonly current: () => FileStore) {}

    @Post()
    @UseInterceptors(FileStreamInterceptor('file', { limits: { fileSize: 40_000_000 } }))
    async upload(@UploadedFile() { stream, originalname }: MultipartFileStream) {
      const received = await this.current().receive(handedIn({ stream, originalName: originalname, maxBytes: 30_000_000 }));
      return presentFile(await work.run({ institutionId: RIVERSIDE }, (tx) => this.current().record(tx, received)));
    }

    @Get(':id')
    async download(@Param('id') id: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
      const file = await work.run({ institutionId: RIVERSIDE }, (tx) => this.current().find(tx, id));
      return sendFile({ files: this.current(), file: file!, request, reply, inline: request.url.includes('inline') });
    }
  }

  @Module({
    imports: [MultipartModule.register({})],
    controllers: [FilesController],
    providers: [{ provide: FILES, useValue: () => files }],
  })
  class FilesModule {}

  let app: NestFastifyApplication;
  let origin: string;

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(FilesModule, new FastifyAdapter(), {
      logger: false,
      forceCloseConnections: true,
    });
    app.useGlobalFilters(new ProblemFilter());
    app.useSecurityHeaders();
    await app.listen(0, '127.0.0.1');
    origin = await app.getUrl();
  });

  afterAll(() => app.close());

  const upload = (name: string, bytes: Buffer) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)]), name);
    return fetch(`${origin}/files`, { method: 'POST', body: form });
  };

  it('takes an upload and gives it back', async () => {
    const answer = await upload('Mühle.txt', REPORT);
    expect(answer.status).toBe(201);
    const { id, sha256, name } = (await answer.json()) as { id: string; sha256: string; name: string };
    expect(name).toBe('Mühle.txt');
    const download = await fetch(`${origin}/files/${id}`);
    expect(Object.fromEntries(download.headers)).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''M%C3%BChle.txt",
      'content-length': String(REPORT.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      etag: `"${sha256}"`,
    });
    expect(await download.text()).toBe(REPORT.toString());
  });

  it('answers a refused upload in words, though most of it was never read', async () => {
    for (const [bytes, code, status] of [
      [Buffer.alloc(35_000_000), 'file.too_large', 413],
      [Buffer.alloc(0), 'file.empty', 422],
    ] as const) {
      const answer = await upload('raw.bin', bytes);
      expect({ status: answer.status, ...((await answer.json()) as object) }).toMatchObject({ status, code });
    }
    const answer = await upload('essay.pdf', Buffer.concat([PNG, Buffer.alloc(10_000_000)]));
    expect(await answer.json()).toMatchObject({
      code: 'file.type_mismatch',
      detail: expect.stringContaining('looks like image/png'),
    });
    expect(await keptKeys()).toEqual([]);
  });

  it('leaves nothing when the sender disappears in the middle', async () => {
    const sending = httpRequest(`${origin}/files`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=edge', 'content-length': '5000000' },
    });
    sending.on('error', () => undefined);
    sending.write('--edge\r\ncontent-disposition: form-data; name="file"; filename="raw.bin"\r\n\r\n');
    sending.write(randomBytes(1_000_000));
    while ((await readdir(join(folder, 'incoming')).catch(() => [])).length === 0) await setImmediate();
    sending.destroy();
    while ((await readdir(join(folder, 'incoming'))).length > 0) await setImmediate();
    expect(await keptKeys()).toEqual([]);
  });

  it('gives parts, and says when there is nothing new or no such part', async () => {
    const { id, sha256 } = await stored();
    const get = (headers: Record<string, string>, method = 'GET') => fetch(`${origin}/files/${id}`, { headers, method });
    const part = await get({ range: 'bytes=4-7' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 4-7/37', 'weir']);
    const known = await get({ 'if-none-match': `"${sha256}"` });
    expect([known.status, known.headers.get('etag'), await known.text()]).toEqual([304, `"${sha256}"`, '']);
    const beyond = await get({ range: 'bytes=37-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */37']);
    expect(await beyond.json()).toMatchObject({ code: 'file.range_not_satisfiable' });
    const head = await get({}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '37', '']);
  });

  it('shows a picture when asked to, and never a page', async () => {
    const picture = await stored({ originalName: 'weir.png', stream: Readable.from([PNG]) });
    const page = await stored({ originalName: 'page.html', stream: Readable.from([Buffer.from('<script>alert(1)</script>')]) });
    const disposition = async ({ id }: StoredFile) =>
      (await fetch(`${origin}/files/${id}?inline`)).headers.get('content-disposition');
    expect(await disposition(picture)).toBe("inline; filename*=UTF-8''weir.png");
    expect(await disposition(page)).toBe("attachment; filename*=UTF-8''page.html");
  });

  it('breaks the connection rather than give wrong bytes, and answers 500 when they are gone', async () => {
    const file = await stored({ originalName: 'raw.bin', stream: Readable.from([Buffer.alloc(500_000, 1)]) });
    await writeFile(pathOf(file), Buffer.concat([Buffer.alloc(499_999, 1), Buffer.from([2])]));
    await expect(fetch(`${origin}/files/${file.id}`).then((answer) => answer.arrayBuffer())).rejects.toThrow('terminated');
    await rm(pathOf(file));
    const gone = await fetch(`${origin}/files/${file.id}`);
    expect(gone.status).toBe(500);
    expect(gone.headers.get('content-type')).toContain('problem+json');
    expect(await gone.json()).toMatchObject({ code: 'service.unexpected' });
  });
});
