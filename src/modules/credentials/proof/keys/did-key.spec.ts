import { describe, expect, it } from '@jest/globals';
import { didKeyPublicKey } from './did-key.js';

// The examples of the did:key method (§7.1.1 and §7.3).
const EDWARDS = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';
const P256 = 'did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169';

describe('the key that a did:key is', () => {
  it('is read on P-256', () => {
    expect(didKeyPublicKey(P256)?.export({ format: 'jwk' })).toEqual({
      kty: 'EC',
      crv: 'P-256',
      x: 'fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI',
      y: 'hW2ojTNfH7Jbi8--CJUo3OCbH3y5n91g-IMA9MLMbTU',
    });
  });

  it('is read on Ed25519', () => {
    expect(didKeyPublicKey(EDWARDS)?.asymmetricKeyType).toBe('ed25519');
  });

  it.each(['did:key:', 'did:key:z', `${P256}a`, 'did:web:x', 'z6Mk'])('is none in %s', (did) =>
    expect(didKeyPublicKey(did)).toBeUndefined(),
  );
});
