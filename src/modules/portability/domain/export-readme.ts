export interface ReadmeFacts {
  institution: string;
  parts: readonly { name: string; rows: readonly unknown[] }[];
  /** What is left out, and why. */
  leftOut: readonly string[];
  now: Date;
}

/** What the archive is, what is in it, and what is not and why. */
export function readme({ institution, parts, leftOut, now }: ReadmeFacts): string {
  const filled = parts.filter(({ rows }) => rows.length > 0);
  return [
    `What ${institution} and this Cairn hold about you`,
    `Collected on ${now.toISOString()}. Times are in UTC.`,
    '',
    'data/    one JSON file for each kind of record:',
    ...filled.map(({ name, rows }) => `  ${name}.json (${rows.length})`),
    '  The other files there are empty: nothing of their kind is held.',
    'badges/  every form of every badge, as it was signed. Any verifier of Open Badges 3.0 reads them.',
    'files/   the files that you uploaded to hand them in.',
    '',
    'What is not here:',
    '  Passwords and secret links, even as the fingerprints that are kept of them. Letters are listed without their texts,',
    '  which may hold such links.',
    '  Who of the institution did or decided something, and the reasons that the office wrote for itself: ask the institution.',
    '  Which answers in a quiz were right: the course shows that when its authors want.',
    ...[...new Set(leftOut)].map((reason) => `  ${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`),
    '  What other institutions hold: act for them in Cairn, and ask there.',
    '',
  ].join('\n');
}
