/** How documents became canonical bytes in this process. Declines say which tier gave up and why: a rising number is a performance bug. */
export interface CanonicalTally {
  readonly template: number;
  readonly walker: number;
  readonly library: number;
  /** By `tier reason`, such as `walker equal-blank-nodes`. */
  readonly declines: Readonly<Record<string, number>>;
}

const counts = { template: 0, walker: 0, library: 0 };
const declines = new Map<string, number>();

export function countDone(tier: keyof typeof counts): void {
  counts[tier] += 1;
}

export function countDecline(tier: 'template' | 'walker', reason: string): void {
  const key = `${tier} ${reason}`;
  declines.set(key, (declines.get(key) ?? 0) + 1);
}

export function canonicalTally(): CanonicalTally {
  return { ...counts, declines: Object.fromEntries(declines) };
}
