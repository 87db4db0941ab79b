import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { agreement, markerRefusal, needsSecondMarker, visibleMarks } from './markers.js';

const NOON = new Date('2026-09-07T12:00:00Z');

describe('markers', () => {
  it('never mark their own work, nor the same work twice', () => {
    expect(markerRefusal('mia', ['ada'], null)).toBeNull();
    expect(markerRefusal('ada', ['ada'], null)).toEqual({ key: 'own_work' });
    expect(markerRefusal('mia', ['ada'], 'mia')).toEqual({ key: 'already_first_marker' });
    expect(markerRefusal('noor', ['ada'], 'mia')).toBeNull();
  });

  it('see only their own mark until both are done', () => {
    const mia = { markerId: 'mia', scoring: { points: 8, passes: true }, submittedAt: NOON };
    const noor = { markerId: 'noor', scoring: { points: 6, passes: true }, submittedAt: null };
    expect(visibleMarks([mia], 'noor', 2)).toEqual([]);
    expect(visibleMarks([mia, noor], 'noor', 2)).toEqual([noor]);
    expect(visibleMarks([mia, noor], 'mia', 2)).toEqual([mia]);
    const both = [mia, { ...noor, submittedAt: NOON }];
    expect(visibleMarks(both, 'noor', 2)).toEqual(both);
    expect(visibleMarks([mia], 'lead', 1)).toEqual([mia]);
  });
});

describe('two marks of one attempt', () => {
  const mark = (points: number, passes = true) => ({ points, passes });

  it('are agreed when they say the same', () => {
    expect(agreement(mark(0.1 + 0.2), mark(0.3), { tolerancePoints: 0 })).toMatchObject({ outcome: 'agreed' });
  });

  it('let the first stand within the tolerance, its edge included', () => {
    expect(agreement(mark(8), mark(6.5), { tolerancePoints: 1.5 })).toEqual({
      outcome: 'within-tolerance',
      points: 8,
      difference: 1.5,
    });
  });

  it('need talking about when they are further apart, or on two sides of the pass line', () => {
    expect(agreement(mark(8), mark(6), { tolerancePoints: 1.5 })).toEqual({
      outcome: 'needs-agreement',
      difference: 2,
      because: 'points-differ',
    });
    expect(agreement(mark(6), mark(5.9, false), { tolerancePoints: 1.5 })).toMatchObject({ because: 'verdicts-differ' });
    expect(agreement(mark(6), mark(6, false), { tolerancePoints: 9 })).toMatchObject({ outcome: 'needs-agreement' });
  });

  it('come to the same outcome whoever marked first', () => {
    const any = fc.record({ points: fc.nat(20), passes: fc.boolean() });
    fc.assert(
      fc.property(any, any, fc.nat(5), (one, other, tolerancePoints) => {
        const there = agreement(one, other, { tolerancePoints });
        const back = agreement(other, one, { tolerancePoints });
        expect(back.outcome).toBe(there.outcome);
        const talk = one.passes !== other.passes || Math.abs(one.points - other.points) > tolerancePoints;
        expect(there.outcome === 'needs-agreement').toBe(talk);
      }),
    );
  });
});

describe('the sample for second marking', () => {
  it('is none at 0, everything at 1, and only grows with the share', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.uuid(), share, share, (id, some, more) => {
        expect(needsSecondMarker(id, { secondMarkerShare: 0 })).toBe(false);
        expect(needsSecondMarker(id, { secondMarkerShare: 1 })).toBe(true);
        const [small, large] = [Math.min(some, more), Math.max(some, more)];
        if (needsSecondMarker(id, { secondMarkerShare: small }))
          expect(needsSecondMarker(id, { secondMarkerShare: large })).toBe(true);
      }),
    );
  });

  it('has about its share of attempts, also of ids that differ only at the end', () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `0190f3c2-7b1a-7000-8000-${String(index).padStart(12, '0')}`);
    for (const secondMarkerShare of [0.1, 0.5, 0.9]) {
      const chosen = ids.filter((id) => needsSecondMarker(id, { secondMarkerShare })).length;
      expect(Math.abs(chosen / ids.length - secondMarkerShare)).toBeLessThan(0.03);
    }
  });
});
