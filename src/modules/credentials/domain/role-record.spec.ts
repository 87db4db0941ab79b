import { describe, expect, it } from '@jest/globals';
import { heldAt, type RoleChange } from './role-record.js';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const CHANGES: RoleChange[] = [
  { role: 'assessor', held: true, at: day(2) },
  { role: 'office', held: true, at: day(3) },
  { role: 'assessor', held: false, at: day(4) },
  { role: 'assessor', held: true, at: day(6) },
];

describe('heldAt', () => {
  it.each([
    [1, false],
    [2, true],
    [3, true],
    [4, false],
    [5, false],
    [6, true],
  ])('on day %i is %s for an assessor of days 2 and 3, and from 6 on', (number, expected) => {
    expect(heldAt(CHANGES, ['assessor'], day(number))).toBe(expected);
  });

  it('is enough with one of several roles, and never without a word on any', () => {
    expect(heldAt(CHANGES, ['admin', 'office'], day(4))).toBe(true);
    expect(heldAt(CHANGES, ['admin'], day(4))).toBe(false);
    expect(heldAt([], ['assessor'], day(4))).toBe(false);
  });

  it('takes the later of two words of one moment', () => {
    const both = [
      { role: 'assessor', held: true, at: day(2) },
      { role: 'assessor', held: false, at: day(2) },
    ];
    expect(heldAt(both, ['assessor'], day(2))).toBe(false);
  });
});
