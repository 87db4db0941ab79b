/**
 * Reads a sender's bytes once, part by part. A sender that goes away ends them: what has come by then is kept (tus 1.0.0, PATCH), so
 * nothing is thrown here for that.
 */
export class CutIntoParts {
  /** Bytes given out so far. */
  bytes = 0;
  /** The sender went away before the end. */
  isCut = false;
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer | null = null;

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** Whether there is at least one byte more. */
  async hasMore(): Promise<boolean> {
    while (this.held === null || this.held.length === 0) {
      const next = await this.next();
      if (next === null) return false;
      this.held = next;
    }
    return true;
  }

  /** The next bytes, `most` of them or as many as there are. */
  async *part(most: number): AsyncGenerator<Buffer> {
    for (let left = most; left > 0 && (await this.hasMore());) {
      const chunk = this.held as Buffer;
      const piece = chunk.subarray(0, left);
      this.held = chunk.subarray(piece.length);
      this.bytes += piece.length;
      left -= piece.length;
      yield piece;
    }
  }

  private async next(): Promise<Buffer | null> {
    if (this.isCut) return null;
    try {
      const { done, value } = await this.chunks.next();
      return done ? null : value;
    } catch {
      this.isCut = true;
      return null;
    }
  }
}
