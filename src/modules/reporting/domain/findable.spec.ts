import { describe, expect, it } from '@jest/globals';
import { findableBy } from './findable.js';

describe('what somebody finds by name', () => {
  it('is what they have a screen for', () => {
    expect(findableBy(new Set(['learner']))).toEqual(['journey']);
    expect(findableBy(new Set(['assessor']))).toEqual(['journey']);
    expect(findableBy(new Set(['instructor']))).toEqual(['journey', 'micro-credential', 'course', 'activity', 'offering']);
    expect(findableBy(new Set(['office']))).toEqual(['journey', 'offering', 'person', 'credential']);
    expect(findableBy(new Set(['learner', 'admin']))).toHaveLength(7);
    expect(findableBy(new Set())).toEqual([]);
  });
});
