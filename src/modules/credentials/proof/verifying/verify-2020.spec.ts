import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { changedLeaf, leafPaths, mutate } from '../../../../../test/support/json-mutations.js';
import type { JsonObject } from '../../domain/json.js';
import { type Verification, verifyCredential } from './verify.js';

/** Signed once with the unmodified `@digitalbazaar/vc` 7.3.0 and `@digitalbazaar/ed25519-signature-2020`, which made such badges. */
const { byKey, bySite } = JSON.parse(
  readFileSync(new URL('../../../../../test/support/ed25519-2020-badges.json', import.meta.url), 'utf8'),
) as { byKey: { credential: JsonObject }; bySite: { credential: JsonObject; didDocument: JsonObject } };

const now = new Date('2026-04-01T12:00:00Z');

function verified(credential: JsonObject, didDocument = bySite.didDocument): Promise<Verification> {
  return verifyCredential(credential, {
    now,
    resolve: async (id) => (id === didDocument.id ? { ok: true, document: didDocument } : { ok: false, reason: 'not-found' }),
  });
}

const reasons = ({ checks }: Verification) => checks.flatMap(({ reason }) => reason ?? []);
const method = ({ verificationMethod }: JsonObject) => (verificationMethod as readonly JsonObject[])[0] ?? {};
const proofOf = ({ proof }: JsonObject) => proof as JsonObject;

describe('badges of others with Ed25519Signature2020', () => {
  it.each([
    ['by did:key, of data model 1.1', byKey.credential],
    ['by did:web, with a key of the old type', bySite.credential],
  ])('hold %s', async (_, credential) => {
    expect(await verified(credential)).toMatchObject({ verified: true, format: 'open-badge-3' });
  });

  it('hold no more once a word, a date of the proof or the signature is another', async () => {
    for (const path of leafPaths(byKey.credential)) {
      const answer = await verified(mutate(byKey.credential, path, changedLeaf) as JsonObject);
      expect({ path, verified: answer.verified }).toEqual({ path, verified: false });
    }
  });

  it.each<[string, () => [JsonObject, JsonObject?], string]>([
    [
      'the key of another',
      () => [
        bySite.credential,
        {
          ...bySite.didDocument,
          verificationMethod: [
            { ...method(bySite.didDocument), publicKeyMultibase: 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' },
          ],
        },
      ],
      'signature-wrong',
    ],
    [
      'a key that may not sign',
      () => [bySite.credential, { ...bySite.didDocument, assertionMethod: [] }],
      'method-not-authorized',
    ],
    [
      'the type of another suite',
      () => [
        {
          ...bySite.credential,
          proof: { ...proofOf(bySite.credential), type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
        },
      ],
      'key-encoding',
    ],
    [
      'a member that its suite does not have',
      () => [{ ...byKey.credential, proof: { ...proofOf(byKey.credential), cryptosuite: 'eddsa-jcs-2022' } }],
      'not-canonicalizable',
    ],
    [
      'another purpose',
      () => [{ ...byKey.credential, proof: { ...proofOf(byKey.credential), proofPurpose: 'authentication' } }],
      'proof-purpose',
    ],
    [
      'an older type',
      () => [{ ...byKey.credential, proof: { ...proofOf(byKey.credential), type: 'Ed25519Signature2018' } }],
      'proof-type-unsupported',
    ],
    [
      'no context for its type',
      () => [{ ...byKey.credential, '@context': (byKey.credential['@context'] as readonly string[]).slice(0, 2) }],
      'not-canonicalizable',
    ],
  ])('do not hold with %s', async (_, make, reason) => {
    const answer = await verified(...make());
    expect([answer.verified, reasons(answer)]).toEqual([false, expect.arrayContaining([reason])]);
  });
});
