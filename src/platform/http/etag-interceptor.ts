import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { etagOf } from './versions.js';

/** Gives an answer that has a `version` its ETag, and answers 304 to who has it already. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((body: unknown) => {
        const version = (body as { version?: unknown } | null | undefined)?.version;
        if (typeof version !== 'number') return body;
        const reply = http.getResponse<FastifyReply>();
        const request = http.getRequest<FastifyRequest>();
        const etag = etagOf(version);
        void reply.header('etag', etag).header('cache-control', 'private, no-cache');
        if (request.method === 'GET' && request.headers['if-none-match'] === etag) {
          void reply.status(304);
          return undefined;
        }
        return body;
      }),
    );
  }
}
