import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipFolder } from '../../demo/zip-folder.js';
import { STORAGE_DRIVER, type StorageDriver } from '../../src/platform/storage/storage-driver.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';
import { unzipped } from '../support/zips.js';

interface ImportBody {
  id: string;
  state: string;
  courses: { courseId: string }[];
  microCredentialId: string;
}
interface Draft {
  version: number;
  courseIds: string[];
  badgeImageFileId: string | null;
}

const demo = (name: string) => zipFolder(fileURLToPath(new URL(`../../demo/content/${name}`, import.meta.url)));

describe('Exporting a package', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api', LOG_LEVEL: 'fatal' });
  });
  afterAll(() => world.close());

  const download = async (path: string, by: Member = world.ines) => {
    const cookie = by.browser.cookie ?? '';
    const answer = await world.app.inject({ url: path, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
  };
  const entries = async (path: string) => {
    const { status, bytes } = await download(path);
    if (status !== 200) throw new Error(bytes.toString());
    return unzipped(bytes);
  };
  const text = (files: Map<string, Buffer>, path: string) => files.get(path)?.toString() ?? `${path} is not there`;
  const ok = async <Body>(answer: Promise<{ status: number; text: string; json: <T>() => T }>): Promise<Body> => {
    const given = await answer;
    if (given.status >= 300) throw new Error(given.text);
    return given.json<Body>();
  };
  const imported = async (bytes: Buffer): Promise<ImportBody> => {
    const { browser } = world.ines;
    const { id } = await ok<ImportBody>(browser.upload('/api/v1/imports', 'package.zip', bytes));
    return ok<ImportBody>(browser.post(`/api/v1/imports/${id}/application`));
  };
  const draftPackage = (id: string) => `/api/v1/micro-credentials/${id}/package`;
  const draftOf = (id: string) => ok<Draft>(world.ines.browser.get(`/api/v1/micro-credentials/${id}`));
  const change = async (id: string, changes: object) => {
    const { version } = await draftOf(id);
    await ok(world.ines.browser.patch(`/api/v1/micro-credentials/${id}`, changes, { 'if-match': `"v${version}"` }));
  };
  const add = (courseId: string, activity: object) =>
    ok<{ id: string }>(
      world.ines.browser.post(`/api/v1/courses/${courseId}/activities`, { minutes: 5, required: true, ...activity }),
    );
  const file = async (name: string, content: Buffer | string, purpose = 'course-asset') =>
    (await ok<{ id: string }>(world.ines.browser.upload(`/api/v1/files?purpose=${purpose}`, name, content))).id;

  /** Everything of a draft and its courses, with the names of the export where there are ids. */
  const contentOf = (files: Map<string, Buffer>) =>
    Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.toString('base64')]));

  it.each(['data-storytelling', 'open-licensing'])('comes back as it went: %s', async (name) => {
    const first = await imported(await demo(name));
    const { bytes } = await download(draftPackage(first.microCredentialId));
    const second = await imported(bytes);
    const again = await unzipped((await download(draftPackage(second.microCredentialId))).bytes);
    expect(contentOf(again)).toEqual(contentOf(await unzipped(bytes)));
    expect(again.size).toBeGreaterThan(6);
    const stored = (id: string) =>
      world.rows<{ activities: object }>(
        `select m.draft - 'courseIds' - 'sequence' - 'badgeImageFileId' as draft,
                (select jsonb_agg(jsonb_build_array(c.title, c.summary, c.language, c.attribution, a.position, a.title, a.minutes, a.required,
                   regexp_replace((a.body #- '{assets}')::text, 'activity:[-0-9a-f]{36}', 'activity', 'g')) order by c.title, a.position)
                   from course c join activity a on a.course_id = c.id where m.draft->'courseIds' ? c.id::text) as activities
           from micro_credential m where m.id = $1`,
        [id],
      );
    expect(await stored(second.microCredentialId)).toEqual(await stored(first.microCredentialId));
  });

  it('holds what authors made in the studio: files, hostile titles, links between pages, terms and rules', async () => {
    const { browser } = world.ines;
    const course = async (title: string) =>
      (await ok<{ id: string }>(browser.post('/api/v1/courses', { title, summary: '', language: 'en' }))).id;
    const [one, two] = [await course('../con: 🦉'), await course('../con: 🦉')];
    const handout = await file('Übung 1.csv', 'a,b\n1,2\n');
    const movie = await file('aux.csv', 'c,d\n3,4\n');
    const target = await add(one, { title: '..', body: { kind: 'file', fileId: handout, description: 'To print.' } });
    const page = `\nSee [the file](activity:${target.id}#x "t") and [its twin][1], \`01-file.file.yaml\`.\n\n![](fig/a.csv)\n\n[1]: activity:${target.id}\n\n`;
    await add(one, {
      title: 'x'.repeat(200),
      required: false,
      body: { kind: 'page', markdown: page, assets: { 'fig/a.csv': handout, 'not/used.csv': movie }, objectives: ['Know: it'] },
    });
    await add(two, { title: 'CON', body: { kind: 'page', markdown: '', assets: { 'fig/a.csv': movie }, objectives: [] } });
    await add(two, { title: 'Talk', body: { kind: 'video', url: 'https://youtu.be/dQw4w9WgXcQ', transcript: '- "x": y' } });
    const { id } = await ok<{ id: string }>(browser.post('/api/v1/micro-credentials', { title: '🦉' }));
    await change(id, {
      courseIds: [one, two],
      sequence: {
        type: 'points',
        points: 2,
        weights: { [one]: 1, [two]: 2 },
        items: [
          { type: 'course', courseId: two, after: [one] },
          { type: 'project', release: { type: 'fixed', at: '2026-09-01' } },
        ],
      },
      awardTerms: {
        validityMonths: 24,
        renewable: true,
        supervision: 'supervised',
        qualityAssuranceUrl: null,
        stackability: 'A degree.',
      },
    });
    const { headers, bytes } = await download(draftPackage(id));
    expect(headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="micro-credential-draft.zip"',
      'cache-control': 'private, no-store',
    });
    const files = await unzipped(bytes);
    expect([...files.keys()].toSorted()).toEqual([
      'README.md',
      'course-con-2/config.yaml',
      'course-con-2/episodes/01-page-con.md',
      'course-con-2/episodes/02-talk.video.yaml',
      'course-con-2/episodes/fig/a.csv',
      'course-con/config.yaml',
      'course-con/episodes/01-file.file.yaml',
      `course-con/episodes/02-${'x'.repeat(60)}.md`,
      'course-con/episodes/files/file-aux.csv',
      'course-con/episodes/files/Übung 1.csv',
      'micro-credential.yaml',
    ]);
    expect(text(files, `course-con/episodes/02-${'x'.repeat(60)}.md`)).toContain(
      `---\n\n${page.replaceAll(`activity:${target.id}`, '01-file.file.yaml')}\n`,
    );
    expect(text(files, 'micro-credential.yaml')).toContain('course-con-2: 2');
    const again = await imported(bytes);
    expect(contentOf(await entries(draftPackage(again.microCredentialId)))).toEqual(contentOf(files));
    const [stored] = await world.rows<{ markdown: string; file: string }>(
      `select a.body->>'markdown' as markdown, (select id::text from activity where course_id = c.id and position = 0) as file
         from course c join activity a on a.course_id = c.id where c.id = $1 and a.position = 1`,
      [again.courses[0]?.courseId],
    );
    expect(stored?.markdown).toBe(page.replaceAll(target.id, String(stored?.file)));
  });

  it('gives the same bytes of an edition each time, whatever becomes of the draft', async () => {
    const path = `/api/v1/editions/${world.edition.id}/package`;
    const before = await download(path);
    await change(world.edition.microCredentialId, { summary: 'Changed since.' });
    world.clock.advance(3 * 24 * 60 * 60 * 1000);
    const after = await download(path);
    expect(after.bytes.equals(before.bytes)).toBe(true);
    expect(text(await unzipped(before.bytes), 'README.md')).toContain('Edition 1');
    expect(await imported(before.bytes)).toMatchObject({ state: 'applied' });
  });

  it('takes a course alone, and is remembered in the audit log', async () => {
    const { courseIds } = await draftOf(world.edition.microCredentialId);
    const files = await entries(`/api/v1/courses/${courseIds[0]}/package`);
    expect([...files.keys()].some((path) => path.endsWith('/config.yaml'))).toBe(true);
    const types = await world.rows(
      `select distinct type, particulars->>'edition' as edition from event where type like '%.exported' order by 1, 2`,
    );
    expect(types).toEqual([
      { type: 'course.exported', edition: null },
      { type: 'micro_credential.exported', edition: '1' },
      { type: 'micro_credential.exported', edition: null },
    ]);
  });

  it('is for those who author at the institution, and for nobody else', async () => {
    const nextDoor = await world.member('Lars', ['instructor'], world.lakesideId);
    const paths = [draftPackage(world.edition.microCredentialId), `/api/v1/editions/${world.edition.id}/package`];
    for (const path of paths) {
      expect((await download(path, world.ada)).status).toBe(403);
      expect((await download(path, world.olga)).status).toBe(403);
      expect((await download(path, nextDoor)).status).toBe(404);
    }
  });

  it('breaks off rather than end with a file that is not what was uploaded', async () => {
    const { browser } = world.ines;
    const { id: courseId } = await ok<{ id: string }>(
      browser.post('/api/v1/courses', { title: 'Broken', summary: '', language: 'en' }),
    );
    const fileId = await file('table.csv', 'a,b\n1,2\n');
    await add(courseId, { title: 'Table', body: { kind: 'file', fileId, description: '' } });
    const [row] = await world.rows<{ key: string }>('select storage_key as key from stored_file where id = $1', [fileId]);
    await world.app.get<StorageDriver>(STORAGE_DRIVER, { strict: false }).remove(String(row?.key));
    await expect(entries(`/api/v1/courses/${courseId}/package`)).rejects.toThrow(
      /destroyed|central directory|aborted|MissingFile|not there/,
    );
  });
});
