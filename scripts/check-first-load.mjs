// Adds up what a browser loads before the first screen of each role is there: JavaScript, as gzip sends it. Fails over the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 170;
/** The screen that each role comes to first, with its texts. */
const FIRST_SCREENS = {
  learner: ['src/features/learning/home/HomeScreen.tsx', 'src/i18n/en/learning.ts'],
  instructor: ['src/features/studio/list/StudioScreen.tsx', 'src/i18n/en/studio.ts'],
  assessor: ['src/features/grading/GradingScreen.tsx', 'src/i18n/en/grading.ts'],
  office: ['src/features/office/OfferingsScreen.tsx', 'src/i18n/en/office.ts'],
};
const ALWAYS = ['index.html', 'src/i18n/en/common.ts'];

const dist = new URL('../web/dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** Files that the entries import statically, themselves included. */
function closure(entries) {
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the build: name the first screens of today in ${import.meta.url}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    (chunk.imports ?? []).forEach(visit);
  };
  entries.forEach(visit);
  return [...files].filter((file) => file.endsWith('.js'));
}

const packedKb = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1_000;

for (const [role, entries] of Object.entries(FIRST_SCREENS)) {
  const kilobytes = closure([...ALWAYS, ...entries]).reduce((sum, file) => sum + packedKb(file), 0);
  const within = kilobytes <= BUDGET_KB;
  process.stdout.write(`${within ? 'ok  ' : 'OVER'} ${role}: ${kilobytes.toFixed(1)} of ${BUDGET_KB} kB\n`);
  if (!within) process.exitCode = 1;
}
