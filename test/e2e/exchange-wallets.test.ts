import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { presentIndependently, verifyIndependently } from '../../demo/independent-verifier.mjs';
import { badgeOf, issue, passed, revoke, type StoredBadge } from '../support/badges.js';
import { type Answer, TestBrowser } from '../support/browser.js';
import { freePort } from '../support/chromium.js';
import { Wallet } from '../support/wallet.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

type Json = Record<string, unknown>;

interface Interaction {
  url: string;
  qrCode: string;
  protocols: Record<string, string>;
}

let world: Riverside;
let origin: string;
let amara: Member;
let badge: StoredBadge;
let http: TestBrowser;
let wallet: Wallet;

beforeAll(async () => {
  origin = `http://127.0.0.1:${await freePort()}`;
  world = await startRiverside({ CAIRN_ROLES: 'api', CAIRN_PUBLIC_URL: origin });
  http = new TestBrowser(world.app);
  const learner = await passed(world);
  await issue(world, learner);
  badge = await badgeOf(world, learner);
  amara = learner;
  await world.app.listen(new URL(origin).port, '127.0.0.1');
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.rows('delete from rate_limit');
  wallet = new Wallet();
});

async function started(wish: object = {}, member = amara, id = badge.id): Promise<Interaction> {
  const answer = await member.browser.post(`/api/v1/credentials/${id}/interactions`, wish);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<Interaction>();
}

const path = (url = '') => url.slice(origin.length);
const offerOf = ({ protocols }: Interaction) => protocols['OID4VCI'] ?? '';
const offerPath = (interaction: Interaction) =>
  path(new URL(offerOf(interaction)).searchParams.get('credential_offer_uri') ?? '');
const exchange = ({ protocols }: Interaction, message: object = {}): Promise<Answer> =>
  http.post(path(protocols['vcapi']), message);
const JSON_ONLY = { accept: 'application/json' };

describe('an interaction', () => {
  it('is one short address, as text and as a QR code, for wallets and for people', async () => {
    const { url, qrCode, protocols } = await started();
    expect(url.length).toBeLessThan(400);
    expect(url).toMatch(/\?iuv=1$/);
    expect(qrCode).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect((await http.get(path(url), JSON_ONLY)).json()).toEqual({ protocols });
    const page = await http.get(path(url), { accept: 'text/html' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('https://lcw.app/request?request=%7B%22protocols%22%3A%7B%22vcapi%22');
    expect(page.text).toContain('https://learncard.app/request?vc_request_url=');
  });

  it('is started by the learner alone, for a badge that stands', async () => {
    const path = `/api/v1/credentials/${badge.id}/interactions`;
    expect(await world.olga.browser.post(path, {})).toMatchObject({ status: 404 });
    expect(await (await world.member('Noor', ['learner'])).browser.post(path, {})).toMatchObject({ status: 404 });
    const other = await passed(world, await world.ready('Revoked'));
    await issue(world, other);
    const { id } = await badgeOf(world, other);
    const before = await started({}, other, id);
    await revoke(world, id);
    expect(await other.browser.post(`/api/v1/credentials/${id}/interactions`, {})).toMatchObject({ status: 409 });
    expect(await exchange(before)).toMatchObject({ status: 410 });
  });

  it('is unknown by any other address, and keeps no secret that could be read', async () => {
    const { url } = await started();
    const token = /interactions\/([\w-]+)/.exec(url)?.[1] ?? '';
    expect(await http.get(`/interactions/${token.slice(1)}a`, JSON_ONLY)).toMatchObject({ status: 404 });
    expect(JSON.stringify(await world.rows('select * from wallet_interaction'))).not.toContain(token);
  });

  it('ends after its time', async () => {
    const interaction = await started();
    world.clock.advance(16 * 60_000);
    expect(await http.get(path(interaction.url), JSON_ONLY)).toMatchObject({ status: 410 });
    expect((await http.get(path(interaction.url))).text).toContain('time of this address is over');
    expect(await exchange(interaction)).toMatchObject({ status: 410 });
    await expect(wallet.fetch(offerOf(interaction))).rejects.toThrow(/status '410'/);
    world.clock.advance(-16 * 60_000);
  });
});

describe('the VC-API exchange', () => {
  it('hands over the very bytes, once', async () => {
    const interaction = await started();
    const answer = await exchange(interaction);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.text).toContain(`"verifiableCredential":[${badge.signed}]`);
    const [credential] = answer.json<{ verifiablePresentation: { verifiableCredential: object[] } }>().verifiablePresentation
      .verifiableCredential;
    const { host } = new URL(origin);
    expect((JSON.parse(badge.signed) as { issuer: { id: string } }).issuer.id).toContain(host.replace(':', '%3A'));
    const didDocument = (await http.get('/issuers/riverside/did.json')).json<Json>();
    const list = await http.get(path(listOf(badge.signed)));
    expect(await verifyIndependently(credential ?? {}, { didDocument, statusListCredential: list.json() })).toEqual({
      verified: true,
    });
    expect(await exchange(interaction)).toMatchObject({ status: 410 });
    expect(await http.get(offerPath(interaction))).toMatchObject({ status: 410 });
    expect((await http.get(path(interaction.url))).text).toContain('this address was used');
    const [event] = await world.rows<{ particulars: Json }>(
      `select particulars from event where type = 'credential.handed_over' order by occurred_at desc limit 1`,
    );
    expect(event?.particulars).toMatchObject({ protocol: 'vcapi' });
  });

  it('hands over to one of two wallets that come at once', async () => {
    const interaction = await started();
    const answers = await Promise.all([exchange(interaction), exchange(interaction)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
  });

  it('asks who it is where the learner wishes, and takes only an answer to its own challenge', async () => {
    const interaction = await started({ authentication: true });
    const { verifiablePresentationRequest: asked } = (await exchange(interaction)).json<{
      verifiablePresentationRequest: { query: object[]; challenge: string; domain: string };
    }>();
    expect(asked).toMatchObject({ query: [{ type: 'DIDAuthentication' }], domain: origin });
    for (const wrong of [
      { ...asked, challenge: 'another' },
      { ...asked, domain: 'https://evil.example' },
    ]) {
      const { presentation } = await presentIndependently([], wrong);
      expect(await exchange(interaction, { verifiablePresentation: presentation })).toMatchObject({ status: 400 });
    }
    for (const verifiablePresentation of [{}, 'eyJ', null, { type: 'VerifiablePresentation' }])
      expect(await exchange(interaction, { verifiablePresentation })).toMatchObject({ status: 400 });
    const { presentation } = await presentIndependently([], asked);
    expect(await exchange(interaction, { verifiablePresentation: presentation })).toMatchObject({ status: 200 });
  });
});

describe('OpenID4VCI with a public client', () => {
  it('hands over the very credential, hears what became of it, and works once', async () => {
    const interaction = await started();
    const { credentialResponse, issuerMetadata, accessToken } = await wallet.fetch(offerOf(interaction));
    const [first] = credentialResponse.credentials ?? [];
    expect((first as { credential: Json }).credential).toEqual(JSON.parse(badge.signed));
    const notificationId = credentialResponse.notification_id ?? '';
    await wallet.client.sendNotification({
      issuerMetadata,
      accessToken,
      notification: { notificationId, event: 'credential_accepted' },
    });
    const rows = await world.rows('select claimed_by, notification from wallet_interaction where id = $1', [notificationId]);
    expect(rows).toEqual([{ claimed_by: 'oid4vci', notification: 'credential_accepted' }]);
    await expect(new Wallet().fetch(offerOf(interaction))).rejects.toThrow(/status '410'/);
    expect(await exchange(interaction)).toMatchObject({ status: 410 });
  });

  it('wants the code from the learner’s mailbox where they wish, and offers no way around it', async () => {
    const interaction = await started({ transactionCode: true });
    expect(Object.keys(interaction.protocols)).toEqual(['OID4VCI', 'oid4vci-1.0']);
    const token = /interactions\/([\w-]+)/.exec(interaction.url)?.[1] ?? '';
    expect(await http.post(`/interactions/${token}/exchange`, {})).toMatchObject({ status: 410 });
    await expect(wallet.fetch(offerOf(interaction))).rejects.toThrow(/requires a 'tx_code'/);
    await expect(wallet.fetch(offerOf(interaction), '000000x')).rejects.toThrow(/Unable to retrieve access token/);
    const { credentialResponse } = await wallet.fetch(offerOf(interaction), await mailedCode());
    expect(credentialResponse.credentials).toHaveLength(1);
  });

  it('burns the offer after three wrong codes', async () => {
    const interaction = await started({ transactionCode: true });
    const code = await mailedCode();
    const wrong = code === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 3; tries++)
      await expect(wallet.fetch(offerOf(interaction), wrong)).rejects.toThrow(/Unable to retrieve access token/);
    await expect(wallet.fetch(offerOf(interaction), code)).rejects.toThrow(/status '410'/);
    expect(await http.get(offerPath(interaction))).toMatchObject({ status: 410 });
  });

  async function mailedCode(): Promise<string> {
    const [mail] = await world.rows<{ body: string }>(
      `select body from mail_message where subject = 'The code for your wallet' order by created_at desc limit 1`,
    );
    return /^\d{6}$/m.exec(mail?.body ?? '')?.[0] ?? '';
  }
});

describe('the OpenID4VCI endpoints', () => {
  const base = '/issuers/riverside/oid4vci';
  const issuer = () => `${origin}/issuers/riverside`;
  let token: string;
  let nonce: string;

  beforeEach(async () => {
    token = await tokenFor(await started());
    nonce = (await http.post(`${base}/nonce`)).json<{ c_nonce: string }>().c_nonce;
  });

  const redeem = (fields: Record<string, string>, at = base) => http.submit(`${at}/token`, fields);

  async function codeFor(interaction: Interaction): Promise<string> {
    const offer = (await http.get(offerPath(interaction))).json<{ grants: Record<string, Record<string, string>> }>();
    return Object.values(offer.grants)[0]?.['pre-authorized_code'] ?? '';
  }

  async function tokenFor(interaction: Interaction): Promise<string> {
    const answer = await redeem({ grant_type: GRANT, 'pre-authorized_code': await codeFor(interaction) });
    expect(answer.json()).toMatchObject({ token_type: 'bearer' });
    return answer.json<{ access_token: string }>().access_token;
  }

  const now = () => Math.floor(world.clock.now().getTime() / 1_000);
  const header = (changes: Json = {}): Json => ({ typ: 'openid4vci-proof+jwt', alg: 'ES256', jwk: wallet.jwk, ...changes });
  const payload = (changes: Json = {}): Json => ({ aud: issuer(), iat: now(), nonce, ...changes });
  const ask = (body: object, bearer = token) => http.post(`${base}/credential`, body, { authorization: `Bearer ${bearer}` });
  const request = (jwt: unknown, changes: Json = {}) =>
    ask({ credential_configuration_id: 'OpenBadgeCredential_ldp_vc', proofs: { jwt: [jwt] }, ...changes });

  it('take a proof by did:jwk and by did:key too', async () => {
    const did = `did:jwk:${Buffer.from(JSON.stringify(wallet.jwk)).toString('base64url')}`;
    expect(await request(wallet.sign(header({ jwk: undefined, kid: `${did}#0` }), payload()))).toMatchObject({ status: 200 });
  });

  it.each<[string, () => unknown, string]>([
    ['no proof at all', () => undefined, 'invalid_proof'],
    ['text', () => 'proof', 'invalid_proof'],
    ['another type', () => wallet.sign(header({ typ: 'JWT' }), payload()), 'invalid_proof'],
    ['another audience', () => wallet.sign(header(), payload({ aud: 'https://lakeside.example' })), 'invalid_proof'],
    ['more audiences', () => wallet.sign(header(), payload({ aud: [issuer(), 'https://lakeside.example'] })), 'invalid_proof'],
    ['no time', () => wallet.sign(header(), payload({ iat: undefined })), 'invalid_proof'],
    ['a time long past', () => wallet.sign(header(), payload({ iat: now() - 3_600 })), 'invalid_proof'],
    ['a time to come', () => wallet.sign(header(), payload({ iat: now() + 3_600 })), 'invalid_proof'],
    ['another’s key', () => new Wallet().sign(header(), payload()), 'invalid_proof'],
    ['two keys', () => wallet.sign(header({ kid: 'did:key:z6Mk' }), payload()), 'invalid_proof'],
    ['no key', () => wallet.sign(header({ jwk: undefined }), payload()), 'invalid_proof'],
    [
      'a private key',
      () => wallet.sign(header({ jwk: wallet.privateKey.export({ format: 'jwk' }) }), payload()),
      'invalid_proof',
    ],
    [
      'a key that is none',
      () => wallet.sign(header({ jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }), payload()),
      'invalid_proof',
    ],
    ['a shared secret', () => wallet.sign(header({ jwk: { kty: 'oct', k: 'AA' } }), payload()), 'invalid_proof'],
    ['a certificate', () => wallet.sign(header({ jwk: undefined, x5c: ['AA'] }), payload()), 'invalid_proof'],
    [
      'a key to be fetched',
      () => wallet.sign(header({ jwk: undefined, kid: 'https://127.0.0.1/key' }), payload()),
      'invalid_proof',
    ],
    ['no signature', () => `${encoded(header({ alg: 'none' }))}.${encoded(payload())}.`, 'invalid_proof'],
    ['no nonce', () => wallet.sign(header(), payload({ nonce: undefined })), 'invalid_nonce'],
    ['a nonce of its own', () => wallet.sign(header(), payload({ nonce: 'mine' })), 'invalid_nonce'],
    ['a nonce that was changed', () => wallet.sign(header(), payload({ nonce: `z${nonce.slice(1)}` })), 'invalid_nonce'],
  ])('refuse %s for a proof, and still take a good one', async (_, make, error) => {
    const answer = await request(make());
    expect({ status: answer.status, ...answer.json() }).toMatchObject({ status: 400, error });
    expect(await request(wallet.sign(header(), payload()))).toMatchObject({ status: 200 });
  });

  it('refuse a nonce of another institution, and one that is too old', async () => {
    const foreign = (await http.post('/issuers/lakeside/oid4vci/nonce')).json<{ c_nonce: string }>().c_nonce;
    expect((await request(wallet.sign(header(), payload({ nonce: foreign })))).json()).toMatchObject({ error: 'invalid_nonce' });
    const other = await tokenFor(await started());
    world.clock.advance(6 * 60_000);
    const late = await ask(
      { credential_configuration_id: 'OpenBadgeCredential_ldp_vc', proofs: { jwt: [wallet.sign(header(), payload())] } },
      other,
    );
    expect(late.json()).toMatchObject({ error: 'invalid_nonce' });
    world.clock.advance(-6 * 60_000);
  });

  it('refuse requests that are not one of theirs', async () => {
    const jwt = wallet.sign(header(), payload());
    expect((await request(jwt, { credential_configuration_id: undefined })).json()).toMatchObject({
      error: 'invalid_credential_request',
    });
    expect((await request(jwt, { credential_configuration_id: 'another' })).json()).toMatchObject({
      error: 'unknown_credential_configuration',
    });
    expect((await request(jwt, { proofs: { jwt: [jwt, jwt] } })).json()).toMatchObject({ error: 'invalid_proof' });
    expect(await ask({}, 'a'.repeat(43))).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="Cairn", error="invalid_token"' },
    });
    expect(await http.post(`${base}/credential`, {})).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="Cairn"' },
    });
    expect(await http.post('/issuers/lakeside/oid4vci/credential', {}, { authorization: `Bearer ${token}` })).toMatchObject({
      status: 401,
    });
    expect(await http.get('/.well-known/openid-credential-issuer/issuers/nowhere')).toMatchObject({ status: 404 });
    expect(await request(jwt)).toMatchObject({ status: 200 });
    expect((await request(jwt)).json()).toMatchObject({ error: 'credential_request_denied' });
  });

  it('redeem a code once, at its own issuer, for what it is', async () => {
    const interaction = await started();
    const fields = { grant_type: GRANT, 'pre-authorized_code': await codeFor(interaction) };
    expect((await redeem({})).json()).toMatchObject({ error: 'invalid_request' });
    expect((await redeem({ grant_type: GRANT })).json()).toMatchObject({ error: 'invalid_request' });
    expect((await redeem({ ...fields, grant_type: 'password' })).json()).toMatchObject({ error: 'unsupported_grant_type' });
    expect((await redeem({ ...fields, tx_code: '123456' })).json()).toMatchObject({ error: 'invalid_request' });
    expect((await redeem(fields, '/issuers/lakeside/oid4vci')).json()).toMatchObject({ error: 'invalid_grant' });
    const answers = await Promise.all([redeem(fields), redeem(fields)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
  });

  it('refuse a notification of nothing', async () => {
    const note = (body: object) => http.post(`${base}/notification`, body, { authorization: `Bearer ${token}` });
    expect((await note({ notification_id: 'x', event: 'credential_accepted' })).json()).toMatchObject({
      error: 'invalid_notification_id',
    });
    expect((await note({ notification_id: 'x', event: 'surprise' })).json()).toMatchObject({
      error: 'invalid_notification_request',
    });
  });
});

const GRANT = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const listOf = (signed: string) =>
  (JSON.parse(signed) as { credentialStatus: { statusListCredential: string } }).credentialStatus.statusListCredential;
