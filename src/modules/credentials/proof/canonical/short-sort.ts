// Beyond it the time, which is quadratic, costs more than the memory.
const longest = 24;

/** Sorts in place, by UTF-16 code units. `Array.prototype.sort` makes lists of its own each time, which for a handful of items cost more than sorting them. */
export function sortTexts(texts: string[]): string[] {
  return sortShort(texts, isBefore);
}

/** Sorts in place; items of which neither is before the other keep their order. */
export function sortShort<Item>(items: Item[], isBefore: (first: Item, second: Item) => boolean): Item[] {
  if (items.length > longest)
    return items.sort((first, second) => (isBefore(first, second) ? -1 : Number(isBefore(second, first))));
  for (let end = 1; end < items.length; end += 1) {
    const item = items[end] as Item;
    let place = end;
    for (; place > 0 && isBefore(item, items[place - 1] as Item); place -= 1) items[place] = items[place - 1] as Item;
    items[place] = item;
  }
  return items;
}

const isBefore = (first: string, second: string): boolean => first < second;
