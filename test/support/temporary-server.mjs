import { chmod, mkdtemp, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileLauncher } from './compile-launcher.mjs';

const PREFIX = 'cairn-test-postgres-';
const MARKER = 'run.json';
const MAX_CONNECTIONS = 300;

let running;

/** Starts the server of this test run in a temporary folder, after removing what killed runs left. Answers its URLs. */
export async function startTemporaryServer() {
  const compiled = await compileLauncher();
  const load = (name) => import(pathToFileURL(join(compiled, name)).href);
  const { startEmbeddedPostgres } = await load('index.js');
  const { identityOf, isStillAlive } = await load('process-identity.js');
  const { stopOrphanServer } = await load('orphan-server.js');

  await sweepDeadRuns(isStillAlive, stopOrphanServer);
  const folder = await makeMarkedFolder(await identityOf(process.pid));
  const options = { dataDirectory: join(folder, 'data'), durable: false, maxConnections: MAX_CONNECTIONS };
  const server = await startEmbeddedPostgres(options).catch(async (error) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  running = { folder, server };
  return { superuserUrl: server.superuserUrl, ownerUrl: server.ownerUrl, applicationUrl: server.applicationUrl };
}

export async function stopTemporaryServer() {
  if (!running) return;
  const { folder, server } = running;
  running = undefined;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The folder gets its name only when the marker is in it, so a marked name without a living run is certainly rubbish. */
async function makeMarkedFolder(run) {
  const nameless = await mkdtemp(join(tmpdir(), 'cairn-test-preparing-'));
  await writeFile(join(nameless, MARKER), JSON.stringify(run));
  // As root the server runs as another user, who must be able to pass.
  await chmod(nameless, 0o711);
  const folder = nameless.replace('cairn-test-preparing-', PREFIX);
  await rename(nameless, folder);
  return folder;
}

async function sweepDeadRuns(isStillAlive, stopOrphanServer) {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || !(await isOurs(folder)) || (await hasLivingRun(folder, isStillAlive))) continue;
    const cluster = join(await realpath(folder), 'data', 'pgdata');
    await stopOrphanServer(cluster, () => undefined);
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function isOurs(folder) {
  const owner = await stat(folder).catch(() => undefined);
  return owner !== undefined && owner.uid === (process.getuid?.() ?? owner.uid);
}

async function hasLivingRun(folder, isStillAlive) {
  const marker = await readFile(join(folder, MARKER), 'utf8').catch(() => undefined);
  return marker !== undefined && (await isStillAlive(JSON.parse(marker)));
}
