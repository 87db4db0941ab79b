// Verifying over HTTP: badges that this installation issued, sent to POST /verify by 32 connections.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, startChild } from '../harness/children.mjs';
import { withClient } from '../harness/cluster.mjs';
import { serverCores } from '../harness/cores.mjs';
import { startLoad } from '../harness/load.mjs';
import { withCpuOf } from '../harness/measure.mjs';
import { seedWorld } from '../harness/seed.mjs';
import { assessmentId, enrollmentId, GROUPS, institutionId } from '../harness/world.mjs';

export const title = 'verify over HTTP (POST /verify), 32 connections';

export const ratios = [
  ['ours', 'echo'],
  ['ours', 'inProcess'],
];

// So many times as fast as the slower of two is the greater of the two ratios.
const ofTheSlower = (results) => Math.max(results.ratio('ours', 'echo').median, results.ratio('ours', 'inProcess').median);

export const goals = [
  { says: '≥ 0.60 of the slower of a Fastify echo and verifying in the process', atLeast: 0.6, value: ofTheSlower },
];

const CONNECTIONS = 32;
const ISSUED = 300;
const CHUNK = 150;
const PUBLIC_URL = 'https://bench.example';
/** `__proto__` is missing: the server's JSON parser refuses the request. What a reader of the API is told about each kind, as `check outcome reason` of what did not pass. */
const rule = {
  valid: '',
  tampered: 'proof failed signature-wrong',
  'unknown-field': 'proof failed not-canonicalizable',
  'null-value': 'schema failed null-value',
};

export async function open({ cluster, folder }) {
  // Badges of the common database may have been issued under another address, which their status list names.
  const database = await cluster.database('cairn_bench_verify');
  await seedWorld(database.ownerUrl);
  const env = {
    DATABASE_URL: database.applicationUrl,
    PORT: String(await freePort()),
    CAIRN_PUBLIC_URL: PUBLIC_URL,
    CAIRN_ROLES: 'api',
    CAIRN_DATA_DIR: folder,
  };
  const start = (script) => startChild(new URL(script, import.meta.url), { env, cores: serverCores });
  const ours = await start('../servers/cairn.mjs');
  const echo = await start('../servers/echo-limit.mjs');
  const prover = await start('../servers/prover.mjs');
  const numbers = Array.from({ length: ISSUED }, (_, index) => GROUPS.passing[1] - 100 - index);
  const passes = numbers.map((number) => ({ enrollmentId: enrollmentId(number), assessmentId: assessmentId(number) }));
  await ours.ask('issue', { institutionId, passes, chunk: CHUNK, milliseconds: Infinity });
  const inputs = inputsOf(await withClient(database.ownerUrl, (client) => signedTexts(client, passes)));
  const file = join(folder, 'to-verify.json');
  await writeFile(file, JSON.stringify(inputs));
  await prover.ask('prepareVerifying');

  const load = await startLoad();
  const job = { kind: 'verify', path: '/verify', file };
  const verdicts = inputs.map(() => new Set());
  const onOutcome = (outcome) => outcome.forEach(({ place, told }) => verdicts[place].add(told));
  return {
    contestants: {
      echo: load.contestant(echo, { ...job, keeps: false }, { connections: CONNECTIONS }),
      inProcess: { slice: (milliseconds) => withCpuOf(prover, () => prover.ask('verifyOwn', milliseconds)), warmUp: 3_000 },
      ours: { ...load.contestant(ours, job, { connections: CONNECTIONS, onOutcome }), warmUp: 10_000, sliceMilliseconds: 3_000 },
    },
    words: {
      echo: 'Fastify, which parses the same body and sends it back',
      inProcess: 'verifyCredential without HTTP and database, as in path 2',
      ours: 'Cairn: own badges, issuer and list looked up in the database',
    },
    check() {
      const seen = inputs.flatMap(({ kind }, place) => [...verdicts[place]].map((told) => ({ kind, told })));
      const wrong = seen.filter(({ kind, told }) => told !== rule[kind]);
      const met = verdicts.filter(({ size }) => size > 0).length;
      return [
        {
          says: 'every answer is 200 and the one that the kind of input calls for',
          held: wrong.length === 0 && met > 0,
          detail: `${met} of ${inputs.length} distinct inputs met, ${wrong.length} wrong${wrong[0] ? `: ${wrong[0].kind} ${wrong[0].told}` : ''}`,
        },
      ];
    },
    async close() {
      await Promise.all([load.end(), echo.end(), prover.end(), ours.end()]);
    },
  };
}

async function signedTexts(client, passes) {
  await client.query(`set app.scope = 'system'`);
  const { rows } = await client.query('select signed from credential where enrollment_id = any($1::uuid[])', [
    passes.map((pass) => pass.enrollmentId),
  ]);
  if (rows.length !== passes.length) throw new Error(`${rows.length} of ${passes.length} credentials were issued.`);
  return rows.map(({ signed }) => signed);
}

/** Each as it is, and changed in every way. */
function inputsOf(texts) {
  const changes = {
    tampered: (text) => text.replace(/"validFrom":"20/, '"validFrom":"19'),
    'unknown-field': (text) => text.replace('"issuer":', '"unheardOf":"x","issuer":'),
    'null-value': (text) => text.replace('"issuer":', '"validUntil":null,"issuer":'),
  };
  const changed = Object.entries(changes).flatMap(([kind, change]) => texts.map((text) => ({ kind, text: change(text) })));
  return [...texts.map((text) => ({ kind: 'valid', text })), ...changed];
}
