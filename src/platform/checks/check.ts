/** One thing that Cairn needs. */
export interface Check {
  what: string;
  /** What to do when it fails. */
  advice: string;
  /** Answers what was found; throws what is wrong. */
  run: () => Promise<string>;
}

/** What came of a check. */
export interface Examined {
  what: string;
  ok: boolean;
  /** What was found, or what is wrong. */
  found: string;
  /** What to do, when something is wrong. */
  advice: string | null;
}

export async function examine({ what, advice, run }: Check): Promise<Examined> {
  try {
    return { what, ok: true, found: await run(), advice: null };
  } catch (error) {
    return { what, ok: false, found: messageOf(error), advice };
  }
}

/** For a terminal, such as `ok   mail: …` or `FAIL mail: … — what to do`. */
export function lineOf({ what, ok, found, advice }: Examined): string {
  return ok ? `ok   ${what}: ${found}` : `FAIL ${what}: ${found} — ${advice}`;
}

function messageOf(error: unknown): string {
  // Connection attempts to several addresses fail together, and the whole has no message.
  const cause = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, ' ').trim();
}
