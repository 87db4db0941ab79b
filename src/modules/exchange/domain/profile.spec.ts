import { describe, expect, it } from '@jest/globals';
import { readProfile } from './profile.js';

const ID = 'urn:uuid:2f9c4b4e-9d6a-4c55-a5b5-7a4f0a6c2a10';
const born = (dateOfBirth: string) => readProfile({ type: ['Profile'], dateOfBirth }, ID);

describe('the birthday in a profile', () => {
  it('is kept as it is when it is a day', () => {
    expect(born('1992-02-29')).toEqual({ ok: true, profile: { dateOfBirth: '1992-02-29' } });
  });

  it.each(['', 'long ago', '1990-02-30', '1990', '1990-1-1', '1990-01-01T00:00:00Z'])('is refused as %j', (text) => {
    expect(born(text)).toMatchObject({ ok: false, field: 'dateOfBirth' });
  });
});
