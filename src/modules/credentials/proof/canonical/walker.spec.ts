import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amirasAward } from '../../../../../test/support/awards.js';
import { randomCredential } from '../../../../../test/support/random-credentials.js';
import type { JsonObject } from '../../domain/json.js';
import { buildOpenBadgeCredential, OPEN_BADGE_CONTEXTS } from '../../domain/open-badge-credential.js';
import { documentFault } from '../verifying/document-fault.js';
import { proofOptions } from '../proof-options.js';
import { canonicalText } from './dataset.js';
import { Decline } from './decline.js';
import { libraryNQuads, UnsafeDocumentError } from './library.js';
import { datasetOf } from './walker.js';

const built = buildOpenBadgeCredential(amirasAward());
const badge: JsonObject = built.ok ? built.credential : {};

async function walked(document: JsonObject): Promise<string | Decline | UnsafeDocumentError> {
  try {
    return canonicalText(await datasetOf(document));
  } catch (error) {
    if (error instanceof Decline || error instanceof UnsafeDocumentError) return error;
    throw error;
  }
}

const reasonFor = async (document: JsonObject): Promise<string> => {
  const text = await walked(document);
  return typeof text === 'string' ? 'walked' : text.reason;
};

/** Refusals count as an answer that nothing of ours may equal. */
const judged = (document: JsonObject): Promise<string | undefined> => libraryNQuads(document).catch(() => undefined);

describe('the walker', () => {
  it('writes what the library writes for a whole badge', async () => {
    expect(await walked(badge)).toBe(await libraryNQuads(badge));
  });

  it('writes what the library writes for proof options, whose purpose has a context of its own', async () => {
    const options = { '@context': OPEN_BADGE_CONTEXTS, ...proofOptions('did:web:a.example#key-1', '2026-03-01T09:31:00Z') };
    expect(await walked(options)).toBe(await libraryNQuads(options));
  });

  it('equals the library byte for byte, or declines, for credentials of any shape', async () => {
    let equal = 0;
    await fc.assert(
      fc.asyncProperty(randomCredential(), async (document) => {
        fc.pre(!documentFault(document));
        const text = await walked(document);
        if (text instanceof UnsafeDocumentError) expect(await judged(document)).toBeUndefined();
        if (typeof text !== 'string') return;
        equal += 1;
        expect(text).toBe(await judged(document));
      }),
      { numRuns: 600 },
    );
    // Declining everything would be right, too, and of no use.
    expect(equal).toBeGreaterThan(150);
  }, 240_000);

  it('refuses a word without a meaning wherever it stands, as the library does', async () => {
    const places: ((word: string) => JsonObject)[] = [
      (word) => ({ ...badge, [word]: 'x' }),
      (word) => ({ ...badge, [word]: [] }),
      (word) => ({ ...badge, [word]: { id: 'urn:x:1' } }),
      (word) => ({ ...badge, issuer: { id: 'urn:x:1', type: ['Profile'], [word]: 'x' } }),
      (word) => ({ ...badge, evidence: [{ [word]: 'x' }] }),
      (word) => ({ ...badge, credentialSubject: { type: ['AchievementSubject'], result: [{ type: ['Result'], [word]: 1 }] } }),
    ];
    for (const place of places) {
      for (const word of ['unheardOf', 'toString', 'Name', 'criteria ', '']) {
        const document = place(word);
        expect(await walked(document)).toBeInstanceOf(UnsafeDocumentError);
        expect(await judged(document)).toBeUndefined();
      }
    }
  });

  it('sorts as the library does where code units and code points disagree', async () => {
    const document = { ...badge, name: '\ue000 first by code unit? no', description: '🎓' };
    const tags = { ...badge, credentialSubject: { type: ['AchievementSubject'], role: ['\uff5e', '🎓', 'z'] } };
    for (const each of [document, tags]) expect(await walked(each)).toBe(await libraryNQuads(each));
  });

  it('leaves a statement that is said twice out, as a dataset is a set', async () => {
    const document = { ...badge, credentialSubject: { type: ['AchievementSubject'], role: ['x', 'x', 'y'] } };
    expect(await walked(document)).toBe(await libraryNQuads(document));
  });

  it.each<[string, JsonObject]>([
    ['contexts', { ...badge, '@context': [...OPEN_BADGE_CONTEXTS, { name: 'https://x.example/name' }] }],
    ['contexts', { ...badge, '@context': ['https://unknown.example/v1'] }],
    ['term', { ...badge, 'https://x.example/p': 'x' }],
    ['term', { ...badge, name: { '@value': 'x', '@language': 'en' } }],
    ['term', { ...badge, issuer: { id: 'urn:x:1', '@context': 'https://www.w3.org/ns/credentials/v2' } }],
    ['container', { ...badge, proof: { type: 'DataIntegrityProof' } }],
    ['type', { ...badge, type: [] }],
    ['term', { ...badge, type: ['VerifiableCredential', 'UnheardOf'] }],
    ['iri', { ...badge, id: 'relative' }],
    ['iri', { ...badge, id: '_:blank' }],
    ['iri', { ...badge, id: 'name:compact' }],
    ['iri', { ...badge, id: 'https://x.example/a b' }],
    ['value', { ...badge, name: [['nested']] }],
    ['equal-literals', { ...badge, credentialSubject: { type: ['AchievementSubject'], creditsEarned: [4.5, '4.5E0'] } }],
    [
      'equal-blank-nodes',
      {
        ...badge,
        evidence: [
          { type: ['Evidence'], name: 'x' },
          { type: ['Evidence'], name: 'x' },
        ],
      },
    ],
    ['nothing-said', { '@context': OPEN_BADGE_CONTEXTS, id: 'urn:x:1' }],
  ])('declines for %s', async (reason, document) => {
    expect(await reasonFor(document)).toBe(reason);
  });

  it('never keeps a strange document from the fast way for the next', async () => {
    const types = ['Profile', 'Image', 'Address', 'Evidence', 'Result', 'Related', 'Alignment', 'Achievement', 'IdentityObject'];
    for (let subset = 1; subset < 2 ** types.length; subset += 7) {
      const chosen = types.filter((_, place) => subset & (2 ** place));
      await walked({ ...badge, evidence: [{ type: ['Evidence', ...chosen] }] });
    }
    expect(await reasonFor(badge)).toBe('walked');
  }, 120_000);
});
