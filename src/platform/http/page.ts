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
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { PageProblemFilter } from './page-problem-filter.js';
import { answerPage } from './pages/answer-page.js';
import type { Page } from './pages/html-page.js';
import { LANGUAGE_PARAMETER, readerOf, tellLanguage } from './pages/reader.js';

/** What a method of a page controller answers: a page, or where to go next. */
export type PageAnswer = { status: number; page: Page; institution: string | null } | { location: string };

/** `institution`: the language of the one whose page it is, for who reads none of the others. */
export function page(page: Page, status = 200, institution: string | null = null): PageAnswer {
  return { status, page, institution };
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
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    // It is the page's own: what the method reads knows nothing of it.
    delete (request.query as Record<string, unknown>)[LANGUAGE_PARAMETER];
    return next.handle().pipe(
      map((answer) => {
        const reply = http.getResponse<FastifyReply>();
        void reply.header('cache-control', 'no-store').header('referrer-policy', REFERRER_POLICY);
        if ('location' in answer) {
          tellLanguage(reply, readerOf(request));
          void reply.status(303).header('location', answer.location);
          return '';
        }
        void reply.status(answer.status);
        return answerPage(request, reply, answer.page, answer.institution);
      }),
    );
  }
}

/** For a controller whose methods answer pages: refusals become pages too, and who is not signed in is asked to. */
export const HtmlPages = () =>
  applyDecorators(ApiExcludeController(), UseInterceptors(SendsPages), UseFilters(PageProblemFilter));
