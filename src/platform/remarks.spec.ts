import { describe, expect, it } from '@jest/globals';
import { saidIn, sayerOf } from './remarks.js';

const say = sayerOf({ missing: '"{name}" is needed', many: 'at most {most}' });
const words = { de: { missing: '„{name}“ fehlt', many: 'höchstens {most}' } };
const told = ([detail, remark]: ReturnType<typeof say>) => saidIn('de', words, { detail, remark });

describe('A remark', () => {
  it('is said in English where it arises, and in the reader’s language later', () => {
    expect(say('many', { most: 5 })[0]).toBe('at most 5');
    expect(told(say('many', { most: 5 }))).toBe('höchstens 5');
    expect(saidIn('en', words, { detail: 'at most 5', remark: { key: 'many', values: { most: 5 } } })).toBe('at most 5');
  });

  it('takes what stands in it as it is, whatever it looks like', () => {
    expect(told(say('missing', { name: '{most} $& $1' }))).toBe('„{most} $& $1“ fehlt');
  });

  it('stays as it was kept, where nothing says what it is made of', () => {
    expect(saidIn('de', words, { detail: 'kept before' })).toBe('kept before');
    expect(saidIn('de', words, { detail: 'of a later version', remark: { key: 'unheard' } })).toBe('of a later version');
  });
});
