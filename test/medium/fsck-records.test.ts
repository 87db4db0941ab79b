import { mkdir, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { Queues } from '../../src/platform/queue/queues.js';
import { type BrokenWorld, type FsckWorld, startFsckWorld } from '../support/fsck-world.js';

describe('fsck finds', () => {
  let world: FsckWorld;
  let copy: BrokenWorld;

  beforeAll(async () => {
    world = await startFsckWorld();
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    copy = await world.copy();
  });
  afterEach(() => copy.close());

  describe('I7', () => {
    const jonasSecondAttempt = async () =>
      (
        await copy.rows<{ id: string }>('select id from attempt where enrollment_id = $1 and number = 2', [
          world.jonas.enrollmentId,
        ])
      )[0]?.id ?? '';

    it('a verdict that was deleted', async () => {
      const id = await jonasSecondAttempt();
      const [verdict] = await copy.rows<{ id: string }>('select id from assessment where attempt_id = $1', [id]);
      await copy.tamper('delete from assessment where attempt_id = $1', [id]);
      expect(await copy.breaches('I7')).toEqual([`assessment ${verdict?.id}: was given (passed) and is gone`]);
    });

    it('a verdict that was overwritten', async () => {
      await copy.tamper(`update assessment set verdict = 'failed' where attempt_id = $1`, [await jonasSecondAttempt()]);
      expect(await copy.breaches('I7')).toEqual([expect.stringContaining('is failed, and history tells of passed')]);
    });

    it('a verdict that history does not know', async () => {
      await copy.tamper(`delete from event where type = 'assessment.failed'`);
      expect(await copy.breaches('I7')).toEqual([expect.stringContaining('is failed, and history tells of nothing')]);
    });

    it('versions with a gap', async () => {
      const id = await jonasSecondAttempt();
      await copy.tamper('update assessment set version = 3 where attempt_id = $1', [id]);
      expect(await copy.breaches('I7')).toEqual([`attempt ${id}: its versions of its verdict are numbered 3`]);
    });

    it('an attempt that was deleted', async () => {
      await copy.tamper('delete from attempt where enrollment_id = $1 and number = 1', [world.jonas.enrollmentId]);
      expect(await copy.breaches('I7')).toEqual([
        expect.stringMatching(/^submission .*: its attempts are numbered 2/),
        expect.stringMatching(/^attempt .*: was handed in and is gone/),
      ]);
    });

    it('work that was changed', async () => {
      const id = await jonasSecondAttempt();
      await copy.tamper(`update attempt set work = jsonb_set(work, '{text}', '"Better"') where id = $1`, [id]);
      expect(await copy.breaches('I7')).toEqual([`attempt ${id}: its work was changed: the hash is another`]);
    });

    it('work that was changed together with its hash', async () => {
      const id = await jonasSecondAttempt();
      await copy.tamper(`update attempt set work_sha256 = repeat('a', 64) where id = $1`, [id]);
      expect(await copy.breaches('I7')).toContain(`attempt ${id}: is not the work that was handed in`);
    });

    it('quiz attempts with a gap', async () => {
      await copy.tamper(
        `insert into quiz_attempt (id, institution_id, enrollment_id, edition_id, activity_id, number, seed, answers, revision, started_at)
         select gen_random_uuid(), institution_id, id, edition_id, gen_random_uuid(), 2, '', '[]', 1, now() from enrollment where id = $1`,
        [world.lea.enrollmentId],
      );
      expect(await copy.breaches('I7')).toEqual([expect.stringMatching(/, quiz .*: its attempts are numbered 2/)]);
    });

    it.each([
      ['its guard switched off', 'alter table assessment disable trigger append_only', 'is missing or disabled'],
      ['its guard removed', 'drop trigger append_only on assessment', 'is missing or disabled'],
      ['the right to change it', 'grant update on assessment to public', 'the application may change or delete history'],
    ])('history with %s', async (_what, change, detail) => {
      await copy.tamper(change);
      expect(await copy.breaches('I7')).toEqual([expect.stringMatching(new RegExp(`^table assessment: .*${detail}`))]);
    });

    it('what it cannot check, and goes on with the rest', async () => {
      await copy.tamper('drop table quiz_attempt');
      const { breaches, checked } = await copy.fsck();
      expect(breaches).toEqual([
        { invariant: 'I7', subject: 'the check itself', detail: expect.stringContaining('"quiz_attempt" does not exist') },
      ]);
      expect(checked.progress).toMatchObject({ facts: 10 });
    });
  });

  describe('I8', () => {
    let path: string;
    let file: { id: string; storage_key: string };
    beforeEach(async () => {
      const files = await copy.rows<typeof file>('select id, storage_key from stored_file');
      file = files[0] ?? { id: '', storage_key: '' };
      const folder = join(copy.environment.CAIRN_DATA_DIR, 'files');
      const names = await readdir(folder, { recursive: true });
      path = join(folder, names.find((name) => name.endsWith(file.storage_key)) ?? '');
    });

    it('a byte that changed on the disk', async () => {
      await writeFile(path, 'day,visits\nMonday,13\n');
      expect(await copy.breaches('I8')).toEqual([`file ${file.id}: its bytes are not the ones that were received`]);
    });

    it('a file that was cut short', async () => {
      await truncate(path, 5);
      expect(await copy.breaches('I8')).toEqual([`file ${file.id}: it has 5 bytes instead of 21`]);
    });

    it('a file that is not on the disk', async () => {
      await rm(path);
      expect(await copy.breaches('I8')).toEqual([`file ${file.id}: its bytes are missing`]);
    });

    it('bytes that belong to no file, once they are older than an upload takes', async () => {
      const key = newId();
      const shard = join(copy.environment.CAIRN_DATA_DIR, 'files', key.slice(-2));
      await mkdir(shard, { recursive: true });
      await writeFile(join(shard, key), 'whose?');
      expect(await copy.breaches('I8')).toEqual([]);
      const longAgo = new Date(Date.now() - 2 * 3_600_000);
      await utimes(join(shard, key), longAgo, longAgo);
      expect(await copy.breaches('I8')).toEqual([`stored bytes ${key}: no file has them`]);
    });

    it('a submission whose file is another than was handed in, or is gone', async () => {
      const [attempt] = await copy.rows<{ id: string }>('select id from attempt where enrollment_id = $1', [
        world.amara.enrollmentId,
      ]);
      await copy.tamper(`update stored_file set sha256 = repeat('a', 64)`);
      expect(await copy.breaches('I8')).toContain(`attempt ${attempt?.id}: its file ${file.id} is another than was handed in`);
      await copy.tamper('delete from stored_file');
      expect(await copy.breaches('I8')).toContain(`attempt ${attempt?.id}: its file ${file.id} is gone`);
    });
  });

  describe('I11', () => {
    it('an event that was changed', async () => {
      await copy.tamper(`update event set occurred_at = occurred_at - interval '1 day' where type = 'assessment.failed'`);
      expect(await copy.breaches('I11')).toEqual([
        expect.stringMatching(/^audit link \d+ of institution .*: its event or its hash was changed/),
      ]);
    });

    it('an event that was deleted', async () => {
      await copy.tamper(`delete from event where type = 'assessment.failed'`);
      expect(await copy.breaches('I11')).toEqual([expect.stringMatching(/: its event is gone/)]);
    });

    it('a link that was deleted', async () => {
      await copy.tamper(`delete from audit_link where event_id = (select id from event where type = 'assessment.failed')`);
      expect(await copy.breaches('I11')).toEqual([
        expect.stringMatching(/: links are missing from here on/),
        expect.stringMatching(/^event .*: assessment.failed is not in the chain since/),
      ]);
    });

    it('an event that stays out of the chain, but not one that has just happened', async () => {
      await copy.tamper(
        `insert into event (id, institution_id, type, subject_type, subject_id, particulars, occurred_at)
         values (gen_random_uuid(), gen_random_uuid(), 'test.happened', 'test', gen_random_uuid(), '{}', now() - interval '30 seconds')`,
      );
      expect(await copy.breaches('I11', { graceSeconds: 60 })).toEqual([]);
      expect(await copy.breaches('I11', { graceSeconds: 10 })).toEqual([
        expect.stringContaining('test.happened is not in the chain since'),
      ]);
    });

    it('an event that was deleted before the chain took it', async () => {
      await copy.tamper('insert into unsealed_event values (gen_random_uuid(), gen_random_uuid())');
      expect(await copy.breaches('I11')).toEqual([expect.stringContaining('is gone before it came into the chain')]);
    });
  });

  describe('I12', () => {
    const open = (columns: string) =>
      copy.tamper(
        `insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts, last_error, dead_at, done_at)
         select gen_random_uuid(), gen_random_uuid(), 'send-mail', '{}', 'made-up', 1, ${columns}`,
      );
    const minutes = (count: number) => `now() + interval '${count} minutes'`;

    it('a job that the outbox does not know, and one whose work is over', async () => {
      const queues = new Queues(copy.environment, copy.database);
      const [done] = await copy.rows<{ id: string }>('select id from outbox limit 1');
      const jobs = [newId(), done?.id ?? ''].map((id) => ({ id: `${id}-9`, job: 'send-mail', outboxIds: [id] }));
      await queues.deliver('notifications', jobs);
      await queues.onApplicationShutdown();
      const found = await copy.breaches('I12');
      expect(found.toSorted()).toEqual(
        [
          `job ${jobs[0]?.id} in notifications: the outbox does not know it`,
          `job ${jobs[1]?.id} in notifications: its work was over long ago`,
        ].toSorted(),
      );
    });

    it('work that nobody takes', async () => {
      await open(`${minutes(-5)}, ${minutes(-5)}, 0, null, null, null`);
      expect(await copy.breaches('I12', { graceSeconds: 60 })).toEqual([
        expect.stringMatching(/send-mail is open since .* after 0 tries/),
      ]);
    });

    it('work that fails again and again', async () => {
      await open(`${minutes(-5)}, ${minutes(5)}, 7, 'The mail server is away', null, null`);
      expect(await copy.breaches('I12', { graceSeconds: 60 })).toEqual([
        expect.stringMatching(/after 7 tries: The mail server is away/),
      ]);
    });

    it.each([
      ['is young', `${minutes(0)}, ${minutes(0)}, 0, null, null, null`],
      ['is for later', `${minutes(-5)}, ${minutes(5)}, 0, null, null, null`],
      ['was set aside for a person', `${minutes(-5)}, ${minutes(-5)}, 12, 'no', ${minutes(-1)}, null`],
      ['is done', `${minutes(-5)}, ${minutes(-5)}, 0, null, null, ${minutes(-4)}`],
    ])('nothing wrong with work that %s', async (_what, columns) => {
      await open(columns);
      expect(await copy.breaches('I12', { graceSeconds: 60 })).toEqual([]);
    });
  });

  describe('I13', () => {
    const canaries = (logs: string[] = []) => ({ strings: ['canary-7f3a', 'canary-%_\\'], paths: [], tokens: [], logs });

    it('nothing where nothing leaked', async () => {
      expect((await copy.fsck({ canaries: canaries() })).checked.I13).toMatchObject({ strings: 2 });
      expect(await copy.breaches('I13', { canaries: canaries() })).toEqual([]);
    });

    it.each([
      [
        'an event',
        `update event set particulars = '{"note": "see canary-7f3a"}' where type = 'assessment.failed'`,
        /^event .*canary-7f3a/,
      ],
      ['the outbox', `update outbox set last_error = 'canary-%_\\' where job = 'send-mail'`, /^outbox row .*canary-%_/],
      ['a badge', `update credential set signed = replace(signed, 'Riverside', 'canary-7f3a')`, /^credential .*canary-7f3a/],
      [
        'an achievement',
        `update achievement set document = replace(document, 'Data', 'canary-7f3a')`,
        /^achievement .*canary-7f3a/,
      ],
    ])('a string that turned up in %s', async (_where, leak, found) => {
      await copy.tamper(leak);
      expect(await copy.breaches('I13', { canaries: canaries() })).toContainEqual(expect.stringMatching(found));
    });

    it('a string that turned up in a log, across two pieces that are read', async () => {
      const log = join(copy.environment.CAIRN_DATA_DIR, 'cairn.log');
      await writeFile(log, `${'x'.repeat(65_530)}canary-7f3a${'x'.repeat(65_530)}`);
      expect(await copy.breaches('I13', { canaries: canaries([log]) })).toEqual([`log ${log}: holds "canary-7f3a"`]);
    });
  });

  describe('in progress', () => {
    const activity = () =>
      `(select activity_id from activity_progress where enrollment_id = '${world.lea.enrollmentId}' limit 1)`;
    const of = () => `enrollment_id = '${world.lea.enrollmentId}' and activity_id = ${activity()}`;

    it.each([
      ['less than was told', 'update activity_progress set value = 0.5', 'the progress kept is not the greatest of the facts'],
      [
        'another time than was told',
        'update activity_progress set completed_at = now()',
        'the progress kept is not the greatest of the facts',
      ],
      ['nothing, though something was told', 'delete from activity_progress', 'facts were told, and no progress is kept'],
      ['something, though nothing was told', 'delete from progress_fact', 'progress is kept, and no facts were told'],
    ])('%s', async (_what, change, detail) => {
      await copy.tamper(`${change} where ${of()}`);
      expect(await copy.breaches('progress')).toContainEqual(
        expect.stringContaining(`enrollment ${world.lea.enrollmentId}, activity`),
      );
      expect(await copy.breaches('progress')).toContainEqual(expect.stringContaining(detail));
    });

    it('a completed course that no facts support', async () => {
      await copy.tamper(`delete from progress_fact where ${of()}`);
      expect(await copy.breaches('progress')).toContainEqual(
        expect.stringMatching(new RegExp(`^person ${world.lea.personId}, course .*: is complete, and no facts say so`)),
      );
    });
  });

  it('nothing at all in a database of another version: it refuses', async () => {
    await copy.tamper(`delete from migration where name like 'portability%'`);
    await expect(copy.fsck()).rejects.toThrow('missing portability');
  });
});
