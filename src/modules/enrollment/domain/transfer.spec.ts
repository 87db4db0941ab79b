import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Destination,
  type MovedPlace,
  type PlaceToMove,
  refusalOfReturn,
  refusalOfTransfer,
  refusalsOfTransfer,
  startAfterTransfer,
} from './transfer.js';

const NOW = new Date('2026-11-02T12:00:00Z');
const LATER = new Date('2026-12-02T12:00:00Z');
const EARLIER = new Date('2026-10-02T12:00:00Z');

const place = (changes: Partial<PlaceToMove> = {}): PlaceToMove => ({
  state: 'active',
  offeringId: 'autumn',
  editionId: 'first',
  hasPlaceThere: false,
  hasOpenWork: false,
  ...changes,
});
const spring = (changes: Partial<Destination> = {}): Destination => ({
  id: 'spring',
  editionId: 'first',
  startsAt: LATER,
  seats: 10,
  endsAt: null,
  cancelledAt: null,
  ...changes,
});
const EMPTY = { taken: 0, waiting: 0 };

describe('A place that goes to another offering', () => {
  it.each([
    ['active', {}, null],
    ['on the waitlist', { state: 'waitlisted' }, null],
    ['completed', { state: 'completed' }, 'wrong_state'],
    ['withdrawn', { state: 'withdrawn' }, 'wrong_state'],
    ['there already', { offeringId: 'spring' }, 'same_offering'],
    ['on another edition', { editionId: 'second' }, 'other_edition'],
    ['of somebody who has one there', { hasPlaceThere: true }, 'place_there'],
    ['whose work waits for an assessor', { hasOpenWork: true }, 'work_waits'],
  ] as const)('that is %s', (_, changes, reason) => {
    expect(refusalOfTransfer(place(changes), spring(), EMPTY, NOW)).toBe(reason);
  });

  it('needs an offering that goes on, and a seat that nobody waits for', () => {
    const refusal = (changes: Partial<Destination>, counts = EMPTY) => refusalOfTransfer(place(), spring(changes), counts, NOW);
    expect(refusal({ endsAt: NOW })).toBe('offering_over');
    expect(refusal({ cancelledAt: EARLIER })).toBe('offering_over');
    expect(refusal({ endsAt: LATER })).toBeNull();
    expect(refusal({ seats: 2 }, { taken: 2, waiting: 0 })).toBe('no_seat');
    expect(refusal({ seats: 3 }, { taken: 2, waiting: 1 })).toBe('no_seat');
    expect(refusal({ seats: null }, { taken: 99, waiting: 0 })).toBeNull();
  });

  it('never makes more of them than there are seats, nor two of one person', () => {
    const people = fc.array(fc.constantFrom('amara', 'jonas', 'lea', 'mehmet', 'noor'), { maxLength: 12 });
    fc.assert(
      fc.property(people, fc.nat(6), fc.nat(6), fc.nat(2), (ids, seats, taken, waiting) => {
        const places = ids.map((personId) => ({ ...place(), personId }));
        const refusals = refusalsOfTransfer(places, spring({ seats }), { taken, waiting }, NOW);
        const moved = ids.filter((_, index) => refusals[index] === null);
        expect(moved.length).toBeLessThanOrEqual(Math.max(0, seats - taken - waiting));
        expect(new Set(moved).size).toBe(moved.length);
        const free = Math.max(0, seats - taken - waiting);
        expect(moved.length).toBe(Math.min(free, new Set(ids).size));
      }),
    );
  });

  it('counts its time from where it began, or from when the offering does', () => {
    expect(startAfterTransfer(EARLIER, { startsAt: LATER }, NOW)).toEqual(LATER);
    expect(startAfterTransfer(EARLIER, { startsAt: new Date(0) }, NOW)).toEqual(EARLIER);
    expect(startAfterTransfer(null, { startsAt: EARLIER }, NOW)).toEqual(NOW);
  });
});

describe('Going back', () => {
  const moved = (changes: Partial<MovedPlace> = {}): MovedPlace => ({
    state: 'active',
    offeringId: 'spring',
    earlierState: 'active',
    toOfferingId: 'spring',
    hasWorkThere: false,
    hasOtherPlace: false,
    home: { seats: 10, endsAt: null, cancelledAt: null },
    ...changes,
  });
  const seats = (taken: number) => ({ taken, waiting: 0 });

  it('needs a seat for who had one, and none for who waited', () => {
    expect(refusalOfReturn(moved(), seats(9), NOW)).toBeNull();
    expect(refusalOfReturn(moved(), seats(10), NOW)).toBe('no_seat');
    expect(refusalOfReturn(moved({ earlierState: 'waitlisted' }), seats(10), NOW)).toBeNull();
  });

  it.each([
    ['it was completed', { state: 'completed' }, 'changed_since'],
    ['it was moved on', { offeringId: 'summer' }, 'changed_since'],
    ['work was handed in there', { hasWorkThere: true }, 'changed_since'],
    ['the person enrolled again', { hasOtherPlace: true }, 'other_place'],
    ['the offering is over', { home: { seats: null, endsAt: NOW, cancelledAt: null } }, 'offering_over'],
  ] as const)('is left alone where %s', (_, changes, reason) => {
    expect(refusalOfReturn(moved(changes), seats(1), NOW)).toBe(reason);
  });
});
