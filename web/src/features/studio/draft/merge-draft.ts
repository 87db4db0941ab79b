/** Values as they travel: JSON. */
export type Fields = Readonly<Record<string, unknown>>;

export interface Merged<Draft extends Fields> {
  /** Mine where I changed it, theirs everywhere else. */
  merged: Draft;
  /** Fields that both changed, each to something else. */
  disputed: (keyof Draft & string)[];
}

/** Brings together what two people made of the same `base`: only a field that both changed is a matter for a person. */
export function mergeDraft<Draft extends Fields>(base: Draft, mine: Draft, theirs: Draft): Merged<Draft> {
  const disputed = changedFields(base, mine).filter((key) => !same(base[key], theirs[key]) && !same(mine[key], theirs[key]));
  const kept = Object.fromEntries(changedFields(base, mine).map((key) => [key, mine[key]]));
  return { merged: { ...theirs, ...kept }, disputed };
}

export function changedFields<Draft extends Fields>(before: Draft, after: Draft): (keyof Draft & string)[] {
  return Object.keys(after).filter((key) => !same(before[key], after[key]));
}

/** Whether two values of JSON say the same; a field that is absent is one that is null. */
function same(one: unknown, other: unknown): boolean {
  return written(one) === written(other);
}

function written(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
