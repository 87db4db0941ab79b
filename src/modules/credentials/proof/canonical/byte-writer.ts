import { hash } from 'node:crypto';
import type { Digest } from '../digests.js';

/** UTF-8 bytes in a row, in a buffer that is used again: hashing a kilobyte of string costs twice as much as hashing it as bytes. */
export class ByteWriter {
  private buffer = Buffer.allocUnsafeSlow(32 * 1024);
  private length = 0;

  reset(): void {
    this.length = 0;
  }

  bytes(bytes: Buffer): void {
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  string(text: string): void {
    // A UTF-16 code unit is three bytes of UTF-8 at most.
    this.reserve(text.length * 3);
    this.length += this.buffer.write(text, this.length, 'utf8');
  }

  sha256(): Digest {
    return hash('sha256', this.buffer.subarray(0, this.length), 'binary');
  }

  text(): string {
    return this.buffer.toString('utf8', 0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = Buffer.allocUnsafeSlow((this.length + more) * 2);
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}
