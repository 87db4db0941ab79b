import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SecretBox, SecretBoxError } from './secret-box.js';

const key = randomBytes(32);
const box = new SecretBox(key, 'webhook secret');
const secret = randomBytes(32);

describe('A sealed secret', () => {
  it('opens for its owner, and looks different each time', () => {
    const [first, second] = [box.seal(secret, 'a'), box.seal(secret, 'a')];
    expect(box.open(first, 'a')).toEqual(secret);
    expect(first).not.toEqual(second);
    expect(first.includes(secret)).toBe(false);
  });

  it('opens neither for another owner, nor for another purpose, nor with another key secret', () => {
    const sealed = box.seal(secret, 'a');
    expect(() => box.open(sealed, 'b')).toThrow(SecretBoxError);
    expect(() => new SecretBox(key, 'something else').open(sealed, 'a')).toThrow(SecretBoxError);
    expect(() => new SecretBox(randomBytes(32), 'webhook secret').open(sealed, 'a')).toThrow(/CAIRN_KEY_SECRET/);
  });

  it('does not open when a bit of it was changed', () => {
    const sealed = box.seal(secret, 'a');
    for (const at of [0, 5, 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
      expect(() => box.open(changed, 'a')).toThrow(SecretBoxError);
    }
  });
});
