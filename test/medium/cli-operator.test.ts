import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { run as doctor } from '../../src/cli/doctor.js';
import { run as fsck } from '../../src/cli/fsck.js';
import { run as keys } from '../../src/cli/keys.js';
import { run as outbox } from '../../src/cli/outbox.js';
import { run as reconcile } from '../../src/cli/reconcile.js';
import { newId } from '../../src/platform/ids.js';
import { Queues } from '../../src/platform/queue/queues.js';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { withClient } from '../support/database.js';
import { type FsckWorld, startFsckWorld } from '../support/fsck-world.js';
import { runVerb } from '../support/run-verb.js';

describe('An operator', () => {
  let world: FsckWorld;
  let folder: string;
  let variables: Record<string, string>;

  beforeAll(async () => {
    world = await startFsckWorld();
    folder = await mkdtemp(join(tmpdir(), 'cairn-operator-'));
    const { database, environment } = world.riverside;
    variables = {
      CAIRN_DATA_DIR: environment.CAIRN_DATA_DIR,
      CAIRN_KEY_SECRET: environment.CAIRN_KEY_SECRET ?? '',
      CAIRN_PUBLIC_URL: environment.publicUrl,
      DATABASE_URL: database.applicationUrl,
      DATABASE_POOL: '4',
    };
  });
  afterAll(async () => {
    await world?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const rows = <Row extends object>(sql: string, parameters: unknown[] = []) =>
    withClient(world.riverside.database.superuserUrl, async (client) => (await client.query<Row>(sql, parameters)).rows);

  describe('asking the doctor', () => {
    it('hears that all is well, one line for each thing', async () => {
      const { code, output } = await runVerb(doctor, [], variables);
      expect(output.trimEnd().split('\n')).toEqual([
        'ok   settings: badges will name http://localhost:3000',
        expect.stringMatching(/^ok {3}disk: \d+\.\d GiB free$/),
        'ok   key secret: from CAIRN_KEY_SECRET',
        'ok   storage: local disk: wrote, read and removed a file',
        'ok   mail: kept in the mailbox page, because SMTP_URL is not set',
        expect.stringMatching(/^ok {3}database: PostgreSQL \d+/),
        'ok   database role: row-level security binds "cairn_app"',
        'ok   schema: of this version',
        'ok   clock: agrees with the database',
        'ok   queue: postgresql: added, found and removed a job',
        'ok   signing keys: 2 opened',
      ]);
      expect(code).toBe(0);
    });

    const complaint = async (changes: Record<string, string>) => {
      const { code, output } = await runVerb(doctor, [], { ...variables, ...changes });
      expect(code).toBe(1);
      return output.split('\n').filter((line) => line.startsWith('FAIL'));
    };

    it('hears which setting cannot be used', async () => {
      expect(await complaint({ PORT: 'three' })).toEqual([expect.stringMatching(/^FAIL settings: .*PORT: .* — /)]);
    });

    it('hears that the database is not there, and what else is well', async () => {
      const lines = await complaint({ DATABASE_URL: `postgres://cairn_app@127.0.0.1:${await freePort()}/cairn` });
      expect(lines).toEqual([
        expect.stringMatching(/^FAIL database: Nothing answers at 127\.0\.0\.1:\d+\..* — check DATABASE_URL/),
      ]);
    });

    it('hears that the role is not bound by row-level security', async () => {
      const lines = await complaint({ DATABASE_URL: world.riverside.database.ownerUrl });
      expect(lines).toEqual([expect.stringMatching(/^FAIL database role: .*"cairn_owner" — name an ordinary role/)]);
    });

    it('hears that the schema is another', async () => {
      await rows(`update migration set name = 'x' || name where name like 'portability%'`);
      expect(await complaint({})).toEqual([
        expect.stringMatching(/^FAIL schema: missing portability.*, unknown xportability.* — /),
      ]);
      await rows(`update migration set name = substr(name, 2) where name like 'xportability%'`);
    });

    it('hears that the key secret is not the one that keys were sealed with', async () => {
      const lines = await complaint({ CAIRN_KEY_SECRET: 'another secret that is long enough, too' });
      expect(lines).toEqual([expect.stringMatching(/^FAIL signing keys: The signing key of .* cannot be opened.* — /)]);
    });

    it('hears that the file with the key secret is damaged', async () => {
      await writeFile(join(folder, 'key-secret'), 'too short', { mode: 0o600 });
      const lines = await complaint({ CAIRN_DATA_DIR: folder, CAIRN_KEY_SECRET: '' });
      expect(lines).toContainEqual(expect.stringMatching(/^FAIL key secret: .* is damaged/));
      await rm(join(folder, 'key-secret'));
    });

    it('hears that files cannot be stored', async () => {
      const blocked = join(folder, 'blocked');
      await mkdir(blocked);
      await writeFile(join(blocked, 'files'), 'in the way');
      expect(await complaint({ CAIRN_DATA_DIR: blocked })).toEqual([expect.stringMatching(/^FAIL storage: .*(ENOTDIR|EEXIST)/)]);
    });

    it('hears that the mail server is away', async () => {
      expect(await complaint({ SMTP_URL: `smtp://127.0.0.1:${await freePort()}` })).toEqual([
        expect.stringMatching(/^FAIL mail: .*ECONNREFUSED.* — check SMTP_URL/),
      ]);
    });
  });

  describe('running fsck', () => {
    it('reads a report, and the exit code says whether all is well', async () => {
      const well = await runVerb(fsck, ['--grace', '0'], variables);
      expect(JSON.parse(well.output)).toMatchObject({ ok: true, breaches: [], signatures: '@digitalbazaar/vc' });
      expect(well.code).toBe(0);

      // As if places had been taken that nobody gave.
      const [list] = await rows<{ given: number }>('select next_position as given from status_list');
      await rows('update status_list set next_position = 0');
      const ill = await runVerb(fsck, [], variables);
      expect(JSON.parse(ill.output)).toMatchObject({ ok: false, breaches: [{ invariant: 'I6' }] });
      expect(ill.code).toBe(1);
      await rows(`update status_list set next_position = ${String(list?.given)}`);
    });

    it('keeps a baseline and compares with it', async () => {
      const baseline = join(folder, 'baseline');
      expect((await runVerb(fsck, ['--save-baseline', baseline], variables)).code).toBe(0);
      expect((await runVerb(fsck, ['--baseline', baseline], variables)).code).toBe(0);
    });

    it.each([[['--fast']], [['--grace', 'soon']], [['--http', 'here']], [['everything']]])(
      'with %j is told how to ask',
      async (args) => {
        await expect(runVerb(fsck, args, variables)).rejects.toThrow('Usage: cairn fsck');
      },
    );

    it('is told which file is missing', async () => {
      await expect(runVerb(fsck, ['--canaries', '/nowhere/canaries.json'], variables)).rejects.toThrow('/nowhere/canaries.json');
    });
  });

  const listed = async () => (await runVerb(keys, ['list', '--institution', 'riverside'], variables)).output;

  describe('looking after keys', () => {
    const since = String.raw`since \S+`;

    it('sees them, and begins a new one; what the old one signed keeps verifying', async () => {
      expect(await listed()).toMatch(
        new RegExp(
          `^key-\\w+ {2}Ed25519 {2}active {2}${since} {2}signed 3 credentials and 0 JWTs\nkey-\\w+ {2}RS256 {2}active {2}${since} {2}signed 0 credentials and 3 JWTs\n$`,
        ),
      );
      const rotated = await runVerb(keys, ['rotate', '--institution', 'riverside'], variables);
      expect(rotated.output).toMatch(/^key-\w+ signs Ed25519 from now on/);
      const another = await runVerb(keys, ['rotate', '--institution', 'riverside', '--algorithm', 'RS256'], variables);
      expect(another.output).toMatch(/^key-\w+ signs RS256 from now on/);
      const after = await listed();
      expect(after.match(/ {2}(Ed25519|RS256) {2}(active|retired) /g)).toEqual([
        '  Ed25519  retired ',
        '  RS256  retired ',
        '  Ed25519  active ',
        '  RS256  active ',
      ]);
      expect(after).toMatch(/retired {2}since \S+ until \S+ /);
      expect(JSON.parse((await runVerb(fsck, [], variables)).output)).toMatchObject({ ok: true });
    });

    it('hears that there is none yet', async () => {
      expect((await runVerb(keys, ['list', '--institution', 'lakeside'], variables)).output).toMatch('There is no key yet');
    });

    it.each([
      [['list'], '--institution is missing.\nUsage: cairn keys'],
      [['burn', '--institution', 'riverside'], 'Usage: cairn keys'],
      [['rotate', '--institution', 'nowhere'], 'There is no institution "nowhere"'],
      [['rotate', '--institution', 'riverside', '--algorithm', 'none'], 'No key can be made for "none".\nUsage: cairn keys'],
      [['compromise', '--institution', 'riverside', '--key', 'key-1'], '--reason is missing.\nUsage: cairn keys'],
      [['compromise', '--institution', 'riverside', '--key', 'key-1', '--reason', 'Lost.'], 'riverside has no key key-1'],
    ])('with %j is told what is wrong', async (args, message) => {
      await expect(runVerb(keys, args, variables)).rejects.toThrow(message);
    });
  });

  describe('looking after work', () => {
    const id = newId();
    const work = (columns: string, values: string) =>
      rows(
        `insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts, ${columns})
         values ('${id}', $1, 'send-mail', '{"mailId": "${newId()}"}', 'operator-test', 1, now(), now() - interval '1 minute', 12, ${values})`,
        [world.riverside.institutionId],
      );
    afterEach(() => rows('delete from outbox where id = $1', [id]));

    it('finds nothing set aside when nothing is', async () => {
      expect(await runVerb(outbox, ['list'], variables)).toEqual({ code: 0, output: 'Nothing was set aside\n' });
    });

    it('sees what was set aside, gives it another chance, and is on record for it', async () => {
      await work('dead_at, last_error', `now(), E'The mail server\nrefuses'`);
      expect((await runVerb(outbox, ['list'], variables)).output).toMatch(
        new RegExp(`^${id}  send-mail  set aside \\S+ after 12 tries: The mail server refuses\n$`),
      );
      expect(await runVerb(outbox, ['redrive', id], variables)).toEqual({ code: 0, output: `${id} will be tried again\n` });
      expect(await rows('select attempts, epoch, dead_at, dispatched_at from outbox where id = $1', [id])).toEqual([
        { attempts: 0, epoch: 2, dead_at: null, dispatched_at: null },
      ]);
      expect(await rows(`select particulars from event where type = 'outbox.redriven' and subject_id = $1`, [id])).toEqual([
        { particulars: { job: 'send-mail' } },
      ]);
      expect(await runVerb(outbox, ['redrive', id], variables)).toMatchObject({ code: 1 });
    });

    it('sends again what the queue has lost, once', async () => {
      await work('dispatched_at', `now() - interval '1 minute'`);
      expect((await runVerb(reconcile, [], variables)).output).toMatch(/^1 deliveries .*\n0 credentials/);
      expect(await rows('select epoch, dispatched_at from outbox where id = $1', [id])).toEqual([
        { epoch: 2, dispatched_at: null },
      ]);
      expect((await runVerb(reconcile, [], variables)).output).toMatch(/^0 deliveries .*\n0 credentials/);
    });

    it.each(['alone', 'in a chunk'])('leaves alone what merely waits in the queue, %s', async (how) => {
      await work('dispatched_at', `now() - interval '1 minute'`);
      const chunkId = how === 'alone' ? null : newId();
      await rows('update outbox set chunk_id = $2 where id = $1', [id, chunkId]);
      const queues = new Queues(readEnvironment(variables), world.riverside.database);
      await queues.deliver('notifications', [{ id: chunkId ?? `${id}-1`, job: 'send-mail', outboxIds: [id] }]);
      await queues.onApplicationShutdown();
      expect((await runVerb(reconcile, [], variables)).output).toMatch(/^0 deliveries/);
    });

    it.each([[[]], [['list', 'all']], [['redrive']], [['redrive', 'everything']]])('with %j is told how to ask', async (args) => {
      await expect(runVerb(outbox, args, variables)).rejects.toThrow(/Usage: cairn outbox|is not the id/);
    });
  });

  // The last one: no worker is there to sign the status lists anew.
  describe('reporting a key', () => {
    it('takes one out that others may have, and gets the list of what is to be re-issued', async () => {
      const key = /^key-\w+/.exec(await listed())?.[0] ?? '';
      const file = join(folder, 'affected.txt');
      const report = [
        'compromise',
        '--institution',
        'riverside',
        '--key',
        key,
        '--reason',
        'The disk was lost.',
        '--export',
        file,
      ];
      // Of its three badges one was revoked before.
      expect((await runVerb(keys, report, variables)).output).toMatch(
        new RegExp(
          `^${key} counts no more\\. 2 credentials that it signed verify no more until their new form is signed, which begins now; nothing was revoked`,
        ),
      );
      const addresses = (await readFile(file, 'utf8')).trimEnd().split('\n');
      expect(addresses).toEqual([
        expect.stringMatching(/^http:\/\/localhost:3000\/credentials\/\S+$/),
        expect.stringMatching(/^http:\/\/localhost:3000\/credentials\/\S+$/),
      ]);
      expect(await listed()).toMatch(new RegExp(`^${key} {2}Ed25519 {2}compromised .*, 2 await their re-issue\n`));
      expect(await rows(`select particulars ->> 'fragment' as key from event where type = 'signing_key.compromised'`)).toEqual([
        { key },
      ]);
      await rm(file);
      expect((await runVerb(keys, report, variables)).output).toMatch(/was reported before. 2 credentials await/);
      expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toEqual(addresses);
    });
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
