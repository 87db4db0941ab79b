import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import startPostgres from './global-setup.mjs';

/** As for other tests on PostgreSQL, with the web application as it is in the sources. */
export default async function setUp(...parameters) {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url))], { stdio: 'inherit' });
  return startPostgres(...parameters);
}
