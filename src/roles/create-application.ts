import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { jsonLogger } from '../platform/logging/json-logger.js';
import { configureHttp, fastifyOptions } from '../platform/http/configure-http.js';
import { rootModule, type RootOptions } from './root.module.js';

export interface ApplicationOptions extends RootOptions {
  /** Builds the graph without making anything in it: enough to describe the API. */
  preview?: boolean;
}

/** Cairn, ready to listen or to be injected into, playing the roles of its environment. */
export async function createApplication(options: ApplicationOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    await rootModule(options),
    new FastifyAdapter(fastifyOptions(options.environment)),
    {
      logger: jsonLogger(options.environment),
      abortOnError: false,
      preview: options.preview ?? false,
      forceCloseConnections: true,
      routeConflictPolicy: { duplicate: 'error', shadow: 'error' },
      routeResolutionStrategy: 'specificity',
    },
  );
  if (!options.preview) configureHttp(app, options.environment);
  return app;
}
