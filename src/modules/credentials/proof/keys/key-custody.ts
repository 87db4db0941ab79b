import type { KeyObject } from 'node:crypto';
import type { KeyAlgorithm } from '../../domain/key-algorithms.js';

/** A key as its custody knows it again. */
export interface HeldKey {
  readonly institutionId: string;
  /** Of its id in the DID document; follows from the public half (`keyFragment`). */
  readonly fragment: string;
  readonly algorithm: KeyAlgorithm;
  /** What the custody gave when it made the key: a sealed envelope, or the name that a token or a service knows it by. Never the key in clear. */
  readonly reference: Uint8Array;
}

export interface MadeKey {
  readonly publicKey: KeyObject;
  readonly reference: Buffer;
}

/**
 * Where private keys live. They never leave it: not as bytes, not as objects, not in errors. Shaped so that a PKCS #11 token or a key
 * management service fits as well as local encryption: everything may be far away and take its time, and keys go by a reference.
 */
export abstract class KeyCustody {
  /** A new key: Ed25519, RSA of at least 2048 bits for RS256, or P-256 for ES256. */
  abstract make(institutionId: string, algorithm: KeyAlgorithm): Promise<MadeKey>;

  /** The public half of the key that is really held. Throws KeyOpeningError when the reference leads to none. */
  abstract publicKey(key: HeldKey): Promise<KeyObject>;

  /**
   * The signature over the bytes, in the form of JWS (RFC 7518 §3.3, §3.4: `r ‖ s` for ES256; RFC 8037 §3.1).
   * Throws KeyOpeningError when the reference leads to no key, or to one of another algorithm.
   */
  abstract sign(key: HeldKey, bytes: Uint8Array): Promise<Buffer>;
}

/** A private key where it lives, as PKCS #11 hands it out: it signs, and gives nothing of itself away. */
export interface PrivateKeyHandle {
  readonly algorithm: KeyAlgorithm;
  sign(bytes: Uint8Array): Promise<Buffer>;
}
