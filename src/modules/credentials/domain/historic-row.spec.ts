import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HISTORIC_COLUMNS, readHistoricHeader } from './historic-columns.js';
import { type HistoricRow, momentOf, readHistoricRow, sameAward } from './historic-row.js';

const now = new Date('2026-03-01T09:30:00Z');
const EDITION = '0193a1f0-7c2b-7000-8000-00000000aaaa';
const editions = new Map([
  ['data-literacy/2', { id: EDITION, validityMonths: null }],
  ['first-aid/1', { id: '0193a1f0-7c2b-7000-8000-00000000bbbb', validityMonths: 24 }],
]);
const LEA = {
  email: 'Lea@Example.org',
  name: 'Lea  Lindqvist',
  edition: 'Data-Literacy/2',
  awarded_on: '2019-06-14',
  reference: 'CE-2019-117',
  result: 'with distinction',
  evidence_url: 'https://example.org/lea',
  language: 'PT-br',
  show: 'result, name',
};

function read(change: Partial<typeof LEA> = {}): HistoricRow {
  const row = { ...LEA, ...change };
  return readHistoricRow(
    HISTORIC_COLUMNS,
    HISTORIC_COLUMNS.map((column) => row[column]),
    { editions, now },
  );
}

function problems(change: Partial<typeof LEA>): string[] {
  const row = read(change);
  return row.ok ? [] : row.problems.map(({ field, code }) => `${field} ${code}`);
}

describe('A row of a file of awards', () => {
  it('is an award with everything as it is kept', () => {
    expect(read()).toEqual({
      ok: true,
      award: {
        email: 'lea@example.org',
        name: 'Lea Lindqvist',
        editionId: EDITION,
        awardedOn: '2019-06-14',
        reference: 'CE-2019-117',
        result: 'with distinction',
        evidenceUrl: 'https://example.org/lea',
        language: 'pt-BR',
        shown: ['name', 'result'],
      },
    });
  });

  it('needs four cells and no more', () => {
    const row = read({ reference: '', result: ' ', evidence_url: '', language: '', show: '' });
    expect(row).toMatchObject({
      ok: true,
      award: { reference: null, result: null, evidenceUrl: null, language: null, shown: [] },
    });
  });

  it.each<[string, Partial<typeof LEA>]>([
    ['email required', { email: '  ' }],
    ['email unusable', { email: 'lea at example.org' }],
    ['name required', { name: '', show: '' }],
    ['name unusable', { name: 'Lea\u202Eadmin' }],
    ['name unusable', { name: 'x'.repeat(201) }],
    ['edition required', { edition: '' }],
    ['edition unknown', { edition: 'data-literacy/9' }],
    ['awarded_on required', { awarded_on: '' }],
    ['awarded_on unusable', { awarded_on: '14.06.2019' }],
    ['awarded_on unusable', { awarded_on: '2019-02-30' }],
    ['awarded_on unusable', { awarded_on: '2019-06-14T10:00:00Z' }],
    ['awarded_on in_the_future', { awarded_on: '2026-03-02' }],
    ['awarded_on too_early', { awarded_on: '1019-06-14' }],
    ['awarded_on run_out', { edition: 'first-aid/1' }],
    ['reference unusable', { reference: 'x'.repeat(201) }],
    ['result unusable', { result: 'a\u0007b' }],
    ['evidence_url unusable', { evidence_url: 'javascript:alert(1)' }],
    ['evidence_url unusable', { evidence_url: 'https://lea:secret@example.org/' }],
    ['evidence_url unusable', { evidence_url: 'example.org/lea' }],
    ['language unusable', { language: 'Deutsch!' }],
    ['show unknown', { show: 'grade' }],
    ['show nothing_to_show', { show: 'evidence', evidence_url: '' }],
  ])('has the problem %s', (problem, change) => {
    expect(problems(change)).toEqual([problem]);
  });

  it('tells everything that is wrong with it at once', () => {
    expect(problems({ email: '', name: '', edition: '', awarded_on: '', show: '' })).toEqual([
      'email required',
      'name required',
      'edition required',
      'awarded_on required',
    ]);
  });

  it('of another length than the first line is not guessed about', () => {
    const row = readHistoricRow(HISTORIC_COLUMNS, ['lea@example.org', 'Lea'], { editions, now });
    expect(row).toMatchObject({ ok: false, problems: [{ field: '', code: 'cells' }] });
  });

  it('takes a formula as the text it is', () => {
    expect(read({ result: '=HYPERLINK("https://x.example")' })).toMatchObject({
      ok: true,
      award: { result: '=HYPERLINK("https://x.example")' },
    });
  });

  it('is never taken with a problem, and always says what to do', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom(...Object.values(LEA)));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 9, maxLength: 9 }), (cells) => {
        const row = readHistoricRow(HISTORIC_COLUMNS, cells, { editions, now });
        if (row.ok) expect(momentOf(row.award.awardedOn, now).getTime()).toBeLessThanOrEqual(now.getTime());
        else expect(row.problems.every(({ code, detail }) => /^[a-z_]+$/.test(code) && detail.endsWith('.'))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is of the same award as another of that person and edition, whatever it says besides', () => {
    const [one, other] = [read(), read({ email: 'LEA@example.org ', awarded_on: '2020-01-01', reference: '' })];
    if (!one.ok || !other.ok) throw new Error('Both are good');
    expect(sameAward(one.award)).toBe(sameAward(other.award));
  });

  it('stands for noon of its day, and for now on the day itself', () => {
    expect(momentOf('2019-06-14', now)).toEqual(new Date('2019-06-14T12:00:00Z'));
    expect(momentOf('2026-03-01', now)).toEqual(now);
  });
});

describe('The first line of such a file', () => {
  it('names columns in any order and spelling', () => {
    expect(readHistoricHeader(['Name', ' EMAIL ', 'Awarded on', 'EDITION', 'evidence-url'])).toEqual({
      ok: true,
      columns: ['name', 'email', 'awarded_on', 'edition', 'evidence_url'],
    });
  });

  it('is refused with columns that are missing, unknown or there twice', () => {
    const header = readHistoricHeader(['email', 'email', 'name', 'edition', 'grade']);
    expect(header.ok ? [] : header.problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'grade unknown',
      'email repeated',
      'awarded_on required',
    ]);
  });
});
