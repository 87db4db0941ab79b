import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../support/database.js';
import { addManyCompletions } from '../support/many-completions.js';
import { readCsv } from '../support/read-csv.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

const MANY = 12_000;
const MEBIBYTE = 1024 ** 2;

describe('Exporting completions', () => {
  let world: Riverside;
  let port: number;
  let otto: Member;

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    await world.app.listen(0, '127.0.0.1');
    port = (world.app.getHttpServer().address() as AddressInfo).port;
    otto = await world.member('Otto', ['office']);
  });
  afterAll(() => world.close());

  const add = async (count: number, name?: string): Promise<string> => {
    const offeringId = await world.offer(world.edition.id);
    const { institutionId, edition, ada } = world;
    const wish = { institutionId, offeringId, editionId: edition.id, assessorId: ada.personId, count, ...(name ? { name } : {}) };
    await addManyCompletions(world.database.superuserUrl, wish);
    return offeringId;
  };

  /** Over a real connection, which `inject` has none of. */
  const download = async ({ browser }: Member, offeringId: string): Promise<IncomingMessage> => {
    const path = `/api/v1/completions.csv?offeringId=${offeringId}`;
    const request = get({ host: '127.0.0.1', port, path, headers: { cookie: browser.cookie ?? '' } });
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    return answer;
  };

  const exporting = () =>
    withClient(world.database.superuserUrl, async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and query like 'copy%' and state = 'active'
            and backend_type = 'client backend'`,
      );
      return rows.map(({ pid }) => pid);
    });
  const nothingRuns = async () => {
    while ((await exporting()).length > 0) await pause(50);
  };

  it(`answers ${MANY} completions, each once, newest first`, async () => {
    const answer = await download(world.olga, await add(MANY));
    const rows = readCsv(await text(answer));
    expect(rows).toHaveLength(MANY);
    expect(new Set(rows.map(({ Enrolment }) => Enrolment)).size).toBe(MANY);
    const times = rows.map((row) => row['Completed at (UTC)'] ?? '');
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('lets no name become a formula of a spreadsheet (ASVS 5.0 V1.2.10)', async () => {
    const names = ['=1+2', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'];
    const harmless = ['Ada', 'O’Neil', "D'Arc", 'a=b', '1-2', 'Anna "Ann", the 2nd', 'Two\nlines', '漢字'];
    const all = [...names, ...harmless];
    const array = `array[${all.map((name) => `'${name.replaceAll("'", "''")}'`).join(',')}]`;
    const rows = readCsv(await text(await download(world.olga, await add(all.length, `(${array})[number]`))));
    expect(rows.map(({ Name }) => Name).toReversed()).toEqual([...names.map((name) => `'${name}`), ...harmless]);
  });

  it('takes no more memory for many completions than for a few', async () => {
    // 50 MB of names; the sockets in between hold a few of them, and how many depends on how busy the machine is.
    const offeringId = await add(MANY, `repeat('Maria ', 700) || number`);
    const before = process.memoryUsage().arrayBuffers;
    const answer = await download(world.olga, offeringId);
    await once(answer, 'readable');
    await pause(1_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * MEBIBYTE);
    expect(await exporting()).toHaveLength(1);
    expect(readCsv(await text(answer))).toHaveLength(MANY);
  });

  it('runs once at a time for each person', async () => {
    const offeringId = await add(MANY, `repeat('Maria ', 700) || number`);
    const first = await download(world.olga, offeringId);
    const second = await download(world.olga, offeringId);
    expect(second.statusCode).toBe(429);
    expect(second.headers['retry-after']).toBe('5');
    expect(JSON.parse(await text(second))).toMatchObject({ code: 'reports.export_running' });
    expect((await download(otto, await add(3))).statusCode).toBe(200);
    first.destroy();
    await nothingRuns();
    const third = await download(world.olga, offeringId);
    expect(third.statusCode).toBe(200);
    third.destroy();
    await nothingRuns();
  });

  it('runs for a few people at a time', async () => {
    const offeringId = await add(MANY, `repeat('Maria ', 700) || number`);
    const people = [world.olga, otto, await world.member('Paul', ['office'])];
    const answers = await Promise.all(people.map((person) => download(person, offeringId)));
    const refused = await download(await world.member('Quinn', ['office']), offeringId);
    expect(refused.statusCode).toBe(429);
    expect(JSON.parse(await text(refused))).toMatchObject({ code: 'reports.exports_busy' });
    answers.forEach((answer) => answer.destroy());
    await nothingRuns();
  });

  it('is called off in the database when the reader goes away', async () => {
    const answer = await download(world.olga, await add(MANY, `repeat('Maria ', 700) || number`));
    await once(answer, 'readable');
    expect(await exporting()).toHaveLength(1);
    answer.destroy();
    await nothingRuns();
  });

  it('breaks the connection when it fails half way, so that nobody takes half of it for the whole', async () => {
    const answer = await download(world.olga, await add(MANY, `repeat('Maria ', 700) || number`));
    await once(answer, 'readable');
    for (const pid of await exporting()) {
      await withClient(world.database.superuserUrl, (client) => client.query('select pg_terminate_backend($1)', [pid]));
    }
    await expect(text(answer)).rejects.toThrow('aborted');
    expect((await download(world.olga, await add(2))).statusCode).toBe(200);
  });
});
