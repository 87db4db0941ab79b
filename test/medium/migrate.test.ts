import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Queue, createPostgresBackend } from 'bullmq';
import { migrate, schemaDifferences } from '../../src/platform/database/migrate.js';
import { createTestDatabase, type TestDatabase, withClient } from '../support/database.js';

describe('migrate', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  it('has nothing to do the second time, also after the queue was used', async () => {
    const connection = { connectionString: database.applicationUrl, max: 2, skipMigrations: true };
    const queue = new Queue('maintenance', { connection }, createPostgresBackend);
    await queue.add('anything', {});
    await queue.close();
    expect(await migrate(database)).toEqual([]);
  });

  it('leaves the schema at this version', async () => {
    const differences = await withClient(database.ownerUrl, (client) =>
      schemaDifferences(async (sql) => (await client.query<{ name: string }>(sql)).rows),
    );
    expect(differences).toEqual([]);
  });

  it('refuses to run migrations as the role that the application uses', async () => {
    const sameRole = { ownerUrl: database.applicationUrl, applicationUrl: database.applicationUrl };
    await expect(migrate(sameRole)).rejects.toThrow('row-level security needs two');
  });
});
