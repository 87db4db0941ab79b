import { describe, expect, it } from '@jest/globals';
import { insertion } from './insertion.js';
import { textArray } from './text-array.js';

const COLUMNS = { id: 'uuid', kind: 'text', weight: 'integer', at: 'timestamptz' };
const NOON = new Date('2026-01-05T12:00:00Z');

describe('insertion', () => {
  it('sends a column as an array, and what all rows share once', () => {
    const rows = [
      ['a', 'pass', 1, NOON],
      ['b', 'pass', 2, NOON],
    ];
    expect(insertion('thing', COLUMNS, rows)).toEqual({
      text:
        'insert into thing (id, kind, weight, at) select id::uuid, $2::text::text, weight::integer, $4::text::timestamptz ' +
        'from unnest($1::text[], $3::text[]) as row (id, weight)',
      values: [textArray(['a', 'b']), 'pass', textArray(['1', '2']), NOON.toISOString()],
    });
  });

  it('tells rows apart by the first column, be there one or none', () => {
    const one = insertion('thing', COLUMNS, [['a', null, 1, NOON]]);
    expect(one.values).toEqual([textArray(['a']), null, '1', NOON.toISOString()]);
    const none = insertion('thing', COLUMNS, []);
    expect(none.values).toEqual(Array.from({ length: 4 }, () => textArray([])));
  });

  it('numbers its parameters after those that come before', () => {
    expect(insertion('thing', { id: 'uuid', kind: 'text' }, [['a', 'x']], 7).text).toContain('unnest($8::text[])');
  });

  it('refuses rows that lack a value', () => {
    expect(() => insertion('thing', COLUMNS, [['a', 'x', 1]])).toThrow('A row has fewer values');
  });
});
