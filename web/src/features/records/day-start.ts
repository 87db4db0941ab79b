import { momentOf } from '../../i18n/local-time';

/** The moment at which a day (`2026-03-01`), or the day after it, begins in a time zone. */
export function dayStart(day: string, timeZone: string, { after = 0 }: { after?: 0 | 1 } = {}): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + after);
  return momentOf(date.toISOString().slice(0, 16), timeZone) ?? '';
}
