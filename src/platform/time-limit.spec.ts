import { describe, expect, it } from '@jest/globals';
import { TimeLimit } from './time-limit.js';

describe('A time limit', () => {
  it('is over when its time is, for who looks and for who waits', async () => {
    const limit = new TimeLimit(30);
    const { signal } = limit;
    expect([limit.aborted, signal.aborted]).toEqual([false, false]);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    expect(limit.aborted).toBe(true);
    expect(limit.signal).toBe(signal);
  });

  it('leaves no more than the rest of it to who begins to wait later', async () => {
    const limit = new TimeLimit(0);
    await new Promise((resolve) => limit.signal.addEventListener('abort', resolve));
    expect(limit.aborted).toBe(true);
  });
});
