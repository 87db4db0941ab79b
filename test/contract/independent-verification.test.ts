import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/modules/credentials/domain/json.js';
import { canonicalTally } from '../../src/modules/credentials/proof/canonical/tally.js';
import { publicKeyMultibase } from '../../src/modules/credentials/proof/keys/keys.js';
import { signCredentials } from '../../src/modules/credentials/proof/sign-many.js';
import { verifyCredential } from '../../src/modules/credentials/proof/verifying/verify.js';
import { amirasAward, waterDataAchievement } from '../support/awards.js';
import { generateIndependently, issueIndependently, verifyIndependently } from '../../demo/independent-verifier.mjs';
import { IssuerWorld } from '../support/issuer-world.js';
import { changedLeaf, leafPaths, mutate } from '../support/json-mutations.js';

/** What Cairn signs must hold for software that shares nothing with it, and the other way round. */
describe('the reference libraries of Digital Bazaar', () => {
  const world = new IssuerWorld();
  let statusListCredential: JsonObject;
  const judge = (credential: string | object) =>
    verifyIndependently(credential, { didDocument: world.didDocument(), statusListCredential, now: world.now });

  const learnersBadge = (number: number): JsonObject => {
    const award = amirasAward();
    return world.badge({
      ...award,
      id: `${award.id}-${number}`,
      learner: {
        subjectId: `urn:uuid:0193a1f0-0000-4000-8000-${String(number).padStart(12, '0')}`,
        name: { text: `Łukasz "${number}" 漢🎓`, consented: true },
      },
      status: { ...award.status, index: number },
    });
  };

  beforeAll(async () => {
    statusListCredential = await world.publishList();
  });

  it('verify the bytes of a badge', async () => {
    const { bytes } = await world.sign(world.badge());
    expect(await judge(bytes)).toEqual({ verified: true });
  });

  it('verify a badge that shows as little as possible', async () => {
    const award = amirasAward();
    const bare = amirasAward({
      learner: { subjectId: award.learner.subjectId },
      assessment: { results: [], resultsConsented: false, evidence: [] },
      achievement: waterDataAchievement({
        image: undefined,
        creator: undefined,
        alignments: [],
        tags: [],
        previous: undefined,
        results: [],
      }),
      issuer: { id: world.did, name: 'Riverside' },
    });
    expect(await judge((await world.sign(world.badge(bare))).bytes)).toEqual({ verified: true });
  });

  it('verify badges in any script', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), async (words, more) => {
        const achievement = waterDataAchievement({ name: `ł ö 漢 🎓 ${words}`, description: `“—” ${more}` });
        expect(await judge((await world.sign(world.badge(amirasAward({ achievement })))).bytes)).toEqual({ verified: true });
      }),
      { numRuns: 15 },
    );
  });

  it('verify badges signed in a batch, by template, walker and library, and none of which a leaf was changed', async () => {
    const learners = Array.from({ length: 210 }, (_, number) => learnersBadge(number));
    const alike = {
      ...world.badge(),
      evidence: [
        { type: ['Evidence'], name: 'x' },
        { type: ['Evidence'], name: 'x' },
      ],
    };
    const before = canonicalTally();
    const signed = await signCredentials([...learners, world.badge(), alike], {
      verificationMethod: world.method,
      privateKey: world.privateKey,
      created: new Date('2026-03-01T09:31:00Z'),
    });
    const after = canonicalTally();
    expect(after.template - before.template).toBe(learners.length);
    expect(after.library - before.library).toBeGreaterThan(0);
    for (const { bytes } of signed) expect(await judge(bytes)).toEqual({ verified: true });
    const one = JSON.parse(signed[7]?.bytes ?? '') as JsonObject;
    for (const path of leafPaths(one))
      expect(await judge(mutate(one, path, changedLeaf) as JsonObject)).toMatchObject({ verified: false });
  }, 240_000);

  it('see that a badge was revoked, and that the revocation was lifted', async () => {
    const other = new IssuerWorld();
    const { bytes } = await other.sign(other.badge());
    const seen = async (list: JsonObject) =>
      verifyIndependently(bytes, { didDocument: other.didDocument(), statusListCredential: list, now: other.now });
    expect(await seen(await other.publishList([94_567]))).toEqual({ verified: false, error: 'revoked' });
    other.bits.fill(0);
    expect(await seen(await other.publishList([94_566, 94_568]))).toEqual({ verified: true });
  });

  it('verify a badge of a key that was rotated out, and not one of a compromised key', async () => {
    const { bytes } = await world.sign(world.badge());
    const next = { publicKeyMultibase: (await generateIndependently(world.did)).publicKeyMultibase, state: 'active' as const };
    const after = (state: 'retired' | 'compromised') => ({
      didDocument: world.didDocument([{ ...world.key, state }, next]),
      statusListCredential,
      now: world.now,
    });
    expect(await verifyIndependently(bytes, after('retired'))).toEqual({ verified: true });
    expect(await verifyIndependently(bytes, after('compromised'))).toMatchObject({ verified: false });
  });

  it('refuse a badge when any word of it is changed, and so do we', async () => {
    const signed = await world.signedBadge();
    for (const path of leafPaths(signed)) {
      const changed = mutate(signed, path, changedLeaf) as JsonObject;
      const [theirs, ours] = [await judge(changed), await verifyCredential(changed, world.options())];
      expect({ path, theirs: theirs.verified, ours: ours.verified }).toEqual({ path, theirs: false, ours: false });
    }
  });

  it('read our public keys as their own', () => {
    expect(publicKeyMultibase(world.privateKey)).toBe(world.key.publicKeyMultibase);
  });
});

describe('credentials signed by the reference libraries', () => {
  it('verify here, and not after a change', async () => {
    const world = new IssuerWorld();
    await world.publishList();
    const key = await generateIndependently(world.did);
    world.answers.set(world.did, {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: world.did,
      verificationMethod: [
        ...(world.didDocument().verificationMethod as JsonValue[]),
        { id: key.id, type: 'Multikey', controller: world.did, publicKeyMultibase: key.publicKeyMultibase },
      ],
      assertionMethod: [world.method, key.id],
    });
    const signed = await issueIndependently(world.badge(), key, new Date('2026-03-01T10:00:00Z'));
    expect(await verifyCredential(signed, world.options())).toMatchObject({ verified: true });
    expect(await verifyCredential({ ...signed, name: 'Another' }, world.options())).toMatchObject({ verified: false });
  });
});
