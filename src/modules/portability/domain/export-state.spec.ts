import { describe, expect, it } from '@jest/globals';
import { exportState } from './export-state.js';

describe('exportState', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  const [before, after] = [new Date('2026-03-01T11:59:59Z'), new Date('2026-03-01T12:00:01Z')];

  it('is made, or failed when that took too long', () => {
    expect([exportState({ fileId: null, expiresAt: after }, now), exportState({ fileId: null, expiresAt: before }, now)]).toEqual(
      ['making', 'failed'],
    );
  });

  it('is ready until the very moment at which it expires', () => {
    const state = (expiresAt: Date) => exportState({ fileId: 'a file', expiresAt }, now);
    expect([state(after), state(now), state(before)]).toEqual(['ready', 'expired', 'expired']);
  });
});
