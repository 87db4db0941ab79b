// What a newcomer waits for: the start until Cairn is ready, its memory then, and what an install brings.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../harness/children.mjs';
import { installSize } from '../harness/install-size.mjs';
import { spread } from '../harness/measure.mjs';
import { startProgram } from '../harness/started-program.mjs';

export const title = 'start to ready on a migrated database, all roles';
/** One operation is one start. */
export const unit = 'ms';

const MEGABYTE = 1_000_000;

export const ratios = [
  ['ours', 'limit'],
  ['embedded', 'limit'],
];

export const goals = [
  { says: 'ready within 7 x the start of bare node:http', atMost: 7, value: (results) => results.times('ours', 'limit').median },
  { says: 'memory when ready ≤ 160 MB', atMost: 160, value: (_results, { memory }) => memory },
  { says: 'install ≤ 120 MB', atMost: 120, value: (_results, { installed }) => installed.bytes / MEGABYTE },
  { says: 'install ≤ 180 packages', atMost: 180, value: (_results, { installed }) => installed.packages },
];

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export async function open({ cluster, folder }) {
  const { applicationUrl, ownerUrl } = await cluster.database('cairn_bench_start');
  const own = await mkdtemp(join(folder, 'start-'));
  await chmod(own, 0o711);
  const main = ['--enable-source-maps', file('dist/src/main.js')];
  const memory = [];
  const pages = new Map();
  const starts = (args, env, path, look = async () => undefined) => ({
    sliceMilliseconds: 0,
    warmUp: 0,
    async slice() {
      const port = await freePort();
      const program = await startProgram(args, { env, port, path });
      try {
        await look(program, port);
        return { operations: 1, milliseconds: program.milliseconds, cpuMicros: program.cpuMicros };
      } finally {
        await program.end();
      }
    },
  });
  const lookAround = async (program, port) => {
    if (program.memoryBytes !== undefined) memory.push(program.memoryBytes / MEGABYTE);
    for (const path of ['/health/ready', '/sign-in', '/']) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      await response.arrayBuffer();
      pages.set(path, [...(pages.get(path) ?? []), response.status]);
    }
  };
  const external = { DATABASE_URL: applicationUrl, DATABASE_OWNER_URL: ownerUrl, CAIRN_DATA_DIR: join(own, 'external') };
  const embedded = { DATABASE_URL: '', CAIRN_DATA_DIR: join(own, 'embedded') };
  return {
    contestants: {
      limit: starts([file('bench/servers/bare-http.mjs')], {}, '/'),
      embedded: starts(main, embedded, '/health/ready'),
      ours: starts(main, external, '/health/ready', lookAround),
    },
    words: {
      limit: 'bare node:http',
      embedded: 'Cairn with its own PostgreSQL, started with it',
      ours: 'Cairn, database running',
    },
    missing: ['one bundled file is not built yet: the compiled files were started'],
    async facts() {
      const installed = installSize();
      const largest = installed.largest.map(({ name, bytes }) => `${name} ${Math.round(bytes / MEGABYTE)}`).join(', ');
      const used = memory.length > 0 ? spread(memory).median : null;
      return {
        installed,
        memory: used,
        words: [
          `memory when ready ${used === null ? 'not measured here' : `${Math.round(used)} MB`}`,
          `install: ${installed.packages} packages, ${Math.round(installed.bytes / MEGABYTE)} MB; of it in MB: ${largest}`,
        ],
      };
    },
    async check() {
      return [...pages].map(([path, statuses]) => ({
        says: `GET ${path} answers from what was started`,
        held: statuses.every((status) => status === 200),
        detail: `${statuses.length} starts`,
      }));
    },
    close: () => rm(own, { recursive: true, force: true }),
  };
}
