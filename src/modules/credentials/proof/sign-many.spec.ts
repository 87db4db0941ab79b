import { sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { amirasAward } from '../../../../test/support/awards.js';
import type { JsonObject } from '../domain/json.js';
import { buildOpenBadgeCredential, OPEN_BADGE_CONTEXTS } from '../domain/open-badge-credential.js';
import { encodeBase58 } from './keys/base58.js';
import { libraryNQuads } from './canonical/library.js';
import { canonicalTally } from './canonical/tally.js';
import { generateSigningKey } from './keys/keys.js';
import { proofOptions } from './proof-options.js';
import { signCredential } from './sign.js';
import { signCredentials } from './sign-many.js';
import { hashPair } from './signer.js';

const { privateKey, publicKey } = generateSigningKey();
const how = { verificationMethod: 'did:web:a.example#key-1', privateKey, created: new Date('2026-03-01T09:31:00.750Z') };

function badgeOf(learner: number, change: Parameters<typeof amirasAward>[0] = {}): JsonObject {
  const built = buildOpenBadgeCredential(
    amirasAward({
      id: `https://cairn.riverside.example/credentials/${learner}`,
      learner: { subjectId: `urn:uuid:0193a1f0-0000-4000-8000-${String(learner).padStart(12, '0')}` },
      ...change,
    }),
  );
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.credential;
}

/** What the recommendation and the library alone make of it. */
async function signedPlainly(document: JsonObject): Promise<string> {
  const options = proofOptions(how.verificationMethod, '2026-03-01T09:31:00Z');
  const canonicalOptions = await libraryNQuads({ '@context': OPEN_BADGE_CONTEXTS, ...options });
  const proofValue = `z${encodeBase58(sign(null, hashPair(canonicalOptions, await libraryNQuads(document)), privateKey))}`;
  return JSON.stringify({ ...document, proof: [{ ...options, proofValue }] });
}

describe('signing many badges', () => {
  it('gives the bytes that each would get alone, in their order, whatever way each goes', async () => {
    const alike = Array.from({ length: 40 }, (_, learner) => badgeOf(learner));
    const others = [
      badgeOf(100),
      badgeOf(101, { assessment: { results: [], resultsConsented: false, evidence: [] } }),
      // Two pieces of evidence that only their order tells apart: nobody but the library can say.
      {
        ...badgeOf(102),
        evidence: [
          { type: ['Evidence'], name: 'x' },
          { type: ['Evidence'], name: 'x' },
        ],
      },
    ];
    const documents = [...alike.slice(0, 20), ...others, ...alike.slice(20)];
    const before = canonicalTally();
    const signed = await signCredentials(documents, how);
    expect(signed.map(({ bytes }) => bytes)).toEqual(await Promise.all(documents.map(signedPlainly)));
    for (const { signed: object, bytes } of signed) expect(JSON.parse(bytes)).toEqual(object);
    const after = canonicalTally();
    expect(after.template - before.template).toBe(41);
    expect(after.library - before.library).toBe(1);
  });

  it('signs one more of the kind from the template that the batch left', async () => {
    await signCredentials(
      Array.from({ length: 30 }, (_, learner) => badgeOf(learner)),
      how,
    );
    const before = canonicalTally().template;
    const { bytes } = await signCredential({ document: badgeOf(999), ...how });
    expect(bytes).toBe(await signedPlainly(badgeOf(999)));
    expect(canonicalTally().template).toBe(before + 1);
  });

  it('learns what differs from batch to batch, and then needs no other template for the next one', async () => {
    const on = (day: number) =>
      Array.from({ length: 30 }, (_, learner) => badgeOf(learner, { validFrom: new Date(Date.UTC(2027, 1, day)) }));
    await signCredentials(on(1), how);
    await signCredentials(on(2), how);
    const before = canonicalTally();
    const [third] = on(3) as [JsonObject];
    const { bytes } = await signCredential({ document: third, ...how });
    expect(bytes).toBe(await signedPlainly(third));
    expect(canonicalTally().template).toBe(before.template + 1);
    // Another badge of the same form is no variant of it: all of its texts would have to be put in each time.
    const other = on(3).map((badge) => ({
      ...badge,
      name: 'A',
      description: 'B',
      image: { id: 'https://a.example/c', type: 'Image' },
    }));
    await signCredentials(other, how);
    expect((await signCredential({ document: third, ...how })).bytes).toBe(bytes);
  });

  it('lets other work go on in between', async () => {
    let turns = 0;
    const watch = setInterval(() => (turns += 1), 1);
    const documents = Array.from({ length: 400 }, (_, learner) => badgeOf(learner, { awardedAt: new Date(learner * 1_000) }));
    for (let round = 0; round < 5; round += 1) await signCredentials(documents, how);
    clearInterval(watch);
    expect(turns).toBeGreaterThan(1);
  });

  it('refuses the whole batch when one of it must not be signed', async () => {
    const alike = Array.from({ length: 30 }, (_, learner) => badgeOf(learner));
    const { signed } = await signCredential({ document: badgeOf(1), ...how });
    await expect(signCredentials([...alike, signed], how)).rejects.toThrow(/already has a proof/);
    await expect(signCredentials([...alike, { ...badgeOf(1), unheardOf: 'x' }], how)).rejects.toThrow(/unheardOf/);
    await expect(signCredentials([...alike, { ...badgeOf(1), id: 'relative' }], how)).rejects.toThrow(/relative/i);
    await expect(signCredentials([...alike, { ...badgeOf(1), name: 'half \ud800' }], how)).rejects.toThrow(/surrogate/);
    await expect(signCredentials([...alike, { ...badgeOf(1), validUntil: null }], how)).rejects.toThrow(/null/);
    await expect(signCredentials(alike, { ...how, privateKey: publicKey })).rejects.toThrow(/Ed25519 private key/);
  });

  it('signs none of none', async () => {
    expect(await signCredentials([], how)).toEqual([]);
  });
});
