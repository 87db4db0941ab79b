// A status list, read over HTTP by 32 connections; and how soon, and how often, revocations are signed into it.
import { setTimeout as pause } from 'node:timers/promises';
import { placesRaised, verifyIndependently } from '../../demo/independent-verifier.mjs';
import { freePort, startChild } from '../harness/children.mjs';
import { withClient } from '../harness/cluster.mjs';
import { databaseCores, serverCores } from '../harness/cores.mjs';
import { startLoad } from '../harness/load.mjs';
import { spread } from '../harness/measure.mjs';
import { ASSESSOR, assessmentId, enrollmentId, GROUPS, idOf, institutionId, SLUG } from '../harness/world.mjs';

export const title = 'status list GET, 32 connections';

export const ratios = [
  ['ours', 'limit'],
  ['ours', 'bare'],
];

export const goals = [
  { says: '≥ 0.80 of node:http, same bytes', atLeast: 0.8, value: (results) => results.ratio('ours', 'limit').median },
  { says: 'revoked → served ≤ 1 s (slowest of 6)', atMost: 1_000, value: (_results, { slowest }) => slowest },
  { says: '10,000 revocations sign the list ≤ 1 time a second', atMost: 1, value: (_results, { signings }) => signings },
];

const CONNECTIONS = 32;
const FIRST_PASSES = 12;
const MANY = 10_000;
const SINGLE = 6;
/** Longer than the pause between two signatures, so that each of the single ones finds the list at rest. */
const AT_REST_MS = 1_100;
const LOOK_EVERY_MS = 10;
const COUNTED_MS = 1_000;
/** Bytes alone need little time to be at their best, and the whole path has 90 seconds. */
const LIMIT_WARM_UP_MS = 1_000;
const SLICE_MS = 700;
/** What Node writes by itself. */
const WRITTEN_BY_NODE = new Set(['connection', 'content-length', 'date', 'keep-alive']);
/** What a list cannot do without. */
const FEWEST_HEADERS = ['content-type', 'cache-control', 'etag', 'access-control-allow-origin'];
const CONTROL = /^(begin|start transaction|commit|rollback|set local|select set_config|listen)\b/i;

export async function open({ database, folder }) {
  // Whoever signs must call the list by the name that the badges know.
  const publicUrl = 'https://bench.example';
  const start = async (script, roles, cores) => {
    const env = {
      DATABASE_URL: database.applicationUrl,
      PORT: String(await freePort()),
      CAIRN_PUBLIC_URL: publicUrl,
      CAIRN_ROLES: roles,
      CAIRN_DATA_DIR: folder,
    };
    return startChild(new URL(script, import.meta.url), { env, cores });
  };
  const [ours, worker, limit, bare] = await Promise.all([
    start('../servers/cairn.mjs', 'api', serverCores),
    start('../servers/cairn.mjs', 'worker', databaseCores),
    start('../servers/bytes-limit.mjs', 'api', serverCores),
    start('../servers/bytes-limit.mjs', 'api', serverCores),
  ]);

  const first = Array.from({ length: FIRST_PASSES }, (_, index) => GROUPS.passing[1] - index);
  const passes = first.map((number) => ({ enrollmentId: enrollmentId(number), assessmentId: assessmentId(number) }));
  await ours.ask('issue', { institutionId, passes, chunk: passes.length, milliseconds: Infinity });
  const issued = await withClient(database.ownerUrl, (client) => credentialsOf(client, passes));
  const path = new URL(JSON.parse(issued[0].signed).credentialStatus.statusListCredential).pathname;
  const list = () => fetch(new URL(path, ours.ready.origin));
  // The first answer comes from the database, and brings the list into memory.
  await list();
  const answer = await answerOf(await list());
  await limit.ask('send', answer);
  await bare.ask('send', { ...answer, headers: Object.fromEntries(FEWEST_HEADERS.map((name) => [name, answer.headers[name]])) });
  await withClient(database.ownerUrl, noteSignings);

  const load = await startLoad();
  const job = { kind: 'bytes', path };
  const timed = new Set();
  const contestant = (server, times, onOutcome) => ({
    ...load.contestant(server, job, { connections: CONNECTIONS, onOutcome }),
    sliceMilliseconds: SLICE_MS,
    ...times,
  });
  return {
    contestants: {
      bare: contestant(bare, { warmUp: LIMIT_WARM_UP_MS }),
      limit: contestant(limit, { warmUp: LIMIT_WARM_UP_MS }),
      ours: contestant(ours, {}, (bodies) => bodies.forEach((body) => timed.add(body))),
    },
    words: { bare: 'node:http, the list with four headers', limit: 'node:http, the same bytes: all headers too', ours: 'Cairn' },
    async facts() {
      this.stored = await storedList(database, path);
      this.counted = await statementsUnder(ours, load, job);
      this.single = await revokeOneByOne({ worker, list, issued: issued.slice(0, SINGLE) });
      this.many = await revokeMany({ worker, list, database, path, like: issued[0].id });
      const waits = spread(this.single);
      return {
        slowest: Math.max(...this.single),
        signings: this.many.mostInASecond,
        words: [
          `revoked → served: ${Math.round(waits.median)} (${Math.round(waits.min)}..${Math.round(waits.max)}) ms`,
          `${MANY} revocations in ${(this.many.milliseconds / 1_000).toFixed(1)} s: the list was signed ${this.many.signings} times; all were served ${Math.round(this.many.lag)} ms after the act`,
        ],
      };
    },
    async check() {
      const answer = await list();
      const text = await answer.text();
      const known = await fetch(answer.url, { headers: { 'if-none-match': answer.headers.get('etag') } });
      const didDocument = await (await fetch(new URL(`/issuers/${SLUG}/did.json`, ours.ready.origin))).json();
      const verdict = await verifyIndependently(issued[0].signed, { didDocument, statusListCredential: JSON.parse(text) });
      const untouched = await verifyIndependently(issued.at(-1).signed, { didDocument, statusListCredential: JSON.parse(text) });
      const raised = await placesRaised(JSON.parse(text));
      const expected = await withClient(database.ownerUrl, (client) => revokedPlaces(client));
      return [
        {
          says: 'served bytes = stored bytes',
          held: timed.size === 1 && timed.has(this.stored) && text === (await storedList(database, path)),
          detail: `${timed.size} kind of body while timed`,
        },
        {
          says: 'who has the list is answered 304, without a body',
          held: known.status === 304 && (await known.text()) === '',
          detail: `status ${known.status}`,
        },
        {
          says: 'no statement for a request: only the look every five seconds',
          held: this.counted.answers > 10 && this.counted.statements <= 1,
          detail: `${this.counted.statements} statements, ${this.counted.answers} answers`,
        },
        {
          says: 'a credential that was revoked in the run reads as such with the unmodified library, and another one does not',
          held: verdict.error === 'revoked' && untouched.verified,
          detail: `${verdict.error}; ${untouched.error ?? 'verified'}`,
        },
        {
          says: 'the places that are set are those of the revoked',
          held: raised.length === expected.size && raised.every((place) => expected.has(place)),
          detail: `${raised.length} set, ${expected.size} revoked`,
        },
      ];
    },
    async close() {
      await Promise.all([load.end(), bare.end(), limit.end(), ours.end(), worker.end()]);
    },
  };
}

async function credentialsOf(client, passes) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query('select id, signed from credential where enrollment_id = any($1::uuid[]) order by id', [
    passes.map((pass) => pass.enrollmentId),
  ]);
  return rows;
}

async function answerOf(response) {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !WRITTEN_BY_NODE.has(name)));
  return { body: await response.text(), headers };
}

/** Writes down, in the database itself, when lists are signed: who looks from outside sees it late on a busy machine. */
async function noteSignings(client) {
  await client.query(`
    create table bench_signing (list_id uuid not null, signed_at timestamptz not null);
    create function bench_note_signing() returns trigger security definer language plpgsql as $$
    begin
      insert into bench_signing values (new.id, new.signed_at);
      return null;
    end $$;
    create trigger bench_note_signing after update of signed on status_list for each row execute function bench_note_signing()`);
}

async function signingsSince(client, listId, since) {
  const { rows } = await client.query(
    `select extract(epoch from signed_at)::float8 * 1000 as at from bench_signing where list_id = $1 and signed_at >= $2 order by signed_at`,
    [listId, since],
  );
  return rows.map(({ at }) => at);
}

async function storedList({ ownerUrl }, path) {
  return withClient(ownerUrl, async (client) => {
    await client.query(`set app.scope = 'system'`);
    const { rows } = await client.query('select signed from status_list where id = $1', [path.split('/').at(-1)]);
    return rows[0].signed;
  });
}

async function statementsUnder(server, load, job) {
  await server.ask('listen');
  const { answers } = await load.send(server, job, { connections: CONNECTIONS, milliseconds: COUNTED_MS });
  const texts = await server.ask('heard');
  return { answers, statements: texts.filter((text) => !CONTROL.test(text.trim())).length };
}

/** How long it takes, in ms, from the answer to a revocation until another list is served; each with the list at rest. */
async function revokeOneByOne({ worker, list, issued }) {
  const waits = [];
  for (const { id } of issued) {
    await pause(AT_REST_MS);
    const before = (await list()).headers.get('etag');
    await worker.ask('revoke', { actor: { institutionId, personId: idOf('person', ASSESSOR) }, id });
    const at = performance.now();
    while ((await list()).headers.get('etag') === before) await pause(LOOK_EVERY_MS);
    waits.push(performance.now() - at);
  }
  return waits;
}

/** Revokes very many by one plan, as the office does: how long it took, when the list was signed meanwhile, and when all of them were served. */
async function revokeMany({ worker, list, database, path, like }) {
  const ids = await withClient(database.ownerUrl, (client) => seedCredentials(client, like));
  await pause(AT_REST_MS);
  const since = new Date();
  const start = performance.now();
  await worker.ask('revokeMany', { actor: { institutionId, personId: idOf('person', ASSESSOR) }, ids });
  const end = performance.now();
  while (!(await allServed(list, ids.length))) await pause(LOOK_EVERY_MS);
  const lag = performance.now() - end;
  const signings = await withClient(database.ownerUrl, (client) => signingsSince(client, path.split('/').at(-1), since));
  const within = (at) => signings.filter((other) => other >= at && other < at + 1_000).length;
  return { milliseconds: end - start, lag, signings: signings.length, mostInASecond: Math.max(...signings.map(within)) };
}

async function allServed(list, count) {
  return (await placesRaised(await (await list()).json())).length >= count + SINGLE;
}

/** Credentials of learners who have none, by rows alone: nobody reads their bytes. */
async function seedCredentials(client, like) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query(
    `with model as (
       select i.*, c.signed, c.signed_sha256, c.issued_at from credential_intent i join credential c using (id) where i.id = $1
     ), learner as (
       select e.id as enrollment_id, e.person_id, a.id as assessment_id, row_number() over (order by e.id) as number
         from enrollment e join assessment a on a.enrollment_id = e.id where not exists (select from credential c where c.person_id = e.person_id) order by e.id limit $2
     ), place as (
       select index, row_number() over (order by md5(index::text)) as number from generate_series(0, 131071) as index
        where not exists (select from credential_intent i, model where i.status_list_id = model.status_list_id and i.status_index = index)
     ), intent as (
       insert into credential_intent (id, institution_id, enrollment_id, person_id, edition_id, achievement_id, assessment_id, version, public_id,
              document, document_sha256, proof_created, signing_key_id, status_list_id, status_index, created_at)
       select gen_random_uuid(), institution_id, learner.enrollment_id, learner.person_id, edition_id, achievement_id, learner.assessment_id, 1,
              'bench-' || learner.number, document, document_sha256, proof_created, signing_key_id, status_list_id, place.index, created_at
         from model, learner join place using (number) returning *
     )
     insert into credential (id, institution_id, public_id, enrollment_id, person_id, edition_id, state, signed, signed_sha256, issued_at)
     select i.id, i.institution_id, i.public_id, i.enrollment_id, i.person_id, i.edition_id, 'issued', m.signed, m.signed_sha256, m.issued_at
       from intent i, model m returning id`,
    [like, MANY],
  );
  await client.query('analyze credential, credential_intent');
  return rows.map(({ id }) => id);
}

async function revokedPlaces(client) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query(
    `select i.status_index as place from credential_intent i join credential c using (id) where c.state = 'revoked'`,
  );
  return new Set(rows.map(({ place }) => place));
}
