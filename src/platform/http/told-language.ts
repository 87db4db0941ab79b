import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../languages.js';
import { chooseLanguage } from './pages/choose-language.js';

/** What the request asks for, and nothing that is known of its sender: the program that shows the answer speaks a language, too. */
export function wishedLanguage({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  return chooseLanguage({ accepted: headers['accept-language'] });
}

/** The language that an answer of the API is told in, where it holds sentences. The answer says so. */
export const ToldLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const http = context.switchToHttp();
  return tellsIn(wishedLanguage(http.getRequest<FastifyRequest>()), http.getResponse<FastifyReply>());
});

/** Says of an answer which language it is in, and that another may be asked for. */
export function tellsIn(language: Language, reply: FastifyReply): Language {
  const vary = reply.getHeader('vary');
  void reply
    .header('content-language', language)
    .header('vary', vary === undefined ? 'accept-language' : `${String(vary)}, accept-language`);
  return language;
}
