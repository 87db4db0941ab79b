import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { deadline, NO_ACCOMMODATION, type DueRule, type Extension } from './deadlines.js';

const START = new Date('2026-09-01T08:30:00Z');
const fortnight: DueRule = { type: 'days-after-start', days: 14, timeZone: null };
const extension = (dueAt: string, grantedAt: string): Extension => ({ dueAt: new Date(dueAt), grantedAt: new Date(grantedAt) });
const dueAt = (rule: DueRule, accommodation = NO_ACCOMMODATION, extensions: Extension[] = []) =>
  deadline(rule, START, accommodation, extensions)?.dueAt.toISOString();

describe('a deadline', () => {
  it('is not there when the offering sets none', () => {
    expect(deadline(null, START, NO_ACCOMMODATION, [extension('2027-01-01', '2026-09-02')])).toBeNull();
  });

  it('counts from Ada’s own start, or is the same for everybody', () => {
    expect(dueAt(fortnight)).toBe('2026-09-15T08:30:00.000Z');
    expect(dueAt({ type: 'fixed', at: new Date('2026-10-01T12:00:00Z'), timeZone: null })).toBe('2026-10-01T12:00:00.000Z');
  });

  it('lasts to the end of the day where the offering says so, through a change of clocks', () => {
    expect(dueAt({ ...fortnight, timeZone: 'Europe/Berlin' })).toBe('2026-09-15T21:59:59.000Z');
    expect(dueAt({ ...fortnight, days: 60, timeZone: 'Europe/Berlin' })).toBe('2026-10-31T22:59:59.000Z');
  });

  it('gives Bea her extra days, and her time factor only where time counts from her start', () => {
    const bea = { extraDays: 3, timeFactor: 1.5 };
    expect(dueAt(fortnight, bea)).toBe('2026-09-25T08:30:00.000Z');
    expect(dueAt({ type: 'fixed', at: new Date('2026-10-01T12:00:00Z'), timeZone: null }, bea)).toBe('2026-10-04T12:00:00.000Z');
  });

  it('rounds a stretched span up to whole days where days end at midnight', () => {
    const days = (count: number, timeFactor: number) =>
      dueAt({ ...fortnight, days: count, timeZone: 'UTC' }, { extraDays: 0, timeFactor });
    expect(days(7, 1.5)).toBe('2026-09-12T23:59:59.000Z');
    expect(days(10, 1.1)).toBe('2026-09-12T23:59:59.000Z');
  });

  it('takes the extension granted last', () => {
    const long = extension('2026-10-20T00:00:00Z', '2026-09-10T00:00:00Z');
    const corrected = extension('2026-10-02T00:00:00Z', '2026-09-11T00:00:00Z');
    expect(dueAt(fortnight, NO_ACCOMMODATION, [corrected, long])).toBe('2026-10-02T00:00:00.000Z');
    const atOnce = { ...corrected, grantedAt: long.grantedAt };
    expect(dueAt(fortnight, NO_ACCOMMODATION, [atOnce, long])).toBe('2026-10-20T00:00:00.000Z');
  });

  it('tells what the rule and the accommodation alone would say', () => {
    const found = deadline(fortnight, START, { extraDays: 2, timeFactor: 1 }, [extension('2026-09-20T00:00:00Z', '2026-09-02')]);
    expect(found).toEqual({
      byRule: new Date('2026-09-15T08:30:00Z'),
      accommodated: new Date('2026-09-17T08:30:00Z'),
      dueAt: new Date('2026-09-20T00:00:00Z'),
    });
  });

  it('is never made earlier by an extension, an accommodation or a mistake in either', () => {
    const timeZone = fc.constantFrom(null, 'UTC', 'America/New_York', 'Asia/Kathmandu');
    const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map((time) => new Date(time));
    const rule: fc.Arbitrary<DueRule> = fc.oneof(
      fc.record({ type: fc.constant('fixed' as const), at, timeZone }),
      fc.record({ type: fc.constant('days-after-start' as const), days: fc.nat(200), timeZone }),
    );
    const accommodation = fc.record({
      extraDays: fc.integer({ min: -3, max: 10 }),
      timeFactor: fc.double({ min: 0, max: 3, noNaN: true }),
    });
    const extensions = fc.array(fc.record({ dueAt: at, grantedAt: at }), { maxLength: 3 });
    fc.assert(
      fc.property(rule, at, accommodation, extensions, (one, start, granted, list) => {
        const found = deadline(one, start, granted, list);
        expect(found?.accommodated.getTime()).toBeGreaterThanOrEqual(found?.byRule.getTime() ?? Infinity);
        expect(found?.dueAt.getTime()).toBeGreaterThanOrEqual(found?.accommodated.getTime() ?? Infinity);
        expect(deadline(one, start, granted, list.toReversed())).toEqual(found);
      }),
    );
  });
});
