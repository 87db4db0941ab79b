// What a browser loads before the first screen of each role is there: JavaScript, as gzip sends it.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The screen that each role comes to first, with its texts. */
const FIRST_SCREENS = {
  learner: ['src/features/learning/home/HomeScreen.tsx', 'src/i18n/en/learning.ts'],
  instructor: ['src/features/studio/list/StudioScreen.tsx', 'src/i18n/en/studio.ts'],
  assessor: ['src/features/grading/GradingScreen.tsx', 'src/i18n/en/grading.ts'],
  office: ['src/features/office/OfferingsScreen.tsx', 'src/i18n/en/office.ts'],
};
const ALWAYS = ['index.html', 'src/i18n/en/common.ts'];

const dist = new URL('../web/dist/', import.meta.url);

/** Files that the entries import statically, themselves included. */
function closure(manifest, entries) {
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

/** Kilobytes by role, of the build that lies there. */
export function bundleKilobytes() {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
  return Object.fromEntries(
    Object.entries(FIRST_SCREENS).map(([role, entries]) => [
      role,
      closure(manifest, [...ALWAYS, ...entries]).reduce((sum, file) => sum + packedKb(file), 0),
    ]),
  );
}
