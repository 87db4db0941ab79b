import { api, read } from '../../api/client';
import { browserStore } from '../../kept/browser-store';
import { PREFIX } from '../../kept/use-kept';

const moving = new Map<string, Promise<boolean>>();

/** Comments were kept in the browser once. They go to the server, and from here only when it has them all; `true` if there were any. */
export function moveKeptBank(personId: string, offeringId: string): Promise<boolean> {
  const known = moving.get(personId);
  if (known) return known;
  const moved = move(`${PREFIX}grading.bank.${personId}`, offeringId);
  moving.set(personId, moved);
  // Tried again the next time that somebody grades.
  moved.catch(() => moving.delete(personId));
  return moved;
}

async function move(key: string, offeringId: string): Promise<boolean> {
  const texts = textsIn(browserStore.getItem(key));
  if (texts.length === 0) return false;
  // The last kept comes first, here as there.
  for (const text of texts.toReversed()) {
    const body = { text, scope: 'everywhere' as const, shared: false };
    await read(api.POST('/api/v1/offerings/{id}/comment-bank', { params: { path: { id: offeringId } }, body }));
  }
  browserStore.removeItem(key);
  return true;
}

function textsIn(kept: string | null): string[] {
  try {
    const texts: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(texts) ? texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '') : [];
  } catch {
    return [];
  }
}
