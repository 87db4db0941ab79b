import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Environment } from '../platform/config/environment.js';
import type { DatabaseConnections } from '../platform/database/connections.js';
import { jsonLogger } from '../platform/logging/json-logger.js';
import { jobModules } from './modules.js';
import { rootModule } from './root.module.js';

/** Every module's use cases for an operator's verb: no address is listened on, no job is run, no timetable kept. */
export async function openOperatorContext(
  environment: Environment,
  connections: DatabaseConnections,
): Promise<INestApplicationContext> {
  const withoutRoles = Object.assign(new Environment(), environment, { CAIRN_ROLES: [] });
  const root = await rootModule({ environment: withoutRoles, connections });
  return NestFactory.createApplicationContext(
    // The job modules bring every kind of work into the catalogue, which the reconciler goes by.
    { module: class OperatorModule {}, imports: [root, ...jobModules] },
    { logger: jsonLogger({ LOG_LEVEL: 'error' }), abortOnError: false },
  );
}
