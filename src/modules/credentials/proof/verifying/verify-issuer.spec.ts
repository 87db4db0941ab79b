import { describe, expect, it } from '@jest/globals';
import { IssuerWorld } from '../../../../../test/support/issuer-world.js';
import type { JsonObject, JsonValue } from '../../domain/json.js';
import { didKeyDocument } from '../keys/did-key.js';
import { verificationMethodId } from '../keys/did-web.js';
import { generateSigningKey, publicKeyMultibase } from '../keys/keys.js';
import { signCredential } from '../sign.js';
import { verifyCredential } from './verify.js';

const created = new Date('2026-03-01T09:31:00Z');

/** Verifies Amira's badge in a world whose issuer document was changed, and says how the issuer and the proof fared. */
async function judged(change: (document: JsonObject, world: IssuerWorld) => unknown): Promise<string> {
  const world = new IssuerWorld();
  const signed = await world.signedBadge();
  const answer = change(world.didDocument(), world);
  if (answer === undefined) world.answers.delete(world.did);
  else world.answers.set(world.did, answer);
  const { verified, checks } = await verifyCredential(signed, world.options());
  const issuer = checks.find(({ check }) => check === 'issuer');
  expect(verified).toBe(issuer?.outcome === 'passed');
  return [issuer?.outcome, issuer?.reason].filter(Boolean).join(' ');
}

const method = (document: JsonObject): JsonObject => (document.verificationMethod as readonly JsonObject[])[0] ?? {};

describe('the key of a proof', () => {
  it.each<[string, string, (document: JsonObject, world: IssuerWorld) => unknown]>([
    ['passed', 'the document as we serve it', (document) => document],
    [
      'passed',
      'a method named by its fragment',
      (document, world) => ({ ...document, assertionMethod: [world.method.slice(world.did.length)] }),
    ],
    [
      'passed',
      'a method that stands in assertionMethod itself',
      (document) => ({ ...document, verificationMethod: [], assertionMethod: [method(document)] }),
    ],
    ['passed', 'a single method outside of a list', (document) => ({ ...document, verificationMethod: method(document) })],
    [
      'passed',
      'an expiry that lies ahead',
      (document) => ({ ...document, verificationMethod: [{ ...method(document), expires: '2027-01-01T00:00:00Z' }] }),
    ],
    ['unknown issuer-unreachable', 'no document', () => undefined],
    ['failed issuer-document-malformed', 'a text', () => 'not a document'],
    ['failed issuer-document-malformed', 'a list', () => []],
    [
      'failed issuer-document-of-another',
      "another issuer's document",
      (document) => ({ ...document, id: 'did:web:other.example' }),
    ],
    ['failed method-missing', 'no methods', (document) => ({ ...document, verificationMethod: [] })],
    ['failed method-missing', 'methods of a wrong type', (document) => ({ ...document, verificationMethod: [7, null, 'x'] })],
    ['failed method-not-authorized', 'no assertionMethod', (document) => ({ ...document, assertionMethod: [] })],
    [
      'failed method-not-authorized',
      'only authentication',
      (document) => ({ ...document, assertionMethod: undefined, authentication: document.assertionMethod }),
    ],
    [
      'failed method-of-another',
      'another controller',
      (document) => ({ ...document, verificationMethod: [{ ...method(document), controller: 'did:web:other.example' }] }),
    ],
    [
      'failed key-encoding',
      'a JWK',
      (document) => ({
        ...document,
        verificationMethod: [{ ...method(document), type: 'JsonWebKey2020', publicKeyMultibase: undefined, publicKeyJwk: {} }],
      }),
    ],
    [
      'failed key-encoding',
      'a key of another curve',
      (document) => ({
        ...document,
        verificationMethod: [{ ...method(document), publicKeyMultibase: 'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv' }],
      }),
    ],
    [
      'failed key-revoked',
      'a revoked key',
      (document) => ({ ...document, verificationMethod: [{ ...method(document), revoked: '2026-03-15T00:00:00Z' }] }),
    ],
    [
      'failed key-expired',
      'an expired key',
      (document) => ({ ...document, verificationMethod: [{ ...method(document), expires: '2026-03-15T00:00:00Z' }] }),
    ],
    [
      'failed key-expired',
      'an expiry nobody can read',
      (document) => ({ ...document, verificationMethod: [{ ...method(document), expires: 'soon' }] }),
    ],
    [
      'failed method-missing',
      'a compromised key',
      (_document, world) => world.didDocument([{ ...world.key, state: 'compromised' }]),
    ],
  ])('is %s with %s', async (outcome, _what, change) => {
    expect(await judged(change)).toBe(outcome);
  });

  it('still holds after three rotations', async () => {
    const keys = Array.from({ length: 3 }, () => ({
      publicKeyMultibase: publicKeyMultibase(generateSigningKey().publicKey),
      state: 'retired' as const,
    }));
    expect(await judged((_document, world) => world.didDocument([{ ...world.key, state: 'retired' }, ...keys]))).toBe('passed');
  });

  it('is never taken from its own name: anybody could sign as any issuer', async () => {
    const world = new IssuerWorld();
    const { privateKey, publicKey } = generateSigningKey();
    const verificationMethod = `${world.did}#${publicKeyMultibase(publicKey)}`;
    const { signed } = await signCredential({ document: world.badge(), verificationMethod, privateKey, created });
    const { verified, checks } = await verifyCredential(signed, world.options());
    expect(verified).toBe(false);
    expect(checks).toContainEqual(expect.objectContaining({ check: 'issuer', reason: 'method-missing' }));
  });

  it("is never another issuer's, even when that one vouches for it, and nobody is asked", async () => {
    const world = new IssuerWorld();
    const { privateKey, publicKey } = generateSigningKey();
    const eve = 'did:web:eve.example';
    const verificationMethod = verificationMethodId(eve, publicKeyMultibase(publicKey));
    const { signed } = await signCredential({ document: world.badge(), verificationMethod, privateKey, created });
    const { checks } = await verifyCredential(signed, world.options());
    expect(checks).toContainEqual(expect.objectContaining({ check: 'issuer', outcome: 'failed', reason: 'method-of-another' }));
    expect(world.asked).toEqual([]);
  });

  it('is found for an issuer named by an https URL, in the document behind that URL', async () => {
    const world = new IssuerWorld();
    const issuer = 'https://issuer.example/profile';
    const multibase = world.key.publicKeyMultibase;
    const id = `${issuer}#key-1`;
    world.answers.set(issuer, {
      id: issuer,
      type: 'Profile',
      verificationMethod: [{ id, type: 'Multikey', controller: issuer, publicKeyMultibase: multibase }],
      assertionMethod: [id],
    });
    const { credentialStatus: _status, ...badge } = world.badge();
    const document: JsonObject = { ...badge, issuer: { ...(badge.issuer as JsonObject), id: issuer } };
    const { signed } = await signCredential({ document, verificationMethod: id, privateKey: world.privateKey, created });
    expect(await verifyCredential(signed, world.options())).toMatchObject({ verified: true });
  });
});

describe('a did:key issuer', () => {
  const { privateKey, publicKey } = generateSigningKey();
  const multibase = publicKeyMultibase(publicKey);
  const did = `did:key:${multibase}`;

  it('needs no look-up', async () => {
    const world = new IssuerWorld();
    const { credentialStatus: _status, ...badge } = world.badge();
    const issuer: JsonValue = { ...(badge.issuer as JsonObject), id: did };
    const { signed } = await signCredential({
      document: { ...badge, issuer },
      verificationMethod: `${did}#${multibase}`,
      privateKey,
      created,
    });
    expect(await verifyCredential(signed, world.options())).toMatchObject({ verified: true });
    expect(world.asked).toEqual([]);
  });

  it('has a document that follows from the key', () => {
    expect(didKeyDocument(did)).toMatchObject({ id: did, assertionMethod: [`${did}#${multibase}`] });
  });

  it.each([
    'did:key:',
    'did:key:z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9',
    `did:web:${multibase}`,
    multibase,
  ])('is not %s', (other) => {
    expect(didKeyDocument(other)).toBeUndefined();
  });
});
