import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError';

  constructor(readonly fileId: string) {
    super(`The stored bytes of file ${fileId} are not the ones that were received`);
  }
}

/**
 * Passes bytes on and fails with `DamagedFileError` unless they are exactly the ones that were received. The last chunk is held back
 * until the hash is known, so that wrong bytes never come to a clean end.
 */
export class VerifiedBytes extends Transform {
  private readonly hash = createHash('sha256');
  private held: Buffer | undefined;
  private count = 0;

  constructor(private readonly expected: { id: string; bytes: number; sha256: string }) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.count += chunk.length;
    // More than expected is wrong already.
    if (this.count > this.expected.bytes) return done(new DamagedFileError(this.expected.id));
    if (this.held) this.push(this.held);
    this.held = chunk;
    done();
  }

  override _flush(done: TransformCallback): void {
    const intact = this.count === this.expected.bytes && this.hash.digest('hex') === this.expected.sha256;
    done(intact ? null : new DamagedFileError(this.expected.id), intact ? this.held : undefined);
  }
}
