import { readdir } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipFolder } from '../../demo/zip-folder.js';
import { newId } from '../../src/platform/ids.js';
import { STORAGE_DRIVER, type StorageDriver } from '../../src/platform/storage/storage-driver.js';
import type { TestBrowser } from '../support/browser.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';
import { declaring, renamed, tinyCourse, type ZipContent, zipOf } from '../support/zips.js';

interface ImportBody {
  id: string;
  state: string;
  archive: { code: string; entry: string | null; detail: string }[];
  lines: { severity: string; file: string; line: number | null; code: string; detail: string }[];
  courses: { key: string; title: string; activities: number; minutes: number; courseId: string | null }[];
  microCredential: string | null;
  microCredentialId: string | null;
}

const demo = (name: string) => zipFolder(fileURLToPath(new URL(`../../demo/content/${name}`, import.meta.url)));

describe('A package of course material', () => {
  let world: Riverside;
  let amara: Member;
  let lars: Member;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api', LOG_LEVEL: 'fatal' });
    amara = await world.member('Amara', ['learner']);
    lars = await world.member('Lars', ['instructor'], world.lakesideId);
  });
  afterAll(() => world.close());

  const upload = (bytes: Buffer | string, who: Member = world.ines, name = 'courses.zip', headers: Record<string, string> = {}) =>
    who.browser.upload('/api/v1/imports', name, bytes, headers);
  const checked = async (bytes: Buffer) => {
    const answer = await upload(bytes);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json<ImportBody>();
  };
  const uploadTiny = async (changes: ZipContent) => checked(await zipOf({ ...tinyCourse(), ...changes }));
  const errors = ({ lines }: ImportBody) =>
    lines.filter(({ severity }) => severity === 'error').map(({ file, line, code }) => [file, line, code]);
  const codes = ({ archive }: ImportBody) => archive.map(({ code, entry }) => [code, entry]);
  const apply = (id: string, who: Member = world.ines) => who.browser.post(`/api/v1/imports/${id}/application`);
  const countCourses = async () => (await world.rows('select from course')).length;
  const countRuns = async () => (await world.rows('select from import_run')).length;

  /** What storage holds without a row, and rows whose bytes are not there. */
  const strays = async () => {
    const stored: string[] = [];
    for await (const { key } of world.app.get<StorageDriver>(STORAGE_DRIVER, { strict: false }).list()) stored.push(key);
    const rows = (await world.rows<{ key: string }>('select storage_key as key from stored_file')).map(({ key }) => key);
    return { unrecorded: stored.filter((key) => !rows.includes(key)), missing: rows.filter((key) => !stored.includes(key)) };
  };
  const nothingStray = async () => expect(await strays()).toEqual({ unrecorded: [], missing: [] });

  describe('that is all right', () => {
    it.each([
      ['data-storytelling', ['asking-questions', 'cleaning-data', 'honest-charts', 'one-page-brief']],
      ['open-licensing', ['using-open-licences']],
    ])('such as %s is described before anything is made of it', async (name, keys) => {
      const before = await countCourses();
      const found = await checked(await demo(name));
      expect(found).toMatchObject({
        state: 'checked',
        archive: [],
        microCredential: expect.any(String),
        microCredentialId: null,
      });
      expect(new Map(found.courses.map(({ key, courseId }) => [key, courseId]))).toEqual(new Map(keys.map((key) => [key, null])));
      expect(errors(found)).toEqual([]);
      expect(await countCourses()).toBe(before);
      expect((await world.ines.browser.get(`/api/v1/imports/${found.id}`)).json()).toEqual(found);
      await nothingStray();
    });

    it('is taken once for one request, and another one under its name is refused', async () => {
      const key = { 'idempotency-key': newId() };
      const bytes = await zipOf(tinyCourse());
      const before = await countRuns();
      const answers = await Promise.all([1, 2, 3].map(() => upload(bytes, world.ines, 'courses.zip', key)));
      expect(new Set(answers.map((answer) => answer.json<ImportBody>().id)).size).toBe(1);
      expect(await countRuns()).toBe(before + 1);
      const other = await upload(await demo('open-licensing'), world.ines, 'courses.zip', key);
      expect(other.json()).toMatchObject({ status: 422, code: 'idempotency.key_reused' });
      await nothingStray();
    });

    it('is listed with the others, newest first', async () => {
      const first = await checked(await zipOf(tinyCourse()));
      const second = await checked(await zipOf(tinyCourse()));
      const list = async (query: string) =>
        (await world.ines.browser.get(`/api/v1/imports?${query}`)).json<{ items: ImportBody[]; next: string | null }>();
      const page = await list('limit=1');
      expect(page.items.map(({ id }) => id)).toEqual([second.id]);
      expect((await list(`limit=1&cursor=${page.next}`)).items.map(({ id }) => id)).toEqual([first.id]);
    });
  });

  describe('with faults', () => {
    it('is refused with file and line of each, and makes nothing', async () => {
      const before = await countCourses();
      const found = await uploadTiny({
        'charts/config.yaml': 'title: Honest charts\nlicense: CC-BY 4.0\nepisode: x\nepisodes:\n- 01-axes.md\n- 09-missing.md\n',
        'charts/episodes/01-axes.md': Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff]),
      });
      expect(found.state).toBe('refused');
      expect(errors(found)).toEqual(
        expect.arrayContaining([
          ['charts/config.yaml', 3, 'field-unknown'],
          ['charts/config.yaml', null, 'episode-missing'],
          ['charts/episodes/01-axes.md', null, 'text-unreadable'],
        ]),
      );
      const applied = await apply(found.id);
      expect(applied.json()).toMatchObject({
        status: 422,
        code: 'portability.import_refused',
        detail: 'Mend what the report calls an error, and upload the package again.',
      });
      expect(await countCourses()).toBe(before);
      await nothingStray();
    });

    it('in a picture or a data file is refused before anything is stored of it', async () => {
      const found = await uploadTiny({
        'charts/episodes/fig/bars.svg': 'not a picture',
        'charts/episodes/data/empty.csv': '',
        'charts/episodes/data/latin.csv': Buffer.from('Stra\xdfe;Zahl\n', 'latin1'),
      });
      expect(found.state).toBe('refused');
      expect(errors(found)).toEqual([
        ['charts/episodes/data/empty.csv', null, 'file-empty'],
        ['charts/episodes/data/latin.csv', null, 'file-mismatched'],
        ['charts/episodes/fig/bars.svg', null, 'file-mismatched'],
      ]);
    });

    it('in the picture of its badge is refused too', async () => {
      const bytes = await demo('open-licensing');
      const whole = await checked(bytes);
      expect(whole.state).toBe('checked');
      const found = await uploadTiny({
        'micro-credential.yaml': 'title: Charts\ncourses:\n- charts\nbadgeImage: badge.png\n',
        'badge.png': 'no picture either',
      });
      expect(errors(found)).toContainEqual(['badge.png', null, 'picture-unreadable']);
    });

    it('is refused when it holds no course at all', async () => {
      const found = await checked(await zipOf({ 'readme.txt': 'Hello' }));
      expect(found).toMatchObject({ state: 'refused', courses: [] });
      expect(errors(found)).toEqual([['', null, 'no-course']]);
    });
  });

  describe('made to do harm', () => {
    it.each<[string, () => Promise<Buffer>, [string, string | null][]]>([
      [
        'names that climb out of it',
        async () => renamed(await zipOf({ 'x/xx/config.yaml': 'title: x' }), 'x/xx/config.yaml', '../../config.yaml'.slice(1)),
        [['name-climbs', './../config.yaml']],
      ],
      [
        'names that start at the root',
        async () => renamed(await zipOf({ 'xetc/passwd': 'x' }), 'xetc/passwd', '/etc/passwd'),
        [['name-absolute', '/etc/passwd']],
      ],
      ['a bomb', async () => zipOf({ 'a/config.yaml': Buffer.alloc(20_000_000) }), [['ratio-too-high', 'a/config.yaml']]],
      [
        'a file that says it has 2 GB',
        async () => declaring(await zipOf({ 'a/big.csv': 'small' }), 2 ** 31),
        [['file-too-large', 'a/big.csv']],
      ],
      [
        'a symbolic link',
        async () => zipOf({ 'a/config.yaml': { content: '/etc/passwd', mode: 0o120777 } }),
        [['not-a-file', 'a/config.yaml']],
      ],
      [
        'one name twice',
        async () => renamed(await zipOf({ 'a/one.md': '1', 'a/two.md': '2' }), 'a/two.md', 'a/ONE.md'),
        [['name-repeated', 'a/ONE.md']],
      ],
    ])('by %s is refused, entry by entry', async (_, make, expected) => {
      const found = await checked(await make());
      expect(found.state).toBe('refused');
      expect(codes(found)).toEqual(expected);
      expect((await apply(found.id)).status).toBe(422);
      await nothingStray();
    });

    it('by more entries than a course has is refused', async () => {
      const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`a/${index}.txt`, '']));
      expect(codes(await checked(await zipOf(many)))).toEqual([['too-many-entries', null]]);
    });
  });

  describe('that is none', () => {
    it('is a report when it is cut off or damaged', async () => {
      const bytes = await demo('open-licensing');
      const half = await checked(bytes.subarray(0, bytes.length / 2));
      expect(half).toMatchObject({ state: 'refused', archive: [{ code: 'not-an-archive', entry: null }] });
      const damaged = Buffer.from(bytes);
      damaged.fill(0x55, 200, 400);
      expect((await checked(damaged)).archive[0]).toMatchObject({ code: 'entry-damaged', entry: expect.any(String) });
      await nothingStray();
    });

    it.each([
      ['text under the name of a zip', 'courses.zip', 'title: x\n', 422, 'file.type_mismatch'],
      ['a text', 'courses.txt', 'title: x\n', 422, 'file.type_not_allowed'],
      ['empty', 'courses.zip', '', 422, 'file.empty'],
    ])('but %s is refused, and not kept', async (_, name, content, status, code) => {
      const before = await countRuns();
      const answer = await upload(content, world.ines, name);
      expect(answer.json()).toMatchObject({ status, code, detail: expect.any(String) });
      expect(await countRuns()).toBe(before);
      await nothingStray();
    });

    it('but a request without a file is told so', async () => {
      const answers = [
        await world.ines.browser.post('/api/v1/imports', {}),
        await world.ines.browser.post('/api/v1/imports', Buffer.from('--cut--\r\n'), {
          'content-type': 'multipart/form-data; boundary=cut',
        }),
      ];
      for (const answer of answers)
        expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('Choose a zip file')]);
    });
  });

  describe('on its way', () => {
    it('leaves nothing when the sender goes half-way', async () => {
      const before = await countRuns();
      await world.app.listen(0, '127.0.0.1');
      const { port } = world.app.getHttpServer().address() as AddressInfo;
      const bytes = await demo('data-storytelling');
      await sendHalf(port, world.ines.browser, bytes);
      await untilTrue(async () => (await world.rows('select from import_run')).length === before && (await incoming()) === 0);
      await nothingStray();
    });

    it('is refused when it is larger than any course, and not kept', async () => {
      const before = await countRuns();
      const answer = await upload(Buffer.concat([await zipOf(tinyCourse()), Buffer.alloc(200 * 1024 * 1024)]));
      expect(answer.json()).toMatchObject({ status: 413, code: 'file.too_large' });
      expect(await countRuns()).toBe(before);
      await nothingStray();
    });
  });

  describe('is there', () => {
    it('for those who teach, and for no other institution', async () => {
      const { id } = await checked(await zipOf(tinyCourse()));
      for (const who of [amara, world.ada, world.olga]) {
        expect((await upload(await zipOf(tinyCourse()), who)).status).toBe(403);
        expect((await who.browser.get('/api/v1/imports')).status).toBe(403);
        expect((await who.browser.get(`/api/v1/imports/${id}`)).status).toBe(403);
        expect((await apply(id, who)).status).toBe(403);
      }
      expect((await lars.browser.get(`/api/v1/imports/${id}`)).status).toBe(404);
      expect((await apply(id, lars)).status).toBe(404);
      expect((await lars.browser.get('/api/v1/imports')).json<{ items: object[] }>().items).toEqual([]);
      for (const absent of [newId(), 'mine']) expect((await apply(absent)).status).toBe(404);
      await nothingStray();
    });
  });

  /** Unfinished writes of the storage folder. */
  async function incoming(): Promise<number> {
    return (await readdir(`${world.environment.CAIRN_DATA_DIR}/files/incoming`)).length;
  }
});

/** Says how long the request is, sends half of it and hangs up. */
async function sendHalf(port: number, { cookie }: TestBrowser, bytes: Buffer): Promise<void> {
  const head = `--cut\r\ncontent-disposition: form-data; name="file"; filename="courses.zip"\r\n\r\n`;
  const socket = connect(port, '127.0.0.1');
  socket.write(
    [
      'POST /api/v1/imports HTTP/1.1',
      'host: localhost',
      `cookie: ${cookie}`,
      'sec-fetch-site: same-origin',
      'content-type: multipart/form-data; boundary=cut',
      `content-length: ${2 ** 31}`,
      '',
      head,
    ].join('\r\n'),
  );
  await new Promise<void>((resolve) => socket.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(resolve, 100)));
  socket.destroy();
}

async function untilTrue(fact: () => Promise<boolean>): Promise<void> {
  while (!(await fact())) await new Promise((resolve) => setTimeout(resolve, 20));
}
