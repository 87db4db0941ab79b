import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from './problem.js';
import { readJsonBody, refuseUnusable } from './read-json-body.js';
import { repeatedKey } from './repeated-key.js';

const read = (text: string) => readJsonBody(Buffer.from(text));

function fault(act: () => unknown): object | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.particulars;
    throw error;
  }
}

describe('A JSON body', () => {
  it.each([
    '{}',
    '[]',
    '"a:b"',
    '7',
    'null',
    '{"a":{"b":[{"c":"d"},"e"]},"f":"g"}',
    '{"a":"\\"b\\":","c":"\\\\","d":"\\\\\\"{[:"}',
    '{"name":"caf\\u00e9","ü":1}',
    ' { "2" : 1 , "1" : [ ] } ',
    `${'['.repeat(64)}${']'.repeat(64)}`,
  ])('is read as it is: %s', (text) => {
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it.each<[string, string, object]>([
    ['a name twice', '{"a":1,"a":1}', { errors: [{ field: 'a', code: 'repeated' }] }],
    ['a name twice in two spellings', '{"b":{"a":1,"\\u0061":2}}', { errors: [{ field: 'a', code: 'repeated' }] }],
    ['a name twice before all else', '{"a":1,"a":"\\u0000"}', { errors: [{ field: 'a', code: 'repeated' }] }],
    ['a prototype', '{"b":{"__proto__":{}}}', { errors: [{ field: 'b.__proto__', code: 'name' }] }],
    ['a constructor', '[{"constructor":1}]', { errors: [{ field: '[0].constructor', code: 'name' }] }],
    ['a prototype in another spelling', '{"proto\\u0074ype":1}', { errors: [{ field: 'prototype', code: 'name' }] }],
    ['NUL', '{"a":["\\u0000"]}', { errors: [{ field: 'a[0]', code: 'characters' }] }],
    ['half a character', '{"a":"\\ud800"}', { errors: [{ field: 'a', code: 'characters' }] }],
    ['65 levels', `${'['.repeat(65)}${']'.repeat(65)}`, { detail: 'The body is nested deeper than 64.' }],
    ['a hundred thousand brackets', '['.repeat(100_000), { detail: 'The body is nested deeper than 64.' }],
    ['a text that does not end', '{"a":"[[', { detail: expect.stringContaining('not valid JSON') }],
    ['an escape that does not end', '{"a":"\\', { detail: expect.stringContaining('not valid JSON') }],
  ])('is refused for %s', (_, text, expected) => {
    expect(fault(() => read(text))).toMatchObject(expected);
  });

  it('is refused exactly when a look at each of its names and strings finds something', () => {
    const names = fc.oneof(fc.constantFrom('a', '__proto__', 'constructor', '\u0000', '\ud800', '"', ':', '\\'), fc.string());
    const values = fc.oneof(names, fc.constantFrom(0, null, true), fc.constant({}), fc.constant([]));
    const { json } = fc.letrec<{ json: string }>((tie) => ({
      json: fc.oneof(
        values.map((value) => JSON.stringify(value)),
        fc.array(tie('json'), { maxLength: 3 }).map((items) => `[${items.join(' ,')}]`),
        fc
          .array(fc.tuple(names, tie('json')), { maxLength: 4 })
          .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)} : ${value}`).join()}}`),
      ),
    }));
    fc.assert(
      fc.property(json, (text) => {
        const wrong = repeatedKey(text) !== null || fault(() => refuseUnusable(JSON.parse(text), '')) !== undefined;
        expect(fault(() => read(text)) !== undefined).toBe(wrong);
        if (!wrong) expect(read(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
