import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DetailedError, Upload, type UploadOptions } from 'tus-js-client';
import { newId } from '../../src/platform/ids.js';
import { ForgetUploads } from '../../src/platform/uploads/forget-uploads.js';
import { MOST_OPEN, PART_BYTES } from '../../src/platform/uploads/upload-rules.js';
import { createApplication } from '../../src/roles/create-application.js';
import { TestBrowser } from '../support/browser.js';
import { tinyMicroCredential } from '../support/riverside-edition.js';
import { beginPatch, portOf, RawTus } from '../support/tus.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 86_400_000;
const FILES = '/api/v1/file-uploads?purpose=course-asset';
const NOTES = Buffer.from('The weir at Riverside is 2.4 m high.\n'.repeat(500));

/** tus 1.0.0, with requests written by hand and with a client that others wrote. */
describe('An upload in parts', () => {
  let world: Riverside;
  let amara: Learner;
  let tus: RawTus;
  let uploads: string;
  const idOf = (at: string) => at.split('/').at(-1) ?? '';
  const take = (at: string, learner = amara) =>
    learner.browser.post(`${learner.path}/submission-files/from-upload`, { uploadId: idOf(at) });
  const storedObjects = async () => {
    const entries = await readdir(`${world.environment.CAIRN_DATA_DIR}/files`, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  };
  const whole = async (name: string, bytes: Buffer) => {
    const at = await tus.opened(uploads, name, bytes.length);
    expect((await tus.append(at, 0, bytes)).status).toBe(204);
    return at;
  };

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    const { project } = tinyMicroCredential();
    const accepts = { ...project.accepts, maxBytesPerFile: 64 * 1024 * 1024, mediaTypes: [] };
    const edition = await world.publish({ project: { ...project, accepts } });
    amara = await world.ready('Amara', await world.offer(edition.id), edition);
    tus = new RawTus(amara.browser);
    uploads = `${amara.path}/submission-uploads`;
    await world.app.listen(0, '127.0.0.1');
  });
  afterAll(() => world.close());

  it('says what is spoken', async () => {
    const answer = await fetch(`http://127.0.0.1:${portOf(world.app)}/api/v1/uploads`, { method: 'OPTIONS' });
    expect([answer.status, answer.headers.get('tus-version'), answer.headers.get('tus-extension')]).toEqual([
      204,
      '1.0.0',
      'creation,checksum,expiration,termination',
    ]);
  });

  it('goes on where it stopped, tells how far it is, and becomes one file however often it is taken', async () => {
    const opened = await tus.begin(uploads, 'Notes (März).txt', NOTES.length);
    expect(opened.status).toBe(201);
    expect(opened.headers).toMatchObject({ 'tus-resumable': '1.0.0', 'upload-expires': expect.stringMatching(/GMT$/) });
    const at = String(opened.headers['location']);
    expect((await take(at)).json()).toMatchObject({ code: 'upload.unfinished', facts: { offset: 0, bytes: NOTES.length } });
    const first = await tus.append(at, 0, NOTES.subarray(0, 7_000));
    expect([first.status, first.headers['upload-offset'], first.text]).toEqual([204, '7000', '']);
    const head = await world.app.inject({ method: 'HEAD', url: at, headers: { cookie: amara.browser.cookie ?? '' } });
    expect(head.headers).toMatchObject({
      'upload-offset': '7000',
      'upload-length': String(NOTES.length),
      'cache-control': 'no-store',
      'tus-resumable': '1.0.0',
    });
    expect((await tus.append(at, 7_000, NOTES.subarray(7_000))).headers['upload-offset']).toBe(String(NOTES.length));
    const answers = await Promise.all(Array.from({ length: 6 }, () => take(at)));
    const sha256 = createHash('sha256').update(NOTES).digest('hex');
    expect(answers[0]?.json()).toMatchObject({ name: 'Notes (März).txt', mediaType: 'text/plain', bytes: NOTES.length, sha256 });
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await take(at)).text).toBe(answers[0]?.text);
    expect((await tus.append(at, NOTES.length, Buffer.alloc(0))).status).toBe(204);
    const { id } = answers[0]?.json<{ id: string }>() ?? { id: '' };
    expect((await amara.browser.get(`/api/v1/submission-files/${id}/content`)).text).toBe(NOTES.toString());
    expect(await world.rows('select from stored_file where sha256 = $1', [sha256])).toHaveLength(1);
    expect(await world.rows('select from upload_part where upload_id = $1', [idOf(at)])).toEqual([]);
  });

  it('keeps what came before the connection broke', async () => {
    const bytes = randomBytes(PART_BYTES + 3_000_000);
    const at = await tus.opened(uploads, 'raw.bin', bytes.length);
    const sent = PART_BYTES + 1_000_000;
    const patch = { browser: amara.browser, at, offset: 0, length: bytes.length, bytes: bytes.subarray(0, sent) };
    const socket = await beginPatch(world.app, patch);
    while ((await tus.offset(at)) < PART_BYTES) await wait(10);
    socket.destroy();
    let offset = 0;
    for (; offset <= PART_BYTES; offset = await tus.offset(at)) await wait(10);
    expect(offset).toBeLessThanOrEqual(sent);
    expect((await tus.append(at, offset, bytes.subarray(offset))).status).toBe(204);
    expect((await take(at)).json()).toMatchObject({ sha256: createHash('sha256').update(bytes).digest('hex') });
  });

  it('goes on at another server, when the first is gone', async () => {
    const at = await tus.opened(uploads, 'notes.txt', NOTES.length);
    await tus.append(at, 0, NOTES.subarray(0, 100));
    const other = await createApplication({ environment: world.environment, connections: world.database, clock: world.clock });
    await other.init();
    await other.getHttpAdapter().getInstance().ready();
    const browser = new TestBrowser(other);
    browser.cookie = amara.browser.cookie;
    expect((await new RawTus(browser).append(at, 100, NOTES.subarray(100))).headers['upload-offset']).toBe(String(NOTES.length));
    await other.close();
    expect((await take(at)).json()).toMatchObject({ bytes: NOTES.length });
  });

  it('takes the bytes of one of two that send at once, and tells the other where it goes on', async () => {
    const at = await tus.opened(uploads, 'notes.txt', NOTES.length);
    const answers = await Promise.all([tus.append(at, 0, NOTES), tus.append(at, 0, NOTES)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.json()).toMatchObject({
      code: 'upload.offset',
      facts: { offset: NOTES.length },
    });
    expect((await take(at)).json()).toMatchObject({ bytes: NOTES.length });
  });

  it.each([
    ['from another place', { offset: 5, bytes: 1 }, {}, 409, 'upload.offset'],
    ['beyond the end', { offset: 0, bytes: 101 }, {}, 413, 'request.too_large'],
    ['of another version', { offset: 0, bytes: 1 }, { 'tus-resumable': '0.2.2' }, 412, 'upload.version'],
    ['of another type', { offset: 0, bytes: 1 }, { 'content-type': 'text/plain' }, 415, 'request.unsupported_media_type'],
    ['of no offset', { offset: 0, bytes: 1 }, { 'upload-offset': 'x' }, 400, 'request.invalid_fields'],
    ['that are damaged', { offset: 0, bytes: 1 }, { 'upload-checksum': 'sha1 aaaa' }, 460, 'upload.checksum'],
    ['with an unknown checksum', { offset: 0, bytes: 1 }, { 'upload-checksum': 'crc32 aaaa' }, 400, 'request.invalid_fields'],
  ])('refuses bytes %s and stays as it was', async (_, { offset, bytes }, headers, status, code) => {
    const at = await tus.opened(uploads, 'notes.txt', 100);
    const before = await storedObjects();
    expect((await tus.append(at, offset, Buffer.alloc(bytes, 'a'), headers)).json()).toMatchObject({ status, code });
    expect(await tus.offset(at)).toBe(0);
    expect(await storedObjects()).toBe(before);
    await amara.browser.delete(at);
  });

  it('takes bytes whose checksum is right', async () => {
    const at = await tus.opened(uploads, 'notes.txt', NOTES.length);
    const digest = createHash('sha256').update(NOTES).digest('base64');
    expect((await tus.append(at, 0, NOTES, { 'upload-checksum': `sha256 ${digest}` })).status).toBe(204);
  });

  it.each([
    ['larger than the project takes', 64 * 1024 * 1024 + 1, {}, 413, 'file.too_large'],
    ['that is empty', 0, {}, 422, 'file.empty'],
    ['of unknown size', 1, { 'upload-length': '' }, 400, 'request.invalid_fields'],
    ['without a name', 1, { 'upload-metadata': '' }, 400, 'request.invalid_fields'],
  ])('refuses a file %s before its first byte', async (_, bytes, headers, status, code) => {
    expect((await tus.begin(uploads, 'notes.txt', bytes, headers)).json()).toMatchObject({ status, code });
  });

  it('refuses a file that is not what its name says as soon as that can be seen', async () => {
    const at = await tus.opened(uploads, 'essay.pdf', 40_000_000);
    expect((await tus.append(at, 0, Buffer.from('MZ'.repeat(50_000)))).json()).toMatchObject({ code: 'file.type_mismatch' });
    expect(await tus.offset(at)).toBe(0);
  });

  it('belongs to who began it, and to the place it was begun for', async () => {
    const at = await whole('notes.txt', NOTES);
    const lea = await world.ready('Lea');
    const nils = await world.member('Nils', ['learner', 'instructor'], world.lakesideId);
    for (const { browser } of [lea, nils, world.ada, world.olga]) {
      expect((await browser.get(at)).status).toBe(404);
      expect((await new RawTus(browser).append(at, NOTES.length, Buffer.alloc(0))).status).toBe(404);
    }
    expect((await take(at, lea)).status).toBe(404);
    const ofInes = await new RawTus(world.ines.browser).opened(FILES, 'notes.txt', 1);
    await new RawTus(world.ines.browser).append(ofInes, 0, Buffer.from('a'));
    const asPackage = await world.ines.browser.post('/api/v1/imports/from-upload', { uploadId: idOf(ofInes) });
    expect(asPackage.status).toBe(404);
    const taken = await world.ines.browser.post('/api/v1/files/from-upload', { uploadId: idOf(ofInes) });
    expect(taken.json()).toMatchObject({ name: 'notes.txt', bytes: 1 });
    expect(
      await world.rows(`select from event where type = 'file.uploaded' and subject_id = $1`, [taken.json()['id']]),
    ).toHaveLength(1);
    expect((await take(`/${newId()}`)).status).toBe(404);
  });

  it('leaves nothing when it is cancelled, or given up for three days', async () => {
    const before = await storedObjects();
    const [cancelled, forgotten, kept] = [await whole('a.txt', NOTES), await whole('b.txt', NOTES), await whole('c.txt', NOTES)];
    const { id: fileId } = (await take(kept)).json<{ id: string }>();
    const answer = await world.app.inject({
      method: 'DELETE',
      url: cancelled,
      headers: { cookie: amara.browser.cookie ?? '', 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0' },
    });
    expect(answer.statusCode).toBe(204);
    expect((await amara.browser.get(cancelled)).status).toBe(404);
    world.clock.advance(3 * DAY);
    expect((await amara.browser.get(forgotten)).json()).toMatchObject({ status: 410, code: 'upload.expired' });
    expect(await world.get(ForgetUploads).run()).toBeGreaterThan(1);
    expect((await amara.browser.get(forgotten)).status).toBe(404);
    expect(await world.rows('select from upload')).toEqual([]);
    expect((await amara.browser.get(`/api/v1/submission-files/${fileId}/content`)).status).toBe(200);
    expect(await storedObjects()).toBeLessThanOrEqual(before + 1);
  });

  it('is one of a number that is limited', async () => {
    const lea = await world.enroll(await world.member('Lea', ['learner']));
    const begin = () => new RawTus(lea.browser).begin(`${lea.path}/submission-uploads`, 'a.txt', 1);
    await world.rows(
      `insert into upload (id, institution_id, person_id, purpose, name, bytes, received, created_at, expires_at)
       select gen_random_uuid(), $1, $2, 'submission', 'a.txt', 1, 0, $3, $4 from generate_series(1, $5)`,
      [world.institutionId, lea.personId, world.clock.now(), new Date(world.clock.now().getTime() + DAY), MOST_OPEN - 1],
    );
    const statuses = (await Promise.all([begin(), begin(), begin()])).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    expect((await begin()).json()).toMatchObject({ status: 409, code: 'upload.too_many' });
  });

  describe('by tus-js-client', () => {
    const send = (bytes: Buffer, options: Partial<UploadOptions>, onUpload: (upload: Upload) => void = () => undefined) =>
      new Promise<string>((resolve, reject) => {
        const upload: Upload = new Upload(bytes, {
          endpoint: `http://127.0.0.1:${portOf(world.app)}${uploads}`,
          headers: { cookie: amara.browser.cookie ?? '', 'x-cairn-request': '1' },
          metadata: { filename: 'raw.bin' },
          retryDelays: [10, 50, 100, 200, 400],
          onSuccess: () => resolve(upload.url ?? ''),
          onError: reject,
          ...options,
        });
        onUpload(upload);
        upload.start();
      });

    it('arrives, in one piece or in many', async () => {
      const bytes = randomBytes(2_000_000);
      for (const chunkSize of [Infinity, 300_000]) {
        expect((await take(await send(bytes, { chunkSize }))).json()).toMatchObject({
          sha256: createHash('sha256').update(bytes).digest('hex'),
        });
      }
    });

    it('is paused in the middle and goes on in another client', async () => {
      const bytes = randomBytes(3_000_000);
      const at = await new Promise<string>((resolve, reject) => {
        let upload: Upload | undefined;
        const onChunkComplete = () => void upload?.abort().then(() => resolve(upload?.url ?? ''), reject);
        send(bytes, { chunkSize: 500_000, onChunkComplete }, (made) => (upload = made)).catch(reject);
      });
      const before = await tus.offset(new URL(at).pathname);
      expect(before).toBeGreaterThanOrEqual(500_000);
      expect(before).toBeLessThan(bytes.length);
      const resumed = await send(bytes, { uploadUrl: at, chunkSize: 500_000 });
      expect(resumed).toBe(at);
      expect((await take(at)).json()).toMatchObject({ sha256: createHash('sha256').update(bytes).digest('hex') });
    });

    it('hears a refusal at once', async () => {
      const refused = send(Buffer.alloc(100_000, 'MZ'), { metadata: { filename: 'essay.pdf' } });
      const error = (await refused.catch((caught: unknown) => caught)) as DetailedError;
      expect(error).toBeInstanceOf(DetailedError);
      expect(JSON.parse(error.originalResponse?.getBody() ?? '')).toMatchObject({ code: 'file.type_mismatch' });
    });
  });
});
