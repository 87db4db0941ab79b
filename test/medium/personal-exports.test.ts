import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ForgetPersonalExports } from '../../src/modules/portability/index.js';
import { LEFT_OUT, PERSONAL_DATA } from '../../src/modules/portability/data/personal-data.js';
import { MakePersonalExport } from '../../src/modules/portability/use-cases/make-personal-export.js';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { MissingFileError } from '../../src/platform/storage/storage-driver.js';
import { badgeOf, issue, passed } from '../support/badges.js';
import { choose, handInAll, LINK, okay, REPORT } from '../support/chosen-badges.js';
import { PASS } from '../support/riverside-edition.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';
import { unzipped } from '../support/zips.js';

const DAY = 86_400_000;
const PATH = '/api/v1/me/exports';

describe('An export of all that is held about a person', () => {
  let world: Riverside;
  let amara: Learner;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    amara = await world.ready('Amara');
    const { attemptId } = await handInAll(amara);
    okay(await choose(amara, 0, { showName: true, evidenceLinks: [LINK] }));
    okay(await world.assess(world.ada, attemptId, { ...PASS, feedback: 'The canary sings in the feedback.' }));
    const [assessment] = await world.rows<{ id: string }>('select id from assessment where attempt_id = $1', [attemptId]);
    await issue(world, { enrollmentId: amara.enrollmentId, assessmentId: assessment?.id ?? '' });
    await passed(world, await world.ready('Bela'));
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.rows('delete from personal_export');
    await world.rows('delete from rate_limit');
  });

  const ask = async (who: Pick<Member, 'browser'> = amara) =>
    okay(await who.browser.post(PATH)).json<{ id: string; state: string }>();
  const make = (id: string) =>
    world.get(MakePersonalExport).run({ institutionId: world.institutionId }, id, new AbortController().signal);
  const list = async (who: Pick<Member, 'browser'> = amara) =>
    (await who.browser.get(PATH)).json<{ id: string; state: string; share: number; bytes: number | null }[]>();
  const archive = async (id: string): Promise<Map<string, Buffer>> => {
    const [file] = await world.rows<{ storageKey: string }>(
      'select storage_key as "storageKey" from stored_file f join personal_export e on e.file_id = f.id where e.id = $1',
      [id],
    );
    return unzipped(await buffer(await world.get(FileStore).open(file ?? { storageKey: '' })));
  };

  it('knows every table that refers to people or to what is theirs: a new one is handed out, or left out with a reason', async () => {
    const tables = await world.rows<{ name: string }>(
      `select conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid::regclass::text = any($1)
        union
       select table_name from information_schema.columns
        where table_schema = 'public' and column_name in ('person_id', 'enrollment_id')`,
      [['person', 'membership', 'enrollment', 'submission', 'attempt', 'credential', 'credential_intent', 'service_grant']],
    );
    const decided = [...PERSONAL_DATA.map(({ table }) => table), ...Object.keys(LEFT_OUT)];
    expect(tables.map(({ name }) => name).filter((name) => !decided.includes(name))).toEqual([]);
    expect(decided).toHaveLength(new Set(decided).size);
  });

  it('holds what they wrote, were told and earned, as JSON, signed badges and files', async () => {
    const { id, state } = await ask();
    expect(state).toBe('making');
    await make(id);
    const files = await archive(id);
    const rows = (name: string) => JSON.parse(String(files.get(`data/${name}.json`))) as Record<string, unknown>[];
    expect(rows('account')).toMatchObject([{ name: 'Amara', email: amara.email }]);
    expect(rows('enrollments')).toMatchObject([{ id: amara.enrollmentId, state: 'completed' }]);
    expect(rows('verdicts')).toMatchObject([{ verdict: 'passed', feedback: 'The canary sings in the feedback.' }]);
    expect(JSON.stringify(rows('submissions'))).toContain(LINK);
    expect(rows('progress-facts')).not.toEqual([]);
    expect(rows('badge-choices')).toMatchObject([{ choices: { showName: true } }]);
    const badge = await badgeOf(world, amara);
    expect(String(files.get(`badges/${badge.id}.json`))).toBe(badge.signed);
    const report = [...files].find(([path]) => path.endsWith('-report.txt'));
    expect(report?.[1].equals(REPORT)).toBe(true);
    expect(String(files.get('README.txt'))).toContain('What Riverside University and this Cairn hold about you');
    expect(files.size).toBe(PERSONAL_DATA.length + 3);
    expect(await list()).toMatchObject([{ id, state: 'ready', share: 1 }]);
  });

  it('holds no secret, and nothing of others', async () => {
    okay(await amara.browser.post('/api/v1/me/api-tokens', { name: 'Registry', scopes: ['people:read'] }));
    const { id } = await ask();
    await make(id);
    const text = [...(await archive(id)).values()].map(String).join('\n');
    const secrets = await world.rows<{ secret: string }>(
      `select token_hash as secret from session union all select token_hash from api_token
       union all select storage_key from stored_file union all select seed from quiz_attempt`,
    );
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter(({ secret }) => text.includes(secret))).toEqual([]);
    expect([world.ada.personId, 'Bela', 'Ada'].filter((canary) => text.includes(canary))).toEqual([]);
    expect(text).not.toContain('"password_hash"');
  });

  it('is made once, however often the job comes, and told by one letter', async () => {
    const { id } = await ask();
    await Promise.all([make(id), make(id)]);
    await make(id);
    const counts = `select (select count(*)::int from stored_file where purpose = 'personal-export' and created_by = $1) as files,
                           (select count(*)::int from mail_message where dedupe_key = $2) as letters`;
    const before = await world.rows(`select id from stored_file where purpose = 'personal-export'`);
    expect(await world.rows(counts, [amara.personId, `personal-export:${id}`])).toEqual([{ files: before.length, letters: 1 }]);
    expect(await world.rows('select id from personal_export where file_id is not null')).toHaveLength(1);
  });

  it('is one at a time, until its hour is over', async () => {
    const { id } = await ask();
    expect((await amara.browser.post(PATH)).json()).toMatchObject({ status: 409, code: 'portability.export_running' });
    world.clock.advance(3_600_001);
    expect(await list()).toMatchObject([{ id, state: 'failed' }]);
    const second = await ask();
    expect((await list()).map((one) => one.id)).toEqual([second.id]);
  });

  it('is for the person alone, and nobody finds its file by another way', async () => {
    const { id } = await ask();
    expect((await amara.browser.get(`${PATH}/${id}/content`)).status).toBe(404);
    await make(id);
    const fetched = await amara.browser.get(`${PATH}/${id}/content`);
    expect([fetched.status, fetched.headers['content-type'], String(fetched.headers['content-disposition'])]).toEqual([
      200,
      'application/zip',
      expect.stringMatching(/^attachment; .*my-data-\d{4}-\d\d-\d\d\.zip/),
    ]);
    expect((await world.olga.browser.get(`${PATH}/${id}/content`)).status).toBe(404);
    expect((await world.olga.browser.delete(`${PATH}/${id}`)).status).toBe(404);
    const [row] = await world.rows<{ fileId: string }>('select file_id as "fileId" from personal_export');
    expect((await amara.browser.get(`/api/v1/files/${row?.fileId}/content`)).status).toBe(404);
    expect((await world.olga.browser.get(`/api/v1/files/${row?.fileId}/content`)).status).toBe(404);
  });

  it('goes after a week, or when they say so, with its bytes', async () => {
    const keys = () =>
      world.rows<{ storageKey: string }>(
        `select storage_key as "storageKey" from stored_file f join personal_export e on e.file_id = f.id`,
      );
    const first = await ask();
    await make(first.id);
    const [kept] = await keys();
    world.clock.advance(7 * DAY - 60_000);
    expect(await world.get(ForgetPersonalExports).run()).toBe(0);
    world.clock.advance(120_000);
    expect(await list()).toMatchObject([{ state: 'expired' }]);
    expect((await amara.browser.get(`${PATH}/${first.id}/content`)).status).toBe(404);
    expect(await world.get(ForgetPersonalExports).run()).toBe(1);
    expect(await list()).toEqual([]);
    await expect(world.get(FileStore).open(kept ?? { storageKey: '' })).rejects.toThrow(MissingFileError);

    const second = await ask();
    await make(second.id);
    const [file] = await keys();
    expect((await amara.browser.delete(`${PATH}/${second.id}`)).status).toBe(204);
    await expect(world.get(FileStore).open(file ?? { storageKey: '' })).rejects.toThrow(MissingFileError);
    expect(await list()).toEqual([]);
  });

  it('that was taken back while it was made leaves nothing behind', async () => {
    const { id } = await ask();
    const files = 'select id from stored_file';
    const before = await world.rows(files);
    expect((await amara.browser.delete(`${PATH}/${id}`)).status).toBe(204);
    await make(id);
    expect(await world.rows(files)).toEqual(before);
  });

  it('is refused with 429 after five a day', async () => {
    for (let count = 0; count < 5; count += 1) {
      const { id } = await ask();
      await amara.browser.delete(`${PATH}/${id}`);
    }
    expect((await amara.browser.post(PATH)).status).toBe(429);
  });
});
