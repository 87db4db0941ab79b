import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { badgesOf, issue, passed, publishLists, revoke, type PassedLearner } from '../support/badges.js';
import { type Answer, TestBrowser } from '../support/browser.js';
import { freePort } from '../support/chromium.js';
import { choose } from '../support/vc-jwts.js';
import { Wallet } from '../support/wallet.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

type Json = Record<string, unknown>;

const BASE = '/issuers/riverside/oid4vci';
const GRANT = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';

let world: Riverside;
let origin: string;
let http: TestBrowser;
let wallet: Wallet;
let amara: PassedLearner;

beforeAll(async () => {
  origin = `http://127.0.0.1:${await freePort()}`;
  world = await startRiverside({ CAIRN_ROLES: 'api', CAIRN_PUBLIC_URL: origin });
  http = new TestBrowser(world.app);
  await world.app.listen(new URL(origin).port, '127.0.0.1');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.rows('delete from rate_limit');
  wallet = new Wallet();
  amara = await passed(world, await world.ready('Amara'));
  await issue(world, amara);
});

const path = (url = '') => url.slice(origin.length);
const newest = async () => (await badgesOf(world, amara)).at(-1)!;
const subjectOf = (credential: object) => (credential as { credentialSubject: Json }).credentialSubject;

async function offered(wish: object = { binding: true }) {
  const { id } = await newest();
  const answer = await amara.browser.post(`/api/v1/credentials/${id}/interactions`, wish);
  expect(answer).toMatchObject({ status: 201 });
  const { url, protocols } = answer.json<{ url: string; protocols: Record<string, string> }>();
  return { url, protocols, offer: protocols['OID4VCI'] ?? '' };
}

async function tokenFor({ url }: { url: string }): Promise<string> {
  const offer = (await http.get(`${path(url).split('?')[0]}/offer`)).json<{ grants: Record<string, Record<string, string>> }>();
  const code = offer.grants[GRANT]?.['pre-authorized_code'] ?? '';
  const answer = await http.submit(`${BASE}/token`, { grant_type: GRANT, 'pre-authorized_code': code });
  return answer.json<{ access_token: string }>().access_token;
}

const nonceOf = async () => (await http.post(`${BASE}/nonce`)).json<{ c_nonce: string }>().c_nonce;
const proofOf = (by: Wallet, nonce: string) =>
  by.sign(
    { typ: 'openid4vci-proof+jwt', alg: 'ES256', jwk: by.jwk },
    { aud: `${origin}/issuers/riverside`, iat: Math.floor(world.clock.now().getTime() / 1_000), nonce },
  );
const ask = (token: string, proof: string, id = 'OpenBadgeCredential_ldp_vc'): Promise<Answer> =>
  http.post(
    `${BASE}/credential`,
    { credential_configuration_id: id, proofs: { jwt: [proof] } },
    { authorization: `Bearer ${token}` },
  );
const credentialIn = (answer: Answer) => answer.json<{ credentials: { credential: Json }[] }>().credentials[0]?.credential ?? {};

describe('binding to the key of a wallet', () => {
  it.each(['jwk', 'did'] as const)('gives a new form that names the key, named by %s, and others verify it', async (by) => {
    const before = await newest();
    const { offer } = await offered();
    const { credentialResponse } = await wallet.fetch(offer, undefined, { by });
    const [{ credential }] = credentialResponse.credentials as [{ credential: Json }];
    const did = subjectOf(credential)['id'] as string;
    expect(JSON.parse(Buffer.from(did.slice('did:jwk:'.length), 'base64url').toString())).toEqual(wallet.jwk);
    const [old, bound] = await badgesOf(world, amara);
    expect([old?.state, bound?.state, JSON.parse(bound?.signed ?? '')]).toEqual(['superseded', 'issued', credential]);
    const earlier = JSON.parse(before.signed) as Json;
    expect({ ...credential, id: earlier['id'], awardedDate: earlier['awardedDate'] }).toEqual(credential);
    expect({ ...subjectOf(credential), id: '' }).toEqual({ ...subjectOf(earlier), id: '' });
    await publishLists(world);
    const list = await http.get(path((credential['credentialStatus'] as { statusListCredential: string }).statusListCredential));
    const didDocument = (await http.get('/issuers/riverside/did.json')).json<Json>();
    expect(await verifyIndependently(credential, { didDocument, statusListCredential: list.json() })).toEqual({ verified: true });
  });

  it('is a choice of the learner: told as one, with its cause, and only where they wished it', async () => {
    const { url, protocols } = await offered();
    expect(Object.keys(protocols)).toEqual(['OID4VCI', 'oid4vci-1.0']);
    expect((await http.get(path(url), { accept: 'text/html' })).text).toContain('issued anew and name the key of your wallet');
    const token = /interactions\/([\w-]+)/.exec(url)?.[1] ?? '';
    expect(await http.post(`/interactions/${token}/exchange`, {})).toMatchObject({ status: 410 });
    const { id } = await newest();
    expect(await ask(await tokenFor({ url }), proofOf(wallet, await nonceOf()))).toMatchObject({ status: 200 });
    const [act] = await world.rows('select cause, acted_by from credential_act where credential_id = $1', [id]);
    expect(act).toEqual({ cause: 'binding', acted_by: amara.personId });
    const choices = (await amara.browser.get(`/api/v1/enrollments/${amara.enrollmentId}/credential-choices`)).json<Json>();
    expect(choices).toMatchObject({ identity: 'did', did: subjectOf(JSON.parse((await newest()).signed) as Json)['id'] });

    const plain = await offered({});
    const other = new Wallet();
    const given = credentialIn(await ask(await tokenFor(plain), proofOf(other, await nonceOf())));
    expect(given).toEqual(JSON.parse((await newest()).signed));
    expect(await badgesOf(world, amara)).toHaveLength(2);
  });

  it('takes an Ed25519 did:key', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { x = '' } = publicKey.export({ format: 'jwk' });
    const { multibaseIndependently } = await import('../../demo/independent-verifier.mjs');
    const multibase = await multibaseIndependently({ kty: 'OKP', crv: 'Ed25519', x });
    const { SignJWT } = await import('jose');
    const proof = await new SignJWT({ nonce: await nonceOf() })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'openid4vci-proof+jwt', kid: `did:key:${multibase}#${multibase}` })
      .setAudience(`${origin}/issuers/riverside`)
      .setIssuedAt(world.clock.now())
      .sign(privateKey);
    const given = credentialIn(await ask(await tokenFor(await offered()), proof));
    expect(subjectOf(given)['id']).toBe(`did:key:${multibase}`);
  });

  it('binds once more to the same key without another form, and to another key with one', async () => {
    for (const _ of [1, 2]) await ask(await tokenFor(await offered()), proofOf(wallet, await nonceOf()));
    expect(await badgesOf(world, amara)).toHaveLength(2);
    await ask(await tokenFor(await offered()), proofOf(new Wallet(), await nonceOf()));
    expect((await badgesOf(world, amara)).map(({ state }) => state)).toEqual(['superseded', 'superseded', 'issued']);
  });

  it('lets the first of two keys with one token have it', async () => {
    const token = await tokenFor(await offered());
    const answers = await Promise.all([wallet, new Wallet()].map(async (one) => ask(token, proofOf(one, await nonceOf()))));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
    expect(await badgesOf(world, amara)).toHaveLength(2);
  });

  it('hands over nothing of a badge that was revoked, and the newest form of one that changed meanwhile', async () => {
    const first = await offered({});
    await ask(await tokenFor(await offered()), proofOf(wallet, await nonceOf()));
    const given = credentialIn(await ask(await tokenFor(first), proofOf(wallet, await nonceOf())));
    expect(given).toEqual(JSON.parse((await newest()).signed));
    const second = await offered();
    const token = await tokenFor(second);
    await revoke(world, (await newest()).id);
    expect((await ask(token, proofOf(wallet, await nonceOf()))).json()).toMatchObject({ error: 'credential_request_denied' });
  });
});

describe('a nonce', () => {
  it('counts once', async () => {
    const nonce = await nonceOf();
    const [one, other] = [await tokenFor(await offered({})), await tokenFor(await offered({}))];
    expect(await ask(one, proofOf(wallet, nonce))).toMatchObject({ status: 200 });
    expect((await ask(other, proofOf(wallet, nonce))).json()).toMatchObject({ error: 'invalid_nonce' });
    expect(await ask(other, proofOf(wallet, await nonceOf()))).toMatchObject({ status: 200 });
  });

  it('is kept no longer than it would count, and not as it is', async () => {
    const nonce = await nonceOf();
    await ask(await tokenFor(await offered({})), proofOf(wallet, nonce));
    expect(JSON.stringify(await world.rows('select * from used_wallet_nonce'))).not.toContain(nonce);
    world.clock.advance(6 * 60_000);
    await ask(await tokenFor(await offered({})), proofOf(wallet, await nonceOf()));
    expect(await world.rows('select from used_wallet_nonce')).toHaveLength(1);
    world.clock.advance(-6 * 60_000);
  });
});

describe('tokens for wallets (jwt_vc_json)', () => {
  it.each([
    ['RS256', {}],
    ['ES256', { binding: true }],
    ['EdDSA', { binding: true }],
  ] as const)('hands over %s at once, and others verify it by the address of its key', async (algorithm, wish) => {
    await choose(world, [algorithm]);
    const { offer } = await offered(wish);
    const { credentialResponse } = await wallet.fetch(offer, undefined, { format: 'jwt_vc_json' });
    const [{ credential }] = credentialResponse.credentials as [{ credential: string }];
    const { header } = jwt.decode(credential, { complete: true }) ?? { header: { alg: '', kid: '' } };
    expect(header.alg).toBe(algorithm);
    const jwk = (await http.get(path(header.kid))).json<Json>();
    if (algorithm !== 'EdDSA') {
      const claims = jwt.verify(credential, createPublicKey({ key: jwk, format: 'jwk' }), {
        algorithms: [algorithm],
        clockTimestamp: Math.ceil(world.clock.now().getTime() / 1_000) + 1,
      }) as Json;
      expect(claims['sub']).toBe(subjectOf(claims)['id']);
    }
    const verified = await http.post('/verify', { credential });
    expect(verified.json()).toMatchObject({ verified: true });
    if ('binding' in wish) expect(subjectOf(verified.json<{ credential: Json }>().credential)['id']).toMatch(/^did:jwk:/);
  });

  it('are offered where the institution makes them, and are told in its metadata', async () => {
    const metadata = async () =>
      (await http.get('/.well-known/openid-credential-issuer/issuers/riverside')).json<{
        credential_configurations_supported: Record<string, Json>;
      }>().credential_configurations_supported;
    await choose(world, ['ES256', 'RS256']);
    expect((await metadata())['OpenBadgeCredential_jwt_vc_json']).toMatchObject({
      format: 'jwt_vc_json',
      credential_signing_alg_values_supported: ['ES256', 'RS256'],
      proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['EdDSA', 'ES256'] } },
    });
    const token = await tokenFor(await offered({}));
    await choose(world, []);
    expect(Object.keys(await metadata())).toEqual(['OpenBadgeCredential_ldp_vc']);
    const refused = await ask(token, proofOf(wallet, await nonceOf()), 'OpenBadgeCredential_jwt_vc_json');
    expect(refused.json()).toMatchObject({ error: 'unknown_credential_configuration' });
  });
});
