import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Timetable } from '../../src/platform/scheduler/timetable.js';
import { createTestDatabase, type TestDatabase, withClient } from '../support/database.js';

const TAKE_OVER_SECONDS = 0.05;
const BEAT_SECONDS = 0.01;
const CONNECTIONS = `select pid from pg_stat_activity where application_name = 'cairn-scheduler' and datname = current_database()`;

/** One process's timetable with a duty that counts. */
interface Keeper {
  timetable: Timetable;
  runs: () => number;
}

describe('the timetable', () => {
  let database: TestDatabase;
  const started: Timetable[] = [];
  const logged: unknown[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const keep = (message: unknown) => void logged.push(message);
    Logger.overrideLogger({ log: keep, warn: keep, error: keep });
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((timetable) => timetable.beforeApplicationShutdown()));
    logged.length = 0;
  });
  afterAll(async () => {
    Logger.overrideLogger(true);
    await database.drop();
  });

  const start = async (entries: ConstructorParameters<typeof Timetable>[1], url = database.applicationUrl) => {
    const timetable = new Timetable(url, entries, TAKE_OVER_SECONDS);
    started.push(timetable);
    await timetable.onApplicationBootstrap();
    return timetable;
  };
  const keeper = async (name: string): Promise<Keeper> => {
    let runs = 0;
    const run = () => Promise.resolve((runs += 1));
    return { timetable: await start([{ name, everySeconds: BEAT_SECONDS, run }]), runs: () => runs };
  };
  const connections = () =>
    withClient(database.superuserUrl, async (client) => (await client.query<{ pid: number }>(CONNECTIONS)).rows);
  const cutConnections = () =>
    withClient(database.superuserUrl, (client) =>
      client.query(`select pg_terminate_backend(pid) from (${CONNECTIONS}) connected`),
    );
  const stop = async (timetable: Timetable) => {
    started.splice(started.indexOf(timetable), 1);
    await timetable.beforeApplicationShutdown();
  };
  const until = async (fact: () => boolean | Promise<boolean>) => {
    while (!(await fact())) await pause(5);
  };

  it('is kept by one process at a time: the other only looks whether the lock is free', async () => {
    const [first, second] = [await keeper('first'), await keeper('second')];
    await until(() => first.runs() >= 5);
    expect(second.runs()).toBe(0);
  });

  it('is kept by one of two that start at the same moment', async () => {
    const pair = await Promise.all([keeper('first'), keeper('second')]);
    await until(() => pair.some(({ runs }) => runs() >= 5));
    expect(pair.filter(({ runs }) => runs() > 0)).toHaveLength(1);
  });

  it('goes over when the process that keeps it stops', async () => {
    const [first, second] = [await keeper('first'), await keeper('second')];
    await until(() => first.runs() > 0);
    await stop(first.timetable);
    const last = first.runs();
    await until(() => second.runs() >= 3);
    expect(first.runs()).toBe(last);
  });

  it('goes on, kept by one, when the connection that holds the lock dies', async () => {
    const pair = [await keeper('first'), await keeper('second')] as const;
    for (let round = 0; round < 3; round += 1) {
      await until(() => pair[0].runs() + pair[1].runs() > 0);
      await cutConnections();
      await pause(2 * TAKE_OVER_SECONDS * 1_000);
      const before = pair.map(({ runs }) => runs());
      await until(() => pair.some(({ runs }, index) => runs() >= (before[index] ?? 0) + 5));
      const ran = pair.filter(({ runs }, index) => runs() > (before[index] ?? 0));
      expect(ran).toHaveLength(1);
    }
  });

  it('runs no duty twice side by side after its connection died in the middle of one', async () => {
    let side = 0;
    let most = 0;
    let runs = 0;
    const run = async () => {
      runs += 1;
      side += 1;
      most = Math.max(most, side);
      // The first one is slow enough to outlive the connection and see the lock taken again.
      await pause(runs === 1 ? 6 * TAKE_OVER_SECONDS * 1_000 : 5);
      side -= 1;
    };
    await start([{ name: 'slow', everySeconds: BEAT_SECONDS, run }]);
    await until(() => runs === 1);
    await cutConnections();
    await until(() => runs >= 10);
    expect(most).toBe(1);
  });

  it('finds the database again that was away when it started', async () => {
    const nowhere = new URL(database.applicationUrl);
    nowhere.pathname = '/there_is_no_such_database';
    await start([{ name: 'any', everySeconds: BEAT_SECONDS, run: () => Promise.resolve() }], nowhere.href);
    await until(() => logged.length >= 2);
    expect(logged[0]).toMatchObject({ message: 'The scheduler cannot reach the database' });
  });

  it('does every other duty though one fails each time, and tries that one again', async () => {
    const done = { good: 0, bad: 0 };
    await start([
      {
        name: 'bad',
        everySeconds: BEAT_SECONDS,
        run: () => {
          done.bad += 1;
          throw new Error('No such table');
        },
      },
      { name: 'good', everySeconds: BEAT_SECONDS, run: () => Promise.resolve((done.good += 1)) },
    ]);
    await until(() => done.good >= 3 && done.bad >= 3);
    expect(logged[0]).toMatchObject({
      message: 'Duty bad failed; it is due again',
      error: expect.stringContaining('No such table'),
    });
  });

  it('does the other duties while one takes long, and waits for that one when it stops', async () => {
    let finished = false;
    let others = 0;
    const timetable = await start([
      {
        name: 'long',
        everySeconds: 60,
        run: async () => {
          await until(() => others >= 5);
          await pause(20);
          finished = true;
        },
      },
      { name: 'short', everySeconds: BEAT_SECONDS, run: () => Promise.resolve((others += 1)) },
    ]);
    await until(() => others >= 5);
    await stop(timetable);
    expect(finished).toBe(true);
  });

  it('leaves neither timer nor connection behind', async () => {
    const [first, second] = [await keeper('first'), await keeper('second')];
    await until(() => first.runs() > 0);
    await Promise.all([stop(first.timetable), stop(second.timetable)]);
    const last = first.runs() + second.runs();
    await until(async () => (await connections()).length === 0);
    await pause(3 * TAKE_OVER_SECONDS * 1_000);
    expect(await connections()).toEqual([]);
    expect(first.runs() + second.runs()).toBe(last);
  });
});
