import { describe, expect, it } from '@jest/globals';
import { SeatForecast } from './seat-forecast.js';

const NOW = new Date('2026-11-15T12:00:00Z');
const three = { enrollmentOpensAt: null, enrollmentClosesAt: null, endsAt: null, seats: 3, waitlist: true, waitlistLimit: null };
const forecast = (change: object, people: number, taken = 1) => {
  const seats = new SeatForecast({ ...three, ...change }, { taken, waiting: 0 }, NOW);
  return Array.from({ length: people }, () => seats.next()).map((one) => (typeof one === 'string' ? one : one.refused.key));
};

describe('People of a file', () => {
  it('take the seats that are left, and wait after that', () => {
    expect(forecast({}, 4)).toEqual(['seat', 'seat', 'waitlist', 'waitlist']);
  });

  it('do not fit where nobody waits', () => {
    expect(forecast({ waitlist: false }, 3)).toEqual(['seat', 'seat', 'no_seats_left']);
  });

  it('all fit where seats are not counted', () => {
    expect(forecast({ seats: null }, 3, 1_000)).toEqual(['seat', 'seat', 'seat']);
  });

  it('come too late to an offering that has ended', () => {
    expect(forecast({ endsAt: NOW }, 1)).toEqual(['offering_ended']);
  });
});
