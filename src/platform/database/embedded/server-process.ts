import { setTimeout as delay } from 'node:timers/promises';
import { explainFailure } from './explain-failure.js';
import type { Binaries } from './locate-binaries.js';
import { readPostmasterFile } from './postmaster-file.js';
import { runToEnd, spawnAs, type Program, type RunAs } from './run-as.js';
import { keepServerLog, type ServerLog } from './server-log.js';
import { serverSettings, type ServerSettings } from './server-settings.js';

const READY_POLL_MS = 15;
const LAST_WORDS_MS = 1_000;
// A fast stop takes a fraction of a second; but PostgreSQL 18.4 never ends one that meets its recovery from a crash.
const FAST_STOP_MS = 15_000;

export interface ServerExit {
  code: number | null;
  signal: string | null;
  lastLines: string[];
}

export interface ServerProcess {
  processId: number;
  exited: Promise<ServerExit>;
  stop(): Promise<void>;
}

export interface ServerPlan {
  folder: string;
  cluster: string;
  binaries: Binaries;
  runAs: RunAs;
  settings: ServerSettings;
  /** Never shown in log lines. */
  secrets: string[];
  onLog: (line: string) => void;
}

/**
 * Starts PostgreSQL and resolves when it accepts connections. There is no time limit, because recovery after a crash takes
 * what it takes (and reports in the log): the wait ends when the server is ready or gives up.
 */
export async function startServer(plan: ServerPlan): Promise<ServerProcess> {
  const leftBehind = await readPostmasterFile(plan.cluster);
  // Detached: Ctrl-C must reach the application first, which closes its connections and then stops the server.
  const program = spawnAs(plan.runAs, plan.binaries.postgres, ['-D', plan.cluster, ...serverSettings(plan.settings)], {
    detached: true,
  });
  const log = keepServerLog(program.stderr, plan.secrets, plan.onLog);
  program.stdout.resume();
  const exited = exitOf(program, log);
  while (program.exitCode === null && program.signalCode === null && program.pid !== undefined) {
    const file = await readPostmasterFile(plan.cluster);
    const isNew = file !== null && file.text !== leftBehind?.text;
    if (isNew && file.pid === program.pid && file.state === 'ready') {
      return { processId: program.pid, exited, stop: () => stopServer(program, plan, exited) };
    }
    await delay(READY_POLL_MS);
  }
  const { lastLines } = await exited;
  const attempted = `start on port ${plan.settings.port}`;
  throw explainFailure({ folder: plan.folder, attempted, lines: lastLines, otherwise: 'embedded.start_failed' });
}

function exitOf(program: Program, log: ServerLog): Promise<ServerExit> {
  return new Promise((resolve) => {
    const finish = (code: number | null, signal: string | null, lastWord: string[] = []) =>
      resolve({ code, signal, lastLines: [...log.lastLines(), ...lastWord] });
    program.once('error', (error) => finish(null, null, [error.message]));
    program.once('exit', (code, signal) => {
      // The last lines may still be on their way; but a child of a killed server may hold the pipe open for long.
      const patience = setTimeout(() => finish(code, signal), LAST_WORDS_MS);
      program.once('close', () => {
        clearTimeout(patience);
        finish(code, signal);
      });
    });
  });
}

async function stopServer(program: Program, plan: ServerPlan, exited: Promise<unknown>): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return void (await exited);
  if (process.platform === 'win32') {
    await runToEnd(plan.runAs, plan.binaries.pgCtl, ['stop', '-D', plan.cluster, '-m', 'fast']);
  } else {
    program.kill('SIGINT');
  }
  // SIGQUIT gives up the orderly end; the next start recovers from the log.
  const impatience = setTimeout(() => program.kill('SIGQUIT'), FAST_STOP_MS);
  await exited;
  clearTimeout(impatience);
}
