import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Problem } from '../http/problem.js';
import { fileTooLarge } from './problems.js';

/** Reads a stream once: its beginning first, then all of it, counting and hashing, and failing with `file.too_large` past the limit. */
export class Intake {
  bytes = 0;
  private readonly hash = createHash('sha256');
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly ahead: Buffer[] = [];

  constructor(
    private readonly stream: Readable,
    private readonly maxBytes: number,
  ) {
    this.chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** At least the first `length` bytes, or all there are. They come again from `all`. */
  async head(length: number): Promise<Buffer> {
    let held = 0;
    while (held < length) {
      const next = await this.chunks.next();
      if (next.done) break;
      this.ahead.push(next.value);
      held += next.value.length;
    }
    return Buffer.concat(this.ahead);
  }

  async *all(): AsyncGenerator<Buffer> {
    for (const chunk of this.ahead.splice(0)) yield this.measured(chunk);
    for (let next = await this.chunks.next(); !next.done; next = await this.chunks.next()) yield this.measured(next.value);
  }

  /** SHA-256 of all that was read, in hexadecimal; once, at the end. */
  digest(): string {
    return this.hash.digest('hex');
  }

  /** Stops reading; the source ends, and with it the upload. */
  stop(): void {
    this.stream.destroy();
  }

  private measured(chunk: Buffer): Buffer {
    this.bytes += chunk.length;
    if (this.bytes > this.maxBytes) {
      throw new Problem(fileTooLarge, {
        detail: `It may have at most ${this.maxBytes} bytes.`,
        facts: { maxBytes: this.maxBytes },
      });
    }
    this.hash.update(chunk);
    return chunk;
  }
}
