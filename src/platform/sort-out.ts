export type SortedOut<Item, Answer> = { item: Item } & ({ answer: Answer; fault?: never } | { answer?: never; fault: Error });

/**
 * Does `work` for all items at once, all or none of them; where it fails, for halves of them, down to the item at fault. So one
 * bad item neither fails nor hides the rest, at the price of a few more goes. In the order of the items.
 * `blamesItem`: whether an error may be the fault of one item. If not, all that were in that go share it.
 */
export async function sortOut<Item, Answer>(
  items: readonly Item[],
  work: (some: readonly Item[]) => Promise<readonly Answer[]>,
  blamesItem: (error: unknown) => boolean,
): Promise<SortedOut<Item, Answer>[]> {
  if (items.length === 0) return [];
  try {
    const answers = await work(items);
    return items.map((item, index) => ({ item, answer: answers[index] as Answer }));
  } catch (error) {
    if (items.length === 1 || !blamesItem(error)) {
      const fault = error instanceof Error ? error : new Error(String(error));
      return items.map((item) => ({ item, fault }));
    }
    const middle = Math.ceil(items.length / 2);
    const first = await sortOut(items.slice(0, middle), work, blamesItem);
    return [...first, ...(await sortOut(items.slice(middle), work, blamesItem))];
  }
}
