// The way of passes to the worker, in chunks of 500: what outbox and queue add to the time of issuing, on either backend.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startChild } from '../harness/children.mjs';
import { withClient } from '../harness/cluster.mjs';
import { serverCores } from '../harness/cores.mjs';
import { withCpuOf } from '../harness/measure.mjs';
import { startRedis } from '../harness/redis.mjs';
import { seedWorld } from '../harness/seed.mjs';
import { assessmentId, enrollmentId, GROUPS, institutionId } from '../harness/world.mjs';

export const title = 'queue and outbox: passes reach the worker in chunks of 500, and are marked done';

export const ratios = [
  ['postgres', 'issue'],
  ['redis', 'issue'],
];

const share = (name) => (results) => (results.has(name) ? results.times(name, 'issue').median : null);

export const goals = [
  { says: "≤ 3 % of bulk issue's time on PostgreSQL", atMost: 0.03, value: share('postgres') },
  { says: "≤ 3 % of bulk issue's time on Redis", atMost: 0.03, value: share('redis') },
];

const CHUNK = 500;
// As many chunks as an institution has in flight.
const BACKLOG = 4 * CHUNK;
const SLICE_MS = 2_000;
// Four chunks of 500, as an institution has in flight; and the passes last for all rounds.
const MOST_IN_SLICE = 2_000;

export async function open({ cluster, folder }) {
  // The others count what is in the common database, and a relay takes whatever is in its own.
  const issuing = await cluster.database('cairn_bench_queue_issue');
  await seedWorld(issuing.ownerUrl);
  const start = async (script, database, more) => {
    const env = { DATABASE_URL: database.applicationUrl, PORT: String(await freePort()), CAIRN_DATA_DIR: folder, ...more };
    return startChild(new URL(script, import.meta.url), { env, cores: serverCores });
  };
  const issuer = await start('../servers/cairn.mjs', issuing, { CAIRN_ROLES: 'api' });
  const redisFolder = await mkdtemp(join(tmpdir(), 'cairn-bench-redis-'));
  const redis = await startRedis(redisFolder);
  const backends = { postgres: {}, ...(redis && { redis: { REDIS_URL: redis.url } }) };
  const carriers = [];
  for (const [name, more] of Object.entries(backends)) {
    const database = await cluster.database(`cairn_bench_queue_${name}`);
    carriers.push({ name, database, child: await start('../servers/queue.mjs', database, { CAIRN_ROLES: 'worker', ...more }) });
  }

  let next = GROUPS.passing[0];
  const carry = (child) => ({
    sliceMilliseconds: SLICE_MS,
    slice: (milliseconds) => withCpuOf(child, () => child.ask('carry', { institutionId, backlog: BACKLOG, milliseconds })),
  });
  return {
    contestants: {
      issue: {
        sliceMilliseconds: SLICE_MS,
        slice: (milliseconds) =>
          withCpuOf(issuer, async () => {
            const numbers = Array.from({ length: MOST_IN_SLICE }, (_, index) => next + index);
            if (numbers.at(-1) > GROUPS.passing[1]) throw new Error('The passes are used up: seed more of them.');
            const passes = numbers.map((number) => ({ enrollmentId: enrollmentId(number), assessmentId: assessmentId(number) }));
            const sample = await issuer.ask('issue', { institutionId, passes, chunk: CHUNK, milliseconds });
            next += sample.issued;
            return { operations: sample.issued, milliseconds: sample.milliseconds };
          }),
      },
      ...Object.fromEntries(carriers.map(({ name, child }) => [name, carry(child)])),
    },
    words: {
      issue: 'bulk issue alone, 500 a chunk',
      postgres: 'outbox and queue on PostgreSQL, nothing issued',
      redis: 'outbox and queue on Redis, nothing issued',
    },
    missing: redis ? [] : ['Redis: there is no redis-server or valkey-server on this machine'],
    async check() {
      return Promise.all(
        carriers.map(async ({ name, child, database }) => {
          const account = await child.ask('account');
          const outbox = await withClient(database.ownerUrl, outboxOf);
          const held =
            account.most === 1 &&
            account.waiting === 0 &&
            account.largest === CHUNK &&
            account.passes === outbox.rows &&
            outbox.done === outbox.rows &&
            outbox.failed === 0;
          const says = `on ${name} each pass was applied once, in chunks of up to ${CHUNK}; outbox and queue are empty`;
          return { says, held, detail: JSON.stringify({ ...account, ...outbox }) };
        }),
      );
    },
    async close() {
      await Promise.all([issuer, ...carriers.map(({ child }) => child)].map((child) => child.end()));
      await redis?.end();
      await rm(redisFolder, { recursive: true, force: true });
    },
  };
}

async function outboxOf(client) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query(
    `select count(*)::int as rows, count(done_at)::int as done, count(*) filter (where attempts > 0 or dead_at is not null)::int as failed
       from outbox where job = 'issue-credential'`,
  );
  return rows[0];
}
