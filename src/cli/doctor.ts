import { Logger } from '@nestjs/common';
import pg from 'pg';
import type { Verb } from './verb.js';
import { applicationChecks } from '../doctor/application-checks.js';
import { type Check, examine, lineOf } from '../platform/checks/check.js';
import { databaseChecks } from '../platform/checks/database-checks.js';
import { machineChecks } from '../platform/checks/machine-checks.js';
import { serviceChecks } from '../platform/checks/service-checks.js';
import { type Environment, readEnvironment } from '../platform/config/environment.js';
import type { DatabaseConnections } from '../platform/database/connections.js';
import { type OpenDatabase, openOrJoinDatabase } from '../platform/database/open-database.js';
import { jsonLogger } from '../platform/logging/json-logger.js';
import { openOperatorContext } from '../roles/operator.js';
import { explainStart } from '../server.js';
import { readOptions } from './read-options.js';

/** Tries everything that Cairn needs, one line each. What cannot be tried because something before it failed is left out. */
export const run: Verb = async (args, variables) => {
  readOptions(args, [], 'Usage: cairn doctor');
  Logger.overrideLogger(jsonLogger({ LOG_LEVEL: 'fatal' }));
  if (!(await tell([settings(variables)]))) return 1;
  const environment = readEnvironment(variables);
  const machine = await tell([...machineChecks(environment), ...serviceChecks(environment)]);
  const database = await tryDatabase(environment);
  return machine && database ? 0 : 1;
};

function settings(variables: NodeJS.ProcessEnv): Check {
  return {
    what: 'settings',
    advice: 'docs/operations.md says what each may hold',
    run: async () => {
      const { CAIRN_PUBLIC_URL, publicUrl } = readEnvironment(variables);
      return CAIRN_PUBLIC_URL
        ? `badges will name ${publicUrl}`
        : `badges will name ${publicUrl}, because CAIRN_PUBLIC_URL is not set`;
    },
  };
}

async function tryDatabase(environment: Environment): Promise<boolean> {
  const database = await open(environment);
  if (!database) return false;
  try {
    return (await tryServer(database.connections)) && (await tryApplication(environment, database.connections));
  } finally {
    await database.close();
  }
}

async function open(environment: Environment): Promise<OpenDatabase | null> {
  try {
    return await openOrJoinDatabase(environment);
  } catch (error) {
    await tell([unreachable(error)]);
    return null;
  }
}

async function tryServer({ applicationUrl }: DatabaseConnections): Promise<boolean> {
  const client = new pg.Client({ connectionString: applicationUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    return tell([unreachable(error)]);
  }
  try {
    return await tell(databaseChecks(async <Row>(sql: string) => (await client.query(sql)).rows as Row[]));
  } finally {
    await client.end();
  }
}

async function tryApplication(environment: Environment, connections: DatabaseConnections): Promise<boolean> {
  const app = await openOperatorContext(environment, connections);
  try {
    return await tell(applicationChecks(app));
  } finally {
    await app.close();
  }
}

function unreachable(error: unknown): Check {
  return {
    what: 'database',
    advice: 'check DATABASE_URL, or leave it out to use the embedded server',
    run: async () => {
      throw new Error(explainStart(error));
    },
  };
}

/** False when one of them failed. */
async function tell(checks: Check[]): Promise<boolean> {
  let allOk = true;
  for (const check of checks) {
    const examined = await examine(check);
    process.stdout.write(`${lineOf(examined)}\n`);
    allOk &&= examined.ok;
  }
  return allOk;
}
