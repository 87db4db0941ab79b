import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { lateness, type LatePolicy } from './late-policy.js';

const DUE = new Date('2026-09-15T12:00:00Z');
const HOUR = 60 * 60 * 1000;
const after = (hours: number) => new Date(DUE.getTime() + hours * HOUR);
const policy: LatePolicy = { graceMinutes: 15, penaltyPercentPerDay: 10, floorPercent: 60, cutoffDays: 7 };

describe('work handed in', () => {
  it('is on time until the deadline, and a little later by grace', () => {
    expect(lateness(DUE, policy, after(-1))).toEqual({ status: 'on-time', secondsLate: 0, penaltyPercent: 0 });
    expect(lateness(DUE, policy, after(0))).toEqual({ status: 'on-time', secondsLate: 0, penaltyPercent: 0 });
    expect(lateness(DUE, policy, after(0.25))).toEqual({ status: 'on-time', secondsLate: 900, penaltyPercent: 0 });
  });

  it('loses points for each day begun since the deadline, once the grace is over', () => {
    expect(lateness(DUE, policy, new Date(after(0.25).getTime() + 1))).toEqual({
      status: 'late',
      secondsLate: 901,
      penaltyPercent: 10,
    });
    expect(lateness(DUE, policy, after(24))).toMatchObject({ penaltyPercent: 10 });
    expect(lateness(DUE, policy, after(24.1))).toMatchObject({ penaltyPercent: 20 });
  });

  it('keeps the floor', () => {
    expect(lateness(DUE, policy, after(24 * 6))).toEqual({ status: 'late', secondsLate: 6 * 86_400, penaltyPercent: 40 });
  });

  it('is refused after the cut-off, where there is one', () => {
    expect(lateness(DUE, policy, after(24 * 7))).toMatchObject({ status: 'late' });
    expect(lateness(DUE, policy, after(24 * 7 + 0.1))).toMatchObject({ status: 'refused', penaltyPercent: 100 });
    expect(lateness(DUE, { ...policy, cutoffDays: null }, after(24 * 365))).toMatchObject({ status: 'late', penaltyPercent: 40 });
  });

  it('keeps its grace even with a cut-off at the deadline', () => {
    const strict = { ...policy, cutoffDays: 0 };
    expect(lateness(DUE, strict, after(0.25)).status).toBe('on-time');
    expect(lateness(DUE, strict, after(0.3)).status).toBe('refused');
  });

  it('is never late without a deadline', () => {
    expect(lateness(null, policy, after(1e6))).toEqual({ status: 'on-time', secondsLate: 0, penaltyPercent: 0 });
  });

  it('never fares better for coming later, under any policy', () => {
    const anyPolicy = fc.record({
      graceMinutes: fc.nat(10_000),
      penaltyPercentPerDay: fc.double({ min: 0, max: 150, noNaN: true }),
      floorPercent: fc.double({ min: 0, max: 100, noNaN: true }),
      cutoffDays: fc.option(fc.nat(20)),
    });
    const hours = fc.double({ min: -50, max: 1000, noNaN: true });
    const RANK = { 'on-time': 0, late: 1, refused: 2 };
    fc.assert(
      fc.property(anyPolicy, hours, hours, (one, some, more) => {
        const sooner = lateness(DUE, one, after(Math.min(some, more)));
        const later = lateness(DUE, one, after(Math.max(some, more)));
        expect(later.penaltyPercent).toBeGreaterThanOrEqual(sooner.penaltyPercent);
        expect(later.secondsLate).toBeGreaterThanOrEqual(sooner.secondsLate);
        expect(RANK[later.status]).toBeGreaterThanOrEqual(RANK[sooner.status]);
        if (later.status === 'late') expect(later.penaltyPercent).toBeLessThanOrEqual(100 - one.floorPercent);
      }),
      { numRuns: 500 },
    );
  });
});
