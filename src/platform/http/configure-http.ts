import { callbackify } from 'node:util';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Environment } from '../config/environment.js';
import { newId } from '../ids.js';
import { challengeUnknown } from './challenge.js';
import { EtagInterceptor } from './etag-interceptor.js';
import { frameCookieName, FramePermissions } from './frame-permissions.js';
import { ProblemFilter } from './problem-filter.js';
import { Problem } from './problem.js';
import { malformedRequest } from './problems.js';
import { readFormBody } from './read-form-body.js';
import { decodeUtf8, readJsonBody } from './read-json-body.js';
import { refuseUnreadable } from './refuse-unreadable.js';
import { letFrame, securityHeaders } from './security-headers.js';
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
  // Platforms post to these from their own pages; state, nonce and signature say what a cookie cannot (LTI Security Framework 1.1 §5.1.1).
  app.enableCsrfProtection({ exclude: ['/lti/login', '/lti/launch'] });
  for (const type of JSON_TYPES) app.useBodyParser(type, { bodyLimit: BODY_LIMIT }, reading(readJsonBody));
  for (const type of TOKEN_TYPES) app.useBodyParser(type, { bodyLimit: BODY_LIMIT }, reading(decodeUtf8));
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: BODY_LIMIT }, reading(readFormBody));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  app.useBodyParser('text/plain', { bodyLimit: BODY_LIMIT }, reading(readTextBody));
  sendSecurityHeaders(app, environment);
  checkAddresses(fastify);
  keepNothingByDefault(fastify);
  challengeUnknown(fastify);
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

/**
 * Before any other hook, so that refusals have them too. Nest's own `useSecurityHeaders` writes them to the bare response one by one,
 * which makes Node write all others so too: that took a tenth of an answer from memory.
 */
function sendSecurityHeaders(app: NestFastifyApplication, environment: Environment): void {
  const headers = securityHeaders({ publicUrl: environment.publicUrl, frameOrigins: environment.CAIRN_FRAME_ORIGINS });
  const adapter = app.getHttpAdapter() as unknown as FastifyAdapter;
  const frames = app.get(FramePermissions, { strict: false });
  const cookie = frameCookieName(environment.publicUrl);
  adapter.setOnRequestHook((request, reply, done) => {
    void reply.headers(headers);
    const allowed = frames.of(request, cookie);
    if (!allowed) return done();
    callbackify(letFrameOnceKnown)(reply, allowed, (error) => done(error ?? undefined));
  });
}

async function letFrameOnceKnown(reply: FastifyReply, allowed: Promise<readonly string[]>): Promise<void> {
  const origins = await allowed;
  if (origins.length > 0) letFrame(reply, origins);
}

// The hooks of every request call `done` and are no promises: each promise costs a turn of the event loop's queue, also where an answer
// is in memory and all the rest of it takes 50 µs.
function checkAddresses(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    const problem = problemOf(request);
    if (problem) done(problem);
    else done();
  });
}

function problemOf({ originalUrl, query }: FastifyRequest): Problem | undefined {
  // PostgreSQL cannot hold NUL, and a malformed escape would surface as a 500 further in.
  if (originalUrl.includes('%00') || !decodable(originalUrl))
    return new Problem(malformedRequest, { detail: 'The address cannot be decoded.' });
  const forbidden = FORBIDDEN_NAMES.find((name) => Object.hasOwn(query as object, name));
  if (!forbidden) return undefined;
  const errors = [{ field: forbidden, code: 'name', detail: 'A parameter cannot have this name.' }];
  return new Problem(malformedRequest, { detail: 'The address cannot be used.', errors });
}

/** What does not say how long it may be kept is somebody's own: no cache keeps it, nor shows it after signing out (ASVS 5.0 V14.3.2). */
function keepNothingByDefault(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}

/** The path has to be decodable as it is; in the query, a percent sign that begins no escape stands for itself. */
function decodable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    decodeURIComponent(url.replace(/%(?![0-9a-f]{2})/gi, '%25'));
    return routable(url);
  } catch {
    return false;
  }
}

/** The router refuses other paths by itself, with neither our headers nor a problem to read; so it is never shown them. */
function routable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
