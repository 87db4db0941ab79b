// Compiles src, migrations and demo into dist and the web application into web/dist, unless they hold exactly this source already.
// Built beside and swapped in, so that a second start never reads half a build.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build-web.mjs';
import { hashOfFiles } from './hash-of-files.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = ['src', 'migrations', 'demo'];

function buildServer() {
  const stamp = join(root, 'dist', '.source');
  const hash = hashOfFiles(root, [...SOURCES, '.swcrc', 'package.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
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

buildServer();
await buildWeb(root);
