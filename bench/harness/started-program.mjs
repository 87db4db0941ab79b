// A program as an operator starts it: watched from outside until it answers, then ended by its id.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_START_MS = 60_000;
const LONGEST_END_MS = 15_000;
const TICK_MICROS = 10_000;
const running = new Map();

/**
 * Starts `node …args` and waits until `path` answers 200. Answers how long that took, the memory then and the CPU time so far
 * (`undefined` where the system does not tell), and how to end it.
 */
export async function startProgram(args, { env, port, path }) {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words = `${words}${chunk}`.slice(-2_000)));
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      running.delete(child);
      resolve(signal ?? code);
    });
  });
  running.set(child, ended);
  let isRunning = true;
  void ended.then(() => (isRunning = false));
  while ((await statusOf(port, path)) !== 200) {
    if (!isRunning) throw new Error(`${args.at(-1)} ended (${await ended}) before it was ready: ${words}`);
    if (performance.now() - start > LONGEST_START_MS)
      throw new Error(`${args.at(-1)} was not ready after ${LONGEST_START_MS} ms: ${words}`);
    await pause(2);
  }
  const milliseconds = performance.now() - start;
  return {
    milliseconds,
    memoryBytes: memoryOf(child.pid),
    cpuMicros: cpuOf(child.pid),
    async end() {
      child.kill('SIGTERM');
      await Promise.race([ended, pause(LONGEST_END_MS, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Ends whatever is left: asked and waited for, because it must end what it started itself. */
export async function endPrograms() {
  for (const child of running.keys()) child.kill('SIGTERM');
  await Promise.all(running.values());
}

function statusOf(port, path) {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode));
    });
    request.once('error', () => resolve(null));
  });
}

function memoryOf(processId) {
  if (process.platform !== 'linux') return undefined;
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1_024;
}

function cpuOf(processId) {
  if (process.platform !== 'linux') return undefined;
  const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MICROS;
}
