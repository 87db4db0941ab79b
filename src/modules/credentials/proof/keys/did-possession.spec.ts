import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CompactSign } from 'jose';
import type { JsonObject } from '../../domain/json.js';
import { isProvableDid, possessionFault } from './did-possession.js';
import { publicKeyMultibase } from './keys.js';

const DID = 'did:web:amara.example';
const KID = `${DID}#me`;
const AUDIENCE = 'https://cairn.example';
const CHALLENGE = 'once';

describe('the proof that a DID is somebody’s', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const method = { id: KID, type: 'Multikey', controller: DID, publicKeyMultibase: publicKeyMultibase(publicKey) };
  const document = { id: DID, verificationMethod: [method], authentication: [KID] };
  let jws: string;

  const sign = (payload: object, header: object = {}, key: KeyObject = privateKey) =>
    new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'EdDSA', kid: KID, ...header }).sign(key);
  const faultOf = (resolved: JsonObject | null, change: { jws?: string; did?: string } = {}) =>
    possessionFault({ did: DID, jws, audience: AUDIENCE, challenge: CHALLENGE, ...change }, async () =>
      resolved ? { ok: true, document: resolved } : { ok: false, reason: 'unreachable' },
    );

  beforeAll(async () => {
    jws = await sign({ aud: AUDIENCE, nonce: CHALLENGE });
  });

  it('holds with a key of the document’s authentication, named, embedded or as a JWK', async () => {
    expect(await faultOf(document)).toBeUndefined();
    expect(await faultOf({ id: DID, authentication: [method] })).toBeUndefined();
    const { publicKeyMultibase: _, ...rest } = method;
    const jwk = { ...rest, type: 'JsonWebKey', publicKeyJwk: publicKey.export({ format: 'jwk' }) as JsonObject };
    expect(await faultOf({ id: DID, authentication: [jwk] })).toBeUndefined();
  });

  it('does not hold with a key that is there for something else, or is another’s', async () => {
    expect(await faultOf({ ...document, authentication: [], assertionMethod: [KID] })).toBe('key-unknown');
    expect(await faultOf({ ...document, verificationMethod: [{ ...method, controller: 'did:web:eve.example' }] })).toBe(
      'key-unknown',
    );
    expect(await faultOf({ ...document, id: 'did:web:eve.example' })).toBe('did-document-of-another');
    expect(await faultOf(null)).toBe('did-unreachable');
  });

  it('takes no key from the proof itself, and no algorithm but EdDSA', async () => {
    const eve = generateKeyPairSync('ed25519');
    const brought = await sign(
      { aud: AUDIENCE, nonce: CHALLENGE },
      { jwk: eve.publicKey.export({ format: 'jwk' }) },
      eve.privateKey,
    );
    expect(await faultOf(document, { jws: brought })).toBe('signature-wrong');
    const none = `${Buffer.from(JSON.stringify({ alg: 'none', kid: KID })).toString('base64url')}.e30.`;
    expect(await faultOf(document, { jws: none })).toBe('proof-malformed');
    for (const broken of ['', 'a.b', 'a.b.c', `${jws}x`, jws.replace('.', '..')]) {
      expect(await faultOf(document, { jws: broken })).toMatch(/^(proof-malformed|signature-wrong)$/);
    }
  });

  it('is for one site and one challenge', async () => {
    expect(await faultOf(document, { jws: await sign({ aud: 'https://eve.example', nonce: CHALLENGE }) })).toBe('wrong-audience');
    expect(await faultOf(document, { jws: await sign({ aud: AUDIENCE, nonce: 'twice' }) })).toBe('wrong-challenge');
    expect(await faultOf(document, { jws: await sign({ aud: AUDIENCE }) })).toBe('wrong-challenge');
    expect(await faultOf(document, { jws: await sign(['aud']) })).toBe('signature-wrong');
  });

  it('is asked for DIDs that can be looked up', () => {
    const multibase = publicKeyMultibase(publicKey);
    expect([`did:key:${multibase}`, 'did:web:amara.example:home'].every(isProvableDid)).toBe(true);
    expect(['did:key:zDnae', 'did:web:../x', 'did:ion:abc', 'https://amara.example'].some(isProvableDid)).toBe(false);
  });
});
