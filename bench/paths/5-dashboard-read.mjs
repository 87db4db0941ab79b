// A learner's dashboard, read over HTTP by 32 connections with random keys.
import { freePort, startChild } from '../harness/children.mjs';
import { withClient } from '../harness/cluster.mjs';
import { serverCores } from '../harness/cores.mjs';
import { startLoad } from '../harness/load.mjs';
import { cookieOf, enrollmentId, GROUPS } from '../harness/world.mjs';

export const title = 'dashboard read (GET journey), 32 connections';

export const ratios = [['ours', 'limit']];

export const goals = [
  { says: '≥ 0.75 of node:http + the same SQL', atLeast: 0.75, value: (results) => results.ratio('ours', 'limit').median },
  { says: '≤ 2 statements a request', atMost: 2, value: (_results, { statements }) => statements },
  // A journey has no version yet, so no request can be answered with 304.
  { says: '304 ≥ 0.70 of the server’s own hello', atLeast: 0.7, value: () => null },
];

const CONNECTIONS = 32;
const CONTROL = /^(begin|start transaction|commit|rollback|set local|select set_config)\b/i;

export async function open({ database, folder }) {
  const env = {
    DATABASE_URL: database.applicationUrl,
    PORT: String(await freePort()),
    CAIRN_ROLES: 'api',
    CAIRN_DATA_DIR: folder,
  };
  const start = (script) => startChild(new URL(script, import.meta.url), { env, cores: serverCores });
  const ours = await start('../servers/cairn.mjs');
  const limit = await start('../servers/journey-limit.mjs');
  const texts = await statementsOfOne(ours, GROUPS.reading[0]);
  const load = await startLoad();
  const job = { kind: 'journey', group: GROUPS.reading };
  const timed = [];
  const onOutcome = (outcome) => timed.push(...outcome);
  return {
    contestants: {
      limit: load.contestant(limit, job, { connections: CONNECTIONS }),
      ours: load.contestant(ours, job, { connections: CONNECTIONS, onOutcome }),
    },
    words: { limit: 'node:http + two named statements, same bytes', ours: 'Cairn' },
    facts() {
      const control = texts.filter((text) => CONTROL.test(text.trim())).length;
      return {
        statements: texts.length,
        words: [`${texts.length} statements a request, ${control} of them to begin, scope and commit transactions`],
      };
    },
    async check() {
      const expected = await withClient(database.ownerUrl, (client) => plainAnswers(client, timed));
      const wrong = timed.filter(({ learner, body }) => !agrees(JSON.parse(body), expected.get(learner)));
      const other = await countOther(limit, timed);
      return [
        {
          says: 'bodies agree with plain SQL for random keys',
          held: timed.length > 0 && wrong.length === 0,
          detail: `${timed.length} timed answers compared, ${wrong.length} differ`,
        },
        {
          says: 'the limit sends the same bytes',
          held: other === 0,
          detail: `${timed.length} compared, ${other} differ`,
        },
      ];
    },
    async close() {
      await Promise.all([load.end(), limit.end(), ours.end()]);
    },
  };
}

async function statementsOfOne(server, learner) {
  // The first one also reads the edition, which is kept.
  await get(server.ready.origin, learner);
  await server.ask('listen');
  await get(server.ready.origin, learner);
  return server.ask('heard');
}

async function get(origin, learner) {
  const response = await fetch(`${origin}/api/v1/enrollments/${enrollmentId(learner)}/journey`, {
    headers: { cookie: cookieOf(learner) },
  });
  if (response.status !== 200) throw new Error(`The journey of ${learner} was answered ${response.status}`);
  return response.text();
}

/** What the tables say, without a rule or mapper of Cairn. Every activity of the bench's edition takes ten minutes. */
async function plainAnswers(client, timed) {
  await client.query(`set app.scope = 'system'`);
  const learners = [...new Set(timed.map(({ learner }) => learner))];
  const { rows } = await client.query(
    `select n as learner, e.person_id as "personId", o.title as "offeringTitle", r.activity_id as "positionAt",
            (select count(*) from activity_progress a where a.enrollment_id = e.id and a.completed_at is not null)::int as done,
            (select sum(a.value) from activity_progress a where a.enrollment_id = e.id)::float8 as shares
       from unnest($1::int[], $2::uuid[]) as told (n, id)
       join enrollment e using (id) join offering o on o.id = e.offering_id left join resume_position r on r.enrollment_id = e.id`,
    [learners, learners.map(enrollmentId)],
  );
  return new Map(rows.map((row) => [row.learner, row]));
}

function agrees(body, expected) {
  const activities = body.courses.flatMap((course) => course.activities);
  return (
    body.personId === expected.personId &&
    body.offeringTitle === expected.offeringTitle &&
    body.position.activityId === expected.positionAt &&
    activities.filter(({ state }) => state === 'completed').length === expected.done &&
    Math.abs(body.progress.share - expected.shares / activities.length) < 1e-9
  );
}

async function countOther(limit, timed) {
  let other = 0;
  for (const { learner, body } of timed) if ((await get(limit.ready.origin, learner)) !== body) other++;
  return other;
}
