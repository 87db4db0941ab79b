/** Lets a few pieces of work run at once and the others wait for their turn, in the order they came. */
export class FewAtOnce {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** `refusal` makes the error for whoever comes when `mostWaiting` wait already. */
  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
    private readonly refusal: () => Error,
  ) {}

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.most) await this.turn();
    else this.running++;
    try {
      return await work();
    } finally {
      // The place is handed over, not freed: else a newcomer could slip in before the one who waits.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  private async turn(): Promise<void> {
    if (this.waiting.length >= this.mostWaiting) throw this.refusal();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
