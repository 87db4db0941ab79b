/** Keeps the values that were used most recently, up to a total weight. */
export class RecentlyUsed<Value> {
  private readonly entries = new Map<string, { value: Value; weight: number }>();
  private total = 0;

  constructor(private readonly capacity: number) {}

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    // A map remembers the order of insertion: put in again, it is the youngest.
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  /** What weighs more than everything together may is not kept at all. */
  set(key: string, value: Value, weight: number): void {
    this.remove(key);
    if (weight > this.capacity) return;
    this.entries.set(key, { value, weight });
    this.total += weight;
    for (const oldest of this.entries.keys()) {
      if (this.total <= this.capacity) return;
      this.remove(oldest);
    }
  }

  remove(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.total -= entry.weight;
  }
}
