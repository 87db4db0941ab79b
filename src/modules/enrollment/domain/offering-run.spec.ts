import { describe, expect, it } from '@jest/globals';
import { offeringRun } from './offering-run.js';

const day = (number: number) => new Date(Date.UTC(2026, 2, number));
const offering = { startsAt: day(10), endsAt: day(20), cancelledAt: null };

describe('An offering', () => {
  it('is ahead until it begins, runs until it ends, and then is over', () => {
    expect([9, 10, 19, 20].map((at) => offeringRun(offering, day(at)))).toEqual(['ahead', 'running', 'running', 'over']);
  });

  it('without an end runs on', () => {
    expect(offeringRun({ ...offering, endsAt: null }, day(31))).toBe('running');
  });

  it('that was cancelled is over, even before it began', () => {
    expect(offeringRun({ ...offering, cancelledAt: day(1) }, day(2))).toBe('over');
  });
});
