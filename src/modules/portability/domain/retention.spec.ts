import { describe, expect, it } from '@jest/globals';
import { limitOf, RETAINED, RETENTION, settled } from './retention.js';

describe('how long things are kept', () => {
  it('is the usual time where nothing was chosen, and for ever where that was', () => {
    expect(settled({ notices: 10, letters: null })).toEqual({
      drafts: 365,
      uploads: 30,
      notices: 10,
      letters: null,
      sessions: 30,
      invitations: 90,
    });
  });

  it('is never usually shorter than it may be', () => {
    expect(RETAINED.filter((kind) => RETENTION[kind].usual < RETENTION[kind].least)).toEqual([]);
  });

  it('ends that many days ago, or never', () => {
    const noon = new Date('2026-03-31T12:00:00Z');
    expect(limitOf(30, noon)?.toISOString()).toBe('2026-03-01T12:00:00.000Z');
    expect(limitOf(null, noon)).toBeNull();
  });
});
