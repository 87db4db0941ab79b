import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Something sealed could not be opened. Never holds what is inside. */
export class SecretBoxError extends Error {
  override readonly name = 'SecretBoxError';
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEADER = 1 + NONCE + TAG;

/**
 * Seals short secrets for storage: version (1 byte) ‖ nonce (12) ‖ tag (16) ‖ AES-256-GCM. The key is derived from the key secret for
 * one purpose, and each box is bound to what it belongs to: one that is copied to another row does not open there.
 */
export class SecretBox {
  readonly #key: Buffer;

  constructor(
    keySecret: Uint8Array,
    private readonly purpose: string,
  ) {
    this.#key = Buffer.from(hkdfSync('sha256', keySecret, '', `cairn ${purpose}, version ${VERSION}`, 32));
  }

  seal(secret: Uint8Array, owner: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG });
    cipher.setAAD(this.boundTo(owner));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws `SecretBoxError` when the box, the key secret or the owner is another one. */
  open(box: Uint8Array, owner: string): Buffer {
    if (box.length <= HEADER || box[0] !== VERSION) throw new SecretBoxError(`The sealed ${this.purpose} of ${owner} is none.`);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, box.subarray(1, 1 + NONCE), { authTagLength: TAG });
    decipher.setAAD(this.boundTo(owner));
    decipher.setAuthTag(box.subarray(1 + NONCE, HEADER));
    try {
      return Buffer.concat([decipher.update(box.subarray(HEADER)), decipher.final()]);
    } catch (cause) {
      throw new SecretBoxError(
        `The ${this.purpose} of ${owner} cannot be opened: either CAIRN_KEY_SECRET is not the one it was sealed with, or the row was altered.`,
        { cause },
      );
    }
  }

  private boundTo(owner: string): Buffer {
    return Buffer.from(`cairn ${this.purpose} v${VERSION}\n${owner}`);
  }
}
