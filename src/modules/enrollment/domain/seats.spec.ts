import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { admit, freeSeats, promote, waitlistPosition, type Admission } from './seats.js';

const NOW = new Date('2026-09-01T12:00:00Z');
const day = (date: string) => new Date(`${date}T00:00:00Z`);
const open: Admission = {
  enrollmentOpensAt: null,
  enrollmentClosesAt: null,
  endsAt: null,
  seats: 2,
  waitlist: true,
  waitlistLimit: 2,
};

describe('asking for a place', () => {
  it('gives a seat while there is one', () => {
    expect(admit(open, { taken: 1, waiting: 0 }, NOW)).toEqual({ outcome: 'active' });
    expect(admit({ ...open, seats: null }, { taken: 4000, waiting: 0 }, NOW)).toEqual({ outcome: 'active' });
  });

  it('puts Cem on the waitlist when every seat is taken, and tells his place', () => {
    expect(admit(open, { taken: 2, waiting: 1 }, NOW)).toEqual({ outcome: 'waitlisted', position: 2 });
  });

  it('lets nobody overtake those who wait for a seat that just became free', () => {
    expect(admit(open, { taken: 1, waiting: 1 }, NOW)).toEqual({ outcome: 'waitlisted', position: 2 });
    expect(admit({ ...open, waitlist: false }, { taken: 1, waiting: 1 }, NOW)).toMatchObject({ outcome: 'refused' });
  });

  it('refuses when seats and waitlist are full, or there is no waitlist', () => {
    expect(admit(open, { taken: 2, waiting: 2 }, NOW)).toEqual({
      outcome: 'refused',
      reason: { key: 'waitlist_full', waiting: 2 },
    });
    expect(admit({ ...open, waitlist: false }, { taken: 2, waiting: 0 }, NOW)).toEqual({
      outcome: 'refused',
      reason: { key: 'no_seats_left', seats: 2 },
    });
  });

  it('refuses before it opens, from the moment it closes, and after the end', () => {
    const reason = (more: Partial<Admission>) => admit({ ...open, ...more }, { taken: 0, waiting: 0 }, NOW);
    const opensAt = day('2026-09-02');
    expect(reason({ enrollmentOpensAt: opensAt })).toEqual({
      outcome: 'refused',
      reason: { key: 'enrollment_not_open_yet', opensAt },
    });
    expect(reason({ enrollmentClosesAt: NOW })).toMatchObject({ reason: { key: 'enrollment_closed' } });
    expect(reason({ endsAt: day('2026-08-31'), enrollmentClosesAt: day('2026-08-01') })).toMatchObject({
      reason: { key: 'offering_ended' },
    });
    expect(reason({ enrollmentOpensAt: NOW, enrollmentClosesAt: day('2026-10-01') })).toEqual({ outcome: 'active' });
  });

  it('is over from the moment the offering ends', () => {
    expect(admit({ ...open, endsAt: NOW }, { taken: 0, waiting: 0 }, NOW)).toMatchObject({ reason: { key: 'offering_ended' } });
  });

  it('never gives away more seats than there are, however people come and go', () => {
    const steps = fc.array(fc.constantFrom('ask', 'leave', 'promote'), { maxLength: 60 });
    fc.assert(
      fc.property(fc.nat(5), fc.boolean(), fc.option(fc.nat(4)), steps, (seats, waitlist, waitlistLimit, moves) => {
        let [taken, waiting] = [0, 0];
        for (const move of moves) {
          if (move === 'ask') {
            const { outcome } = admit({ ...open, seats, waitlist, waitlistLimit }, { taken, waiting }, NOW);
            if (outcome === 'active') taken++;
            if (outcome === 'waitlisted') waiting++;
          } else if (move === 'leave') taken = Math.max(0, taken - 1);
          else {
            const queue = Array.from({ length: waiting }, (_, index) => ({ enrollmentId: String(index), waitingSince: NOW }));
            const promoted = promote(queue, freeSeats(seats, taken)).length;
            taken += promoted;
            waiting -= promoted;
          }
          expect(taken).toBeLessThanOrEqual(seats);
          expect(waiting).toBeLessThanOrEqual(waitlistLimit ?? Infinity);
        }
      }),
    );
  });
});

describe('the waitlist', () => {
  const ada = { enrollmentId: 'ada', waitingSince: day('2026-09-03') };
  const bea = { enrollmentId: 'bea', waitingSince: day('2026-09-01') };
  const cem = { enrollmentId: 'cem', waitingSince: day('2026-09-03') };

  it('moves whoever has waited longest into the free seats', () => {
    expect(promote([cem, ada, bea], 2)).toEqual([bea, ada]);
    expect(promote([cem, ada, bea], 0)).toEqual([]);
    expect(promote([cem], freeSeats(null, 10))).toEqual([cem]);
    expect(promote([cem, bea], freeSeats(4, 3))).toEqual([bea]);
    expect(promote([cem], freeSeats(1, 3))).toEqual([]);
  });

  it('tells each their place', () => {
    expect(['ada', 'bea', 'cem', 'dan'].map((id) => waitlistPosition([cem, ada, bea], id))).toEqual([2, 1, 3, null]);
  });

  it('promotes the same people whatever order the rows come in', () => {
    const people = fc.uniqueArray(fc.record({ enrollmentId: fc.uuid(), waitingSince: fc.nat(5).map((n) => new Date(n)) }), {
      selector: ({ enrollmentId }) => enrollmentId,
    });
    const shuffled = people.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, fc.nat(10), ([list, mixed], seats) => {
        expect(promote(mixed, seats)).toEqual(promote(list, seats));
      }),
    );
  });
});
