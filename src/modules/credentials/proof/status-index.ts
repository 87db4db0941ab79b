import { createHmac } from 'node:crypto';

const rounds = 6;

/**
 * The status-list index of the award at `position` (0, 1, 2 …) in a list of `size` bits: a permutation keyed by the list's secret `seed`,
 * so that indexes never repeat and do not tell the order of awards. A Feistel network over the next even power of two, walked until the
 * value lies inside the list.
 */
export function indexAt(position: number, seed: Uint8Array, size: number): number {
  if (!Number.isSafeInteger(size) || size < 1 || size > 2 ** 32)
    throw new RangeError(`A status list of ${size} bits cannot be permuted.`);
  if (!Number.isSafeInteger(position) || position < 0 || position >= size) {
    throw new RangeError(`Position ${position} lies outside a status list of ${size} bits.`);
  }
  const halfBits = Math.max(1, Math.ceil(Math.log2(size) / 2));
  let value = permute(position, seed, halfBits);
  while (value >= size) value = permute(value, seed, halfBits);
  return value;
}

function permute(value: number, seed: Uint8Array, halfBits: number): number {
  const half = 2 ** halfBits;
  let left = Math.floor(value / half);
  let right = value % half;
  for (let round = 0; round < rounds; round += 1) {
    // `>>> 0` keeps the result of the 32-bit operation positive.
    [left, right] = [right, ((left ^ roundValue(round, right, seed)) >>> 0) % half];
  }
  return left * half + right;
}

function roundValue(round: number, right: number, seed: Uint8Array): number {
  return createHmac('sha256', seed).update(`${round}:${right}`).digest().readUInt32BE(0);
}
