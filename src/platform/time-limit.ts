/**
 * So many milliseconds from now. The signal is made for who waits on it: a timer of each answer's own would outlive the answer, and hold what
 * hangs on it, by seconds.
 */
export class TimeLimit {
  private readonly end: number;
  private made: AbortSignal | undefined;

  constructor(milliseconds: number) {
    this.end = performance.now() + milliseconds;
  }

  get aborted(): boolean {
    return performance.now() >= this.end;
  }

  get signal(): AbortSignal {
    return (this.made ??= AbortSignal.timeout(Math.max(0, Math.ceil(this.end - performance.now()))));
  }
}
