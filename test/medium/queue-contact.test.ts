import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import { queueMail } from '../../src/platform/mail/queue-mail.js';
import { QueuePool } from '../../src/platform/queue/queue-pool.js';
import { createApplication } from '../../src/roles/create-application.js';
import { CuttingProxy } from '../support/cutting-proxy.js';
import { createTestDatabase, type TestDatabase, withClient } from '../support/database.js';

const LONG = 60_000;
// Several rounds of the four workers, and of the relay that hands a row over.
const MANY_CONTACTS = 16;

/** Cairn on the database behind the proxy. */
async function startBehind(proxy: CuttingProxy, database: TestDatabase) {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-test-'));
  const environment = readEnvironment({
    CAIRN_DATA_DIR: folder,
    CAIRN_PUBLIC_URL: 'http://localhost:3000',
    CAIRN_KEY_SECRET: 'a secret of the tests that is long enough',
    DATABASE_POOL: '6',
    LOG_LEVEL: 'error',
  });
  const app = await createApplication({ environment, connections: { ...database, applicationUrl: proxy.url } });
  await app.init();
  return {
    write: async () => {
      const institutionId = newId();
      const mail = { institutionId, dedupeKey: newId(), recipient: 'amara@learner.example', subject: 'Hello', body: 'Hello' };
      await app.get(UnitOfWork).run({ institutionId }, (tx) => queueMail(tx, { ...mail, now: new Date() }));
    },
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function until(fact: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await fact())) await pause(20);
}

describe('A queue on PostgreSQL', () => {
  let database: TestDatabase;
  let proxy: CuttingProxy;
  const sent = () =>
    withClient(
      database.superuserUrl,
      async (client) => (await client.query(`select from outbox where job = 'send-mail' and done_at is not null`)).rowCount,
    );
  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(true));
  beforeEach(async () => {
    database = await createTestDatabase();
    proxy = await CuttingProxy.before(database.applicationUrl);
  });
  afterEach(async () => {
    await proxy.close();
    await database.drop();
  });

  it('lends no connection that is cut in the packet that says it is ready', async () => {
    const pool = new QueuePool(proxy.url);
    proxy.cut = 'when ready';
    await expect(pool.connect()).rejects.toThrow('The connection was cut as soon as it was made');
    proxy.cut = null;
    const client = await pool.connect();
    expect((await client.query('show search_path')).rows).toEqual([{ search_path: 'bullmq' }]);
    client.release();
    await pool.end();
  });

  it(
    'does its work though the first contacts of its workers and of its relay were cut',
    async () => {
      proxy.cut = 'at once';
      const cairn = await startBehind(proxy, database);
      await cairn.write();
      await until(() => proxy.cuts >= MANY_CONTACTS);
      proxy.cut = null;
      await until(async () => (await sent()) === 1);
      await cairn.close();
    },
    LONG,
  );
});
