import type { Things } from '../api-things.js';
import { showName } from '../shown-name.js';
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

/** A share link of Amara's badge, made now. */
async function shareLink(things: Things): Promise<{ path: string; id: string; token: string }> {
  const path = `/api/v1/credentials/${await amarasCredential(things)}/share-links`;
  const { id, url } = await things.cast.amara.client.post<{ id: string; url: string }>(path, shareWish());
  return { path, id, token: url.slice(url.lastIndexOf('/') + 1) };
}

function shareWish() {
  return { label: 'Wasserwerk', expiresAt: new Date(Date.now() + 86_400_000).toISOString() };
}

/** Evidence of a badge of Amara's that was issued now. */
async function evidence(things: Things): Promise<{ credentialId: string; id: string; path: string }> {
  const { id: credentialId } = await things.credential(async (enrollmentId, fileIds) => {
    await things.cast.amara.client.put(
      `/api/v1/enrollments/${enrollmentId}/credential-choices`,
      { ...CHOICES, evidenceFileIds: fileIds },
      { ifMatch: '"v0"' },
    );
  });
  const { items } = await things.cast.amara.client.get<{ items: { id: string; url: string }[] }>(
    `/api/v1/credentials/${credentialId}/evidence`,
  );
  const [first] = items;
  if (!first) throw new Error('The badge names no evidence');
  return { credentialId, id: first.id, path: new URL(first.url).pathname };
}

const CHOICES = { showName: false, showResults: false, identity: 'pairwise', did: null, evidenceLinks: [], evidenceFileIds: [] };

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

/** An edition that lets Amara's returned work pass, and the list that says so. */
async function newlyQualified(things: Things): Promise<{ editionId: string; version: string }> {
  const { microCredentialId } = await things.graded('returned');
  const { ines, olga } = things.cast;
  const path = `/api/v1/micro-credentials/${microCredentialId}`;
  const draft = await ines.client.get<{ version: number; rubric: { criteria: object[] } }>(path);
  const criteria = draft.rubric.criteria.map((criterion) => ({ ...criterion, mustPassPoints: null }));
  await ines.client.patch(path, { rubric: { passPoints: 0, criteria } }, { ifMatch: `"v${draft.version}"` });
  const { id: editionId } = await things.publish({ id: microCredentialId, version: draft.version + 1 });
  const list = await olga.client.get<{ version: string }>(`/api/v1/editions/${editionId}/newly-qualified`);
  return { editionId, version: list.version };
}

async function requalification(things: Things): Promise<string> {
  const { editionId, version } = await newlyQualified(things);
  const path = `/api/v1/editions/${editionId}/newly-qualified/awards`;
  const { id } = await things.cast.olga.client.post<{ id: string }>(path, { version, reason: 'The bar was too high.' });
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
  listNewlyQualified: async (things) => ({
    path: `/api/v1/editions/${(await newlyQualified(things)).editionId}/newly-qualified`,
    by: await as(things, 'olga'),
  }),
  awardNewlyQualified: async (things) => {
    const { editionId, version } = await newlyQualified(things);
    return {
      path: `/api/v1/editions/${editionId}/newly-qualified/awards`,
      body: { version, reason: 'The bar was too high.' },
      by: await as(things, 'olga'),
    };
  },
  listRequalifications: async (things) => ({
    path: `/api/v1/editions/${(await things.edition()).editionId}/newly-qualified/awards`,
    by: await as(things, 'olga'),
  }),
  getRequalification: async (things) => ({
    path: `/api/v1/requalifications/${await requalification(things)}`,
    by: await as(things, 'olga'),
  }),
  listRequalificationRows: async (things) => ({
    path: `/api/v1/requalifications/${await requalification(things)}/rows`,
    by: await as(things, 'olga'),
  }),
  revokeCredential: async (things) => ({
    path: `/api/v1/credentials/${(await things.credential()).id}/revocation`,
    body: { reason: 'Issued by mistake.' },
    by: await as(things, 'olga'),
  }),
  getCredentialChoices: async (things) => ({
    path: `/api/v1/enrollments/${(await things.place()).enrollmentId}/credential-choices`,
    by: await as(things, 'amara'),
  }),
  chooseForCredential: async (things) => ({
    path: `/api/v1/enrollments/${(await things.place()).enrollmentId}/credential-choices`,
    body: { ...CHOICES, showName: true },
    headers: ifMatch(0),
    by: await as(things, 'amara'),
  }),
  getDidChallenge: async (things) => ({
    path: `/api/v1/enrollments/${(await things.place()).enrollmentId}/did-challenge`,
    by: await as(things, 'amara'),
  }),
  showCredentialTo: async (things) => ({
    path: `/api/v1/credentials/${await amarasCredential(things)}/visibility`,
    body: { visibility: 'link' },
    by: await as(things, 'amara'),
  }),
  listShareLinks: async (things) => ({
    path: `/api/v1/credentials/${await amarasCredential(things)}/share-links`,
    by: await as(things, 'amara'),
  }),
  createShareLink: async (things) => ({
    path: `/api/v1/credentials/${await amarasCredential(things)}/share-links`,
    body: shareWish(),
    by: await as(things, 'amara'),
  }),
  revokeShareLink: async (things) => {
    const { path, id } = await shareLink(things);
    return { path: `${path}/${id}`, by: await as(things, 'amara') };
  },
  listCredentialViews: async (things) => ({
    path: `/api/v1/credentials/${await amarasCredential(things)}/views`,
    by: await as(things, 'amara'),
  }),
  listEvidence: async (things) => ({
    path: `/api/v1/credentials/${await amarasCredential(things)}/evidence`,
    by: await as(things, 'amara'),
  }),
  withdrawOneEvidence: async (things) => {
    const { credentialId, id } = await evidence(things);
    return { path: `/api/v1/credentials/${credentialId}/evidence/${id}/withdrawal`, by: await as(things, 'amara') };
  },
  getPortfolio: async (things) => ({ path: '/api/v1/portfolio', by: await as(things, 'amara') }),
  arrangePortfolio: async (things) => {
    const { version } = await things.cast.amara.client.get<{ version: number }>('/api/v1/portfolio');
    const body = { title: 'My badges', introduction: '', showName: false, published: false, credentialIds: [] };
    return { path: '/api/v1/portfolio', body, headers: ifMatch(version), by: await as(things, 'amara') };
  },
  showShared: async (things) => ({ path: `/shared/${(await shareLink(things)).token}` }),
  downloadShared: async (things) => ({ path: `/shared/${(await shareLink(things)).token}/credential.json` }),
  showEvidence: async (things) => ({ path: (await evidence(things)).path }),
  showSharedEvidence: async (things) => {
    const { credentialId, path } = await evidence(things);
    const { url } = await things.cast.amara.client.post<{ url: string }>(
      `/api/v1/credentials/${credentialId}/share-links`,
      shareWish(),
    );
    return { path: `${new URL(url).pathname}${path}` };
  },
  showMicrocredentialContext: async () => ({ path: '/contexts/microcredential-v2.json' }),
  showMicrocredentialSchema: async () => ({ path: '/schemas/microcredential-v2.json' }),
  showFirstMicrocredentialContext: async () => ({ path: '/contexts/microcredential-v1.json' }),
  showFirstMicrocredentialSchema: async () => ({ path: '/schemas/microcredential-v1.json' }),
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
