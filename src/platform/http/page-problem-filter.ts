import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from './html.js';
import { answerPage } from './pages/answer-page.js';
import type { Page } from './pages/html-page.js';
import { refusalIn } from './refusals.js';
import { wordsIn } from './pages/words.js';
import { Problem, type ProblemParticulars, type ProblemType } from './problem.js';
import { notSignedIn } from './problems.js';

/** Refusals as a page to read. Unexpected errors are left to the filter of all routes. */
@Catch(Problem)
export class PageProblemFilter implements ExceptionFilter<Problem> {
  catch({ type, particulars }: Problem, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblemPage(type, particulars, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Whether somebody looks at an address in a browser, as opposed to a program that asks the API. */
export function isVisit({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && /\btext\/html\b/.test(headers.accept ?? '');
}

/** The problem as a page; whoever is not signed in is asked to. */
export function sendProblemPage(
  type: ProblemType,
  particulars: ProblemParticulars,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  void reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin');
  if (type === notSignedIn) {
    const next = request.method === 'GET' ? `?next=${encodeURIComponent(request.url)}` : '';
    void reply.status(303).header('location', `/sign-in${next}`).send('');
    return;
  }
  if (particulars.retryAfter !== undefined) void reply.header('retry-after', String(particulars.retryAfter));
  void reply.status(type.status).send(answerPage(request, reply, refusalPage(type, particulars, request.id)));
}

function refusalPage(type: ProblemType, particulars: ProblemParticulars, requestId: string): Page {
  return (language) => {
    const { refusal: words } = wordsIn(language);
    const { title, detail, errors, language: told } = refusalIn(language, type, particulars);
    const body = html`<div lang="${told}">
        <h1>${title}</h1>
        ${detail ? html`<p>${detail}</p>` : null}
        ${
          errors
            ? html`<ul>
                ${errors.map(({ field, detail: wrong }) => html`<li>${field}: ${wrong}</li>`)}
              </ul>`
            : null
        }
      </div>
      <p><a href="/">${words.start}</a></p>
      <p class="quiet">${words.request(requestId)}</p>`;
    return { title, body };
  };
}
