import { describe, expect, it } from '@jest/globals';
import { choicesFor, NO_TIME, TIMES, weeksFor } from './plan-week';

describe('A week of study time', () => {
  it('says how many of it are needed', () => {
    expect(weeksFor(300, [60, 0, 60, 0, 0, 0, 0])).toBe(3);
    expect(weeksFor(5, [60, 0, 0, 0, 0, 0, 0])).toBe(1);
    expect(weeksFor(300, NO_TIME)).toBeNull();
  });

  it('keeps a time that is none of the usual', () => {
    expect(choicesFor(50)).toEqual([0, 15, 30, 45, 50, 60, 90, 120, 180, 240, 360, 480]);
    expect(choicesFor(60)).toBe(TIMES);
  });
});
