/** The secret of `…/calendars/{secret}.ics`; `null` for what cannot be one. */
export function tokenIn(file: string): string | null {
  return /^([\w-]{43})\.ics$/.exec(file)?.[1] ?? null;
}
