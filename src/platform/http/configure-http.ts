import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Environment } from '../config/environment.js';
import { newId } from '../ids.js';
import { EtagInterceptor } from './etag-interceptor.js';
import { ProblemFilter } from './problem-filter.js';
import { Problem } from './problem.js';
import { malformedRequest } from './problems.js';
import { readFormBody } from './read-form-body.js';
import { readJsonBody } from './read-json-body.js';
import { validationPipe } from './validation.js';

export const BODY_LIMIT = 2 * 1024 * 1024;
const JSON_TYPES = ['application/json', 'application/ld+json', 'application/vc+ld+json', 'application/vc'];
const HEADERS_TIMEOUT_MS = 20_000;
const REQUEST_TIMEOUT_MS = 300_000;

/** Options of the Fastify instance: ids and limits that hold before any route is reached. */
export function fastifyOptions(environment: Environment) {
  return {
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address: string, hop: number) => hop < environment.TRUSTED_PROXIES,
    genReqId: () => newId(),
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: 5_000,
    http: { headersTimeout: HEADERS_TIMEOUT_MS },
    return503OnClosing: true,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
  };
}

/** What every request meets, whichever modules are loaded. Pages and public documents live outside `/api/v1`. */
export function configureHttp(app: NestFastifyApplication, environment: Environment): void {
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new EtagInterceptor());
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: environment.publicUrl.startsWith('https://'),
  });
  app.enableCsrfProtection();
  for (const type of JSON_TYPES) app.useBodyParser(type, { bodyLimit: BODY_LIMIT }, reading(readJsonBody));
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: BODY_LIMIT }, reading(readFormBody));
  checkAddresses(app.getHttpAdapter().getInstance());
}

function reading(read: (body: Buffer) => unknown) {
  return (_request: unknown, body: Buffer, done: (error: Error | null, value?: unknown) => void): void => {
    let value: unknown;
    try {
      value = read(body);
    } catch (error) {
      done(error as Error);
      return;
    }
    done(null, value);
  };
}

function checkAddresses(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    // PostgreSQL cannot hold NUL, and a malformed escape would surface as a 500 further in.
    if (/%00/.test(request.url) || !decodable(request.url))
      throw new Problem(malformedRequest, { detail: 'The address cannot be decoded.' });
  });
}

function decodable(url: string): boolean {
  try {
    decodeURIComponent(url.replace(/%(?![0-9a-f]{2})/gi, '%25'));
    return true;
  } catch {
    return false;
  }
}
