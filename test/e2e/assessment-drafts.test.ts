import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { tinyMicroCredential } from '../support/riverside-edition.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');

describe('A submission draft', () => {
  let world: Riverside;
  let amara: Learner;
  const save = (learner: Learner, version: number, draft: object) =>
    learner.browser.put(`${learner.path}/submission-draft`, draft, { 'if-match': `"v${version}"` });
  const draft = (text: string, changes: object = {}) => ({ text, links: [], fileIds: [], ...changes });
  const project = async (learner: Learner) =>
    (await learner.browser.get(`${learner.path}/project`)).json<{ draft: { text: string; version: number } | null }>();

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    amara = await world.enroll(await world.member('Amara', ['learner']));
  });
  afterAll(() => world.close());

  it('is kept as Amara types, even before the project is open, and nobody else sees it', async () => {
    expect((await project(amara)).draft).toEqual({ text: '', links: [], files: [], savedAt: null, version: 0 });
    const first = await save(amara, 0, draft('Visits f'));
    expect(first.json()).toMatchObject({ text: 'Visits f', version: 1, savedAt: expect.any(String) });
    expect(first.headers.etag).toBe('"v1"');
    expect((await save(amara, 1, draft('Visits fell', { links: ['https://riverside.example/plot'] }))).json()).toMatchObject({
      links: ['https://riverside.example/plot'],
      version: 2,
    });
    expect((await project(amara)).draft).toMatchObject({ text: 'Visits fell', version: 2 });
    for (const { browser } of [world.ada, world.ines, world.olga]) {
      expect((await browser.get(`${amara.path}/project`)).json()).toMatchObject({ title: 'One-page brief', draft: null });
    }
  });

  it('that another window saved meanwhile is not overwritten: the answer holds what is kept', async () => {
    const lea = await world.enroll(await world.member('Lea', ['learner']));
    await save(lea, 0, draft('from the laptop'));
    const late = await save(lea, 0, draft('from the phone'));
    expect(late.json()).toMatchObject({
      status: 412,
      code: 'assessment.draft_changed',
      facts: { currentVersion: 1, current: draft('from the laptop') },
    });
    expect((await project(lea)).draft).toMatchObject({ text: 'from the laptop', version: 1 });
    expect((await save(lea, 1, draft('both'))).json()).toMatchObject({ text: 'both', version: 2 });
  });

  it('saved twice at once is kept once, from the very first save on', async () => {
    const lea = await world.enroll(await world.member('Lea', ['learner']));
    for (const version of [0, 1]) {
      const answers = await Promise.all(['left', 'right'].map((text) => save(lea, version, draft(text))));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
      const [kept, refused] = answers[0]?.status === 200 ? answers : answers.toReversed();
      const { text } = kept?.json<{ text: string }>() ?? {};
      expect(refused?.json()).toMatchObject({ facts: { current: { text } } });
      expect((await project(lea)).draft).toMatchObject({ text, version: version + 1 });
    }
  });

  it('wants the version that was seen', async () => {
    const path = `${amara.path}/submission-draft`;
    expect((await amara.browser.put(path, draft('?'))).status).toBe(428);
    expect((await amara.browser.put(path, draft('?'), { 'if-match': '*' })).status).toBe(412);
  });

  it('takes only what fits into it, and names what does not', async () => {
    const long = draft('x'.repeat(100_001), { links: Array.from({ length: 21 }, () => 'https://a.example'), more: 1 });
    const answer = (await save(amara, 2, long)).json<{ status: number; errors: { field: string }[] }>();
    expect(answer.status).toBe(400);
    expect(answer.errors.map(({ field }) => field).toSorted()).toEqual(['links', 'more', 'text']);
  });

  it('names only files that the learner uploaded', async () => {
    const jonas = await world.enroll(await world.member('Jonas', ['learner']));
    const { id } = (await jonas.browser.upload(`${jonas.path}/submission-files`, 'brief.pdf', PDF)).json<{ id: string }>();
    expect((await save(jonas, 0, draft('', { fileIds: [id] }))).json()).toMatchObject({ files: [{ id, name: 'brief.pdf' }] });
    for (const fileId of [id, newId()]) {
      expect((await save(amara, 2, draft('', { fileIds: [fileId] }))).json()).toMatchObject({
        status: 404,
        errors: [{ field: 'fileIds[0]', code: 'unknown' }],
      });
    }
  });

  it('is out of reach of everybody else, here and at another institution', async () => {
    const nils = await world.member('Nils', ['learner', 'instructor', 'assessor', 'office'], world.lakesideId);
    const jonas = await world.member('Jonas', ['learner']);
    for (const stranger of [nils, jonas]) {
      const as = { ...amara, ...stranger };
      expect((await save(as, 2, draft('mine now'))).status).toBe(404);
      expect((await stranger.browser.get(`${amara.path}/project`)).status).toBe(404);
      expect((await stranger.browser.upload(`${amara.path}/submission-files`, 'brief.pdf', PDF)).status).toBe(404);
    }
    expect((await save({ ...amara, ...world.ada }, 2, draft('help'))).status).toBe(403);
  });
});

describe('A file for the project', () => {
  let world: Riverside;
  let amara: Learner;
  const upload = (name: string, bytes: Buffer | string, headers = {}) =>
    amara.browser.upload(`${amara.path}/submission-files`, name, bytes, headers);
  const kept = async () => {
    const rows = await world.rows('select id from stored_file');
    const names = await readdir(world.environment.CAIRN_DATA_DIR, { recursive: true, withFileTypes: true });
    return { rows: rows.length, files: names.filter((entry) => entry.isFile()).length };
  };

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    amara = await world.enroll(await world.member('Amara', ['learner']));
  });
  afterAll(() => world.close());

  it('is counted, hashed and recognised, and comes back byte for byte to its owner alone', async () => {
    const answer = await upload('brief.pdf', PDF);
    expect(answer.status).toBe(201);
    const file = answer.json<{ id: string }>();
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect(file).toMatchObject({ name: 'brief.pdf', mediaType: 'application/pdf', bytes: PDF.length, sha256 });
    const path = `/api/v1/submission-files/${file.id}/content`;
    const own = await amara.browser.get(path);
    expect(own.text).toBe(PDF.toString());
    expect(own.headers['content-disposition']).toMatch(/^attachment/);
    for (const { browser } of [await world.member('Jonas', ['learner']), world.ada, world.olga]) {
      expect([403, 404]).toContain((await browser.get(path)).status);
    }
  });

  it('is shown with the others in the order in which the draft names them, to the learner alone', async () => {
    const ids: string[] = [];
    for (const name of ['b.txt', 'a.txt', 'c.txt']) ids.push((await upload(name, name)).json<{ id: string }>().id);
    const fileIds = [ids[2], ids[0], ids[1]];
    const draft = { text: '', links: [], fileIds };
    const saved = await amara.browser.put(`${amara.path}/submission-draft`, draft, { 'if-match': '"v0"' });
    expect(saved.status).toBe(200);
    const shown = async (browser: Learner['browser']) =>
      (await browser.get(`${amara.path}/project`)).json<{
        draft: { files: object[]; savedAt: string; version: number } | null;
      }>();
    expect((await shown(amara.browser)).draft).toEqual(saved.json());
    expect((await shown(amara.browser)).draft?.files).toMatchObject([{ name: 'c.txt' }, { name: 'b.txt' }, { name: 'a.txt' }]);
    expect((await shown(world.olga.browser)).draft).toBeNull();
  });

  it('sent again with the same Idempotency-Key is kept once', async () => {
    const before = await kept();
    const key = { 'idempotency-key': newId() };
    const [first, second] = [await upload('brief.pdf', PDF, key), await upload('brief.pdf', PDF, key)];
    expect(second.json()).toEqual(first.json());
    expect(await kept()).toEqual({ rows: before.rows + 1, files: before.files + 1 });
  });

  it.each([
    ['larger than the project takes', 'notes.txt', Buffer.alloc(100_001, 'a'), 413, 'file.too_large'],
    [
      'of a type it does not take',
      'photo.png',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      422,
      'file.type_not_allowed',
    ],
    ['that is not what its name says', 'brief.pdf', Buffer.from('MZ\u0000\u0000program'), 422, 'file.type_mismatch'],
    ['that is empty', 'brief.pdf', Buffer.alloc(0), 422, 'file.empty'],
  ])('%s is refused and leaves nothing behind', async (_, name, bytes, status, code) => {
    const before = await kept();
    expect((await upload(name, bytes)).json()).toMatchObject({ status, code });
    expect(await kept()).toEqual(before);
  });

  it('as large as the project takes is taken', async () => {
    expect((await upload('notes.txt', Buffer.alloc(100_000, 'a'))).json()).toMatchObject({ bytes: 100_000 });
  });

  it('needs to be there', async () => {
    const answer = await amara.browser.post(`${amara.path}/submission-files`, undefined, {
      'content-type': 'multipart/form-data; boundary=cut',
    });
    expect([400, 415, 422]).toContain(answer.status);
  });

  it('is refused when the project takes none', async () => {
    const { project } = tinyMicroCredential();
    const edition = await world.publish({ project: { ...project, accepts: { ...project.accepts, files: false } } });
    const lea = await world.ready('Lea', await world.offer(edition.id), edition);
    expect((await lea.browser.upload(`${lea.path}/submission-files`, 'brief.pdf', PDF)).json()).toMatchObject({
      status: 422,
      code: 'assessment.submission_unfit',
    });
  });

  it('that is cut off half-way leaves nothing behind, and Cairn answers on', async () => {
    const before = await kept();
    const incoming = join(world.environment.CAIRN_DATA_DIR, 'files', 'incoming');
    const arriving = async () => (await readdir(incoming).catch(() => [])).length;
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST ${amara.path}/submission-files HTTP/1.1\r\nhost: localhost\r\ncookie: ${amara.browser.cookie}\r\nx-cairn-request: 1\r\n` +
        'content-type: multipart/form-data; boundary=cut\r\ncontent-length: 99000\r\n\r\n' +
        `--cut\r\ncontent-disposition: form-data; name="file"; filename="notes.txt"\r\n\r\n${'a'.repeat(90_000)}`,
    );
    while ((await arriving()) === 0) await setImmediate();
    socket.destroy();
    while ((await arriving()) > 0) await setImmediate();
    expect(await kept()).toEqual(before);
    expect((await upload('brief.pdf', PDF)).status).toBe(201);
  });
});
