/**
 * Spearman's rank correlation of values with the order they stand in: 1 when they only rise, -1 when they only fall, near 0 when
 * order and value have nothing to do with each other. The values are all different.
 */
export function orderCorrelation(values: readonly number[]): number {
  const count = values.length;
  if (count < 2) return 0;
  const ranks = new Map(values.toSorted((a, b) => a - b).map((value, rank) => [value, rank]));
  const squares = values.reduce((sum, value, position) => sum + ((ranks.get(value) ?? 0) - position) ** 2, 0);
  return 1 - (6 * squares) / (count * (count ** 2 - 1));
}
