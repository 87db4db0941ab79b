import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Environment } from '../platform/config/environment.js';
import { configureHttp, fastifyOptions } from '../platform/http/configure-http.js';
import { rootModule, type RootOptions } from './root.module.js';

const LEVELS: LogLevel[] = ['verbose', 'debug', 'log', 'warn', 'error', 'fatal'];
const SECRETS = ['password', 'token', 'authorization', 'cookie', 'secret', 'privateKey', 'email'];

/** Cairn, ready to listen or to be injected into, playing the roles of its environment. */
export async function createApplication(options: RootOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    await rootModule(options),
    new FastifyAdapter(fastifyOptions(options.environment)),
    {
      logger: jsonLogger(options.environment),
      abortOnError: false,
      forceCloseConnections: true,
      routeConflictPolicy: { duplicate: 'error', shadow: 'error' },
      routeResolutionStrategy: 'specificity',
    },
  );
  configureHttp(app, options.environment);
  return app;
}

function jsonLogger({ LOG_LEVEL }: Environment): ConsoleLogger {
  return new ConsoleLogger({
    json: true,
    colors: false,
    logLevels: LEVELS.slice(LEVELS.indexOf(LOG_LEVEL as LogLevel)),
    redact: SECRETS,
  });
}
