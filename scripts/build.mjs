// Compiles src, migrations and demo into dist, unless dist already holds exactly this source. Built beside and swapped in, so that
// a second start never reads half a build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = ['src', 'migrations', 'demo'];
const stamp = join(root, 'dist', '.source');

function sourceHash() {
  const hash = createHash('sha256');
  const visit = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else hash.update(path).update(readFileSync(join(root, path)));
    }
  };
  SOURCES.forEach(visit);
  for (const file of ['.swcrc', 'package.json']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

const hash = sourceHash();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  const fresh = join(root, `dist.tmp-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  const swc = createRequire(import.meta.url).resolve('@swc/cli/bin/swc.js');
  const options = ['-d', fresh, '--ignore', '**/*.spec.ts,demo/content/**,demo/*.mjs,demo/*.mts', '--copy-files', '--quiet'];
  execFileSync(process.execPath, [swc, ...SOURCES, ...options], { cwd: root, stdio: 'inherit' });
  writeFileSync(join(fresh, '.source'), hash);
  const old = join(root, `dist.tmp-${process.pid}-old`);
  if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
  renameSync(fresh, join(root, 'dist'));
  rmSync(old, { recursive: true, force: true });
}
