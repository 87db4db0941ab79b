import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { generateIndependently, issueIndependently, presentIndependently } from '../../../demo/independent-verifier.mjs';
import type { Things } from '../api-things.js';
import type { Caller } from '../api-world.js';
import { TestBrowser } from '../browser.js';
import { bearer, ConnectedService, REDIRECT_URI, type Tokens } from '../connected-service.js';
import { type ApiRequest, type ApiRequests, as } from './request.js';

const OPEN_BADGES = '/ims/ob/v3p0';
const OID4VCI = '/issuers/riverside/oid4vci';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const GRANT = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

/** A credential of another issuer; with `badge`, an Open Badge. */
async function foreign(badge: boolean): Promise<Record<string, unknown>> {
  const key = await generateIndependently('did:key:z');
  const did = `did:key:${key.publicKeyMultibase}`;
  const achievement = {
    id: 'https://elsewhere.example/achievements/1',
    type: ['Achievement'],
    name: 'Sailing',
    description: 'Sailed.',
    criteria: { narrative: 'Sail.' },
  };
  const document = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      ...(badge ? ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] : []),
    ],
    id: 'https://elsewhere.example/badges/1',
    type: ['VerifiableCredential', ...(badge ? ['OpenBadgeCredential'] : [])],
    issuer: badge ? { id: did, type: ['Profile'], name: 'Elsewhere' } : did,
    validFrom: '2026-01-01T00:00:00Z',
    ...(badge ? { name: 'Sailing' } : {}),
    credentialSubject: { id: 'did:example:amara', ...(badge ? { type: ['AchievementSubject'], achievement } : {}) },
  };
  const own = { ...key, id: `${did}#${key.publicKeyMultibase}`, controller: did };
  return issueIndependently(document, own, new Date('2026-01-02T00:00:00Z'));
}

async function amarasBrowser(things: Things): Promise<TestBrowser> {
  const browser = new TestBrowser(things.world.app);
  browser.cookie = (await as(things, 'amara'))['cookie'] ?? null;
  return browser;
}

/** A service, with the code that Amara gave it. Registered by rows, because registering is limited. */
async function connected(things: Things): Promise<{ service: ConnectedService; code: string }> {
  await things.world.rows(`delete from rate_limit where key like 'oauth_register%'`);
  const service = new ConnectedService(things.world);
  await service.register();
  return { service, code: await service.allowedBy(await amarasBrowser(things)) };
}

async function forService(things: Things, request: ApiRequest): Promise<ApiRequest> {
  const { service, code } = await connected(things);
  return { ...request, by: bearer((await service.redeem(code)).json<Tokens>()) };
}

/** A token or code of a service, sent as a form by the service. */
async function asService(things: Things, path: string, fields: Record<string, string>): Promise<ApiRequest> {
  const { service, code } = await connected(things);
  const all = { code, code_verifier: service.verifier, redirect_uri: REDIRECT_URI, ...fields };
  return { path, headers: FORM, body: new URLSearchParams(all).toString(), by: service.basic() };
}

interface Started {
  token: string;
  code: string;
}

async function started(things: Things): Promise<Started> {
  const amara = await amarasBrowser(things);
  await things.world.rows(`delete from rate_limit where key like 'wallet_interaction%'`);
  const { url } = (await amara.post(await interactionsPath(things), {})).json<{ url: string }>();
  const token = /interactions\/([\w-]+)/.exec(url)?.[1] ?? '';
  const offer = (await amara.get(`/interactions/${token}/offer`)).json<{ grants: Record<string, Record<string, string>> }>();
  return { token, code: offer.grants[GRANT]?.['pre-authorized_code'] ?? '' };
}

/** Of Amara’s newest badge that stands. */
async function interactionsPath({ world, cast }: Things): Promise<string> {
  const [row] = await world.rows<{ id: string }>(
    `select id from credential where person_id = $1 and state = 'issued' order by issued_at desc limit 1`,
    [cast.amara.id],
  );
  return `/api/v1/credentials/${row?.id ?? ''}/interactions`;
}

async function walletToken(things: Things): Promise<Caller> {
  const { code } = await started(things);
  const body = new URLSearchParams({ grant_type: GRANT, 'pre-authorized_code': code }).toString();
  const { answer } = await things.world.ask({}, { method: 'POST', path: `${OID4VCI}/token`, headers: FORM, body });
  return bearer(JSON.parse(answer.body) as Tokens);
}

async function credentialRequest({ world }: Things): Promise<ApiRequest> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { answer } = await world.ask({}, { method: 'POST', path: `${OID4VCI}/nonce` });
  const { c_nonce: nonce } = JSON.parse(answer.body) as { c_nonce: string };
  const header = { alg: 'ES256', typ: 'openid4vci-proof+jwt', jwk: createPublicKey(privateKey).export({ format: 'jwk' }) };
  const proof = jwt.sign({ aud: `${world.environment.publicUrl}/issuers/riverside`, nonce }, privateKey, {
    algorithm: 'ES256',
    header: header as unknown as jwt.JwtHeader,
  });
  const body = { credential_configuration_id: 'OpenBadgeCredential_ldp_vc', proofs: { jwt: [proof] } };
  return { path: `${OID4VCI}/credential`, body };
}

export const exchangeRequests: ApiRequests = {
  issueVerifiableCredential: async (things) => {
    const { proof: _proof, issuer: _issuer, ...credential } = await foreign(false);
    return { path: '/vc-api/credentials/issue', body: { credential }, by: await as(things, 'olga') };
  },
  verifyVerifiableCredential: async () => ({
    path: '/vc-api/credentials/verify',
    body: { verifiableCredential: await foreign(true) },
  }),
  verifyVerifiablePresentation: async () => {
    const options = { challenge: 'a challenge', domain: 'https://verifier.example' };
    const { presentation } = await presentIndependently([await foreign(true)], options);
    return { path: '/vc-api/presentations/verify', body: { verifiablePresentation: presentation, options } };
  },
  describeAuthorizationServer: async () => ({ path: '/.well-known/oauth-authorization-server' }),
  registerService: async () => ({
    path: '/oauth/register',
    body: { client_name: 'Backpack', redirect_uris: [REDIRECT_URI], tos_uri: 'https://backpack.example/terms' },
  }),
  giveServiceTokens: (things) => asService(things, '/oauth/token', { grant_type: 'authorization_code' }),
  revokeServiceToken: (things) => asService(things, '/oauth/revoke', { token: 'unknown' }),
  describeService: async () => ({ path: `${OPEN_BADGES}/discovery` }),
  listHeldCredentials: (things) => forService(things, { path: `${OPEN_BADGES}/credentials?limit=2` }),
  storeHeldCredential: async (things) => forService(things, { path: `${OPEN_BADGES}/credentials`, body: await foreign(true) }),
  readHolderProfile: (things) => forService(things, { path: `${OPEN_BADGES}/profile` }),
  replaceHolderProfile: (things) =>
    forService(things, { path: `${OPEN_BADGES}/profile`, body: { type: ['Profile'], description: 'Sails.' } }),
  listServices: async (things) => ({ path: '/api/v1/me/services', by: await as(things, 'amara') }),
  disconnectService: async (things) => {
    await connected(things);
    const [grant] = await things.world.rows<{ id: string }>('select id from service_grant order by created_at desc limit 1');
    return { path: `/api/v1/me/services/${grant?.id ?? ''}`, by: await as(things, 'amara') };
  },
  startInteraction: async (things) => ({
    path: await interactionsPath(things),
    body: { authentication: true },
    by: await as(things, 'amara'),
  }),
  showInteraction: async (things) => ({
    path: `/interactions/${(await started(things)).token}`,
    headers: { accept: 'application/json' },
  }),
  takePartInExchange: async (things) => ({ path: `/interactions/${(await started(things)).token}/exchange`, body: {} }),
  showCredentialOffer: async (things) => ({ path: `/interactions/${(await started(things)).token}/offer` }),
  describeCredentialIssuer: async () => ({ path: '/.well-known/openid-credential-issuer/issuers/riverside' }),
  describeWalletAuthorizationServer: async () => ({ path: '/.well-known/oauth-authorization-server/issuers/riverside' }),
  giveWalletToken: async (things) => ({
    path: `${OID4VCI}/token`,
    headers: FORM,
    body: new URLSearchParams({ grant_type: GRANT, 'pre-authorized_code': (await started(things)).code }).toString(),
  }),
  giveNonce: async () => ({ path: `${OID4VCI}/nonce` }),
  giveCredential: async (things) => ({ ...(await credentialRequest(things)), by: await walletToken(things) }),
  noteNotification: async (things) => {
    const by = await walletToken(things);
    const { answer } = await things.world.ask(by, { method: 'POST', ...(await credentialRequest(things)) });
    const { notification_id } = JSON.parse(answer.body) as { notification_id: string };
    return { path: `${OID4VCI}/notification`, body: { notification_id, event: 'credential_accepted' }, by };
  },
};
