import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { repeatedKey } from './repeated-key.js';

describe('A name that comes twice in JSON', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"a":{"b":[{"c":1,"c":1}]}}', 'c'],
    ['[{"a":1},{"b":1,"x":[],"b":1}]', 'b'],
    ['{"":1,"":2}', ''],
  ])('is found in %s', (json, name) => {
    expect(repeatedKey(json)).toBe(name);
  });

  it.each([
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"b","b":"a"}',
    '["a","a"]',
    '{"a":"\\",\\"a\\":{","b":1}',
    '"a"',
    '1',
  ])('is not in %s', (json) => {
    expect(repeatedKey(json)).toBeNull();
  });

  it('is in nothing that an object was written as', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => repeatedKey(JSON.stringify(value)) === null));
  });

  it('is in every object to which one of its names is added again', () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
    fc.assert(
      fc.property(objects, fc.jsonValue(), (object, value) => {
        const [name = ''] = Object.keys(object);
        const twice = `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`;
        return repeatedKey(`[${twice}]`) === name;
      }),
    );
  });
});
