// A Redis for one path, that keeps nothing on disk; `null` where the machine has none.
import { spawn, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './children.mjs';

const PROGRAMS = ['redis-server', 'valkey-server'];
const LONGEST_START_MS = 10_000;

/** Answers its `url`, and `end`, which ends it. */
export async function startRedis(folder) {
  const program = PROGRAMS.find((name) => spawnSync(name, ['--version']).status === 0);
  if (!program) return null;
  const port = await freePort();
  const options = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction', '--dir', folder];
  const child = spawn(program, options.map(String), { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const until = performance.now() + LONGEST_START_MS;
  while (!(await listens(port))) {
    if (performance.now() > until) throw new Error(`${program} does not listen`);
    await pause(20);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('connect', () => socket.destroy());
    socket.once('error', () => resolve(false));
  });
}
