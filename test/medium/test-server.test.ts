import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import {
  cleanUp,
  endLater,
  endProcess,
  query,
  removeOriginal,
  start,
  temporaryFolder,
  usedDataFolder,
} from '../support/embedded-launch.js';
import { testServer, type TestServer } from '../support/postgres.js';

afterEach(cleanUp);
afterAll(removeOriginal);

const repository = fileURLToPath(new URL('../..', import.meta.url));

// A test run in small: set up, tell the URLs, and tear down when asked to.
const TEST_RUN = `
  const load = async (name) => (await import('./test/support/' + name)).default;
  try {
    await (await load('global-setup.mjs'))();
    console.log(process.env.CAIRN_TEST_SERVER);
    process.once('SIGTERM', async () => (await load('global-teardown.mjs'))());
    setInterval(() => undefined, 1e6).unref();
  } catch (error) {
    console.log(JSON.stringify({ refused: error.message }));
  }
`;

interface TestRun {
  run: ChildProcess;
  answer: Partial<TestServer> & { refused?: string };
}

async function startTestRun(environment: Record<string, string>): Promise<TestRun> {
  const run = spawn(process.execPath, ['--input-type=module', '-e', TEST_RUN], {
    cwd: repository,
    env: { ...process.env, CAIRN_TEST_SERVER: '', CAIRN_TEST_DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endLater({ end: () => endProcess(run, 'SIGTERM') });
  const [line] = (await once(createInterface({ input: run.stdout }), 'line')) as [string];
  return { run, answer: JSON.parse(line) as TestRun['answer'] };
}

describe('The test server', () => {
  it('lets the owner clone databases, which the application role may use', async () => {
    const { ownerUrl, applicationUrl } = await testServer();
    const clone = `clone_${process.pid}`;
    await query(ownerUrl, `CREATE DATABASE ${clone} TEMPLATE template0`);
    try {
      const url = new URL(applicationUrl);
      url.pathname = clone;
      expect(await query(url.href, 'SELECT current_user')).toEqual([{ current_user: 'cairn_app' }]);
    } finally {
      await query(ownerUrl, `DROP DATABASE ${clone} WITH (FORCE)`);
    }
  });

  it('says what to do when no global set-up has announced it', async () => {
    const announced = process.env['CAIRN_TEST_SERVER'];
    delete process.env['CAIRN_TEST_SERVER'];
    try {
      await expect(testServer()).rejects.toThrow(/globalSetup \(test\/support\/global-setup\.mjs\)/);
    } finally {
      process.env['CAIRN_TEST_SERVER'] = announced;
    }
  });

  it('of a run that ends goes with its folder', async () => {
    const temporary = await temporaryFolder();
    const { run, answer } = await startTestRun({ TMPDIR: temporary });
    expect(await query(answer.superuserUrl ?? '', 'SHOW fsync')).toEqual([{ fsync: 'off' }]);
    expect(await query(answer.superuserUrl ?? '', 'SHOW max_connections')).toEqual([{ max_connections: '300' }]);

    await endProcess(run, 'SIGTERM');
    expect(await readdir(temporary)).toEqual([]);
    await expect(query(answer.ownerUrl ?? '', 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('of a killed run is swept away by the next one, which leaves those of living runs alone', async () => {
    const temporary = await temporaryFolder();
    const living = await startTestRun({ TMPDIR: temporary });
    const killed = await startTestRun({ TMPDIR: temporary });
    await endProcess(killed.run, 'SIGKILL');
    await query(killed.answer.ownerUrl ?? '', 'SELECT 1');

    await startTestRun({ TMPDIR: temporary });
    await expect(query(killed.answer.ownerUrl ?? '', 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    expect(await query(living.answer.applicationUrl ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await readdir(temporary)).toHaveLength(2);
  });
});

describe('CAIRN_TEST_DATABASE_URL', () => {
  async function plainServer(): Promise<string> {
    const server = await start({ dataDirectory: await usedDataFolder() });
    await query(server.superuserUrl, 'DROP DATABASE cairn');
    await query(server.superuserUrl, 'DROP ROLE cairn_owner');
    await query(server.superuserUrl, 'DROP ROLE cairn_app');
    return server.superuserUrl;
  }

  it('names a server that gets the roles of Cairn, which several runs share', async () => {
    const superuserUrl = await plainServer();
    const environment = { CAIRN_TEST_DATABASE_URL: superuserUrl };
    const [one, two] = await Promise.all([startTestRun(environment), startTestRun(environment)]);

    expect(one.answer).toEqual(two.answer);
    expect(one.answer.superuserUrl).toBe(superuserUrl);
    expect(await query(one.answer.ownerUrl ?? '', 'SELECT current_user')).toEqual([{ current_user: 'cairn_owner' }]);
    expect(await query(one.answer.applicationUrl ?? '', 'SELECT current_user')).toEqual([{ current_user: 'cairn_app' }]);
    await query(one.answer.ownerUrl ?? '', 'CREATE DATABASE a_clone');
  });

  it('never changes the password of a role that is there already', async () => {
    const server = await start({ dataDirectory: await usedDataFolder() });
    const { answer } = await startTestRun({ CAIRN_TEST_DATABASE_URL: server.superuserUrl });
    expect(answer.refused).toMatch(/role cairn_owner .* does not accept the password of the tests/);
    expect(await query(server.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
