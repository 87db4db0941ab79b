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
      'insert into thing (id, kind, weight, at) select id, $2::text::text, weight::integer, $4::text::timestamptz ' +
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
    expect(insertion('thing', { id: 'uuid', kind: 'text' }, [[AMIRA, 'x']], 7).text).toContain('unnest($8::uuid[])');
  });

  it('refuses rows that lack a value', () => {
    expect(() => insertion('thing', COLUMNS, [[AMIRA, 'x', 1]])).toThrow('A row has fewer values');
  });
});
