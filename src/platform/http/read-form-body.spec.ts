import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from './problem.js';
import { readFormBody } from './read-form-body.js';

function refusal(body: string | Buffer): { code: string; field: string | undefined; fault: string | undefined } {
  try {
    readFormBody(Buffer.from(body));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [first] = error.particulars.errors ?? [];
    return { code: error.type.code, field: first?.field, fault: first?.code };
  }
  throw new Error('It was read');
}

describe('The body of a form', () => {
  it('is one text for each name', () => {
    expect(readFormBody(Buffer.from('email=amara%40riverside.example&name=Amara+Diallo&next=%2F&empty=&bare'))).toEqual({
      email: 'amara@riverside.example',
      name: 'Amara Diallo',
      next: '/',
      empty: '',
      bare: '',
    });
  });

  it('may be empty', () => {
    expect(readFormBody(Buffer.alloc(0))).toEqual({});
  });

  it('is read as a browser writes it', () => {
    const texts = fc.dictionary(
      fc.string({ unit: 'binary' }).filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name)),
      fc.string({ unit: 'binary' }),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(texts, (fields) => {
        fc.pre(
          !Object.entries(fields)
            .flat()
            .some((text) => text.includes('\u0000')),
        );
        expect(readFormBody(Buffer.from(new URLSearchParams(fields).toString()))).toEqual(fields);
      }),
    );
  });

  it.each([
    ['a NUL character', 'email=a%00b', 'email', 'characters'],
    ['a NUL character as it is', 'email=a\u0000b', 'email', 'characters'],
    ['a broken escape', 'email=%zz', 'email', 'escape'],
    ['an escape that is not UTF-8', 'email=%ff', 'email', 'escape'],
    ['a name that comes twice', 'email=a&email=b', 'email', 'repeated'],
    ['a name twice in other words', 'email=a&%65mail=b', 'email', 'repeated'],
    ['a prototype', '__proto__=a', '__proto__', 'name'],
    ['too many fields', Array.from({ length: 101 }, (_, at) => `f${at}=`).join('&'), '', 'too_many'],
  ])('is refused with %s', (_, body, field, fault) => {
    expect(refusal(body)).toEqual({ code: 'request.malformed', field, fault });
  });

  it('is refused with bytes that are not UTF-8', () => {
    expect(refusal(Buffer.from([0x61, 0x3d, 0xff])).code).toBe('request.malformed');
  });
});
