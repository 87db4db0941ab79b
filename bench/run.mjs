// npm run bench -- [path…] [--rounds 7] [--json] [--gate]: see bench/README.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killChildren } from './harness/children.mjs';
import { openCluster } from './harness/cluster.mjs';
import { coresInWords } from './harness/cores.mjs';
import { load, machine } from './harness/machine.mjs';
import { measure } from './harness/measure.mjs';
import { Refusal } from './harness/refusal.mjs';
import { linesOf, recordOf } from './harness/report.mjs';
import { seedWorld } from './harness/seed.mjs';
import { endPrograms } from './harness/started-program.mjs';

// Checks need the rest of a path's 90 seconds.
const ROUNDS_MS = 55_000;
const RUN_MS = 600_000;
const HISTORY = new URL('./history.json', import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
    gate: { type: 'boolean', default: false },
  },
});
const say = (line) => (values.json ? process.stderr : process.stdout).write(`${line}\n`);
const onTerminal = process.stderr.isTTY;

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
let cluster;
let ending;

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void end().then(() => process.exit(130)));
}

try {
  process.exitCode = await run(chosenPaths(positionals), roundsOf(values.rounds));
} catch (error) {
  // What is pulled away by Ctrl-C fails too, and nobody needs to hear of it.
  if (!ending) process.stderr.write(`bench: ${error instanceof Refusal ? error.message : (error.stack ?? error)}\n`);
  process.exitCode = 1;
} finally {
  await end();
}

async function run(names, rounds) {
  const startedAt = Date.now();
  const loadBefore = load();
  cluster = await openCluster();
  // As root the databases below it run as another user, who must be able to pass.
  await chmod(folder, 0o711);
  const settings = Object.entries(cluster.settings).map((pair) => pair.join(' '));
  say(`PostgreSQL: ${settings.join(', ')}\nCores: ${coresInWords}; load before: ${loadBefore}\n`);
  const database = await cluster.database('cairn_bench');
  await seedWorld(database.ownerUrl);
  // What the seeding left to be written would be written while others are measured.
  spawnSync('sync');

  const paths = {};
  for (const name of names) {
    if (Date.now() - startedAt > RUN_MS) throw new Refusal(`Ten minutes are up: ${name} was not measured.`);
    const begunAt = Date.now();
    const measured = await runPath(name, { database, cluster, folder }, rounds);
    paths[name] = { ...measured, seconds: Math.round((Date.now() - begunAt) / 1_000) };
    linesOf(name, paths[name]).forEach(say);
  }
  const record = {
    at: new Date(startedAt).toISOString(),
    ...machine(),
    pinning: coresInWords,
    load: [loadBefore, load()],
    settings: cluster.settings,
    paths,
  };
  remember(record);
  if (values.json) process.stdout.write(`${JSON.stringify(record, null, 2)}\n`);
  return exitCodeOf(record);
}

async function runPath(name, world, rounds) {
  const path = await import(`./paths/${name}.mjs`);
  const opened = await path.open(world);
  try {
    const until = Date.now() + (path.roundsMs ?? ROUNDS_MS);
    const onRound = (round) => onTerminal && process.stderr.write(`\r${name}: round ${round} of ${rounds} \r`);
    const results = await measure(opened.contestants, { rounds, until, onRound });
    const facts = (await opened.facts?.()) ?? {};
    const { words, missing = [] } = opened;
    return recordOf({ path, results, words, facts, missing, checks: await opened.check(), stopped: results.rounds < rounds });
  } finally {
    await opened.close();
  }
}

function exitCodeOf({ paths }) {
  const all = Object.values(paths);
  if (all.some(({ checks }) => checks.some(({ held }) => !held))) return 1;
  const missed = all.flatMap(({ goals }) => goals).filter(({ standing }) => standing === 'missed');
  if (!values.gate || missed.length === 0) return 0;
  say(`Below 80 % of the goal: ${missed.map(({ says }) => says).join('; ')}`);
  return 1;
}

/** `4` stands for `4-progress-write`; without any, all paths. */
function chosenPaths(wanted) {
  const all = readdirSync(new URL('./paths/', import.meta.url)).map((file) => file.replace(/\.mjs$/, ''));
  if (wanted.length === 0) return all.toSorted();
  return wanted.map((word) => {
    const found = all.find((name) => name === word || name.startsWith(`${word}-`));
    if (!found) throw new Refusal(`There is no path ${word}. There are: ${all.join(', ')}`);
    return found;
  });
}

function roundsOf(text) {
  const rounds = Number(text);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Refusal(`${text} is not a number of rounds.`);
  return rounds;
}

function remember(record) {
  const earlier = JSON.parse(readFileSync(HISTORY, 'utf8'));
  writeFileSync(HISTORY, `${JSON.stringify([...earlier, record], null, 1)}\n`);
}

async function end() {
  ending ??= (async () => {
    killChildren();
    await endPrograms();
    await cluster?.close();
    rmSync(folder, { recursive: true, force: true });
  })();
  await ending;
}
