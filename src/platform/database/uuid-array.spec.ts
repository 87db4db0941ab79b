import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { uuidArray } from './uuid-array.js';

const AMIRA = '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

/** What `array_recv` reads, taken apart again. */
function elementsOf(ids: readonly (string | null)[]): (string | null)[] {
  const array = uuidArray(ids).toPostgres();
  expect([array.readInt32BE(0), array.readInt32BE(8), array.readInt32BE(12), array.readInt32BE(16)]).toEqual([
    1,
    2950,
    ids.length,
    1,
  ]);
  expect(array.readInt32BE(4)).toBe(ids.includes(null) ? 1 : 0);
  const read: (string | null)[] = [];
  let at = 20;
  while (at < array.length) {
    const length = array.readInt32BE(at);
    at += 4;
    read.push(length < 0 ? null : array.toString('hex', at, at + length));
    at += Math.max(0, length);
  }
  return read;
}

describe('an array of ids', () => {
  it('holds the bytes of each, and what is none as null', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.uuid())), (ids) => {
        expect(elementsOf(ids)).toEqual(ids.map((id) => id?.replaceAll('-', '') ?? null));
      }),
    );
  });

  it('takes letters of both sizes, and thousands at once', () => {
    expect(elementsOf([AMIRA.toUpperCase()])).toEqual([AMIRA.replaceAll('-', '')]);
    expect(elementsOf(Array.from({ length: 30_000 }, () => AMIRA))).toHaveLength(30_000);
  });

  it.each([
    ['nothing', ''],
    ['another letter', AMIRA.replace('a', 'g')],
    ['a letter of two bytes', AMIRA.replace('a', 'ä')],
    ['a letter that ends like a digit', AMIRA.replace('0', '\u0130')],
    ['no hyphens', AMIRA.replaceAll('-', '')],
    ['hyphens elsewhere', AMIRA.replace('-7', '7-')],
    ['a hyphen for a digit', AMIRA.replace('5b', '5-')],
    ['braces', `{${AMIRA}}`],
    ['a blank behind it', `${AMIRA} `],
    ['two in one', AMIRA + AMIRA],
  ])('is refused with %s in it, and says whose it is', (_, wrong) => {
    for (const ids of [[wrong], [AMIRA, wrong], [wrong, AMIRA, null]])
      expect(() => uuidArray(ids, 'person_id').toPostgres()).toThrow(new TypeError('person_id holds something that is no UUID'));
  });

  it('is refused also where wrong ones side by side look like right ones', () => {
    expect(() => uuidArray([AMIRA.slice(0, -1), `${AMIRA.slice(-1)}${AMIRA}`]).toPostgres()).toThrow(TypeError);
  });
});
