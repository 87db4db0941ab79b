// Servers and load in processes of their own, commanded by messages and ended by their id.
import { fork } from 'node:child_process';
import { createServer } from 'node:net';

const LAST_WORDS = 2_000;
const living = new Set();

/**
 * Starts a script that answers with `answerParent`, and waits until it is ready.
 * @param {URL} script
 * @param {{env?: Record<string, string>, cores?: string | null, ready?: boolean}} options
 */
export async function startChild(script, { env = {}, cores = null } = {}) {
  const pinned = cores ? { execPath: 'taskset', execArgv: ['-c', cores, process.execPath] } : {};
  const child = fork(script, [], { ...pinned, env: { ...process.env, ...env }, serialization: 'advanced', silent: true });
  living.add(child);
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (words = `${words}${chunk}`.slice(-LAST_WORDS)));
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      living.delete(child);
      resolve(signal ?? code);
    });
  });

  const waiting = new Map();
  let lastId = 0;
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new Error(error));
    else resolve?.(result);
  });
  void ended.then((how) => {
    for (const { reject } of waiting.values()) reject(new Error(`${script.pathname} ended (${how}): ${words}`));
  });
  const receive = (id) => new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  const ready = await receive('ready');
  return {
    ready,
    processId: child.pid,
    async ask(command, argument) {
      const id = ++lastId;
      const answer = receive(id);
      child.send({ id, command, argument });
      return answer;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async end() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** Ends whatever is left, without asking. */
export function killChildren() {
  for (const child of living) child.kill('SIGKILL');
}

/** A port that was free a moment ago. */
export async function freePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}
