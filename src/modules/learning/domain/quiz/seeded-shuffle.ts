import { createHash } from 'node:crypto';

/** Puts items in an order that only the seed and the purpose decide, every order being equally likely. */
export type Shuffle = <Item>(items: readonly Item[], purpose: string) => Item[];

/**
 * `seed` must be unguessable and stay on the server: who knows it knows the order of the right answers.
 * Places come from a cryptographic hash, so that an order the learner sees tells nothing about one that they must find.
 */
export function seededShuffle(seed: string): Shuffle {
  return (items, purpose) =>
    items
      .map((item, index) => ({ item, place: digest(JSON.stringify([seed, purpose, index])) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ item }) => item);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
