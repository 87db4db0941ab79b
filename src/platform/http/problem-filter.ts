import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sqlState } from '../database/unit-of-work.js';
import { scopeChallenge } from './challenge.js';
import { errorFormOf } from './error-form.js';
import { isVisit, sendProblemPage } from './page-problem-filter.js';
import { Problem, type ProblemParticulars, type ProblemType } from './problem.js';
import * as problems from './problems.js';
import { refusalIn } from './refusals.js';
import { tellsIn, wishedLanguage } from './told-language.js';

const BY_STATUS = new Map<number, ProblemType>([
  [400, problems.malformedRequest],
  [401, problems.notSignedIn],
  [403, problems.notAllowed],
  [404, problems.notFound],
  [405, problems.methodNotAllowed],
  [413, problems.bodyTooLarge],
  [415, problems.unsupportedMediaType],
  [429, problems.tooManyRequests],
  [503, problems.unavailable],
]);

// Connection failures, shutdown and resource exhaustion: worth trying again soon.
const UNAVAILABLE_STATES = /^(08|53|57P0)/;
const UNAVAILABLE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND']);

const LOST_CONNECTION =
  /timeout exceeded when trying to connect|Connection terminated|is not queryable|Query runner already released/;

/** The one place where errors become answers: problem+json (RFC 9457) with a stable code, or the form that the route's standard has; never a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host);
  }

  protected answer(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { type, particulars } = asProblem(error);
    if (type.status >= 500) {
      const cause = error instanceof Error ? error : new Error(String(error));
      this.logger.error({
        message: cause.message,
        code: type.code,
        requestId: request.id,
        method: request.method,
        route: request.routeOptions?.url,
        stack: cause.stack,
      });
    }
    if (reply.sent || reply.raw.headersSent) {
      // Half an answer is out: breaking the connection is the only honest end.
      reply.raw.destroy();
      return;
    }
    if (type === problems.scopeMissing) void reply.header('www-authenticate', scopeChallenge(particulars.facts?.['scope']));
    const errorForm = errorFormOf(request);
    if (!errorForm && isVisit(request)) return sendProblemPage(type, particulars, request, reply);
    if (particulars.retryAfter !== undefined) void reply.header('retry-after', String(particulars.retryAfter));
    if (errorForm) {
      const { status, contentType, body, headers = {} } = errorForm(type, particulars, request.id);
      void reply
        .status(status)
        .headers(headers)
        .header('content-type', contentType)
        .header('cache-control', 'no-store')
        .send(body);
      return;
    }
    const { title, language, ...told } = refusalIn(wishedLanguage(request), type, particulars);
    tellsIn(language, reply);
    void reply
      .status(type.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(presentProblem({ ...type, title }, told, request.id));
  }
}

export function presentProblem(type: ProblemType, particulars: ProblemParticulars, requestId: string) {
  return {
    type: `/problems/${type.code}`,
    title: type.title,
    status: type.status,
    code: type.code,
    ...(particulars.detail ? { detail: particulars.detail } : {}),
    ...(particulars.errors ? { errors: particulars.errors } : {}),
    ...(particulars.facts ? { facts: particulars.facts } : {}),
    requestId,
  };
}

function asProblem(error: unknown): { type: ProblemType; particulars: ProblemParticulars } {
  if (error instanceof Problem) return { type: error.type, particulars: error.particulars };
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  const known = typeof status === 'number' ? BY_STATUS.get(status) : undefined;
  if (known) return { type: known, particulars: status === 404 ? {} : { detail: (error as Error).message } };
  if (isBrokenUpload(error))
    return { type: problems.malformedRequest, particulars: { detail: 'The upload broke off. Send it again.' } };
  const code = sqlState(error);
  if (code === '53100' || (error as NodeJS.ErrnoException | null)?.code === 'ENOSPC')
    return { type: problems.storageFull, particulars: {} };
  if ((code && (UNAVAILABLE_STATES.test(code) || UNAVAILABLE_CODES.has(code))) || isLostConnection(error)) {
    return {
      type: problems.unavailable,
      particulars: { detail: 'The database is away. Nothing was lost; try again shortly.', retryAfter: 2 },
    };
  }
  return {
    type: problems.unexpected,
    particulars: { detail: 'It has been logged under the request id. Try again, or tell whoever runs this Cairn.' },
  };
}

/** The parser of multipart bodies has only words for it. */
function isBrokenUpload(error: unknown): boolean {
  return error instanceof Error && /unexpected end of multipart data$/i.test(error.message);
}

/** The driver has only words for a connection that was cut or not to be had. A failed rollback comes after what caused it. */
function isLostConnection(error: unknown): boolean {
  if (error instanceof AggregateError) return isLostConnection(error.errors[0]);
  return error instanceof Error && LOST_CONNECTION.test(error.message);
}
