// Everything that needs no running Cairn: named steps, each with its time. Stops at the end with all failures, not at the first.
import { spawnSync } from 'node:child_process';

const steps = [
  ['format', 'npx', ['--no-install', 'oxfmt', '--check']],
  ['lint', 'npx', ['--no-install', 'oxlint', '--type-aware', '--deny-warnings']],
  ['types', 'node', ['node_modules/typescript-native/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
  ['types of the web application', 'node', ['node_modules/typescript-native/bin/tsc', '--noEmit', '-p', 'web/tsconfig.json']],
  [
    'import rules',
    'npx',
    ['--no-install', 'depcruise', '--config', '.dependency-cruiser.cjs', 'src', '--output-type', 'err-long'],
  ],
  ['dead code', 'npx', ['--no-install', 'knip']],
  ['build', 'node', ['scripts/build.mjs']],
  ['first load of the web application', 'node', ['scripts/check-first-load.mjs']],
  ['migration drift', 'node', ['scripts/check-drift.mjs', 'schema']],
  ['OpenAPI drift', 'node', ['scripts/check-drift.mjs', 'openapi']],
  ['web API types drift', 'node', ['scripts/check-drift.mjs', 'web-api']],
  ['problem docs drift', 'node', ['scripts/check-drift.mjs', 'problems']],
];

const failed = [];
for (const [name, command, args] of steps) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  process.stdout.write([status === 0 ? 'ok  ' : 'FAIL', name, seconds, 's\n'].join(' '));
  if (status !== 0) {
    failed.push(name);
    process.stdout.write(`${stdout}${stderr}\n`);
  }
}
if (failed.length > 0) {
  process.stdout.write(`check: ${failed.join(', ')} failed\n`);
  process.exitCode = 1;
}
