import { describe, expect, it } from '@jest/globals';
import { publishingState } from './state';

const edition = { id: 'e', number: 2, publishedAt: '2026-03-01T10:00:00.000Z' };

describe('where a micro-credential stands', () => {
  it.each([
    ['draft', { retiredAt: null, latestEdition: null, updatedAt: '2026-03-01T10:00:00.000Z' }],
    ['published', { retiredAt: null, latestEdition: edition, updatedAt: edition.publishedAt }],
    ['changed', { retiredAt: null, latestEdition: edition, updatedAt: '2026-03-01T10:00:00.001Z' }],
    ['retired', { retiredAt: '2026-04-01T10:00:00.000Z', latestEdition: edition, updatedAt: '2026-04-01T10:00:00.000Z' }],
  ] as const)('%s', (state, microCredential) => {
    expect(publishingState(microCredential)).toBe(state);
  });
});
