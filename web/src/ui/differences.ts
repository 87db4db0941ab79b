/** Names of fields, and what stands in them. */
export type Described = readonly (readonly [field: string, words: string])[];

const NOTHING = '–';

/** Where somebody else's version differs from mine: the fields, with what theirs says. */
export function differences(mine: Described, theirs: Described): Described {
  const own = new Map(mine);
  return theirs.filter(([field, words]) => own.get(field) !== words).map(([field, words]) => [field, words.trim() || NOTHING]);
}
