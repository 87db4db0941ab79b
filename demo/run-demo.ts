import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PrepareFirstAdministrator } from '../src/modules/people/index.js';
import { readEnvironment } from '../src/platform/config/environment.js';
import { type RunningServer, startServer } from '../src/server.js';
import { fetchTransport } from './fetch-transport.js';
import { DEMO_PASSWORD } from './people.js';
import { signInChooser } from './sign-in-chooser.js';
import { walk, type WalkResult } from './walk.js';

/**
 * `npm run demo`: Cairn on a throw-away database, and the whole path walked through its public API. Keeps running afterwards, unless
 * `--once` is given; then the exit status tells whether everything held. `--data <folder>` imports that folder's courses instead.
 */
export async function runDemo(args: string[], variables: NodeJS.ProcessEnv): Promise<number> {
  const { values } = parseArgs({ args, options: { once: { type: 'boolean', default: false }, data: { type: 'string' } } });
  const folder = await mkdtemp(join(tmpdir(), 'cairn-demo-'));
  const port = variables['PORT'] ?? (values.once ? '0' : '3000');
  const server = await start(variables, folder, port);
  const end = async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  try {
    say(`Cairn runs at ${server.environment.publicUrl}, on a database that is thrown away afterwards.\n`);
    const result = await runWalk(server, values.data);
    if (!values.once) sayWhereToLook(server, result);
    say(summary(result));
    const held = result.badges.length === 2 && result.verified === 2 && result.tamperedRefused === 2;
    if (values.once || !held) await end();
    return held ? 0 : 1;
  } catch (error) {
    await end();
    throw error;
  }
}

/** The address is part of what is signed, so a free port has to be known before the start. */
async function start(variables: NodeJS.ProcessEnv, folder: string, port: string): Promise<RunningServer> {
  const chosen = port === '0' ? String(await freePort()) : port;
  return startServer(readEnvironment({ LOG_LEVEL: 'error', ...variables, PORT: chosen, CAIRN_DATA_DIR: folder }), [
    signInChooser,
  ]);
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (typeof address !== 'object' || address === null) throw new Error('No port is free');
  return address.port;
}

async function runWalk({ app, environment }: RunningServer, material: string | undefined): Promise<WalkResult> {
  const signInPath = await app.get(PrepareFirstAdministrator, { strict: false }).run();
  if (!signInPath) throw new Error('The throw-away database has an administrator already');
  return walk({
    transport: fetchTransport(`http://127.0.0.1:${environment.PORT}`),
    signInPath,
    ...(material === undefined ? {} : { material: resolve(material) }),
    onStep: (step, milliseconds) => say(`${`${Math.round(milliseconds)} ms`.padStart(9)}  ${step}`),
  });
}

function sayWhereToLook({ environment }: RunningServer, { cast, badges }: WalkResult): void {
  const url = environment.publicUrl;
  say(`
Look around:
  catalogue     ${url}/
  badges        ${badges.map((badge) => `${badge.url} (${badge.learner})`).join('\n                ')}
  verify        ${url}/verify
  API           ${url}/api/docs
  mailbox       ${url}/mailbox (as the administrator)
  sign in       ${url}/sign-in with one click, or with the password ${DEMO_PASSWORD} as
${Object.entries(cast)
  .flatMap(([, person]) => ('email' in person ? [`                ${person.email.padEnd(26)} ${person.roles.join(', ')}`] : []))
  .join('\n')}
Stop with Ctrl-C.
`);
}

function summary({ badges, verified, tamperedRefused, waits }: WalkResult): string {
  const p95 = waits[Math.ceil(waits.length * 0.95) - 1] ?? 0;
  return `demo: ${badges.length} badges issued, ${verified} verified by @digitalbazaar/vc, ${tamperedRefused} tampered copies refused, verdict to badge p95 ${Math.round(p95)} ms`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
