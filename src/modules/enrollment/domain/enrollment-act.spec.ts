import { describe, expect, it } from '@jest/globals';
import {
  refusalOfAct,
  refusalOfReminder,
  refusalOfUndo,
  stateOfAct,
  undoableUntil,
  type WithdrawnPlace,
} from './enrollment-act.js';

const NOW = new Date('2026-11-02T12:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);
const OLGA = 'olga';

describe('An act on many places', () => {
  it.each([
    ['withdraw', 'active', null],
    ['withdraw', 'waitlisted', null],
    ['withdraw', 'completed', 'wrong_state'],
    ['withdraw', 'withdrawn', 'wrong_state'],
    ['extend', 'active', null],
    ['extend', 'waitlisted', 'wrong_state'],
  ] as const)('to %s one that is %s: %s', (kind, state, reason) => {
    expect(refusalOfAct(kind, { state, personId: 'amara' }, OLGA)).toBe(reason);
  });

  it('gives nobody more time for themselves', () => {
    expect(refusalOfAct('extend', { state: 'active', personId: OLGA }, OLGA)).toBe('own_place');
    expect(refusalOfAct('withdraw', { state: 'active', personId: OLGA }, OLGA)).toBeNull();
  });
});

describe('A reminder', () => {
  it('goes to who learns and wants to hear of it', () => {
    expect(refusalOfReminder({ state: 'active', hears: true })).toBeNull();
    expect(refusalOfReminder({ state: 'active', hears: false })).toBe('switched_off');
    expect(refusalOfReminder({ state: 'waitlisted', hears: true })).toBe('wrong_state');
  });
});

describe('Undoing a withdrawal', () => {
  const place = (changes: Partial<WithdrawnPlace> = {}): WithdrawnPlace => ({
    state: 'withdrawn',
    earlierState: 'active',
    hasOtherPlace: false,
    offering: { seats: 10, endsAt: null, cancelledAt: null },
    ...changes,
  });
  const seats = (taken: number) => ({ taken, waiting: 0 });

  it('needs a seat for who had one, and none for who waited', () => {
    expect(refusalOfUndo(place(), seats(9), NOW)).toBeNull();
    expect(refusalOfUndo(place(), seats(10), NOW)).toBe('no_seat');
    expect(refusalOfUndo(place({ earlierState: 'waitlisted' }), seats(10), NOW)).toBeNull();
  });

  it('leaves alone what went on since', () => {
    expect(refusalOfUndo(place({ state: 'active' }), seats(1), NOW)).toBe('changed_since');
    expect(refusalOfUndo(place({ hasOtherPlace: true }), seats(1), NOW)).toBe('other_place');
    expect(refusalOfUndo(place({ offering: { seats: null, endsAt: NOW, cancelledAt: null } }), seats(1), NOW)).toBe(
      'offering_over',
    );
  });

  it('has a day, from when all was done', () => {
    const done = { kind: 'withdraw', confirmedAt: hours(-1), finishedAt: NOW, undoRequestedAt: null, undoneAt: null } as const;
    expect(undoableUntil(done, hours(23))).toEqual(hours(24));
    expect(undoableUntil(done, hours(24))).toBeNull();
    expect(undoableUntil({ ...done, finishedAt: null }, NOW)).toBeNull();
    expect(undoableUntil({ ...done, kind: 'transfer' }, NOW)).toEqual(hours(24));
    for (const kind of ['extend', 'remind'] as const) expect(undoableUntil({ ...done, kind }, NOW)).toBeNull();
    expect(undoableUntil({ ...done, undoRequestedAt: NOW }, NOW)).toBeNull();
    expect([stateOfAct(done), stateOfAct({ ...done, undoRequestedAt: NOW }), stateOfAct({ ...done, finishedAt: null })]).toEqual([
      'finished',
      'undoing',
      'running',
    ]);
  });
});
