import { describe, expect, it } from '@jest/globals';
import { Lanes } from '../../../../platform/outbound/lanes.js';
import { PlatformTurns } from './platform-turns.js';

describe('Turns at a platform', () => {
  const at = (now: number) => {
    const clock = { time: now, now: () => new Date(clock.time) };
    return { clock, turns: new PlatformTurns(new Lanes(), clock) };
  };

  it('are four at a time; who finds no place is told one of their own', () => {
    const { turns } = at(10_000);
    expect([1, 2, 3, 4].map(() => turns.enter('a'))).toEqual([null, null, null, null]);
    expect([1, 2, 3].map(() => turns.enter('a')?.getTime())).toEqual([11_000, 11_250, 11_500]);
    expect(turns.enter('b')).toBeNull();
    turns.leave('a');
    expect(turns.enter('a')).toBeNull();
  });

  it('are none while it rests, and begin when the rest is over', () => {
    const { clock, turns } = at(10_000);
    turns.rest('a', 60_000);
    expect(turns.enter('a')?.getTime()).toBe(70_000);
    expect(turns.enter('a')?.getTime()).toBe(70_250);
    clock.time = 70_000;
    expect(turns.enter('a')).toBeNull();
  });
});
