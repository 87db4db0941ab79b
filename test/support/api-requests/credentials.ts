import type { Things } from '../api-things.js';
import { showName } from '../shown-name.js';
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

/** A badge of Amara's that shows this name, which no badge does by itself. */
async function named(things: Things, name: string): Promise<string> {
  return showName(things.world.app, things.world.riverside, (await things.credential()).id, name);
}

/** A plan to revoke a badge that can still be called off. */
async function revocations(things: Things): Promise<string> {
  const { id: credentialId } = await things.credential();
  const body = { credentialIds: [credentialId], reason: 'The exam leaked.' };
  const { id } = await things.cast.olga.client.post<{ id: string }>('/api/v1/credential-revocations', body);
  return id;
}

export const credentialRequests: ApiRequests = {
  listCredentials: async (things) => ({ path: '/api/v1/credentials', by: await as(things, 'olga') }),
  getCredential: async (things) => ({
    path: `/api/v1/credentials/${await amarasCredential(things)}`,
    by: await as(things, 'amara'),
  }),
  suspendCredential: async (things) => ({
    path: `/api/v1/credentials/${(await things.credential()).id}/suspension`,
    body: { reason: 'An appeal is open.' },
    by: await as(things, 'olga'),
  }),
  reinstateCredential: async (things) => {
    const { id } = await things.credential();
    await things.cast.olga.client.post(`/api/v1/credentials/${id}/suspension`, { reason: 'An appeal is open.' });
    return {
      path: `/api/v1/credentials/${id}/reinstatement`,
      body: { reason: 'The appeal was upheld.' },
      by: await as(things, 'olga'),
    };
  },
  reissueCredential: async (things) => ({
    path: `/api/v1/credentials/${(await things.credential()).id}/reissue`,
    body: {},
    by: await as(things, 'olga'),
  }),
  resendCredentialLetter: async (things) => ({
    path: `/api/v1/credentials/${(await things.credential()).id}/letters`,
    by: await as(things, 'olga'),
  }),
  requestCorrection: async (things) => ({
    path: `/api/v1/credentials/${await named(things, 'Amara Okfor')}/correction-requests`,
    body: { name: 'Amara Okafor' },
    by: await as(things, 'amara'),
  }),
  listCorrectionRequests: async (things) => ({ path: '/api/v1/credential-correction-requests', by: await as(things, 'olga') }),
  decideCorrection: async (things) => {
    const path = `/api/v1/credentials/${await named(things, 'Amara Okfor')}/correction-requests`;
    const { id } = await things.cast.amara.client.post<{ id: string }>(path, { name: 'Amara Okafor' });
    return {
      path: `/api/v1/credential-correction-requests/${id}/decision`,
      body: { decision: 'accepted' },
      by: await as(things, 'olga'),
    };
  },
  planRevocations: async (things) => ({
    path: '/api/v1/credential-revocations',
    body: { credentialIds: [(await things.credential()).id], reason: 'The exam leaked.' },
    by: await as(things, 'olga'),
  }),
  listRevocations: async (things) => ({ path: '/api/v1/credential-revocations', by: await as(things, 'olga') }),
  getRevocations: async (things) => ({
    path: `/api/v1/credential-revocations/${await revocations(things)}`,
    by: await as(things, 'olga'),
  }),
  listRevocationRows: async (things) => ({
    path: `/api/v1/credential-revocations/${await revocations(things)}/rows`,
    by: await as(things, 'olga'),
  }),
  cancelRevocations: async (things) => ({
    path: `/api/v1/credential-revocations/${await revocations(things)}/cancellation`,
    by: await as(things, 'olga'),
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
