// Fails when the first screen of a role takes more JavaScript than the budget.
import { bundleKilobytes } from './first-load.mjs';

const BUDGET_KB = 170;

for (const [role, kilobytes] of Object.entries(bundleKilobytes())) {
  const within = kilobytes <= BUDGET_KB;
  process.stdout.write(`${within ? 'ok  ' : 'OVER'} ${role}: ${kilobytes.toFixed(1)} of ${BUDGET_KB} kB\n`);
  if (!within) process.exitCode = 1;
}
