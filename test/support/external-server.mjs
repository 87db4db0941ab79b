import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { compileLauncher } from './compile-launcher.mjs';

/**
 * Makes the roles of Cairn on the server of CAIRN_TEST_DATABASE_URL and answers its URLs. Passwords follow from that URL, so
 * that several runs may share the server; a role that is there with another password is never touched.
 */
export async function useExternalServer(superuserUrl) {
  const { ensureRole } = await import(pathToFileURL(join(await compileLauncher(), 'roles.js')).href);
  const urls = { superuserUrl, ownerUrl: urlFor(superuserUrl, 'cairn_owner'), applicationUrl: urlFor(superuserUrl, 'cairn_app') };
  const client = new Client({ connectionString: superuserUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    // One run at a time, because two that start together would both find the roles missing.
    await client.query(`SELECT pg_advisory_lock(hashtext('cairn test roles'))`);
    await ensureRole(client, 'cairn_owner', new URL(urls.ownerUrl).password);
    await ensureRole(client, 'cairn_app', new URL(urls.applicationUrl).password);
  } finally {
    await client.end();
  }
  await checkLogin(urls.ownerUrl, 'cairn_owner');
  await checkLogin(urls.applicationUrl, 'cairn_app');
  return urls;
}

function urlFor(superuserUrl, role) {
  const url = new URL(superuserUrl);
  url.username = role;
  url.password = createHash('sha256').update(`${superuserUrl} ${role}`).digest('hex');
  return url.href;
}

async function checkLogin(url, role) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(
      `The role ${role} on the server of CAIRN_TEST_DATABASE_URL does not accept the password of the tests (${error.message}). ` +
        `Use a server that is for tests alone, or drop the roles cairn_owner and cairn_app there.`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
}
