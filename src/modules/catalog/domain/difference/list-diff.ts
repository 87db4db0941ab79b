import { saysTheSame } from './same.js';

/** A property that is not what it was. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

export interface Placed<Item> {
  item: Item;
  /** From 0. */
  at: number;
}

/** What became of a list whose items have ids. */
export interface ListDiff<Item, Change> {
  added: Placed<Item>[];
  removed: Placed<Item>[];
  changed: Change[];
  /** Those that stayed and stand elsewhere among those that stayed; as few as can be said. */
  moved: Item[];
  /** All ids after, in their order. */
  order: string[];
}

/** Everything that two objects say differently, in the order of the later one. `except`: what is compared by itself. */
export function fieldChanges(before: object, after: object, except: readonly string[] = []): FieldChange[] {
  const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...next.keys(), ...old.keys()])]
    .filter((field) => !except.includes(field) && !saysTheSame(old.get(field), next.get(field)))
    .map((field) => ({ field, before: old.get(field), after: next.get(field) }));
}

export function withFields<Value extends object>(value: Value, changes: readonly FieldChange[]): Value {
  const entries = new Map<string, unknown>(Object.entries(value));
  for (const { field, after } of changes) {
    if (after === undefined) entries.delete(field);
    else entries.set(field, after);
  }
  return Object.fromEntries(entries) as Value;
}

/** `change`: what is different in an item that is in both, or null. */
export function listDiff<Item extends { id: string }, Change>(
  before: readonly Item[],
  after: readonly Item[],
  change: (before: Item, after: Item) => Change | null,
): ListDiff<Item, Change> {
  const [old, next] = [new Map(before.map((item) => [item.id, item])), new Map(after.map((item) => [item.id, item]))];
  const placed = (items: readonly Item[], other: ReadonlyMap<string, Item>) =>
    items.flatMap((item, at) => (other.has(item.id) ? [] : [{ item, at }]));
  return {
    added: placed(after, old),
    removed: placed(before, next),
    changed: after.flatMap((item) => {
      const earlier = old.get(item.id);
      return (earlier && change(earlier, item)) ?? [];
    }),
    moved: movedIn(
      before.filter(({ id }) => next.has(id)),
      after.filter(({ id }) => old.has(id)),
    ),
    order: after.map(({ id }) => id),
  };
}

/** The list after, from the list before and what became of it. */
export function withList<Item extends { id: string }, Change extends { id: string }>(
  before: readonly Item[],
  { added, changed, order }: ListDiff<Item, Change>,
  apply: (item: Item, change: Change) => Item,
): Item[] {
  const items = new Map([...before, ...added.map(({ item }) => item)].map((item) => [item.id, item]));
  for (const change of changed) {
    const item = items.get(change.id);
    if (item) items.set(change.id, apply(item, change));
  }
  return order.flatMap((id) => items.get(id) ?? []);
}

/** Of two orders of the same items, those that are not in a longest run of items in common order. */
function movedIn<Item extends { id: string }>(before: readonly Item[], after: readonly Item[]): Item[] {
  const placeBefore = new Map(before.map(({ id }, index) => [id, index]));
  const places = after.map(({ id }) => placeBefore.get(id) ?? 0);
  const best = places.map(() => ({ length: 1, from: -1 }));
  places.forEach((place, at) => {
    for (let from = 0; from < at; from++) {
      const length = (best[from]?.length ?? 0) + 1;
      if ((places[from] ?? 0) < place && length > (best[at]?.length ?? 0)) best[at] = { length, from };
    }
  });
  const kept = new Set<number>();
  let at = best.reduce((longest, { length }, index) => (length > (best[longest]?.length ?? 0) ? index : longest), 0);
  for (; at >= 0 && best[at]; at = best[at]?.from ?? -1) kept.add(at);
  return after.filter((_, index) => !kept.has(index));
}
