/**
 * What is not finished never shows more than this, however little is missing or however light it weighs:
 * a share of 1 always means "complete".
 */
export const LARGEST_UNFINISHED_SHARE = 0.99;

export interface Weighted {
  /** Zero or more. */
  weight: number;
  /** 0–1; 1 exactly when complete. */
  share: number;
}

/** The weighted mean; items without weight count alike when nothing beside them has any. 1 exactly when every share is 1. */
export function weightedShare(items: readonly Weighted[]): number {
  if (items.length > 0 && items.every(({ share }) => share === 1)) return 1;
  const total = sum(items.map(({ weight }) => weight));
  const done = total > 0 ? sum(items.map(({ weight, share }) => weight * share)) / total : mean(items);
  return Math.min(done, LARGEST_UNFINISHED_SHARE);
}

function mean(items: readonly Weighted[]): number {
  return items.length === 0 ? 0 : sum(items.map(({ share }) => share)) / items.length;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Whole percent, rounded down, so that 100 means complete. The slack undoes products such as 0.29 × 100 = 28.999…. */
export function percentOf(share: number): number {
  return Math.floor(share * 100 + 1e-9);
}
