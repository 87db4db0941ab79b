import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { htmlPage, type PageFrame } from './html.js';
import { PageProblemFilter } from './page-problem-filter.js';

/** What a method of a page controller answers: a page, or where to go next. */
export type PageAnswer = { status: number; frame: PageFrame } | { location: string };

export function page(frame: PageFrame, status = 200): PageAnswer {
  return { status, frame };
}

/** After a form was sent, so that reloading the next page does not send it again. `location` is a path of our own. */
export function seeOther(location: string): PageAnswer {
  return { location };
}

/*
 * `same-origin`, not `no-referrer`: with the latter, browsers send forms with `Origin: null`, and over plain http, where they
 * send no Sec-Fetch-Site either, the protection against forged requests has to refuse them. Other sites learn nothing by both.
 */
const REFERRER_POLICY = 'same-origin';

@Injectable()
class SendsPages implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<PageAnswer>): Observable<string> {
    return next.handle().pipe(
      map((answer) => {
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        void reply.header('cache-control', 'no-store').header('referrer-policy', REFERRER_POLICY);
        if ('location' in answer) {
          void reply.status(303).header('location', answer.location);
          return '';
        }
        void reply.status(answer.status).header('content-type', 'text/html; charset=utf-8');
        return htmlPage(answer.frame);
      }),
    );
  }
}

/** For a controller whose methods answer pages: refusals become pages too, and who is not signed in is asked to. */
export const HtmlPages = () =>
  applyDecorators(ApiExcludeController(), UseInterceptors(SendsPages), UseFilters(PageProblemFilter));
