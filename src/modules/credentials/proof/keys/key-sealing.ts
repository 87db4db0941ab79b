import { createCipheriv, createDecipheriv, createPrivateKey, type KeyObject, randomBytes } from 'node:crypto';

/** A sealed key could not be opened. The message says what an operator can look at; it never holds key material. */
export class KeyOpeningError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyOpeningError';
  }
}

/** Envelope: version (1 byte) ‖ nonce (12) ‖ tag (16) ‖ AES-256-GCM of the PKCS #8 key. Version 1 is the only one so far. */
const version = 1;
const nonceLength = 12;
const tagLength = 16;
const headerLength = 1 + nonceLength + tagLength;
const kekLength = 32;

/**
 * The private key, encrypted for storage under the 32-byte key-encryption key. `associatedData` names what the key belongs to (institution
 * and key id): an envelope copied to another row does not open there.
 */
export function sealPrivateKey(kek: Uint8Array, privateKey: KeyObject, associatedData: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', checkedKek(kek), nonce, { authTagLength: tagLength });
  cipher.setAAD(boundTo(associatedData));
  const sealed = Buffer.concat([cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), sealed]);
}

/** The private key of an envelope. Throws KeyOpeningError when the envelope, the KEK or the associated data is not the right one. */
export function openPrivateKey(kek: Uint8Array, envelope: Uint8Array, associatedData: string): KeyObject {
  if (envelope.length <= headerLength) throw new KeyOpeningError('The sealed signing key is too short to be one.');
  if (envelope[0] !== version) {
    throw new KeyOpeningError(
      `The sealed signing key has version ${envelope[0]}, and this program knows version ${version} only.`,
    );
  }
  const decipher = createDecipheriv('aes-256-gcm', checkedKek(kek), envelope.subarray(1, 1 + nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(boundTo(associatedData));
  decipher.setAuthTag(envelope.subarray(1 + nonceLength, headerLength));
  return createPrivateKey({
    key: decipherAll(decipher, envelope.subarray(headerLength), associatedData),
    type: 'pkcs8',
    format: 'der',
  });
}

function decipherAll(decipher: ReturnType<typeof createDecipheriv>, sealed: Uint8Array, associatedData: string): Buffer {
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch (cause) {
    const hint = 'Either the key-encryption key is not the one it was sealed with, or the row was altered or moved.';
    throw new KeyOpeningError(`The signing key of ${associatedData} cannot be opened. ${hint}`, { cause });
  }
}

function checkedKek(kek: Uint8Array): Uint8Array {
  if (kek.length !== kekLength) {
    throw new KeyOpeningError(`The key-encryption key must be ${kekLength} bytes long, but it has ${kek.length}.`);
  }
  return kek;
}

/** The version is bound as well, so that a later format cannot be read as this one. */
function boundTo(associatedData: string): Buffer {
  return Buffer.from(`cairn signing key v${version}\n${associatedData}`, 'utf8');
}
