import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { amirasAward } from '../../../../test/support/awards.js';
import type { JsonObject } from '../domain/json.js';
import { OPEN_BADGE_CONTEXTS, buildOpenBadgeCredential } from '../domain/open-badge-credential.js';
import { canonicalNQuads } from './canonicalize.js';
import { generateSigningKey, publicKeyMultibase } from './keys/keys.js';
import { verificationMethodId } from './keys/did-web.js';
import { canonicalProofOptions, proofOptions } from './proof-options.js';
import { signCredential } from './sign.js';

const built = buildOpenBadgeCredential(amirasAward());
const document: JsonObject = built.ok ? built.credential : {};
const { privateKey, publicKey } = generateSigningKey();
const verificationMethod = verificationMethodId(
  'did:web:cairn.riverside.example:issuers:riverside',
  publicKeyMultibase(publicKey),
);
const intent = { document, verificationMethod, privateKey, created: new Date('2026-03-01T09:31:00.750Z') };

describe('signing a badge', () => {
  it('adds one proof, in a list, and changes nothing else', async () => {
    const { signed } = await signCredential(intent);
    const { proof, ...rest } = signed;
    expect(rest).toEqual(document);
    expect(proof).toEqual([
      {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: '2026-03-01T09:31:00Z',
        verificationMethod,
        proofPurpose: 'assertionMethod',
        proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
      },
    ]);
  });

  it('gives the same bytes for the same intent', async () => {
    const [first, second] = [await signCredential(intent), await signCredential(intent)];
    expect(second.bytes).toBe(first.bytes);
    expect(JSON.parse(first.bytes)).toEqual(first.signed);
  });

  it('has not changed since it was first checked with other software', async () => {
    const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)]);
    const sevens = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    const did = `did:key:${publicKeyMultibase(sevens)}`;
    const { signed } = await signCredential({
      document: {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: did,
        name: 'ł ö 漢 🎓',
        credentialSubject: { id: 'urn:uuid:0193a1f0-7c2b-4000-8000-00000000beef' },
      },
      verificationMethod: `${did}#${publicKeyMultibase(sevens)}`,
      privateKey: sevens,
      created: new Date('2026-03-01T09:31:00Z'),
    });
    expect(signed.proof).toMatchObject([
      { proofValue: 'z2kjH4F97ARFSkPgimpCi3q75J9s5ChZTxGQHHHLzQWZN7XHYv343F5gpPr6gQvz1W2bumhaTDfufVfusgaBHD16A' },
    ]);
  });

  it('refuses to sign over an existing proof', async () => {
    const { signed } = await signCredential(intent);
    await expect(signCredential({ ...intent, document: signed })).rejects.toThrow(/already has a proof/);
  });

  it('refuses a document with a term that has no meaning', async () => {
    await expect(signCredential({ ...intent, document: { ...document, unheardOf: 'x' } })).rejects.toThrow(/unheardOf/);
  });

  it('refuses a key of another kind, and a public key', async () => {
    const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await expect(signCredential({ ...intent, privateKey: other })).rejects.toThrow(/Ed25519 private key/);
    await expect(signCredential({ ...intent, privateKey: publicKey })).rejects.toThrow(/Ed25519 private key/);
  });
});

describe('the kept proof options', () => {
  it('equal the ones that are canonicalised anew, for any key and date', async () => {
    for (const created of ['2026-03-01T09:31:00Z', '1969-12-31T23:59:59Z', '1970-01-01T00:00:00Z']) {
      for (const method of [verificationMethod, 'did:key:z6Mk#z6Mk', 'https://a.example/1970-01-01T00:00:00Z']) {
        const anew = await canonicalNQuads({ '@context': OPEN_BADGE_CONTEXTS, ...proofOptions(method, created) });
        expect(await canonicalProofOptions(OPEN_BADGE_CONTEXTS, method, created)).toBe(anew);
      }
    }
  });

  it('stay right when more keys are in use than are kept', async () => {
    for (let key = 0; key < 70; key += 1) {
      const method = `did:web:a.example#key-${key}`;
      expect(await canonicalProofOptions(OPEN_BADGE_CONTEXTS, method, '2026-03-01T09:31:00Z')).toContain(`<${method}>`);
    }
  });
});
