import { Logger } from '@nestjs/common';
import { type Environment, readEnvironment } from '../platform/config/environment.js';
import { type OpenDatabase, openOrJoinDatabase } from '../platform/database/open-database.js';
import { jsonLogger } from '../platform/logging/json-logger.js';

/**
 * Gives a verb the database, starting an embedded one where nothing else is configured and no running Cairn has done so, and
 * lets go of it afterwards.
 */
export async function withDatabase<Result>(
  variables: NodeJS.ProcessEnv,
  use: (database: OpenDatabase, environment: Environment) => Promise<Result>,
): Promise<Result> {
  const environment = readEnvironment(variables);
  // What a verb prints is its answer; what goes wrong inside goes to stderr.
  Logger.overrideLogger(jsonLogger({ LOG_LEVEL: 'error' }));
  const database = await openOrJoinDatabase(environment);
  try {
    return await use(database, environment);
  } finally {
    await database.close();
  }
}
