import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html, htmlPage } from './html.js';
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
  const body = html`<h1>${type.title}</h1>
    ${particulars.detail ? html`<p>${particulars.detail}</p>` : null}
    ${
      particulars.errors
        ? html`<ul>
            ${particulars.errors.map(({ field, detail }) => html`<li>${field}: ${detail}</li>`)}
          </ul>`
        : null
    }
    <p><a href="/">Go to the start page</a></p>
    <p class="quiet">Request ${request.id}</p>`;
  void reply
    .status(type.status)
    .header('content-type', 'text/html; charset=utf-8')
    .send(htmlPage({ title: type.title, body }));
}
