import { createHmac } from 'node:crypto';

const rounds = 6;

/** Gives the index of the award at a position (0, 1, 2 …) of a list. */
export type StatusPermutation = (position: number) => number;

/**
 * The permutation of a list of `size` bits, keyed by the list's secret `seed`, so that indexes never repeat and do not tell the order
 * of awards. A Feistel network over the next even power of two, walked until the value lies inside the list. Keeps the round values it
 * has computed (3,072 for a list of the standard size): worth keeping
 * for the next awards of the same list.
 */
export function statusPermutation(seed: Uint8Array, size: number): StatusPermutation {
  if (!Number.isSafeInteger(size) || size < 1 || size > 2 ** 32)
    throw new RangeError(`A status list of ${size} bits cannot be permuted.`);
  const half = 2 ** Math.max(1, Math.ceil(Math.log2(size) / 2));
  const known = new Map<number, number>();
  const roundValue = (round: number, right: number): number => {
    const place = round * half + right;
    const kept = known.get(place);
    if (kept !== undefined) return kept;
    const value = createHmac('sha256', seed).update(`${round}:${right}`).digest().readUInt32BE(0);
    known.set(place, value);
    return value;
  };
  const permute = (value: number): number => {
    let left = Math.floor(value / half);
    let right = value % half;
    for (let round = 0; round < rounds; round += 1) {
      // `>>> 0` keeps the result of the 32-bit operation positive.
      [left, right] = [right, ((left ^ roundValue(round, right)) >>> 0) % half];
    }
    return left * half + right;
  };
  return (position) => {
    if (!Number.isSafeInteger(position) || position < 0 || position >= size) {
      throw new RangeError(`Position ${position} lies outside a status list of ${size} bits.`);
    }
    let value = permute(position);
    while (value >= size) value = permute(value);
    return value;
  };
}

/** The status-list index of one award; see `statusPermutation`. */
export function indexAt(position: number, seed: Uint8Array, size: number): number {
  return statusPermutation(seed, size)(position);
}
