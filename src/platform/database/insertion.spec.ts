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
    expect(insertion('thing', { id: 'uuid', kind: 'text' }, [['a', 'x']], { after: 7 }).text).toContain('unnest($8::text[])');
  });

  it('sends what texts have in common once, and derives a column from the whole', () => {
    const frame = ['{"of":"', '","on":"', '","no":"', '"}'];
    const row = (id: string, own: string[], of = frame) => [id, { frame: of, own }];
    const columns = { id: 'uuid', said: 'text' };
    const rows = [row('a', ['Ada', '2026', '1']), row('b', ['Łukasz "2"', '2026', '2'], [...frame])];
    expect(insertion('thing', columns, rows, { derived: { hash: 'md5(said)' } })).toEqual({
      text:
        'insert into thing (id, said, hash) select id, said, md5(said) from (select id::uuid as id, ' +
        'concat($2::text, said_1, $4::text, said_3, $6::text)::text as said ' +
        'from unnest($1::text[], $3::text[], $5::text[]) as row (id, said_1, said_3) offset 0) as written',
      values: [
        textArray(['a', 'b']),
        '{"of":"',
        textArray(['Ada', 'Łukasz "2"']),
        '","on":"2026","no":"',
        textArray(['1', '2']),
        '"}',
      ],
    });
  });

  it('sends texts whole that have several frames, or one of more pieces than PostgreSQL joins', () => {
    const rows = [
      ['a', { frame: ['<', '>'], own: ['1'] }],
      ['b', { frame: ['(', ')'], own: ['1'] }],
    ];
    const columns = { id: 'uuid', said: 'text' };
    expect(insertion('thing', columns, rows).values).toEqual([textArray(['a', 'b']), textArray(['<1>', '(1)'])]);
    const long = Array.from({ length: 60 }, String);
    const framed = (own: string) => ({ frame: long, own: long.slice(1).map(() => own) });
    const [, whole] = insertion('thing', columns, [
      ['a', framed('-')],
      ['b', framed('+')],
    ]).values;
    expect(whole).toEqual(textArray([long.join('-'), long.join('+')]));
  });

  it('refuses rows that lack a value', () => {
    expect(() => insertion('thing', COLUMNS, [['a', 'x', 1]])).toThrow('A row has fewer values');
  });
});
