import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Environment } from '../config/environment.js';
import { newId } from '../ids.js';
import { EtagInterceptor } from './etag-interceptor.js';
import { ProblemFilter } from './problem-filter.js';
import { Problem } from './problem.js';
import { malformedRequest } from './problems.js';
import { readFormBody } from './read-form-body.js';
import { decodeUtf8, readJsonBody } from './read-json-body.js';
import { refuseUnreadable } from './refuse-unreadable.js';
import { readTextBody } from './text-body.js';
import { validationPipe } from './validation.js';

export const BODY_LIMIT = 2 * 1024 * 1024;
const JSON_TYPES = ['application/json', 'application/ld+json', 'application/vc+ld+json', 'application/vc'];
/** Credentials in tokens; their readers take the text apart. */
const TOKEN_TYPES = ['application/vc+jwt', 'application/vc-ld+jwt', 'application/jwt', 'application/jose'];
const UNROUTABLE = '/undecodable';
const FORBIDDEN_NAMES = ['__proto__', 'constructor', 'prototype'];
/** As long as Node lets an address be: an id that is too long is one that does not exist. */
const LONGEST_PARAM = 16_384;
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
    clientErrorHandler: refuseUnreadable,
    rewriteUrl: ({ url = '/' }: { url?: string | undefined }) => (routable(url) ? url : UNROUTABLE),
    routerOptions: { maxParamLength: LONGEST_PARAM, ignoreTrailingSlash: false },
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
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: environment.publicUrl.startsWith('https://'),
  });
  app.enableCsrfProtection();
  for (const type of JSON_TYPES) app.useBodyParser(type, { bodyLimit: BODY_LIMIT }, reading(readJsonBody));
  for (const type of TOKEN_TYPES) app.useBodyParser(type, { bodyLimit: BODY_LIMIT }, reading(decodeUtf8));
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: BODY_LIMIT }, reading(readFormBody));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  app.useBodyParser('text/plain', { bodyLimit: BODY_LIMIT }, reading(readTextBody));
  checkAddresses(fastify);
  keepNothingByDefault(fastify);
}

function reading(read: (body: Buffer, request: FastifyRequest) => unknown) {
  return (request: FastifyRequest, body: Buffer, done: (error: Error | null, value?: unknown) => void): void => {
    let value: unknown;
    try {
      value = read(body, request);
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
    if (/%00/.test(request.originalUrl) || !decodable(request.originalUrl))
      throw new Problem(malformedRequest, { detail: 'The address cannot be decoded.' });
    const forbidden = FORBIDDEN_NAMES.find((name) => Object.hasOwn(request.query as object, name));
    if (forbidden) {
      const errors = [{ field: forbidden, code: 'name', detail: 'A parameter cannot have this name.' }];
      throw new Problem(malformedRequest, { detail: 'The address cannot be used.', errors });
    }
  });
}

/** What does not say how long it may be kept is somebody's own: no cache keeps it, nor shows it after signing out (ASVS 5.0 V14.3.2). */
function keepNothingByDefault(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
}

/** The path has to be decodable as it is; in the query, a percent sign that begins no escape stands for itself. */
function decodable(url: string): boolean {
  try {
    decodeURIComponent(url.replace(/%(?![0-9a-f]{2})/gi, '%25'));
    return routable(url);
  } catch {
    return false;
  }
}

/** The router refuses other paths by itself, with neither our headers nor a problem to read; so it is never shown them. */
function routable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
