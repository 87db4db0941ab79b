export interface Place {
  top: number;
  width: number;
}

/**
 * How many entries of a list that wraps stand whole in its first row, which is `room` wide (pixels); `null` where that cannot be told,
 * because there is no room at all: a window that is folded away, or on its way to another size, says nothing about the one after it.
 */
export function fittingIn(room: number, places: readonly Place[]): number | null {
  const [first] = places;
  if (room === 0 || !first) return null;
  // An entry alone in its row does not wrap, however little room there is.
  if (first.width > room) return 0;
  const wrapped = places.findIndex(({ top }) => top > first.top);
  return wrapped === -1 ? Number.POSITIVE_INFINITY : wrapped;
}
