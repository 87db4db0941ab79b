import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amirasAward } from '../../../../test/support/awards.js';
import { buildOpenBadgeCredential } from '../domain/open-badge-credential.js';
import { canonicalNQuads, UnsafeDocumentError } from './canonicalize.js';
import { UnknownContextError } from './contexts.js';

const built = buildOpenBadgeCredential(amirasAward());
const badge = built.ok ? built.credential : {};

async function reasonOf(document: object): Promise<string> {
  try {
    await canonicalNQuads(document);
    return 'none';
  } catch (error) {
    if (error instanceof UnsafeDocumentError) return error.reason;
    throw error;
  }
}

const parsed = (text: string): object => JSON.parse(text) as object;

describe('canonical N-Quads', () => {
  it('are sorted, unique lines that do not depend on the order of members', async () => {
    const text = await canonicalNQuads(badge);
    const lines = text.trimEnd().split('\n');
    expect(lines).toEqual([...new Set(lines)].sort());
    const reversed = Object.fromEntries(Object.entries(badge).reverse());
    expect(await canonicalNQuads(reversed)).toBe(text);
  });

  it('hold every word of the badge, whatever the script', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (words) => {
        fc.pre(!/\p{Cc}/u.test(words));
        const name = `ł ö 漢 🎓 ${words}`;
        expect(await canonicalNQuads({ ...badge, name })).toContain(name.replaceAll('\\', '\\\\').replaceAll('"', '\\"'));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['forbidden-key', parsed(JSON.stringify(badge).replace('"issuer"', '"__proto__":{"name":"Eve"},"issuer"'))],
    ['forbidden-key', { ...badge, credentialSubject: { constructor: 'x' } }],
    ['forbidden-key', { ...badge, credentialSubject: { prototype: 'x' } }],
    ['unsafe-number', { ...badge, credentialSubject: { creditsEarned: 1e-7 } }],
    ['unsafe-number', { ...badge, credentialSubject: { creditsEarned: 1e21 } }],
    ['unsafe-number', { ...badge, credentialSubject: { creditsEarned: 2 ** 53 } }],
    ['unsafe-number', { ...badge, credentialSubject: { creditsEarned: Number.NaN } }],
    ['ill-formed-text', { ...badge, name: 'half a pair \ud800' }],
    ['ill-formed-text', { ...badge, 'https://x.example/\ud800': 'x' }],
    ['null-value', { ...badge, validUntil: null }],
    ['keyword', { ...badge, '@graph': [] }],
    ['keyword', { ...badge, '@included': [{ id: 'urn:x', name: 'Eve' }] }],
    ['not-json', { ...badge, name: () => 'x' }],
    ['not-json', { ...badge, name: new Date(0) }],
    ['not-a-json-object', [badge]],
    ['too-deep', parsed(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)],
    ['too-large', { ...badge, tag: Array.from({ length: 6000 }, String) }],
    ['too-large', { ...badge, name: 'x'.repeat(1_000_001) }],
    ['not-canonicalizable', { ...badge, unheardOf: 'a term without a meaning' }],
    ['not-canonicalizable', { ...badge, type: ['VerifiableCredential', 'UnheardOf'] }],
    ['not-canonicalizable', { ...badge, id: 'relative' }],
  ])('are refused with the reason %s', async (reason, document) => {
    expect(await reasonOf(document)).toBe(reason);
  });

  it('are refused when a context is not kept here, naming it', async () => {
    const strange = { ...badge, '@context': ['https://www.w3.org/ns/credentials/v2', 'https://evil.example/v1'] };
    await expect(canonicalNQuads(strange)).rejects.toThrow(UnknownContextError);
    await expect(canonicalNQuads(strange)).rejects.toThrow(/evil\.example/);
  });

  it('say which term is without a meaning', async () => {
    await expect(canonicalNQuads({ ...badge, unheardOf: 'x' })).rejects.toThrow(/unheardOf/);
  });
});
