import type { FastifyReply, FastifyRequest } from 'fastify';
import { htmlPage, type Page } from './html-page.js';
import { readerOf, tellLanguage } from './reader.js';

/** The text of a page for who asks, with the headers that say what it is. `institution`: the language of the one whose page it is. */
export function answerPage(request: FastifyRequest, reply: FastifyReply, page: Page, institution?: string | null): string {
  const reader = readerOf(request, institution);
  tellLanguage(reply, reader);
  void reply.header('content-type', 'text/html; charset=utf-8');
  return htmlPage(page, reader);
}
