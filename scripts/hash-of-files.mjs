import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names what files and folders below `root` hold: another name, another byte, another hash. */
export function hashOfFiles(root, paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (statSync(join(root, path)).isDirectory()) {
      readdirSync(join(root, path))
        .sort((a, b) => (a < b ? -1 : 1))
        .forEach((name) => visit(`${path}/${name}`));
    } else hash.update(path).update(readFileSync(join(root, path)));
  };
  paths.forEach(visit);
  return hash.digest('hex');
}
