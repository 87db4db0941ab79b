import type { VirtualItem } from '@tanstack/react-virtual';

const MOST = 20;
const heights = new Map<string, VirtualItem[]>();

/** The rows of a list as they were measured when it was last seen, so that a place in it is found again to the pixel. */
export function heightsOf(list: string): VirtualItem[] {
  return heights.get(list) ?? [];
}

export function keepHeights(list: string, measured: VirtualItem[]): void {
  heights.delete(list);
  heights.set(list, measured);
  for (const oldest of heights.keys()) {
    if (heights.size <= MOST) return;
    heights.delete(oldest);
  }
}
