import type { Things } from '../api-things.js';
import { type ApiRequests, as } from './request.js';

/** The path of Amara's badge. */
function badgePath({ world }: Things): string {
  return new URL(world.walked.badges[0]?.url ?? '').pathname;
}

async function amarasCredential({ cast }: Things): Promise<string> {
  const { items } = await cast.amara.client.get<{ items: { id: string }[] }>('/api/v1/credentials?mine=yes');
  return items.at(-1)?.id ?? '';
}

async function statusListId({ world }: Things): Promise<string> {
  const [row] = await world.rows<{ id: string }>('select id from status_list limit 1');
  return row?.id ?? '';
}

export const credentialRequests: ApiRequests = {
  listCredentials: async (things) => ({ path: '/api/v1/credentials', by: await as(things, 'olga') }),
  getCredential: async (things) => ({
    path: `/api/v1/credentials/${await amarasCredential(things)}`,
    by: await as(things, 'amara'),
  }),
  revokeCredential: async (things) => ({
    path: `/api/v1/credentials/${(await things.credential()).id}/revocation`,
    body: { reason: 'Issued by mistake.' },
    by: await as(things, 'olga'),
  }),
  showCredential: async (things) => ({ path: badgePath(things) }),
  downloadCredential: async (things) => ({ path: `${badgePath(things)}/credential.json` }),
  showDidDocument: async () => ({ path: '/issuers/riverside/did.json' }),
  showIssuer: async () => ({ path: '/issuers/riverside' }),
  showAchievement: async ({ world }) => ({ path: `/achievements/${world.walked.published.editionId}` }),
  showStatusList: async (things) => ({ path: `/status-lists/${await statusListId(things)}` }),
  verify: async (things) => {
    const { answer } = await things.world.ask({}, { method: 'GET', path: badgePath(things) });
    return { path: '/verify', body: JSON.parse(answer.body) as object };
  },
};
