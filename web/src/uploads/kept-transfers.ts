import { browserStore } from '../kept/browser-store';
import { PREFIX } from '../kept/use-kept';
import type { KeptTransfer } from './transfer';

const nameOf = (place: string) => `${PREFIX}uploads.${place}`;

/** The uploads of a place that an earlier page began. */
export function readKept(place: string): KeptTransfer[] {
  try {
    return JSON.parse(browserStore.getItem(nameOf(place)) ?? '[]') as KeptTransfer[];
  } catch {
    return [];
  }
}

export function keep(place: string, transfers: readonly KeptTransfer[]): void {
  if (transfers.length === 0) return browserStore.removeItem(nameOf(place));
  try {
    browserStore.setItem(nameOf(place), JSON.stringify(transfers));
  } catch (error) {
    // Without room uploads run all the same; only a page that is loaded anew begins them again.
    if (!(error instanceof DOMException)) throw error;
  }
}
