import type { Things } from '../api-things.js';
import { type ApiRequests, as, upload } from './request.js';

const IMPORTS = '/api/v1/enrollment-imports';

let people = 0;

/** A file of one person who is new, for the offering of a fresh place. */
async function file(things: Things) {
  const { id } = await things.offering();
  const text = `email,name\nfile.${(people += 1)}@example.org,Fatima File\n`;
  return { path: `${IMPORTS}?offeringId=${id}`, ...upload('people.csv', 'text/csv', Buffer.from(text)) };
}

async function uploaded(things: Things): Promise<string> {
  const { answer } = await things.world.ask(await as(things, 'olga'), { method: 'POST', ...(await file(things)) });
  return (JSON.parse(answer.body) as { id: string }).id;
}

export const enrollmentImportRequests: ApiRequests = {
  uploadEnrollmentImport: async (things) => ({ ...(await file(things)), by: await as(things, 'olga') }),
  listEnrollmentImports: async (things) => ({ path: IMPORTS, by: await as(things, 'olga') }),
  getEnrollmentImport: async (things) => ({ path: `${IMPORTS}/${await uploaded(things)}`, by: await as(things, 'olga') }),
  listEnrollmentImportRows: async (things) => ({
    path: `${IMPORTS}/${await uploaded(things)}/rows`,
    by: await as(things, 'olga'),
  }),
  confirmEnrollmentImport: async (things) => ({
    path: `${IMPORTS}/${await uploaded(things)}/confirmation`,
    body: {},
    by: await as(things, 'olga'),
  }),
};
