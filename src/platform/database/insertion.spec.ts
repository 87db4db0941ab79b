import { describe, expect, it } from '@jest/globals';
import { insertion } from './insertion.js';
import { ArrayParameter } from './array-parameter.js';
import { uuidArray } from './uuid-array.js';
import { textArray } from './text-array.js';

const COLUMNS = { id: 'uuid', kind: 'text', weight: 'integer', at: 'timestamptz' };
const NOON = new Date('2026-01-05T12:00:00Z');

const AMIRA = '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const BRUNO = 'FFFFFFFF-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

/** As the driver sends them. */
const sent = (values: readonly unknown[]) =>
  values.map((value) => (value instanceof ArrayParameter ? Buffer.from(value.toPostgres()) : value));

describe('insertion', () => {
  it('sends a column as an array, and what all rows share once', () => {
    const rows = [
      [AMIRA, 'pass', 1, NOON],
      [BRUNO, 'pass', 2, NOON],
    ];
    const { text, values } = insertion('thing', COLUMNS, rows);
    expect(text).toBe(
      'insert into thing (id, kind, weight, at) select id as id, $2::text::text as kind, weight::integer as weight, ' +
        '$4::text::timestamptz as at ' +
        'from (select unnest($1::uuid[]) as id, unnest($3::text[]) as weight) as row',
    );
    expect(sent(values)).toEqual(sent([uuidArray([AMIRA, BRUNO]), 'pass', textArray(['1', '2']), NOON.toISOString()]));
  });

  it('tells rows apart by the first column, be there one or none', () => {
    const one = insertion('thing', COLUMNS, [[AMIRA, null, 1, NOON]]);
    expect(sent(one.values)).toEqual(sent([uuidArray([AMIRA]), null, '1', NOON.toISOString()]));
    const none = insertion('thing', COLUMNS, []);
    expect(sent(none.values)).toEqual(sent([uuidArray([]), textArray([]), textArray([]), textArray([])]));
  });

  it('says of which column a value is no id', () => {
    const { values } = insertion('thing', COLUMNS, [
      [AMIRA, 'x', 1, NOON],
      ['amira@learner.example', 'x', 1, NOON],
    ]);
    expect(() => sent(values)).toThrow(new TypeError('id holds something that is no UUID'));
  });

  it('numbers its parameters after those that come before', () => {
    expect(insertion('thing', { id: 'uuid', kind: 'text' }, [[AMIRA, 'x']], { after: 7 }).text).toContain('unnest($8::uuid[])');
  });

  it('sends what texts have in common once, and derives a column from the whole', () => {
    const frame = ['{"of":"', '","on":"', '","no":"', '"}'];
    const row = (id: string, own: string[], of = frame) => [id, { frame: of, own }];
    const columns = { id: 'uuid', said: 'text' };
    const rows = [row(AMIRA, ['Ada', '2026', '1']), row(BRUNO, ['Łukasz "2"', '2026', '2'], [...frame])];
    const { text, values } = insertion('thing', columns, rows, { derived: { hash: 'md5(said)' } });
    expect(text).toBe(
      'insert into thing (id, said, hash) select written.*, md5(said) from (select id as id, ' +
        'concat($2::text, said_1::text, $4::text, said_3::text, $6::text)::text as said from (select unnest($1::uuid[]) as id, ' +
        'unnest($3::text[]) as said_1, unnest($5::text[]) as said_3) as row offset 0) as written',
    );
    expect(sent(values)).toEqual(
      sent([
        uuidArray([AMIRA, BRUNO]),
        '{"of":"',
        textArray(['Ada', 'Łukasz "2"']),
        '","on":"2026","no":"',
        textArray(['1', '2']),
        '"}',
      ]),
    );
  });

  it('sends texts whole that have several frames, or one of more pieces than PostgreSQL joins', () => {
    const rows = [
      [AMIRA, { frame: ['<', '>'], own: ['1'] }],
      [BRUNO, { frame: ['(', ')'], own: ['1'] }],
    ];
    const columns = { id: 'uuid', said: 'text' };
    expect(sent(insertion('thing', columns, rows).values)).toEqual(sent([uuidArray([AMIRA, BRUNO]), textArray(['<1>', '(1)'])]));
    const long = Array.from({ length: 60 }, String);
    const framed = (own: string) => ({ frame: long, own: long.slice(1).map(() => own) });
    const [, whole] = insertion('thing', columns, [
      [AMIRA, framed('-')],
      [BRUNO, framed('+')],
    ]).values;
    expect(sent([whole])).toEqual(sent([textArray([long.join('-'), long.join('+')])]));
  });

  it('refuses rows that lack a value', () => {
    expect(() => insertion('thing', COLUMNS, [[AMIRA, 'x', 1]])).toThrow('A row has fewer values');
  });
});
