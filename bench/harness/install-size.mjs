// What `npm ci --omit=dev` puts on this machine's disk, counted in the tree that is here.
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Packages and bytes of the production dependencies, and the largest of them. */
export function installSize() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const sizes = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev && existsSync(join(root, path)))
    .map(([path]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      bytes: bytesIn(join(root, path)),
    }));
  const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
  return { packages: sizes.length, bytes, largest: sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 6) };
}

/** Packages inside packages are counted for themselves. */
function bytesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.name === 'node_modules') return sum;
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesIn(path) : lstatSync(path).size);
  }, 0);
}
