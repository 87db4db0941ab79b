import { Client } from 'pg';
import type { Passwords } from './passwords.js';

export const OWNER_ROLE = 'cairn_owner';
export const APPLICATION_ROLE = 'cairn_app';
export const DATABASE = 'cairn';

const CONNECT_WITHIN_MS = 10_000;

// Row-level security binds the application role only while it is no superuser, has no BYPASSRLS and owns nothing.
const ROLE_ATTRIBUTES = {
  [OWNER_ROLE]: 'LOGIN CREATEDB CREATEROLE NOSUPERUSER NOBYPASSRLS NOREPLICATION',
  [APPLICATION_ROLE]: 'LOGIN NOCREATEDB NOCREATEROLE NOSUPERUSER NOBYPASSRLS NOREPLICATION',
};

/** Where a role finds one of the databases. Holds the password: never log it. */
export function urlOf(role: string, password: string, port: number, database: string = DATABASE): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Makes the roles and the database that are missing, connecting as a superuser. Each step may find its work done, so a start
 * killed half-way is completed by the next one.
 */
export async function ensureRolesAndDatabase(superuserUrl: string, passwords: Passwords): Promise<void> {
  const client = new Client({ connectionString: superuserUrl, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  await client.connect();
  try {
    await ensureRole(client, OWNER_ROLE, passwords.owner);
    await ensureRole(client, APPLICATION_ROLE, passwords.application);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`);
    await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${APPLICATION_ROLE}`);
  } finally {
    await client.end();
  }
}

/** Makes one of the two roles unless it is there; answers whether it was made. The password of an existing role stays. */
export async function ensureRole(client: Client, role: keyof typeof ROLE_ATTRIBUTES, password: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount !== 0) return false;
  await client.query(`CREATE ROLE ${role} ${ROLE_ATTRIBUTES[role]} PASSWORD ${client.escapeLiteral(password)}`);
  return true;
}
