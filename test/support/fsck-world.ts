import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { InvariantId } from '../../src/fsck/inspection.js';
import { type FsckOptions, type FsckReport, runFsck } from '../../src/fsck/run-fsck.js';
import { type Environment, readEnvironment } from '../../src/platform/config/environment.js';
import { SealAuditChain } from '../../src/platform/events/seal-audit-chain.js';
import { type TestDatabase, onDatabase, withClient } from './database.js';
import { FAIL, PASS, RETURN } from './riverside-edition.js';
import { type Learner, type Riverside, startRiverside } from './worlds.js';

/** A copy of Riverside that a test may break: nothing runs on it, and what it does is done as the superuser. */
export interface BrokenWorld {
  database: TestDatabase;
  environment: Environment;
  /** Runs statements with the triggers that protect history, and the checks of references, switched off. */
  tamper(sql: string, parameters?: unknown[]): Promise<void>;
  /** Rows, as the superuser sees them. */
  rows<Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  fsck(options?: Partial<FsckOptions>): Promise<FsckReport>;
  /** What breaks one invariant, as `subject: detail`. */
  breaches(invariant: InvariantId, options?: Partial<FsckOptions>): Promise<string[]>;
  close(): Promise<void>;
}

/** Everything that can happen to learners, done through the API, finished, and stopped. */
export interface FsckWorld {
  riverside: Riverside;
  /** Passed with the first attempt and handed in a file; has a badge. */
  amara: Learner;
  /** Was sent back once, passed with the second attempt; has a badge. */
  jonas: Learner;
  /** Did not pass. */
  lea: Learner;
  /** Passed; the badge was revoked. */
  mia: Learner;
  /** Passed while suspended, so the badge is withheld. */
  noah: Learner;
  /** The published status list as it was before Mia's badge was revoked. */
  earlierList: string;
  copy(): Promise<BrokenWorld>;
  close(): Promise<void>;
}

/** `more` is done before everything is stopped. */
export async function startFsckWorld(
  more: (riverside: Riverside, learners: Pick<FsckWorld, 'amara' | 'jonas'>) => Promise<void> = async () => undefined,
): Promise<FsckWorld> {
  const riverside = await startRiverside();
  const { rows, ada, olga } = riverside;
  const given = async (learner: Learner, verdict: typeof PASS, beforehand = async () => undefined as unknown) => {
    const { id } = await riverside.handIn(learner, `What ${learner.name} found out.`);
    await beforehand();
    const { status, text } = await riverside.assess(ada, id, verdict);
    if (status !== 201) throw new Error(text);
  };
  const amara = await riverside.ready('Amara');
  await attemptWithFile(riverside, amara);
  const jonas = await riverside.ready('Jonas');
  await given(jonas, RETURN);
  await given(jonas, PASS);
  const lea = await riverside.ready('Lea');
  await given(lea, FAIL);
  const mia = await riverside.ready('Mia');
  await given(mia, PASS);
  const noah = await riverside.ready('Noah');
  await given(noah, PASS, () => rows('update membership set suspended_at = now() where person_id = $1', [noah.personId]));
  await until(async () => (await rows('select from credential')).length === 3);
  const [list] = await rows<{ signed: string }>('select signed from status_list');
  const [badge] = await rows<{ id: string }>('select id from credential where person_id = $1', [mia.personId]);
  await olga.browser.post(`/api/v1/credentials/${badge?.id}/revocation`, { reason: 'Copied.' });
  await more(riverside, { amara, jonas });
  await until(async () => (await rows('select from outbox where done_at is null')).length === 0);
  await riverside.get(SealAuditChain).run();
  await riverside.app.close();

  return {
    riverside,
    amara,
    jonas,
    lea,
    mia,
    noah,
    earlierList: list?.signed ?? '',
    copy: () => copyOf(riverside),
    close: async () => {
      await riverside.database.drop();
      await rm(riverside.environment.CAIRN_DATA_DIR, { recursive: true, force: true });
    },
  };
}

let copies = 0;

async function copyOf({
  database: original,
  environment: { CAIRN_DATA_DIR: files, CAIRN_KEY_SECRET },
}: Riverside): Promise<BrokenWorld> {
  const source = new URL(original.ownerUrl).pathname.slice(1);
  const name = `${source}_${(copies += 1)}`;
  await withClient(onDatabase(original.ownerUrl, 'postgres'), (client) =>
    client.query(`create database ${name} template ${source}`),
  );
  const database: TestDatabase = {
    applicationUrl: onDatabase(original.applicationUrl, name),
    ownerUrl: onDatabase(original.ownerUrl, name),
    superuserUrl: onDatabase(original.superuserUrl, name),
    // As the superuser, who may also end what the superuser's own connections left behind.
    drop: () =>
      withClient(onDatabase(original.superuserUrl, 'postgres'), (client) =>
        client.query(`drop database ${name} with (force)`),
      ).then(() => undefined),
  };
  const folder = await mkdtemp(join(tmpdir(), 'cairn-fsck-'));
  await cp(files, folder, { recursive: true, preserveTimestamps: true });
  const environment = readEnvironment({
    CAIRN_DATA_DIR: folder,
    CAIRN_PUBLIC_URL: 'http://localhost:3000',
    ...(CAIRN_KEY_SECRET ? { CAIRN_KEY_SECRET } : {}),
  });
  const fsck = (options: Partial<FsckOptions> = {}) =>
    runFsck(environment, database, { graceSeconds: 0, now: new Date(), ...options });
  return {
    database,
    environment,
    fsck,
    breaches: async (id, options) => {
      const found = (await fsck(options)).breaches.filter(({ invariant }) => invariant === id);
      return found.map(({ subject, detail }) => `${subject}: ${detail}`);
    },
    tamper: (sql, parameters = []) =>
      withClient(database.superuserUrl, async (client) => {
        await client.query('set session_replication_role = replica');
        await client.query(sql, parameters);
      }),
    rows: (sql, parameters = []) =>
      withClient(database.superuserUrl, async (client) => (await client.query(sql, parameters)).rows),
    close: async () => {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function attemptWithFile(world: Riverside, { browser, path }: Learner): Promise<void> {
  const [boundary, type] = ['a-boundary', 'text/csv'];
  const part = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="visits.csv"\r\ncontent-type: ${type}\r\n\r\n`;
  const uploaded = await world.app.inject({
    method: 'POST',
    url: `${path}/submission-files`,
    headers: {
      cookie: browser.cookie ?? '',
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `${part}day,visits\nMonday,12\n\r\n--${boundary}--\r\n`,
  });
  const { draft } = (await browser.get(`${path}/project`)).json<{ draft: { version: number } }>();
  const work = { text: 'See the table.', links: [], fileIds: [uploaded.json<{ id: string }>().id] };
  await browser.put(`${path}/submission-draft`, work, { 'if-match': `"v${draft.version}"` });
  const handedIn = await browser.post(`${path}/attempts`, { draftVersion: draft.version + 1 });
  if (handedIn.status !== 201) throw new Error(handedIn.text);
  const { status, text } = await world.assess(world.ada, handedIn.json<{ id: string }>().id, PASS);
  if (status !== 201) throw new Error(text);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(50);
}
