/** One thing that Cairn needs. */
export interface Check {
  what: string;
  /** What to do when it fails. */
  advice: string;
  /** Answers what was found; throws what is wrong. */
  run: () => Promise<string>;
}

/** Runs a check and answers its line, such as `ok   mail: …` or `FAIL mail: … — what to do`. */
export async function examine({ what, advice, run }: Check): Promise<{ ok: boolean; line: string }> {
  try {
    return { ok: true, line: `ok   ${what}: ${await run()}` };
  } catch (error) {
    return { ok: false, line: `FAIL ${what}: ${messageOf(error)} — ${advice}` };
  }
}

function messageOf(error: unknown): string {
  // Connection attempts to several addresses fail together, and the whole has no message.
  const cause = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/g, ' ').trim();
}
