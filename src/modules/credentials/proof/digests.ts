import { hash } from 'node:crypto';

/** SHA-256 as a string of 32 characters, one a byte: a buffer of its own would cost more than the hashing of a short text. */
export type Digest = string;

const length = 32;

export function sha256(content: string | Buffer): Digest {
  return hash('sha256', content, 'binary');
}

/** The 64 bytes that are signed (VC Data Integrity EdDSA §3.2.4): digest of the canonical proof options, then of the canonical document. */
export function joinDigests(options: Digest, document: Digest): Buffer {
  const bytes = Buffer.allocUnsafe(2 * length);
  bytes.write(options, 0, 'latin1');
  bytes.write(document, length, 'latin1');
  return bytes;
}
