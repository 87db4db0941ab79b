import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;

/** Looks again and again until there is something to see, and answers it. Throws, naming what was awaited, after the limit. */
export async function until<Seen>(
  what: string,
  look: () => Promise<Seen | null | undefined | false>,
  limitMs = 90_000,
): Promise<Seen> {
  const end = performance.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() > end) throw new Error(`${what}: not seen within ${limitMs / 1_000} seconds`);
    await pause(LOOK_EVERY_MS);
  }
}
