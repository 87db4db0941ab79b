import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { amirasAward } from '../../../../../test/support/awards.js';
import { IssuerWorld } from '../../../../../test/support/issuer-world.js';
import { ed25519Key, p256Key, rawToken, rsaKey, signEd25519, tokenOf } from '../../../../../test/support/json-web-keys.js';
import type { JsonObject, JsonValue } from '../../domain/json.js';
import { encodeBase58 } from '../keys/base58.js';
import { didDocument } from '../keys/did-web.js';
import { setStatusBit } from '../status-list.js';
import { type Verification, verifyCredential } from './verify.js';

const rsa = rsaKey();
const ec = p256Key();
const ed = ed25519Key();
const stranger = rsaKey();
const world = new IssuerWorld();
const badge = world.badge();
const kid = `${world.did}#rsa`;
const seconds = (date: JsonValue | undefined) => Math.floor(Date.parse(date as string) / 1_000);
const issuer = badge.issuer as JsonObject;
const subject = badge.credentialSubject as JsonObject;
const claims: JsonObject = {
  iss: issuer.id ?? '',
  jti: badge.id ?? '',
  ...(subject.id === undefined ? {} : { sub: subject.id }),
  nbf: seconds(badge.validFrom),
};

function method(name: string, publicKeyJwk: JsonObject): JsonObject {
  return { id: `${world.did}#${name}`, type: 'JsonWebKey', controller: world.did, publicKeyJwk };
}

function issuerDocument(change: JsonObject = {}): JsonObject {
  const methods = [method('rsa', rsa.jwk), method('ec', ec.jwk), method('ed', ed.jwk)];
  return {
    ...didDocument({ did: world.did, keys: [world.key] }),
    verificationMethod: [...methods, ...((world.didDocument().verificationMethod as JsonValue[]) ?? [])],
    assertionMethod: [...methods.map(({ id }) => id ?? ''), world.method],
    ...change,
  };
}

beforeAll(async () => {
  world.answers.set(world.did, issuerDocument());
  await world.publishList();
});

const reasons = ({ checks }: Verification) =>
  checks.filter(({ outcome }) => outcome !== 'passed').map(({ check, outcome, reason }) => `${check} ${outcome} ${reason}`);
const judged = async (token: string) => verifyCredential(token, world.options());
const payload = (change: JsonObject = {}) => ({ ...badge, ...claims, ...change });

describe('a credential in a token', () => {
  it.each<[string, () => string]>([
    ['RS256', () => tokenOf(payload(), rsa.privateKey, 'RS256', { kid })],
    ['ES256', () => tokenOf(payload(), ec.privateKey, 'ES256', { kid: `${world.did}#ec` })],
    ['EdDSA', () => rawToken({ alg: 'EdDSA', kid: `${world.did}#ed`, typ: 'vc+jwt' }, payload(), signEd25519(ed.privateKey))],
    [
      'EdDSA with the Multikey of its embedded proofs',
      () => rawToken({ alg: 'EdDSA', kid: world.method }, payload(), signEd25519(world.privateKey)),
    ],
    ['a bare kid', () => tokenOf(payload(), rsa.privateKey, 'RS256', { kid: 'rsa' })],
    ['no registered claims', () => tokenOf(badge, rsa.privateKey, 'RS256', { kid })],
    ['an audience and a date of issue', () => tokenOf(payload({ aud: 'anybody', iat: 7 }), rsa.privateKey, 'RS256', { kid })],
    ['white space around it', () => `\n ${tokenOf(payload(), rsa.privateKey, 'RS256', { kid })} \n`],
  ])('verifies with %s', async (_what, token) => {
    const verification = await judged(token());
    expect(reasons(verification)).toEqual([]);
    expect(verification).toMatchObject({
      verified: true,
      format: 'open-badge-3',
      provenFor: 'cairn.riverside.example',
      credential: { id: badge.id, name: badge.name },
    });
  });

  it('verifies in an envelope', async () => {
    const id = `data:application/vc+jwt,${tokenOf(payload(), rsa.privateKey, 'RS256', { kid })}`;
    const envelope = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: 'EnvelopedVerifiableCredential', id };
    expect(await verifyCredential(envelope, world.options())).toMatchObject({ verified: true });
    expect(await verifyCredential({ ...envelope, '@context': envelope['@context'][0] }, world.options())).toMatchObject({
      verified: true,
    });
  });

  it.each([
    ['context-missing', undefined],
    ['context-order', []],
    ['context-order', ['https://www.w3.org/ns/credentials/examples/v2']],
  ])('does not verify in an envelope whose words nothing defines: %s', async (reason, contexts) => {
    const id = `data:application/vc+jwt,${tokenOf(payload(), rsa.privateKey, 'RS256', { kid })}`;
    const envelope = { ...(contexts && { '@context': contexts }), type: 'EnvelopedVerifiableCredential', id };
    expect(reasons(await verifyCredential(envelope, world.options()))).toContain(`context failed ${reason}`);
  });

  it('is revoked by the bit in the list, whose own proof may be a token as well', async () => {
    const token = tokenOf(payload(), rsa.privateKey, 'RS256', { kid });
    const index = Number((badge.credentialStatus as JsonObject).statusListIndex);
    setStatusBit(world.bits, index, true);
    const { proof: _proof, ...list } = await world.publishList();
    world.answers.set(world.listUrl, tokenOf({ ...list, iss: world.did }, rsa.privateKey, 'RS256', { kid, typ: 'vc+jwt' }));
    expect(reasons(await judged(token))).toEqual(['status failed revoked']);
    world.answers.set(world.listUrl, tokenOf({ ...list, iss: world.did }, stranger.privateKey, 'RS256', { kid }));
    expect(reasons(await judged(token))).toEqual(['status unknown status-list-unverified']);
    setStatusBit(world.bits, index, false);
    await world.publishList();
  });

  it('of the data model 1.1, in its vc claim', async () => {
    const plain = {
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      type: ['VerifiableCredential'],
      credentialSubject: {},
    };
    const vc = { iss: world.did, jti: 'urn:uuid:1', sub: 'urn:uuid:2', nbf: 1_700_000_000, vc: plain };
    const token = tokenOf(vc, rsa.privateKey, 'RS256', { kid });
    const verification = await judged(token);
    expect(reasons(verification)).toEqual([]);
    expect(verification.credential).toMatchObject({
      issuer: world.did,
      id: 'urn:uuid:1',
      credentialSubject: { id: 'urn:uuid:2' },
      issuanceDate: '2023-11-14T22:13:20.000Z',
    });
    expect(reasons(await judged(tokenOf({ ...vc, exp: 1_700_000_100 }, rsa.privateKey, 'RS256', { kid })))).toEqual([
      'validity failed expired',
    ]);
  });

  it.each<[string, string, () => string]>([
    [
      'proof failed algorithm-not-allowed',
      'no signature',
      () => rawToken({ alg: 'none', kid }, payload(), () => Buffer.alloc(0)),
    ],
    [
      'proof failed algorithm-not-allowed',
      'the public key as a shared secret',
      () =>
        rawToken({ alg: 'HS256', kid }, payload(), (input) =>
          createHmac('sha256', rsa.publicKey.export({ format: 'pem', type: 'spki' }))
            .update(input)
            .digest(),
        ),
    ],
    [
      'proof failed algorithm-not-allowed',
      'an algorithm that is no text',
      () => rawToken({ alg: ['RS256'], kid }, payload(), () => Buffer.alloc(8)),
    ],
    [
      'proof failed algorithm-not-allowed',
      'a word of JavaScript as algorithm',
      () => rawToken({ alg: 'constructor', kid }, payload(), () => Buffer.alloc(8)),
    ],
    [
      'proof failed token-extension',
      'a critical extension',
      () => rawToken({ alg: 'RS256', kid, crit: ['b64'], b64: false }, payload(), () => Buffer.alloc(8)),
    ],
    [
      'proof failed key-in-header',
      'its own key',
      () => tokenOf(payload(), stranger.privateKey, 'RS256', { jwk: stranger.jwk } as object),
    ],
    [
      'proof failed signature-wrong',
      'its own key beside the name of the issuer’s',
      () => tokenOf(payload(), stranger.privateKey, 'RS256', { kid, jwk: stranger.jwk } as object),
    ],
    ['proof failed signature-wrong', 'another key', () => tokenOf(payload(), stranger.privateKey, 'RS256', { kid })],
    [
      'proof failed signature-wrong',
      'a signature of no bytes',
      () => rawToken({ alg: 'RS256', kid }, payload(), () => Buffer.alloc(0)),
    ],
    [
      'proof failed signature-wrong',
      'ECDSA in another notation',
      () => tokenOf(payload(), p256Key().privateKey, 'ES256', { kid: `${world.did}#ec` }),
    ],
    [
      'issuer failed key-of-another-kind',
      'the name of a key of another kind',
      () => tokenOf(payload(), ec.privateKey, 'ES256', { kid }),
    ],
    ['issuer failed key-not-named', 'no kid, where there are several keys', () => tokenOf(payload(), rsa.privateKey, 'RS256')],
    ['issuer failed method-missing', 'an unknown kid', () => tokenOf(payload(), rsa.privateKey, 'RS256', { kid: 'another' })],
    [
      'issuer failed method-missing',
      'an unknown fragment',
      () => tokenOf(payload(), rsa.privateKey, 'RS256', { kid: `${world.did}#another` }),
    ],
    [
      'issuer failed method-of-another',
      'the DID of another',
      () => tokenOf(payload(), stranger.privateKey, 'RS256', { kid: 'did:web:evil.example#key' }),
    ],
    [
      'issuer failed method-of-another',
      'the address of another',
      () => tokenOf(payload(), stranger.privateKey, 'RS256', { kid: 'https://evil.example/key' }),
    ],
    [
      'issuer failed method-of-another',
      'the address of a neighbour',
      () =>
        tokenOf(payload(), stranger.privateKey, 'RS256', { kid: 'https://cairn.riverside.example/issuers/riverside-evil/key' }),
    ],
    [
      'proof failed token-type',
      'the type of another token',
      () => tokenOf(payload(), rsa.privateKey, 'RS256', { kid, typ: 'openid4vci-proof+jwt' }),
    ],
    [
      'proof failed token-claim-mismatch',
      'another issuer',
      () => tokenOf(payload({ iss: 'did:web:evil.example' }), rsa.privateKey, 'RS256', { kid }),
    ],
    [
      'proof failed token-claim-mismatch',
      'another id',
      () => tokenOf(payload({ jti: 'urn:uuid:9' }), rsa.privateKey, 'RS256', { kid }),
    ],
    [
      'proof failed token-claim-mismatch',
      'another subject',
      () => tokenOf(payload({ sub: 'urn:uuid:9' }), rsa.privateKey, 'RS256', { kid }),
    ],
    [
      'proof failed token-claim-mismatch',
      'another beginning',
      () => tokenOf(payload({ nbf: 1 }), rsa.privateKey, 'RS256', { kid }),
    ],
    [
      'proof failed token-claim-mismatch',
      'another end',
      () => tokenOf(payload({ validUntil: '2030-01-01T00:00:00Z', exp: 1_900_000_000 }), rsa.privateKey, 'RS256', { kid }),
    ],
    [
      'validity failed expired',
      'an end that only the token has',
      () => tokenOf(payload({ exp: 1_774_000_000 }), rsa.privateKey, 'RS256', { kid }),
    ],
    [
      'schema failed credential-malformed',
      'an end that is no date',
      () => rawToken({ alg: 'EdDSA', kid: `${world.did}#ed` }, payload({ exp: '7' }), signEd25519(ed.privateKey)),
    ],
    [
      'proof failed token-payload',
      'a second proof inside',
      () => tokenOf(payload({ proof: [{ type: 'DataIntegrityProof' }] }), rsa.privateKey, 'RS256', { kid }),
    ],
    [
      'proof failed token-payload',
      'two credentials inside',
      () => tokenOf(payload({ vc: {} }), rsa.privateKey, 'RS256', { kid }),
    ],
    ['proof failed token-payload', 'text for a credential', () => tokenOf({ vc: 'trust me' }, rsa.privateKey, 'RS256', { kid })],
    [
      'proof failed key-repeated',
      'a member twice',
      () =>
        rawToken(
          { alg: 'EdDSA', kid: `${world.did}#ed` },
          JSON.stringify(payload()).replace('{', '{"name":"Doctor",'),
          signEd25519(ed.privateKey),
        ),
    ],
    [
      'proof failed token-malformed',
      'a list for a payload',
      () => rawToken({ alg: 'EdDSA', kid }, '[]', signEd25519(ed.privateKey)),
    ],
    ['proof failed token-malformed', 'no JSON', () => rawToken({ alg: 'EdDSA', kid }, 'trust me', signEd25519(ed.privateKey))],
    [
      'proof failed token-malformed',
      'a header that is no UTF-8',
      () => `${Buffer.from([0x7b, 0xff]).toString('base64url')}.e30.e30`,
    ],
    [
      'schema failed forbidden-key',
      'a prototype',
      () =>
        rawToken(
          { alg: 'EdDSA', kid: `${world.did}#ed` },
          JSON.stringify(payload()).replace('{', '{"__proto__":{"a":1},'),
          signEd25519(ed.privateKey),
        ),
    ],
    [
      'context unknown context-unknown',
      'an unknown vocabulary',
      () =>
        tokenOf(
          payload({ '@context': [...(badge['@context'] as string[]), 'https://evil.example/v1'] }),
          rsa.privateKey,
          'RS256',
          { kid },
        ),
    ],
  ])('%s with %s', async (reason, _what, token) => {
    const verification = await judged(token());
    expect(verification.verified).toBe(false);
    expect(verification.checks.map(({ check }) => check)).toEqual(['context', 'schema', 'proof', 'issuer', 'validity', 'status']);
    expect(reasons(verification)).toContain(reason);
  });

  it('with a key that the issuer does not allow to sign', async () => {
    const strict = new IssuerWorld();
    strict.answers.set(strict.did, issuerDocument({ assertionMethod: [], authentication: [kid] }));
    const verification = await verifyCredential(tokenOf(payload(), rsa.privateKey, 'RS256', { kid }), strict.options());
    expect(reasons(verification)).toContain('issuer failed method-not-authorized');
  });

  it('with a key that is too short, or that shows its private half', async () => {
    const short = rsaKey(1_024);
    const secret = { ...rsa.jwk, d: 'AQAB' };
    for (const [key, jwk] of [
      [short, short.jwk],
      [rsa, secret],
    ] as const) {
      const weak = new IssuerWorld();
      weak.answers.set(weak.did, issuerDocument({ verificationMethod: [method('rsa', jwk)] }));
      const verification = await verifyCredential(tokenOf(payload(), key.privateKey, 'RS256', { kid }), weak.options());
      expect(reasons(verification)).toContain('issuer failed key-encoding');
    }
  });
});

describe('an issuer whose id is an address', () => {
  const home = 'https://example.edu/issuers/7';
  const credential = { ...world.badge(amirasAward()), issuer: { ...issuer, id: home } } as JsonObject;
  const { credentialStatus: _status, ...lasting } = credential;
  const profile = { id: home, type: ['Profile'], name: 'Example' };
  const judge = async (kid: string | undefined, answers: Record<string, unknown>, key = rsa) => {
    const web = new IssuerWorld();
    for (const [address, answer] of Object.entries(answers)) web.answers.set(address, answer);
    const verification = await verifyCredential(
      tokenOf(lasting, key.privateKey, 'RS256', kid === undefined ? {} : { kid }),
      web.options(),
    );
    return verification.verified
      ? `verified for ${verification.provenFor}`
      : reasons(verification).find((reason) => reason.startsWith('issuer'));
  };

  it.each<[string, string, string, Record<string, unknown>]>([
    ['verified for example.edu', 'a bare JWK below it', `${home}/keys/1`, { [`${home}/keys/1`]: rsa.jwk }],
    [
      'verified for example.edu',
      'a set below it',
      `${home}/jwks.json#one`,
      { [`${home}/jwks.json`]: { keys: [ec.jwk, { ...rsa.jwk, kid: 'one' }] } },
    ],
    [
      'verified for example.edu',
      'an address that it names',
      'https://keys.example/1',
      { [home]: { ...profile, assertionMethod: ['https://keys.example/1'] }, 'https://keys.example/1': rsa.jwk },
    ],
    [
      'verified for example.edu',
      'its set at another place',
      'one',
      {
        [home]: { ...profile, jwks_uri: 'https://keys.example/set' },
        'https://keys.example/set': { keys: [{ ...rsa.jwk, kid: 'one' }] },
      },
    ],
    [
      'verified for example.edu',
      'its set in it',
      'one',
      { [home]: { ...profile, jwks: { keys: [{ ...rsa.jwk, kid: 'one' }] } } },
    ],
    [
      'issuer failed method-of-another',
      'an address of a neighbour',
      'https://example.edu/issuers/8/keys/1',
      { [home]: profile, 'https://example.edu/issuers/8/keys/1': rsa.jwk },
    ],
    [
      'issuer failed method-of-another',
      'a way out of it',
      `${home}/../8/keys/1`,
      { [home]: profile, [`${home}/../8/keys/1`]: rsa.jwk },
    ],
    [
      'issuer failed method-of-another',
      'an address that looks like it',
      `${home}8/keys/1`,
      { [home]: profile, [`${home}8/keys/1`]: rsa.jwk },
    ],
    [
      'issuer failed method-missing',
      'a fragment that nobody looked up',
      `${home}#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK`,
      { [home]: profile },
    ],
    [
      'issuer failed method-of-another',
      'a did:key',
      'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
      { [home]: profile },
    ],
    [
      'issuer failed issuer-document-of-another',
      'the profile of another',
      'one',
      { [home]: { ...profile, id: 'https://example.edu/issuers/8', jwks: { keys: [{ ...rsa.jwk, kid: 'one' }] } } },
    ],
    ['issuer unknown key-unreachable', 'a key that nobody serves', `${home}/keys/1`, {}],
    ['issuer failed key-encoding', 'a secret for a key', `${home}/keys/1`, { [`${home}/keys/1`]: { kty: 'oct', k: 'AAAA' } }],
    [
      'issuer failed method-missing',
      'a set without it',
      `${home}/keys#two`,
      { [`${home}/keys`]: { keys: [{ ...rsa.jwk, kid: 'one' }] } },
    ],
  ])('%s with %s', async (expected, _what, kid, answers) => {
    expect(await judge(kid, answers)).toBe(expected);
  });
});

describe('a did:key', () => {
  it('of P-256 signs tokens, and vouches for no name', async () => {
    const { x = '', y = '' } = ec.publicKey.export({ format: 'jwk' });
    const odd = (Buffer.from(y, 'base64url').at(-1) ?? 0) % 2;
    const compressed = Buffer.concat([Buffer.from([0x80, 0x24, 2 + odd]), Buffer.from(x, 'base64url')]);
    const did = `did:key:z${encodeBase58(compressed)}`;
    const { credentialStatus: _status, ...lasting } = badge;
    const token = tokenOf({ ...lasting, issuer: { ...issuer, id: did } }, ec.privateKey, 'ES256', {
      kid: `${did}#${did.slice(8)}`,
    });
    const verification = await judged(token);
    expect(verification).toMatchObject({ verified: true });
    expect(verification.provenFor).toBeUndefined();
    expect(did).toMatch(/^did:key:zDn/);
  });
});
