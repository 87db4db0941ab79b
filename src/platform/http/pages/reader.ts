import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../languages.js';
import type { RequestWithAccess } from '../access.js';
import { cookieNamed } from '../session-tokens.js';
import { chooseLanguage } from './choose-language.js';

/** Whom a page is for. */
export interface Reader {
  language: Language;
  /** Whether this address asked for the language. */
  asked: boolean;
  /** What the page can be asked for by again, besides its path and its language; `null`: it answers a form. */
  query: string | null;
}

/** The parameter of an address that chooses a language, and keeps the choice. */
export const LANGUAGE_PARAMETER = 'lang';
/** Open to scripts: the application keeps its own choice in it, so that there is one for both. */
const COOKIE = 'cairn-language';
const A_YEAR_SECONDS = 31_536_000;

/** `institution`: the language of the one whose page it is, a BCP 47 tag. */
export function readerOf(request: FastifyRequest, institution?: string | null): Reader {
  const { headers, method, url } = request;
  const query = new URLSearchParams(url.split('?')[1]);
  const asked = query.get(LANGUAGE_PARAMETER);
  query.delete(LANGUAGE_PARAMETER);
  const language = chooseLanguage({
    asked,
    kept: cookieNamed(headers.cookie, COOKIE),
    person: (request as RequestWithAccess).signedIn?.locale,
    accepted: headers['accept-language'],
    institution,
  });
  return { language, asked: asked === language, query: method === 'POST' ? null : query.toString() };
}

/** Who looks at a page that stands in one of another site: nothing is known of them there but what their browser and the address say. */
export function strangerOf({ headers, url }: FastifyRequest, institution: string): Reader {
  const asked = new URLSearchParams(url.split('?')[1]).get(LANGUAGE_PARAMETER);
  const language = chooseLanguage({ asked, accepted: headers['accept-language'], institution });
  return { language, asked: asked === language, query: null };
}

/** As `tellLanguage`, and nothing is kept. */
export function tellLanguageToStranger(reply: FastifyReply, { language }: Reader): void {
  sayLanguage(reply, language, ['accept-language']);
}

/** Tells caches and browsers in which language the answer is, and keeps a choice for the pages after it. */
export function tellLanguage(reply: FastifyReply, { language, asked }: Reader): void {
  sayLanguage(reply, language, ['accept-language', 'cookie']);
  if (!asked) return;
  const secure = reply.request.protocol === 'https' ? '; Secure' : '';
  void reply.header('set-cookie', `${COOKIE}=${language}; Path=/; Max-Age=${A_YEAR_SECONDS}; SameSite=Lax${secure}`);
}

function sayLanguage(reply: FastifyReply, language: Language, chosenBy: readonly string[]): void {
  const vary = [reply.getHeader('vary'), ...chosenBy].filter((one) => one !== undefined).join(', ');
  void reply.header('content-language', language).header('vary', vary);
}
