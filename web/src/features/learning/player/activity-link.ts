const ACTIVITY = /^\.\/([0-9a-f-]{36})(?:#.*)?$/;

/** The activity that a link in a learner's page leads to; null for every other address. */
export function activityLink(href: string | null): string | null {
  return ACTIVITY.exec(href ?? '')?.[1] ?? null;
}
