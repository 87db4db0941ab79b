import type { Things } from '../api-things.js';
import { awaitFact } from '../badges.js';
import { type ApiRequests, as, upload } from './request.js';

const IMPORTS = '/api/v1/historic-award-imports';

let people = 0;

/** A file of one award that nobody has yet, with the edition of the walk. */
function file({ world }: Things) {
  const email = `historic.${(people += 1)}@example.org`;
  const text = `email,name,edition,awarded_on\n${email},Hana Historic,${world.walked.published.editionId},2019-06-14\n`;
  return upload('awards.csv', 'text/csv', Buffer.from(text));
}

async function uploaded(things: Things): Promise<string> {
  const { answer } = await things.world.ask(await as(things, 'olga'), { method: 'POST', path: IMPORTS, ...file(things) });
  return (JSON.parse(answer.body) as { id: string }).id;
}

/** A credential of such an award that was revoked. */
async function revoked(things: Things): Promise<string> {
  const { client } = things.cast.olga;
  const path = `${IMPORTS}/${await uploaded(things)}`;
  await client.post(`${path}/confirmation`, {});
  await awaitFact(async () => (await client.get<{ state: string }>(path)).state === 'finished');
  const { items } = await client.get<{ items: { credential: { id: string } | null }[] }>(`${path}/rows`);
  const id = items[0]?.credential?.id ?? '';
  await client.post(`/api/v1/credentials/${id}/revocation`, { reason: 'A mix-up.' });
  return id;
}

export const historicRequests: ApiRequests = {
  uploadHistoricImport: async (things) => ({ path: IMPORTS, ...file(things), by: await as(things, 'olga') }),
  listHistoricImports: async (things) => ({ path: IMPORTS, by: await as(things, 'olga') }),
  getHistoricImport: async (things) => ({ path: `${IMPORTS}/${await uploaded(things)}`, by: await as(things, 'olga') }),
  listHistoricRows: async (things) => ({ path: `${IMPORTS}/${await uploaded(things)}/rows`, by: await as(things, 'olga') }),
  confirmHistoricImport: async (things) => ({
    path: `${IMPORTS}/${await uploaded(things)}/confirmation`,
    body: {},
    by: await as(things, 'olga'),
  }),
  awardHistoricAgain: async (things) => ({
    path: `/api/v1/credentials/${await revoked(things)}/historic-re-award`,
    body: { reason: 'It was right.' },
    by: await as(things, 'olga'),
  }),
};
