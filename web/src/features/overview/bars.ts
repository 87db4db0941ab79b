export interface Bar {
  /** 0–1 of the greatest. */
  share: number;
  value: number;
}

/** Bars beside each other, the greatest as long as there is room. Something is always to be seen, nothing never. */
export function barsOf(values: readonly number[], most = Math.max(0, ...values)): Bar[] {
  const LEAST_SEEN = 0.02;
  return values.map((value) => ({ value, share: value === 0 || most === 0 ? 0 : Math.max(LEAST_SEEN, value / most) }));
}

/** Where the greatest stands; the first of several; `null` where all are nothing. */
export function peakOf(values: readonly number[]): number | null {
  const most = Math.max(0, ...values);
  return most === 0 ? null : values.indexOf(most);
}
