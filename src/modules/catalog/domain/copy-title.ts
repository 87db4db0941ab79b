const LONGEST = 200;
const SUFFIX = ' (copy)';

/** The title of a copy, as long as titles may be. */
export function copyTitle(title: string): string {
  return `${title.slice(0, LONGEST - SUFFIX.length).trimEnd()}${SUFFIX}`.toWellFormed();
}
