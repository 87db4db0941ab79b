import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const NAMED = ['@nestjs/core', 'fastify', 'typeorm', 'pg', 'bullmq', 'jsonld', '@digitalbazaar/vc', 'autocannon'];

/** Where and with what a run was made. */
export function machine() {
  const commit = git('rev-parse', 'HEAD');
  return {
    commit: commit ?? 'unknown',
    // Measured sources that no commit holds.
    changed: commit === null ? null : git('status', '--porcelain', '--', 'src', 'migrations', 'bench/*.mjs') !== '',
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    system: process.platform,
    node: process.version,
    versions: Object.fromEntries(NAMED.map((name) => [name, versionOf(name)])),
  };
}

/** Processes that wanted a core in the last minute: above the number of cores, others were at work too. */
export function load() {
  return Math.round(loadavg()[0] * 10) / 10;
}

function git(...words) {
  try {
    return execFileSync('git', ['--no-optional-locks', ...words], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    // No repository or no git: the run is good, it only cannot be named.
    return null;
  }
}

function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
}
