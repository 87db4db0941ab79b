import type { Things } from '../api-things.js';
import { type ApiRequests, as, ifMatch } from './request.js';

const PATH = '/api/v1/institution/letters/welcome/de';
const WORDS = { subject: 'Willkommen, {{person.name}}', body: 'Guten Tag,\n\n[Anmelden]({{link}})' };

async function version({ cast }: Things): Promise<{ 'if-match': string }> {
  return ifMatch((await cast.admin.get<{ version: number }>(PATH)).version);
}

export const letterRequests: ApiRequests = {
  listLetters: async (things) => ({ path: '/api/v1/institution/letters', by: await as(things, 'olga') }),
  getLetter: async (things) => ({ path: PATH, by: await as(things, 'olga') }),
  rewordLetter: async (things) => ({ path: PATH, headers: await version(things), body: WORDS, by: await as(things, 'olga') }),
  restoreLetter: async (things) => ({ path: PATH, headers: await version(things), by: await as(things, 'admin') }),
  listLetterVersions: async (things) => ({ path: `${PATH}/versions`, by: await as(things, 'olga') }),
  previewLetter: async (things) => ({ path: `${PATH}/previews`, body: WORDS, by: await as(things, 'olga') }),
  tryLetterOut: async (things) => ({ path: `${PATH}/trials`, body: WORDS, by: await as(things, 'olga') }),
};
