// Bulk issue: passes become stored, signed credentials, with the outbox row by which their learners are told afterwards, through the code
// that the worker runs. That telling is timed beside it.
import { setTimeout as pause } from 'node:timers/promises';
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { freePort, startChild } from '../harness/children.mjs';
import { withClient } from '../harness/cluster.mjs';
import { serverCores } from '../harness/cores.mjs';
import { withCpuOf } from '../harness/measure.mjs';
import { assessmentId, enrollmentId, GROUPS, institutionId, SLUG } from '../harness/world.mjs';

export const title = 'bulk issue: allocate, sign, store, outbox, commit';

export const ratios = [
  ['ours', 'limit'],
  ['ours', 'library'],
  ['ours', 'insert'],
];

export const goals = [
  { says: '≥ 0.20 of raw crypto.sign', atLeast: 0.2, value: (results) => results.ratio('ours', 'limit').median },
  { says: '≥ 40 x the library, which only signs', atLeast: 40, value: (results) => results.ratio('ours', 'library').median },
];

const FIRST_PASSES = 24;
const CHUNK = 500;
const SLICE_MS = 2_000;
// More than a slice takes: the last four chunks end with nothing beside them, which must not be a large part of it. And the passes last.
const MOST_IN_SLICE = 7_000;
const KILLED_PASSES = 1_500;
const KILLED_CHUNK = 50;
// The issuer is killed once so many are stored.
const KILLED_AT = 100;
const LOOK_AGAIN_MS = 5;
const VERIFIED = 200;

export async function open({ database, folder }) {
  await makeInsertTable(database);
  const port = String(await freePort());
  const env = { DATABASE_URL: database.applicationUrl, PORT: port, CAIRN_ROLES: 'api', CAIRN_DATA_DIR: folder };
  const startCairn = () => startChild(new URL('../servers/cairn.mjs', import.meta.url), { env, cores: serverCores });
  const cairn = await startCairn();
  const signer = await startChild(new URL('../servers/signer.mjs', import.meta.url), {
    env: { DATABASE_URL: database.ownerUrl },
    cores: serverCores,
  });

  const [first, last] = GROUPS.passing;
  let next = first;
  const take = (count) => {
    const numbers = Array.from({ length: Math.min(count, last - next + 1) }, (_, index) => next + index);
    return numbers.map((number) => ({ enrollmentId: enrollmentId(number), assessmentId: assessmentId(number) }));
  };
  const issue = async (server, passes, chunk, milliseconds = Infinity) => {
    const { issued, milliseconds: elapsed } = await server.ask('issue', { institutionId, passes, chunk, milliseconds });
    return { operations: issued, milliseconds: elapsed };
  };

  const begun = await issue(cairn, take(FIRST_PASSES), FIRST_PASSES);
  next += FIRST_PASSES;
  let chunk = lastingChunk(begun);
  await signer.ask('prepare', await withClient(database.ownerUrl, readMaterial));
  const bare = (command) => ({ slice: (milliseconds) => withCpuOf(signer, () => signer.ask(command, milliseconds)) });
  return {
    contestants: {
      limit: { ...bare('sign'), sliceMilliseconds: 400 },
      library: bare('library'),
      insert: { ...bare('insert'), sliceMilliseconds: 600 },
      ours: {
        sliceMilliseconds: SLICE_MS,
        slice: (milliseconds) =>
          withCpuOf(cairn, async () => {
            if (last - next < MOST_IN_SLICE + KILLED_PASSES) throw new Error('The passes are used up: seed more of them.');
            const sample = await issue(cairn, take(MOST_IN_SLICE), chunk, milliseconds);
            next += sample.operations;
            chunk = lastingChunk(sample);
            return sample;
          }),
      },
      told: { sliceMilliseconds: SLICE_MS, slice: (milliseconds) => withCpuOf(cairn, () => tell(cairn, database, milliseconds)) },
    },
    words: {
      limit: 'crypto.sign, key object reused, nothing stored',
      library: '@digitalbazaar/vc, signing only',
      insert: 'the same bytes by VALUES, 500 a statement',
      ours: 'Cairn: a pass becomes a stored credential',
      told: 'Cairn: its learner is told, by notice and mail',
    },
    async facts() {
      const { statements, all, signing } = await takeApart(cairn, take(chunk));
      next += chunk;
      const each = (micros) => `${Math.round(micros / chunk)} µs`;
      return {
        words: [
          `in the end chunks of ${chunk}: ${statements} statements, ${(statements / chunk).toFixed(2)} a credential`,
          `CPU of a credential in one of them ${each(all)}, without signing ${each(all - signing)}`,
        ],
      };
    },
    async check() {
      await tell(cairn, database, Infinity);
      const timed = await withClient(database.ownerUrl, (client) => account(client, next - first));
      const verified = await verifySome(cairn.ready.origin, database, timed.credentials);
      const rerun = await killAndRerun({ startCairn, cairn, passes: take(KILLED_PASSES), issue, database });
      return [
        {
          says: 'credentials = learners; awards and list places are unique; each is in the outbox once, and told once by mail and notice',
          held: timed.held,
          detail: timed.detail,
        },
        {
          says: 'stored bodies verify with the unmodified library',
          held: verified.good === verified.tried && verified.tried > 0,
          detail: `${verified.good} of ${verified.tried}`,
        },
        {
          says: 'killed half-way and run again: one credential each; a third run changes 0 rows',
          held: rerun.held,
          detail: rerun.detail,
        },
      ];
    },
    async close() {
      await Promise.all([cairn.end(), signer.end()]);
    },
  };
}

/** 500, as a backlog gives them; fewer where they would outlast a slice by far. */
function lastingChunk({ operations, milliseconds }) {
  return Math.max(FIRST_PASSES, Math.min(CHUNK, Math.floor((operations / milliseconds) * SLICE_MS)));
}

/** Tells the learners of what was issued. */
async function tell(cairn, { ownerUrl }, milliseconds) {
  return withClient(ownerUrl, async (client) => {
    await client.query(`set app.scope = 'system'`);
    const { rows: chunks } = await client.query(
      `select id, payload -> 'credentialIds' as "credentialIds" from outbox where job = 'tell-learners' and done_at is null order by id`,
    );
    const { told, ...sample } = await cairn.ask('tell', { institutionId, chunks, milliseconds });
    await client.query('update outbox set done_at = now() where id = any($1::uuid[])', [told]);
    const isTold = new Set(told);
    const operations = chunks.reduce((sum, chunk) => sum + (isTold.has(chunk.id) ? chunk.credentialIds.length : 0), 0);
    return { ...sample, operations };
  });
}

/** What one chunk costs: statements, transaction control included, and microseconds of CPU. */
async function takeApart(cairn, passes) {
  await cairn.ask('listen');
  const cpu = await cairn.ask('takeApart', { institutionId, passes });
  const statements = await cairn.ask('heard');
  return { ...cpu, statements: statements.length };
}

async function makeInsertTable({ ownerUrl }) {
  await withClient(ownerUrl, (client) => client.query('create table bench_credential (like credential including all)'));
}

async function readMaterial(client) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query('select signed from credential');
  const signed = rows.map((row) => row.signed);
  return { documents: signed.map(withoutProof), signed };
}

function withoutProof(signed) {
  const { proof: _proof, ...document } = JSON.parse(signed);
  return JSON.stringify(document);
}

async function account(client, passes) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query(
    `select (select count(*)::int from credential) as credentials,
            (select count(distinct person_id)::int from credential) as learners,
            (select count(distinct (status_list_id, status_index))::int from credential_intent) as places,
            (select count(*)::int from event where type = 'credential.issued') as events,
            (select count(*)::int from mail_message where dedupe_key like 'credential-issued:%') as mails,
            (select count(*)::int from notice where kind = 'badge_issued') as notices,
            (select count(*)::int from outbox where job = 'send-mail') as "mailsInOutbox",
            (select count(told.id)::int from outbox, jsonb_array_elements_text(payload -> 'credentialIds') as told (id)
              where job = 'tell-learners') as "inOutbox"`,
  );
  const [counts] = rows;
  const held = Object.values(counts).every((count) => count === passes);
  return { held, credentials: counts.credentials, detail: `${passes} passes: ${JSON.stringify(counts)}` };
}

/** Credentials from all over the run, fetched and checked as a stranger would. */
async function verifySome(origin, { ownerUrl }, credentials) {
  const every = Math.max(1, Math.floor(credentials / VERIFIED));
  const rows = await withClient(ownerUrl, async (client) => {
    await client.query(`set app.scope = 'system'`);
    const numbered = 'select signed, row_number() over (order by id) as number from credential';
    return (
      await client.query(`select signed from (${numbered}) as all_of_them where number % $1 = 0 limit $2`, [every, VERIFIED])
    ).rows;
  });
  const fetchJson = async (path) => (await fetch(new URL(path, origin))).json();
  const didDocument = await fetchJson(`/issuers/${SLUG}/did.json`);
  const lists = new Map();
  let good = 0;
  for (const { signed } of rows) {
    const { pathname } = new URL(JSON.parse(signed).credentialStatus.statusListCredential);
    if (!lists.has(pathname)) lists.set(pathname, await fetchJson(pathname));
    const { verified } = await verifyIndependently(signed, { didDocument, statusListCredential: lists.get(pathname) });
    if (verified) good++;
  }
  return { good, tried: rows.length };
}

async function killAndRerun({ startCairn, cairn, passes, issue, database }) {
  const state = () => withClient(database.ownerUrl, (client) => endState(client, passes));
  const dying = issue(cairn, passes, KILLED_CHUNK).catch(() => 'killed');
  await Promise.race([dying, someStored(database, passes)]);
  await cairn.kill();
  const outcome = await dying;
  const afterKill = await state();
  const again = await startCairn();
  try {
    await issue(again, passes, KILLED_CHUNK);
    const afterSecond = await state();
    await issue(again, passes, KILLED_CHUNK);
    const afterThird = await state();
    const held =
      outcome === 'killed' &&
      afterSecond.credentials === passes.length &&
      afterSecond.learners === passes.length &&
      afterSecond.inOutbox === passes.length &&
      afterThird.fingerprint === afterSecond.fingerprint;
    const changed = afterThird.fingerprint === afterSecond.fingerprint ? 'nothing' : 'something';
    return {
      held,
      detail: `${afterKill.credentials} of ${passes.length} stored when killed, ${afterSecond.credentials} after the second run, the third changed ${changed}`,
    };
  } finally {
    await again.end();
  }
}

async function someStored({ ownerUrl }, passes) {
  await withClient(ownerUrl, async (client) => {
    await client.query(`set app.scope = 'system'`);
    const count = 'select count(*)::int as stored from credential where enrollment_id = any($1::uuid[])';
    const ids = passes.map((pass) => pass.enrollmentId);
    while ((await client.query(count, [ids])).rows[0].stored < KILLED_AT) await pause(LOOK_AGAIN_MS);
  });
}

/** Everything that issuing writes, as counts for these learners and as a fingerprint of whole tables. */
async function endState(client, passes) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query(
    `with ours as (select * from credential where enrollment_id = any($1::uuid[]))
     select (select count(*)::int from ours) as credentials,
            (select count(distinct person_id)::int from ours) as learners,
            (select count(*)::int from outbox o, jsonb_array_elements_text(o.payload -> 'credentialIds') as told (id)
              where o.job = 'tell-learners' and told.id::uuid in (select id from ours)) as "inOutbox",
            md5(concat(
              (select string_agg(md5(c::text), '' order by id) from credential c),
              (select string_agg(md5(i::text), '' order by id) from credential_intent i),
              (select string_agg(md5(e::text), '' order by id) from event e),
              (select string_agg(md5(m::text), '' order by id) from mail_message m),
              (select string_agg(md5(o::text), '' order by id) from outbox o),
              (select string_agg(md5(l::text), '' order by id) from status_list l))) as fingerprint`,
    [passes.map((pass) => pass.enrollmentId)],
  );
  return rows[0];
}
