import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

/** A public document with a validator of its content, so that who has it already is not sent it again. */
export class CachedAnswer {
  /** Strong (RFC 9110 §8.8.3): another byte, another ETag. */
  readonly etag: string;

  constructor(
    readonly body: string,
    readonly contentType: string,
    /** How long caches may use it without asking; by default they always ask. */
    readonly cacheControl = 'public, no-cache',
    /** What its headers say besides, where another one of them makes it another answer. */
    besides = '',
  ) {
    this.etag = `"${createHash('sha256').update(body).update(besides).digest('base64url').slice(0, 22)}"`;
  }
}

@Injectable()
class SendsCachedAnswers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<CachedAnswer>): Observable<string | undefined> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((answer) => {
        const reply = http.getResponse<FastifyReply>();
        void reply.header('etag', answer.etag).header('cache-control', answer.cacheControl);
        if (covers(http.getRequest<FastifyRequest>().headers['if-none-match'], answer.etag)) {
          void reply.status(304);
          return undefined;
        }
        void reply.header('content-type', answer.contentType);
        return answer.body;
      }),
    );
  }
}

/** For a controller whose methods answer a `CachedAnswer`. */
export const CachedAnswers = () => UseInterceptors(SendsCachedAnswers);

/** Caches on the way may have weakened it, and ask for several at once. */
export function covers(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const known = ifNoneMatch.split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
