import type { Things } from '../api-things.js';
import { awaitFact } from '../badges.js';
import { type ApiRequests, as, ifMatch } from './request.js';

/** The path of Amara's badge. */
function badgePath({ world }: Things): string {
  return new URL(world.walked.badges[0]?.url ?? '').pathname;
}

async function amarasCredential({ cast }: Things): Promise<string> {
  const { items } = await cast.amara.client.get<{ items: { id: string }[] }>('/api/v1/credentials?mine=yes');
  return items.at(-1)?.id ?? '';
}

/** The key that signs embedded proofs since the first badge. */
async function firstKey({ cast }: Things): Promise<{ id: string; fragment: string }> {
  const { items } = await cast.olga.client.get<{ items: { id: string; fragment: string }[] }>('/api/v1/signing-keys');
  return items[0] ?? { id: '', fragment: '' };
}

/** A key that signed nothing, so that nothing suffers when it is reported. */
async function idleKey({ world }: Things): Promise<string> {
  const { admin } = world.walked.cast;
  return (await admin.post<{ id: string }>('/api/v1/signing-keys/rotation', { algorithm: 'ES256' })).id;
}

/** The path, once the worker has made what it leads to. */
async function made({ world }: Things, path: string): Promise<string> {
  await awaitFact(async () => (await world.ask({}, { method: 'GET', path })).answer.status === 200);
  return path;
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
  getCredentialForms: async (things) => ({ path: '/api/v1/credential-forms', by: await as(things, 'admin') }),
  chooseCredentialForms: async (things) => ({
    path: '/api/v1/credential-forms',
    headers: ifMatch((await things.world.walked.cast.admin.get<{ version: number }>('/api/v1/credential-forms')).version),
    body: { vcJwt: ['RS256'] },
    by: await as(things, 'admin'),
  }),
  listSigningKeys: async (things) => ({ path: '/api/v1/signing-keys', by: await as(things, 'olga') }),
  rotateSigningKey: async (things) => ({
    path: '/api/v1/signing-keys/rotation',
    body: { algorithm: 'ES256' },
    by: await as(things, 'admin'),
  }),
  compromiseSigningKey: async (things) => ({
    path: `/api/v1/signing-keys/${await idleKey(things)}/compromise`,
    body: { reason: 'A token was lost.' },
    by: await as(things, 'admin'),
  }),
  listCredentialsSignedBy: async (things) => ({
    path: `/api/v1/signing-keys/${(await firstKey(things)).id}/credentials`,
    by: await as(things, 'olga'),
  }),
  showCredential: async (things) => ({ path: badgePath(things) }),
  downloadCredential: async (things) => ({ path: `${badgePath(things)}/credential.json` }),
  downloadVcJwt: async (things) => ({ path: await made(things, `${badgePath(things)}/credential.jwt`) }),
  showKey: async (things) => ({ path: `/issuers/riverside/keys/${(await firstKey(things)).fragment}` }),
  showKeySet: async () => ({ path: '/issuers/riverside/jwks.json' }),
  showKeyHistory: async (things) => ({ path: await made(things, '/issuers/riverside/key-history.json') }),
  showDidDocument: async () => ({ path: '/issuers/riverside/did.json' }),
  showIssuer: async () => ({ path: '/issuers/riverside' }),
  showAchievement: async ({ world }) => ({ path: `/achievements/${world.walked.published.editionId}` }),
  showStatusList: async (things) => ({ path: `/status-lists/${await statusListId(things)}` }),
  verify: async (things) => {
    const { answer } = await things.world.ask({}, { method: 'GET', path: badgePath(things) });
    return { path: '/verify', body: JSON.parse(answer.body) as object };
  },
};
