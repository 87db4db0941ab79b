// A Cairn that serves the demo world: Riverside's people, a published micro-credential, learners, badges.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DEMO_PASSWORD } from '../../dist/demo/people.js';
import { freePort, startChild } from './children.mjs';

const CLI = fileURLToPath(new URL('../../dist/src/cli-main.js', import.meta.url));

/** Seeds a database of its own and serves it; `signIn(name)` answers the cookie of one of Riverside's people. */
export async function openDemoWorld({ cluster, folder }, name) {
  const { applicationUrl, ownerUrl } = await cluster.database(name);
  const port = String(await freePort());
  const env = {
    DATABASE_URL: applicationUrl,
    DATABASE_OWNER_URL: ownerUrl,
    CAIRN_DATA_DIR: join(folder, name),
    CAIRN_PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: port,
  };
  await promisify(execFile)(process.execPath, [CLI, 'seed'], { env: { ...process.env, ...env } });
  // Not held to one core: the browser beside it is slowed down anyway, and has all of them too.
  const server = await startChild(new URL('../servers/cairn.mjs', import.meta.url), { env });
  const { origin } = server.ready;
  const get = async (path, cookie = '') => (await fetch(origin + path, { headers: { cookie } })).json();
  return {
    origin,
    get,
    async signIn(person) {
      const response = await fetch(`${origin}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-cairn-request': '1' },
        body: JSON.stringify({ email: `${person}@riverside.example`, password: DEMO_PASSWORD }),
      });
      if (!response.ok) throw new Error(`${person} could not sign in: ${await response.text()}`);
      // A session ends the one before it in each of its cookies, so that there are empty ones, too.
      const pairs = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0].split('='));
      const [name, value] = pairs.find(([, value]) => value !== '');
      return { name, value };
    },
    end: () => server.end(),
  };
}
