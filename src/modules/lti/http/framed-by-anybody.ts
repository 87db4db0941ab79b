import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { letFrame } from '../../../platform/http/security-headers.js';

/** Before anything is answered, so that refusals have the headers too. */
@Injectable()
class LetsAnybodyFrame implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    letFrame(reply, ['*']);
    // The page says to its opener that it is done.
    void reply.header('cross-origin-opener-policy', 'unsafe-none');
    return next.handle();
  }
}

/** For pages that an LMS opens before it is known here. They know nobody by a cookie, so that a foreign frame gains nothing by them. */
export const FramedByAnybody = () => UseInterceptors(LetsAnybodyFrame);
