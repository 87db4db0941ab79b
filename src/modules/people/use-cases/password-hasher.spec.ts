import { describe, expect, it } from '@jest/globals';
import { PasswordHasher } from './password-hasher.js';

describe('Hashing passwords', () => {
  const hasher = new PasswordHasher();

  it('keeps argon2id with 19 MiB, two passes and one lane', async () => {
    expect(await hasher.hash('seven quiet otters')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('knows the password again, however the keyboard composes its letters', async () => {
    const kept = await hasher.hash('caf\u00e9 au lait');
    expect(await hasher.fits(kept, 'cafe\u0301 au lait')).toBe(true);
    expect(await hasher.fits(kept, 'cafe au lait')).toBe(false);
  });

  it('fits nothing when there is no password', async () => {
    expect(await hasher.fits(null, '')).toBe(false);
    expect(await hasher.fits(null, 'seven quiet otters')).toBe(false);
  });

  it('answers more at once than there are places', async () => {
    const kept = await hasher.hash('seven quiet otters');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => hasher.fits(kept, index % 2 ? 'seven quiet otters' : 'eight')),
    );
    expect(answers.filter(Boolean)).toHaveLength(5);
  });
});
