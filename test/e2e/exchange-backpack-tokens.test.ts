import { sign } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { multibaseIndependently } from '../../demo/independent-verifier.mjs';
import { badgeOf, issue, passed, type PassedLearner, type StoredBadge } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { bearer, ConnectedService } from '../support/connected-service.js';
import { ed25519Key, rawToken, type TokenKeyPair } from '../support/json-web-keys.js';
import { jwtOf, makeForms } from '../support/vc-jwts.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

type Json = Record<string, unknown>;

const PATH = '/ims/ob/v3p0/credentials';

let world: Riverside;
let amara: PassedLearner;
let badge: StoredBadge;
let http: TestBrowser;
let access: Record<string, string>;
let key: TokenKeyPair;

beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
  http = new TestBrowser(world.app);
  amara = await passed(world);
  await issue(world, amara);
  await makeForms(world);
  badge = await badgeOf(world, amara);
  const service = new ConnectedService(world);
  await service.register();
  access = bearer(await service.tokensFrom(amara.browser));
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.rows('delete from rate_limit');
  await world.rows('delete from backpack_credential');
  key = ed25519Key();
});

/** A badge of another issuer as a VC-JWT (OB 3.0 §8.2.4), written by no code of Cairn. */
async function foreignToken(changes: Json = {}, header: Json = {}): Promise<string> {
  const multibase = await multibaseIndependently({ kty: 'OKP', crv: 'Ed25519', x: key.jwk['x'] });
  const did = `did:key:${multibase}`;
  const validFrom = typeof changes['validFrom'] === 'string' ? changes['validFrom'] : '2026-01-01T00:00:00Z';
  const payload = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'https://elsewhere.example/badges/1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: did, type: ['Profile'], name: 'Elsewhere' },
    validFrom,
    name: 'Sailing',
    credentialSubject: {
      id: 'did:example:amara',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://elsewhere.example/achievements/1',
        type: ['Achievement'],
        name: 'Sailing',
        description: 'Sailed.',
        criteria: { narrative: 'Sail.' },
      },
    },
    iss: did,
    jti: 'https://elsewhere.example/badges/1',
    sub: 'did:example:amara',
    nbf: Date.parse(validFrom) / 1_000,
    ...changes,
  };
  const head = { alg: 'EdDSA', typ: 'JWT', kid: `${did}#${multibase}`, ...header };
  return rawToken(head, payload, (input) => sign(null, input, key.privateKey));
}

const list = async (query = '') =>
  (await http.get(`${PATH}${query}`, access)).json<{ credential: Json[]; compactJwsString: string[] }>();

async function store(payload: string, headers: Record<string, string> = {}) {
  const {
    statusCode: status,
    body: text,
    headers: sent,
  } = await world.app.inject({
    method: 'POST',
    url: PATH,
    headers: { ...access, 'content-type': 'text/plain', ...headers },
    payload,
  });
  return { status, text, type: sent['content-type'] };
}

describe('a badge that comes as a compact JWS', () => {
  it('is kept letter by letter and given back as one, beside those that are JSON', async () => {
    const token = await foreignToken();
    expect(await store(`${token}\n`)).toEqual({ status: 201, text: token, type: 'text/plain; charset=utf-8' });
    expect(await list()).toEqual({ credential: [JSON.parse(badge.signed)], compactJwsString: [token] });
    expect(await list('?limit=1')).toEqual({ credential: [], compactJwsString: [token] });
    expect(await list('?limit=1&offset=1')).toEqual({ credential: [JSON.parse(badge.signed)], compactJwsString: [] });
  });

  it('takes the place of an older form, and stays before one', async () => {
    const first = await foreignToken();
    const newer = await foreignToken({ validFrom: '2026-01-01T12:00:00Z' });
    expect(await store(first)).toMatchObject({ status: 201 });
    expect(await store(first)).toMatchObject({ status: 304, text: '' });
    expect(await store(newer)).toMatchObject({ status: 200, text: newer });
    expect(await store(first)).toMatchObject({ status: 304 });
    expect((await list()).compactJwsString).toEqual([newer]);
  });

  it('is held already when it is an award of ours', async () => {
    expect(await store((await jwtOf(world, { publicId: badge.public_id })).text)).toMatchObject({ status: 304 });
    expect((await list()).compactJwsString).toEqual([]);
  });

  it.each<[string, () => Promise<string>]>([
    ['nothing', async () => ' '],
    ['text', async () => 'a badge'],
    ['JSON', async () => badge.signed],
    [
      'one whose words were changed',
      async () => (await foreignToken()).replace(/\.(.)/, (_, one) => `.${one === 'e' ? 'f' : 'e'}`),
    ],
    ['one whose signature was changed', async () => (await foreignToken()).replace(/.{10}$/, 'AAAAAAAAAA')],
    ['one that nobody signed', async () => (await foreignToken({}, { alg: 'none' })).replace(/[^.]+$/, '')],
    [
      'one of another key',
      () =>
        foreignToken(
          {},
          { kid: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' },
        ),
    ],
    ['one whose claims say another issuer', () => foreignToken({ iss: 'did:example:harvard' })],
    ['one that is a login', () => foreignToken({}, { typ: 'at+jwt' })],
    [
      'one that has expired',
      () => foreignToken({ validUntil: '2026-01-02T00:00:00Z', exp: Date.parse('2026-01-02T00:00:00Z') / 1_000 }),
    ],
  ])('is refused where it is %s', async (_, make) => {
    const answer = await store(await make());
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({ imsx_codeMajor: 'failure' });
    expect(await world.rows('select from backpack_credential')).toHaveLength(0);
  });

  it('is refused where it is too large, or says another type of text, in the form of the standard', async () => {
    expect(await store('a'.repeat(3_000_000))).toMatchObject({ status: 413 });
    const other = await store(await foreignToken(), { 'content-type': 'text/html' });
    expect({ ...JSON.parse(other.text), status: other.status }).toMatchObject({ status: 415, imsx_codeMajor: 'failure' });
  });
});
