import { PassThrough, type Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { system } from '../../src/platform/database/scope.js';
import { Sql } from '../../src/platform/database/sql.js';
import { openTestDatabase, withClient } from '../support/database.js';

const SCOPE = system('a test copies made-up rows');
const MEBIBYTE = 1024 ** 2;

/** About 1 kB a row. */
const rows = (count: number, cell = `repeat('x', 1000)`) =>
  `copy (select number, ${cell} from generate_series(1, ${count}) as number) to stdout with (format csv)`;

describe('Copying out of the database', () => {
  let world: Awaited<ReturnType<typeof openTestDatabase>>;
  let sql: Sql;

  beforeAll(async () => {
    world = await openTestDatabase();
    sql = new Sql(world.dataSource);
  });
  afterAll(() => world.close());

  /** The output, and the end of the transaction that writes it. */
  const copy = (statement: string): { output: PassThrough; done: Promise<unknown> } => {
    const output = new PassThrough();
    const done = sql
      .run(SCOPE, (client) => sql.copyOut(client, statement, output))
      .then(
        () => 'done',
        (error: Error) => error.message,
      );
    return { output, done };
  };

  const running = () =>
    withClient(world.database.superuserUrl, async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and query like 'copy%' and state = 'active'`,
      );
      return rows.map(({ pid }) => pid);
    });

  it('writes every row and ends', async () => {
    const { output, done } = copy(rows(10_000));
    const lines = (await text(output)).trimEnd().split('\n');
    expect(lines).toHaveLength(10_000);
    expect(lines.at(-1)).toBe(`10000,${'x'.repeat(1_000)}`);
    expect(await done).toBe('done');
  });

  it('holds next to nothing of it in memory while nobody reads', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const { output, done } = copy(rows(100_000));
    await firstBytes(output);
    // Were there no brake, the 100 MB would be here within this time.
    await pause(1_500);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * MEBIBYTE);
    output.destroy();
    await done;
  });

  it('calls the query off when the reader goes away, and leaves the connection fit for the next one', async () => {
    const { output, done } = copy(rows(10_000_000));
    await firstBytes(output);
    expect(await running()).toHaveLength(1);
    output.destroy();
    expect(await done).toMatch(/canceling statement due to user request/);
    expect(await running()).toEqual([]);
    expect(await world.dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('calls the query off even before it has answered anything', async () => {
    const { output, done } = copy(`copy (select pg_sleep(60)) to stdout`);
    while ((await running()).length === 0) await pause(20);
    output.destroy();
    expect(await done).toMatch(/canceling statement due to user request/);
  });

  it('does not end the output when the query fails half way', async () => {
    const { output, done } = copy(rows(5_000, `repeat('x', 1000), 1 / (4999 - number)`));
    let ended = false;
    output.on('end', () => (ended = true)).resume();
    expect(await done).toBe('division by zero');
    expect(ended).toBe(false);
    output.destroy();
  });

  it('does not end the output when the database goes away half way', async () => {
    const { output, done } = copy(rows(200_000));
    await firstBytes(output);
    const [pid] = await running();
    await withClient(world.database.superuserUrl, (client) => client.query('select pg_terminate_backend($1)', [pid]));
    let ended = false;
    output.on('end', () => (ended = true)).resume();
    expect(await done).toMatch(/terminat/);
    expect(ended).toBe(false);
    output.destroy();
  });
});

async function firstBytes(output: Readable): Promise<void> {
  await new Promise((resolve) => output.once('readable', resolve));
}
