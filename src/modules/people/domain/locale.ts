/** The canonical spelling of a BCP 47 tag, or `null` when it is none. */
export function canonicalLocale(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // A RangeError is how Intl says that it is no tag.
    return null;
  }
}

/** The name when this machine knows the IANA time zone, else `null`. Offsets such as `+02:00` are no places. */
export function canonicalTimeZone(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    // Some versions answer an older alias (Asia/Calcutta); people keep the name they chose.
    return known.toLowerCase() === name.toLowerCase() ? known : name;
  } catch {
    // A RangeError is how Intl says that it knows no such zone.
    return null;
  }
}
