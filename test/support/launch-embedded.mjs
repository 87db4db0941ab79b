/*
 * Runs the launcher in a process of its own, so that a test can kill it or give it another user:
 * `node launch-embedded.mjs <folder of the compiled launcher> <options as JSON>`.
 * Prints one line of JSON, `{"started": …}` or `{"refused": {code, message}}`, and stops in good order on SIGTERM.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , compiled, options] = process.argv;
const { startEmbeddedPostgres } = await import(pathToFileURL(join(compiled, 'index.js')).href);

try {
  const server = await startEmbeddedPostgres(JSON.parse(options));
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  process.stdout.write(`${JSON.stringify({ started: server })}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refused: { code: error.code, message: error.message } })}\n`);
}
