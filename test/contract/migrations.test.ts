import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { databaseOptions } from '../../src/platform/database/database-options.js';
import { createTestDatabase, type TestDatabase, withClient } from '../support/database.js';

/** Everything that a migration can leave behind in the schema, in words and in order. */
const SCHEMA = [
  `select table_name, column_name, data_type, udt_name, is_nullable, column_default from information_schema.columns
    where table_schema = 'public' order by 1, 2`,
  `select conrelid::regclass::text as on_table, conname, pg_get_constraintdef(oid) as definition from pg_constraint
    where connamespace = 'public'::regnamespace order by 1, 2`,
  `select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
  `select tablename, policyname, cmd, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2`,
  `select relname, relkind, relrowsecurity, relforcerowsecurity, reloptions from pg_class
    where relnamespace = 'public'::regnamespace and relkind <> 'i' order by 1`,
  `select tgrelid::regclass::text as on_table, tgname, pg_get_triggerdef(oid) as definition from pg_trigger
    where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) order by 1, 2`,
  `select proname, pg_get_functiondef(oid) as definition from pg_proc where pronamespace = 'public'::regnamespace order by 1`,
  `select typname, typtype from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd') order by 1`,
];

describe('migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    const options = databaseOptions({ url: database.ownerUrl, entities: [], poolSize: 1, applicationName: 'cairn-test' });
    dataSource = await new DataSource(options).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const schema = () =>
    withClient(database.ownerUrl, async (client) => {
      const parts: unknown[][] = [];
      for (const statement of SCHEMA) parts.push((await client.query(statement)).rows);
      return parts;
    });

  it('go down to nothing, each after the next, and up again to the same schema', async () => {
    const whole = await schema();
    for (const _ of migrations) await dataSource.undoLastMigration();
    expect(await dataSource.query('select name from migration')).toEqual([]);
    const [, , , , relations, , functions] = await schema();
    expect((relations as { relname: string }[]).map(({ relname }) => relname)).toEqual(['migration', 'migration_id_seq']);
    expect(functions).toEqual([]);

    expect(await dataSource.runMigrations()).toHaveLength(migrations.length);
    expect(await schema()).toEqual(whole);
  });

  it('can each be taken back and made again on its own', async () => {
    for (let undone = 1; undone <= migrations.length; undone++) {
      const before = await schema();
      for (let step = 0; step < undone; step++) await dataSource.undoLastMigration();
      await dataSource.runMigrations();
      expect(await schema()).toEqual(before);
    }
  });

  it('have nothing to do when they are run again', async () => {
    expect(await dataSource.runMigrations()).toEqual([]);
  });
});
