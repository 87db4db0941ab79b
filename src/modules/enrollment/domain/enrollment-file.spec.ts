import { describe, expect, it } from '@jest/globals';
import { type EnrollmentColumn, readEnrollmentHeader, readEnrollmentRow, samePlace } from './enrollment-file.js';

const ALL = { isOfferingKnown: false };
const surroundings = {
  offeringId: null,
  offerings: new Map([
    ['autumn 2026', ['offering-1']],
    ['evenings', ['offering-2', 'offering-3']],
  ]),
};
const COLUMNS: EnrollmentColumn[] = ['email', 'name', 'offering'];
const problemsOf = (cells: string[], columns = COLUMNS) => {
  const row = readEnrollmentRow(columns, cells, surroundings);
  return row.ok ? [] : row.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('The first line of a file of people', () => {
  it('names the columns in any order, case and usual spelling', () => {
    expect(readEnrollmentHeader([' Name', 'E-Mail', 'OFFERING'], ALL)).toEqual({
      ok: true,
      columns: ['name', 'email', 'offering'],
    });
    expect(readEnrollmentHeader(['E-Mail-Adresse', 'name'], { isOfferingKnown: true })).toEqual({
      ok: true,
      columns: ['email', 'name'],
    });
  });

  it('is told all that is wrong with it at once', () => {
    const read = readEnrollmentHeader(['email', 'E-mail', 'phone'], ALL);
    expect(read.ok ? [] : read.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'phone unknown',
      'email repeated',
      'name required',
      'offering required',
    ]);
  });

  it('may not name an offering where it is known: which of the two would count?', () => {
    expect(readEnrollmentHeader(['email', 'name', 'offering'], { isOfferingKnown: true }).ok).toBe(false);
  });
});

describe('A row of a file of people', () => {
  it('is read as people are looked up, with the offering by its title', () => {
    expect(readEnrollmentRow(COLUMNS, [' Lea@Example.org', 'Lea  Lindqvist', 'AUTUMN 2026'], surroundings)).toEqual({
      ok: true,
      wish: { email: 'lea@example.org', name: 'Lea Lindqvist', offeringId: 'offering-1' },
    });
  });

  it.each([
    ['without anything', ['', '', ''], ['email required', 'name required', 'offering required']],
    ['with no address', ['lea', 'Lea', 'autumn 2026'], ['email unusable']],
    ['of an offering that nobody knows', ['lea@example.org', 'Lea', 'winter'], ['offering unusable']],
    ['of one of two offerings', ['lea@example.org', 'Lea', 'Evenings'], ['offering ambiguous']],
    ['with a cell too many', ['lea@example.org', 'Lindqvist', 'Lea', 'autumn 2026'], [' cells']],
  ])('%s is told what to do', (_, cells, problems) => {
    expect(problemsOf(cells)).toEqual(problems);
  });

  it('is of the same place as another one by address and offering', () => {
    expect(samePlace({ email: 'a@b.c', offeringId: '1' })).toBe(samePlace({ email: 'a@b.c', offeringId: '1' }));
    expect(samePlace({ email: 'a@b.c', offeringId: '1' })).not.toBe(samePlace({ email: 'a@b.c', offeringId: '2' }));
  });
});
