import { Problem } from '../../../platform/http/problem.js';
import { unavailable } from '../../../platform/http/problems.js';

export interface MicroBatchOptions<Item, Answer> {
  /** Items of one lane may be written together. */
  lane(item: Item): string;
  weight(item: Item): number;
  /** Weight of one flush; a heavier item goes alone. */
  mostAtOnce: number;
  /** Weight that may wait; beyond it, items are refused. */
  mostWaiting: number;
  /** Writes the items of one lane, all or none, and answers for each in order. */
  flush(items: readonly Item[]): Promise<Answer[]>;
  /** Whether a failed flush may be the fault of one of its items. */
  blamesItem(error: unknown): boolean;
}

interface Waiting<Item, Answer> {
  item: Item;
  weight: number;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Writes what many requests bring in few transactions: while one flush runs, the next one fills; there is no timer, so a
 * lone request waits for nobody. At most one flush is in flight. An answer comes only after the flush has committed.
 */
export class MicroBatch<Item, Answer> {
  private readonly lanes = new Map<string, Waiting<Item, Answer>[]>();
  private readonly drained: (() => void)[] = [];
  private waitingWeight = 0;
  private flushing = false;
  private closed = false;

  constructor(private readonly options: MicroBatchOptions<Item, Answer>) {}

  /** Refuses with `service.unavailable` when too much waits, or when the process is about to end. */
  async add(item: Item): Promise<Answer> {
    const weight = this.options.weight(item);
    if (this.closed || this.waitingWeight + weight > this.options.mostWaiting) {
      throw new Problem(unavailable, {
        detail: 'Too much is being written just now. Nothing was lost: send it again.',
        retryAfter: 1,
      });
    }
    return new Promise((resolve, reject) => {
      const lane = this.options.lane(item);
      const waiting = this.lanes.get(lane) ?? [];
      waiting.push({ item, weight, resolve, reject });
      this.lanes.set(lane, waiting);
      this.waitingWeight += weight;
      if (!this.flushing) void this.flushAll();
    });
  }

  /** Takes nothing more, and resolves when all that waits is answered. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.flushing) await new Promise<void>((resolve) => this.drained.push(resolve));
  }

  private async flushAll(): Promise<void> {
    this.flushing = true;
    for (let batch = this.take(); batch.length > 0; batch = this.take()) await this.settle(batch);
    this.flushing = false;
    this.drained.splice(0).forEach((resolve) => resolve());
  }

  /** The next lane's items, as many as go at once. A lane with more goes to the end of the line. */
  private take(): Waiting<Item, Answer>[] {
    const [lane] = this.lanes.keys();
    if (lane === undefined) return [];
    const waiting = this.lanes.get(lane) ?? [];
    this.lanes.delete(lane);
    let weight = 0;
    const end = waiting.findIndex((one, index) => (weight += one.weight) > this.options.mostAtOnce && index > 0);
    const batch = end < 0 ? waiting : waiting.slice(0, end);
    if (end > 0) this.lanes.set(lane, waiting.slice(end));
    this.waitingWeight -= batch.reduce((sum, one) => sum + one.weight, 0);
    return batch;
  }

  /** A failed batch is tried again in halves, so that an item that cannot be written fails alone. */
  private async settle(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.options.flush(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      if (batch.length === 1 || !this.options.blamesItem(error)) {
        batch.forEach(({ reject }) => reject(error));
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await this.settle(batch.slice(0, middle));
      await this.settle(batch.slice(middle));
    }
  }
}
