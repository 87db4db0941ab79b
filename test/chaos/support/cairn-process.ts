import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { projectFile } from '../../../src/platform/project-file.js';

const MOST_LINES = 400;
const TAIL_LINES = 40;
const TAIL_WIDTH = 400;

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A real Cairn: a process of its own, which hears signals and dies like one. */
export class CairnProcess {
  private readonly lines: string[] = [];
  private readonly ended: Promise<Ended>;

  private constructor(
    readonly roles: string,
    private readonly child: ChildProcessByStdio<null, Readable, Readable>,
  ) {
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => this.keep(text));
    this.ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  }

  /** Starts `dist/src/main.js` and resolves when it says that it runs. */
  static async start(variables: Record<string, string>): Promise<CairnProcess> {
    const main = fileURLToPath(projectFile('dist/src/main.js'));
    const child = spawn(process.execPath, ['--enable-source-maps', main], {
      env: { PATH: process.env['PATH'], ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const cairn = new CairnProcess(variables['CAIRN_ROLES'] ?? 'all roles', child);
    const ready = new Promise<'ready'>((resolve) => {
      child.stdout.on('data', () => cairn.output.includes('Cairn is running at') && resolve('ready'));
    });
    const first = await Promise.race([ready, cairn.ended]);
    if (first !== 'ready') throw new Error(`Cairn did not start (${JSON.stringify(first)}):\n${cairn.output}`);
    return cairn;
  }

  /** What it has said so far. */
  get output(): string {
    return this.lines.join('\n');
  }

  /** The last of it, long lines cut. */
  get tail(): string {
    return this.lines
      .slice(-TAIL_LINES)
      .map((line) => line.slice(0, TAIL_WIDTH))
      .join('\n');
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** kill -9: nothing is finished, nothing said. */
  async kill(): Promise<void> {
    if (this.alive) this.child.kill('SIGKILL');
    await this.ended;
  }

  /** The process stands still, as a virtual machine does that is moved to another host. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** Asks it to stop. Resolves with how it ended. */
  async stop(): Promise<Ended> {
    if (this.alive) this.child.kill('SIGTERM');
    return this.ended;
  }

  private keep(text: string): void {
    this.lines.push(...text.split('\n').filter(Boolean));
    this.lines.splice(0, this.lines.length - MOST_LINES);
  }
}

/** Runs an operator's verb to its end. */
export async function runVerb(
  words: string[],
  variables: Record<string, string>,
): Promise<{ code: number; output: string; errors: string }> {
  const main = fileURLToPath(projectFile('dist/src/cli-main.js'));
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env['PATH'], ...variables }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [main, ...words], options, (error, output, errors) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, output, errors });
    });
  });
}
