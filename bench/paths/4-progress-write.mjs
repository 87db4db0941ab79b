// Progress, told over HTTP by 64 connections at once and answered after it is committed.
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, startChild } from '../harness/children.mjs';
import { withClient } from '../harness/cluster.mjs';
import { serverCores } from '../harness/cores.mjs';
import { startLoad } from '../harness/load.mjs';
import { cookieOf, enrollmentId, GROUPS } from '../harness/world.mjs';
import { openPgbench } from '../peers/pgbench-upsert.mjs';

export const title = 'progress POST, 64 connections, answered after commit';

export const ratios = [
  ['ours', 'limit'],
  ['ours', 'TypeORM'],
  ['ours, arrays of 100', 'pgbench'],
];

export const goals = [
  { says: '≥ 0.50 of node:http + the same SQL', atLeast: 0.5, value: (results) => results.ratio('ours', 'limit').median },
  { says: '≥ 5 x a plain TypeORM transaction', atLeast: 5, value: (results) => results.ratio('ours', 'TypeORM').median },
  { says: 'p99 ≤ 50 ms', atMost: 50, value: (results) => results.latency('ours', 'p99').median },
  {
    says: 'arrays of 100: events ≥ 3 x pgbench single upserts',
    atLeast: 3,
    value: (results) => (results.has('pgbench') ? results.ratio('ours, arrays of 100', 'pgbench').median : null),
  },
];

const CONNECTIONS = 64;
const REPLAYED_AT_ONCE = 16;
// What a device may tell in one request.
const MOST_FACTS = 200;

export async function open({ database, cluster, folder }) {
  const port = String(await freePort());
  const env = { DATABASE_URL: database.applicationUrl, PORT: port, CAIRN_ROLES: 'api', CAIRN_DATA_DIR: folder };
  const start = (script, more = {}) =>
    startChild(new URL(script, import.meta.url), { env: { ...env, ...more }, cores: serverCores });
  const ours = await start('../servers/cairn.mjs');
  const limit = await start('../servers/progress-limit.mjs');
  const typeorm = await start('../peers/progress-typeorm.mjs');
  const pgbench = await openPgbench(database.ownerUrl);
  const load = await startLoad();
  const acknowledged = [];
  const contestant = (server, group, onOutcome) =>
    load.contestant(server, { kind: 'facts', group: GROUPS[group] }, { connections: CONNECTIONS, onOutcome });
  const remember = (outcome) => acknowledged.push(...outcome);
  return {
    contestants: {
      limit: contestant(limit, 'limit'),
      TypeORM: contestant(typeorm, 'orm'),
      ...(pgbench ? { pgbench: pgbench.contestant } : {}),
      ours: contestant(ours, 'ours', remember),
      'ours, arrays of 100': load.contestant(
        ours,
        { kind: 'facts', group: GROUPS.arrays, count: 100 },
        { connections: 8, weight: 100, onOutcome: remember },
      ),
    },
    words: {
      limit: 'node:http + the same SQL',
      TypeORM: 'node:http + a TypeORM transaction for each',
      pgbench: 'pgbench, single upserts, 16 clients',
      ours: 'Cairn',
      'ours, arrays of 100': 'Cairn, 100 facts a request, 8 connections',
    },
    missing: pgbench ? [] : ['pgbench is not installed'],
    async check() {
      const lastWords = load.send(ours, { kind: 'facts', group: GROUPS.ours }, { connections: CONNECTIONS, milliseconds: 1_500 });
      await pause(500);
      await cluster.crash?.();
      await ours.kill();
      remember((await lastWords).outcome);
      const afterCrash = await withClient(database.ownerUrl, (client) => stored(client, acknowledged));
      const again = await start('../servers/cairn.mjs');
      const replayed = await replay(again.ready.origin, acknowledged);
      const afterReplay = await withClient(database.ownerUrl, (client) => stored(client, acknowledged));
      return [
        {
          says: `every acknowledged event is stored after kill -9 of ${cluster.crash ? 'PostgreSQL and of ' : ''}the application under load`,
          held: afterCrash.missing === 0,
          detail: `${afterCrash.facts} acknowledged, ${afterCrash.missing} missing`,
        },
        {
          says: 'progress equals the maximum of the events, computed apart from it',
          held: afterCrash.wrong === 0 && afterCrash.rows > 0,
          detail: `${afterCrash.rows} compared, ${afterCrash.wrong} differ`,
        },
        {
          says: 'a replay of all events changes 0 rows',
          held: replayed.fresh === 0 && afterReplay.fingerprint === afterCrash.fingerprint,
          detail: `${replayed.told} told again, ${replayed.fresh} recorded`,
        },
      ];
    },
    async close() {
      await Promise.all([load.end(), limit.end(), typeorm.end(), pgbench?.close()]);
    },
  };
}

/** What the database knows of the acknowledged facts, read by plain statements of our own. */
async function stored(client, acknowledged) {
  await client.query(`set app.scope = 'system'`);
  const facts = acknowledged.flatMap(({ learner, facts: told }) => told.map(({ id }) => ({ learner, id })));
  const { rows: missing } = await client.query(
    `select count(*)::int as count from unnest($1::uuid[], $2::uuid[]) as told (enrollment_id, id)
      where not exists (select from progress_fact f where f.enrollment_id = told.enrollment_id and f.id = told.id)`,
    [facts.map(({ learner }) => enrollmentId(learner)), facts.map(({ id }) => id)],
  );
  const groups = [GROUPS.ours, GROUPS.arrays].map(([first, last]) => [enrollmentId(first), enrollmentId(last)]);
  const { rows: compared } = await client.query(
    `with told as (
       select enrollment_id, activity_id, max(value) as value from progress_fact
        where enrollment_id between $1 and $2 or enrollment_id between $3 and $4 group by 1, 2
     ), kept as (
       select enrollment_id, activity_id, value, updated_at from activity_progress
        where enrollment_id between $1 and $2 or enrollment_id between $3 and $4
     )
     select count(*)::int as rows, (count(*) filter (where told.value is distinct from kept.value))::int as wrong,
            md5(string_agg(kept::text, '|' order by kept.enrollment_id, kept.activity_id)) as fingerprint
       from told full join kept using (enrollment_id, activity_id)`,
    groups.flat(),
  );
  return { facts: facts.length, missing: missing[0].count, ...compared[0] };
}

/** Tells every acknowledged fact again, as a device does that never heard the answers. */
async function replay(origin, acknowledged) {
  const byLearner = new Map();
  for (const { learner, facts } of acknowledged) byLearner.set(learner, [...(byLearner.get(learner) ?? []), ...facts]);
  const tellings = [...byLearner].flatMap(([learner, facts]) =>
    Array.from({ length: Math.ceil(facts.length / MOST_FACTS) }, (_, index) => ({
      learner,
      facts: facts.slice(index * MOST_FACTS, (index + 1) * MOST_FACTS),
    })),
  );
  const counts = { told: 0, fresh: 0 };
  const tellSome = async () => {
    for (let next = tellings.pop(); next; next = tellings.pop()) {
      const { learner, facts } = next;
      const response = await fetch(`${origin}/api/v1/enrollments/${enrollmentId(learner)}/facts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-cairn-request': '1', cookie: cookieOf(learner) },
        body: JSON.stringify({ facts }),
      });
      const answer = await response.text();
      if (response.status !== 200) throw new Error(`The replay was answered ${response.status}: ${answer.slice(0, 300)}`);
      counts.told += facts.length;
      counts.fresh += JSON.parse(answer).facts.filter(({ outcome }) => outcome !== 'duplicate').length;
    }
  };
  await Promise.all(Array.from({ length: REPLAYED_AT_ONCE }, tellSome));
  return counts;
}
