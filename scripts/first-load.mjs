// What a browser loads before the first screen of each role is there: JavaScript, as gzip sends it.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../web/dist/', import.meta.url);

const packedKb = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1_000;

/** Kilobytes by role, of the build that lies there: the first screen of web/first-screens.json with its texts, and the frame around it. */
export function bundleKilobytes() {
  const loads = JSON.parse(readFileSync(new URL('.vite/first-loads.json', dist), 'utf8'));
  return Object.fromEntries(
    Object.entries(loads).map(([role, files]) => [role, files.reduce((sum, file) => sum + packedKb(file), 0)]),
  );
}
