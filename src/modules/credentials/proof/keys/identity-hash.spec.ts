import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashEmail, namesEmail } from './identity-hash.js';

const identity = (change: object) => ({ type: 'IdentityObject', hashed: true, identityType: 'emailAddress', ...change });

describe('hashed e-mail addresses', () => {
  it('equal the example of the standard', () => {
    expect(hashEmail('a@example.com', 'Kosher')).toEqual({
      identityHash: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
      salt: 'Kosher',
    });
  });

  it('do not depend on case or stray spaces, and name nobody else', () => {
    const amira = identity(hashEmail(' Amira@Riverside.example ', 'salt'));
    expect(namesEmail(amira, 'amira@riverside.example')).toBe(true);
    expect(namesEmail(amira, 'jonas@riverside.example')).toBe(false);
  });

  it('are read without a salt, as MD5 and as plain text, when other issuers wrote them so', () => {
    const md5 = identity({ identityHash: 'md5$6dbbfd8d03b4a4a0e8d3ed7d7ee3f8e3', salt: '' });
    expect(namesEmail(md5, 'a@example.com')).toBe(false);
    expect(
      namesEmail(identity({ identityHash: hashEmail('a@example.com', '').identityHash.toUpperCase() }), 'a@example.com'),
    ).toBe(true);
    expect(namesEmail(identity({ hashed: false, identityHash: 'A@example.com' }), 'a@example.com')).toBe(true);
    expect(namesEmail(identity({ identityHash: 'md5$0cc175b9c0f1b6a831c399e269772661' }), 'a')).toBe(true);
  });

  it('never match an identity of another type or an unknown algorithm', () => {
    expect(namesEmail(identity({ identityType: 'name', hashed: false, identityHash: 'a' }), 'a')).toBe(false);
    expect(namesEmail(identity({ identityHash: 'sha1$86f7e437faa5a7fce15d1ddcb9eaeaea377667b8' }), 'a')).toBe(false);
    expect(namesEmail(identity({ identityHash: 'sha256' }), 'a')).toBe(false);
    expect(namesEmail(identity({ identityHash: 7 }), 'a')).toBe(false);
  });

  it('name whoever they were made from', () => {
    fc.assert(fc.property(fc.emailAddress(), fc.string(), (email, salt) => namesEmail(identity(hashEmail(email, salt)), email)));
  });
});
