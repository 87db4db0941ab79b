// Builds the web application into web/dist, unless it holds exactly this source already, and packs its files as browsers take them.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { hashOfFiles } from './hash-of-files.mjs';

const PACKED = /\.(js|css|html|svg|json)$/;
/** Below that, what packing saves is less than its header costs. */
const WORTH_PACKING = 512;

/** @param {string} root The folder of the project. */
export async function buildWeb(root) {
  const web = join(root, 'web');
  const dist = join(web, 'dist');
  const stamp = join(dist, '.source');
  const hash = `production ${hashOfFiles(web, ['src', 'public', 'index.html', 'vite.config.ts', 'first-screens.ts', 'first-screens.json', 'package.json', '../src/modules/catalog/markdown'])}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const fresh = join(web, `dist.tmp-${process.pid}`);
  // Only here: who has a build needs no bundler.
  const { build } = await import('vite');
  // Whoever builds may be testing, which would put React's own development build and ours into what browsers get.
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'warn', build: { outDir: fresh } });
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
  }
  for (const file of filesIn(fresh).filter((path) => PACKED.test(path))) pack(file);
  writeFileSync(join(fresh, '.source'), hash);
  const old = join(web, `dist.tmp-${process.pid}-old`);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function pack(file) {
  const bytes = readFileSync(file);
  if (bytes.length < WORTH_PACKING) return;
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
}
