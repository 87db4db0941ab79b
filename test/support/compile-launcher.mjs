import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform, version } from '@swc/core';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const launcher = join(repository, 'src/platform/database/embedded');
const cache = join(repository, 'node_modules/.cache/cairn-launcher');

/**
 * Compiles the launcher of the embedded PostgreSQL for plain Node, where Jest does not transform: global set-up and child
 * processes. Answers the folder with `index.js` in it; one compiled before from the same sources is used again.
 */
export async function compileLauncher() {
  const swc = JSON.parse(await readFile(join(repository, '.swcrc'), 'utf8'));
  const names = (await readdir(launcher)).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts')).sort();
  const sources = await Promise.all(names.map(async (name) => [name, await readFile(join(launcher, name), 'utf8')]));
  const compiled = join(
    cache,
    createHash('sha256')
      .update(JSON.stringify([version, swc, sources]))
      .digest('hex')
      .slice(0, 16),
  );
  if (existsSync(compiled)) return compiled;

  await mkdir(dirname(compiled), { recursive: true });
  const unfinished = await mkdtemp(`${compiled}.tmp-`);
  for (const [name, source] of sources) {
    const { code } = await transform(source, { ...swc, swcrc: false, filename: join(launcher, name), sourceMaps: 'inline' });
    await writeFile(join(unfinished, name.replace(/\.ts$/, '.js')), code);
  }
  await writeFile(join(unfinished, 'package.json'), '{ "type": "module" }\n');
  await chmod(unfinished, 0o755);
  await rename(unfinished, compiled).catch(async (error) => {
    // Another process compiled the same sources meanwhile.
    if (!existsSync(compiled)) throw error;
    await rm(unfinished, { recursive: true });
  });
  return compiled;
}
