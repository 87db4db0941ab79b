import { describe, expect, it } from '@jest/globals';
import { awaitedMarker } from './marking-stage.js';

describe('awaitedMarker', () => {
  it('waits for a first mark, then a second, then for both to agree', () => {
    const first = { marker: 'first', final: false } as const;
    const second = { marker: 'second', final: false } as const;
    expect(awaitedMarker([])).toBe('first');
    expect(awaitedMarker([first])).toBe('second');
    expect(awaitedMarker([first, second])).toBe('agreed');
  });

  it('waits for nothing once a verdict stands', () => {
    expect(awaitedMarker([{ marker: 'first', final: true }])).toBeNull();
  });
});
