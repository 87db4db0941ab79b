import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { zipFolder } from '../../demo/zip-folder.js';
import { STORAGE_DRIVER, type StorageDriver } from '../../src/platform/storage/storage-driver.js';
import { SweepStorage } from '../../src/platform/storage/sweep-storage.js';
import { withClient } from '../support/database.js';
import { type Riverside, startRiverside } from '../support/worlds.js';
import { tinyCourse, type ZipContent, zipOf } from '../support/zips.js';

interface ImportBody {
  id: string;
  state: string;
  courses: { key: string; title: string; activities: number; courseId: string | null }[];
  microCredentialId: string | null;
}

interface ActivityBody {
  id: string;
  title: string;
  body: { kind: string; markdown: string; assets: Record<string, string> };
}

const demo = (name: string) => zipFolder(fileURLToPath(new URL(`../../demo/content/${name}`, import.meta.url)));
const CREDENTIAL = 'title: Charts for all\nsummary: Short.\ncourses:\n- charts\nbadgeImage: charts/episodes/fig/badge.jpg\n';

describe('Applying an import', () => {
  let world: Riverside;
  let driver: StorageDriver;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api', LOG_LEVEL: 'fatal' });
    driver = world.app.get<StorageDriver>(STORAGE_DRIVER, { strict: false });
  });
  afterAll(() => world.close());

  const upload = async (bytes: Buffer): Promise<ImportBody> => {
    const answer = await world.ines.browser.upload('/api/v1/imports', 'courses.zip', bytes);
    const body = answer.json<ImportBody>();
    if (body.state !== 'checked') throw new Error(answer.text);
    return body;
  };
  const uploadTiny = async (changes: ZipContent = {}) => upload(await zipOf({ ...tinyCourse(), ...changes }));
  const apply = (id: string) => world.ines.browser.post(`/api/v1/imports/${id}/application`);
  /** As a client does that is told to come back later. */
  const patiently = async (id: string) => {
    for (;;) {
      const answer = await apply(id);
      if (answer.status !== 503) return answer;
    }
  };
  const applied = async (id: string) => {
    const answer = await apply(id);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json<ImportBody>();
  };
  const asOwner = (sql: string) => withClient(world.database.ownerUrl, (client) => client.query(sql));
  const stored = async () => {
    const keys: string[] = [];
    for await (const { key } of driver.list()) keys.push(key);
    return keys.toSorted();
  };
  /** Everything that applying makes. */
  const made = async () => ({
    rows: await world.rows(
      `select (select count(*)::int from course) as courses, (select count(*)::int from activity) as activities,
              (select count(*)::int from micro_credential) as credentials, (select count(*)::int from stored_file) as files,
              (select count(*)::int from event) as events, (select count(*)::int from import_run where state = 'applied') as applied`,
    ),
    stored: await stored(),
  });
  const recorded = async () =>
    (await world.rows<{ key: string }>('select storage_key as key from stored_file')).map(({ key }) => key).toSorted();
  const activitiesOf = async (courseId: string | null | undefined) => {
    const list = await world.ines.browser.get(`/api/v1/courses/${courseId}/activities`);
    const ids = list.json<{ items: { id: string }[] }>().items.map(({ id }) => id);
    return Promise.all(ids.map(async (id) => (await world.ines.browser.get(`/api/v1/activities/${id}`)).json<ActivityBody>()));
  };

  it('makes the courses and the draft that were described, once, however often it is asked for', async () => {
    const { id } = await upload(await demo('data-storytelling'));
    const answers = await Promise.all([patiently(id), patiently(id), patiently(id)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const [first] = answers;
    const run = first?.json<ImportBody>();
    expect(run).toMatchObject({ state: 'applied', microCredentialId: expect.any(String) });
    expect(run?.courses.every(({ courseId }) => courseId !== null)).toBe(true);
    for (const answer of [...answers, await apply(id), await world.ines.browser.get(`/api/v1/imports/${id}`)])
      expect(answer.json()).toEqual(run);
    const courseIds = run?.courses.map(({ courseId }) => courseId);
    const titles = run?.courses.map(({ title }) => title);
    expect(await world.rows('select from course where title = any($1)', [titles])).toHaveLength(4);
    expect(await world.rows('select from course where id = any($1)', [courseIds])).toHaveLength(4);
    expect(await world.rows(`select from event where type = 'import.applied' and subject_id = $1`, [id])).toHaveLength(1);
    expect(await stored()).toEqual(await recorded());
    const draft = (await world.ines.browser.get(`/api/v1/micro-credentials/${run?.microCredentialId}`)).json<{
      courses: { id: string }[];
    }>();
    expect(JSON.stringify(draft)).toContain(String(courseIds?.[0]));
  });

  it('makes another set of courses from another upload of the same package', async () => {
    const [one, two] = [await applied((await uploadTiny()).id), await applied((await uploadTiny()).id)];
    expect(one.courses[0]?.courseId).not.toBe(two.courses[0]?.courseId);
  });

  it('turns links between pages and to pictures into what learners can follow', async () => {
    const { courses } = await applied((await uploadTiny()).id);
    const [axes, colours] = await activitiesOf(courses[0]?.courseId);
    expect(colours?.body.markdown).toContain(`](activity:${axes?.id})`);
    const [fileId] = Object.values(axes?.body.assets ?? {});
    const picture = await world.ines.browser.get(`/api/v1/files/${fileId}/content`);
    expect([picture.status, picture.text]).toEqual([200, expect.stringContaining('<rect')]);
  });

  it('shows its pictures to learners of an edition, and to nobody of another institution', async () => {
    const { courses } = await applied((await uploadTiny()).id);
    const courseId = courses[0]?.courseId ?? '';
    const edition = await world.publish({ courseIds: [courseId] } as object);
    const learner = await world.enroll(await world.member('Amara', ['learner']), await world.offer(edition.id));
    const journey = (await learner.browser.get(`${learner.path}/journey`)).json<{
      courses: { activities: { id: string; title: string }[] }[];
    }>();
    const [axes] = journey.courses[0]?.activities ?? [];
    const page = await learner.browser.get(`${learner.path}/activities/${axes?.id}`);
    const source = /<img[^>]* src=\\"([^"\\]+)\\"/.exec(page.text)?.[1] ?? '';
    const picture = await learner.browser.get(source);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(picture.text).toContain('<rect');
    const lars = await world.member('Lars', ['instructor', 'learner'], world.lakesideId);
    expect((await lars.browser.get(source)).status).toBe(404);
  });

  it('draws the picture of a badge anew, without what a camera wrote into it', async () => {
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0b5d57' } })
      .withExif({ IFD0: { Copyright: 'Ines, 12 Harbour Street' } })
      .jpeg()
      .toBuffer();
    const { microCredentialId } = await applied(
      (
        await uploadTiny({
          'micro-credential.yaml': CREDENTIAL,
          'charts/episodes/fig/badge.jpg': photo,
        })
      ).id,
    );
    const draft = (await world.ines.browser.get(`/api/v1/micro-credentials/${microCredentialId}`)).json<{
      badgeImageFileId: string;
    }>();
    const rows = await world.rows<{ purpose: string; media_type: string; storage_key: string }>(
      `select purpose, media_type, storage_key from stored_file where original_name like 'badge.%' order by purpose`,
    );
    expect(rows.map(({ purpose, media_type }) => [purpose, media_type])).toEqual([
      ['badge-image', 'image/png'],
      ['course-asset', 'image/jpeg'],
    ]);
    const shown = await world.ines.browser.get(`/api/v1/files/${draft.badgeImageFileId}/content`);
    expect(shown.headers['content-type']).toBe('image/png');
    expect(shown.text).not.toContain('Harbour Street');
  });

  describe('that fails in the middle', () => {
    it('leaves nothing when the database gives up, and works the next time', async () => {
      const { id, courses } = await upload(await demo('open-licensing'));
      await asOwner(`create function give_up() returns trigger language plpgsql as $$ begin
        if new.title like 'May I%' then raise exception 'The disk is on fire'; end if; return new; end $$`);
      await asOwner('create trigger give_up before insert on activity for each row execute function give_up()');
      const before = await made();
      const answer = await apply(id);
      await asOwner('drop function give_up cascade');
      expect(answer.json()).toMatchObject({ status: 500, code: 'service.unexpected' });
      expect(answer.text).not.toContain('fire');
      expect(await made()).toEqual(before);
      expect((await applied(id)).courses).toHaveLength(courses.length);
    });

    it('leaves nothing when the transaction cannot be committed, but for bytes that the sweep finds', async () => {
      const { id } = await uploadTiny();
      await asOwner(`create function give_up() returns trigger language plpgsql as $$ begin
        raise exception 'The disk is on fire'; end $$`);
      await asOwner(`create constraint trigger give_up after update on import_run deferrable initially deferred
        for each row execute function give_up()`);
      const before = await made();
      const answer = await apply(id);
      await asOwner('drop function give_up cascade');
      expect(answer.status).toBe(500);
      expect((await made()).rows).toEqual(before.rows);
      world.clock.advance(2 * 3_600_000);
      await world.get(SweepStorage).run();
      expect(await made()).toEqual(before);
      expect(await applied(id)).toMatchObject({ state: 'applied' });
    });

    it('leaves nothing when there is no room for a file, says so, and works the next time', async () => {
      const { id } = await uploadTiny({ 'charts/episodes/data/a.csv': 'a,b\n', 'charts/episodes/data/b.csv': 'c,d\n' });
      const before = await made();
      const write = driver.write.bind(driver);
      let writes = 0;
      const full = jest.spyOn(driver, 'write').mockImplementation(async (key, stream, signal) => {
        writes += 1;
        if (writes === 3) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        return write(key, stream, signal);
      });
      const answer = await apply(id);
      full.mockRestore();
      expect(answer.json()).toMatchObject({ status: 507, code: 'service.storage_full' });
      expect(await made()).toEqual(before);
      expect(await applied(id)).toMatchObject({ state: 'applied' });
    });

    it('leaves nothing when the package that was checked is damaged or gone', async () => {
      const { id } = await uploadTiny();
      const [file] = await world.rows<{ key: string }>(
        'select storage_key as key from stored_file join import_run on file_id = stored_file.id where import_run.id = $1',
        [id],
      );
      const before = (await made()).rows;
      await driver.write(file?.key ?? '', Readable.from([await zipOf({ 'a.txt': 'x' })]));
      expect((await apply(id)).status).toBe(500);
      await driver.remove(file?.key ?? '');
      expect((await apply(id)).status).toBe(500);
      expect((await made()).rows).toEqual(before);
    });
  });
});
