import { describe, expect, it } from '@jest/globals';
import { type RosterFacts, type RosterState, rosterState } from './roster-state.js';

const [EARLIER, LATER] = [new Date('2026-11-28T12:00:00Z'), new Date('2026-11-28T13:00:00Z')];
const READ: RosterFacts = {
  isOffered: true,
  shown: 1,
  isOn: true,
  askedAt: EARLIER,
  answeredAt: EARLIER,
  readAt: EARLIER,
  problem: null,
};

describe('The roster of a course', () => {
  it.each<[RosterState, Partial<RosterFacts>]>([
    ['read', {}],
    ['not_offered', { isOffered: false, shown: 0 }],
    ['not_needed', { shown: 0, isOn: false }],
    ['off', { isOn: false, problem: 'forbidden' }],
    ['reading', { askedAt: LATER }],
    ['reading', { answeredAt: null, readAt: null }],
    ['failed', { askedAt: LATER, problem: 'unavailable' }],
    ['failed', { problem: 'many_leave' }],
    ['never_read', { askedAt: null, answeredAt: null, readAt: null }],
  ])('is %s with %j', (state, facts) => {
    expect(rosterState({ ...READ, ...facts })).toBe(state);
  });
});
