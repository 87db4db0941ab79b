const DATE_TIME_STAMP = /^(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** `2026-03-01T09:30:00Z`: no fraction and no offset, because readers of badges stumble over both. */
export function dateTimeStamp(moment: Date): string {
  if (Number.isNaN(moment.getTime())) return 'Invalid Date';
  return `${moment.toISOString().slice(0, -'.000Z'.length)}Z`;
}

/** The moment an XSD dateTimeStamp names (VC 2.0 §4.9: a zone is required); undefined for anything else. */
export function parseDateTimeStamp(text: unknown): Date | undefined {
  if (typeof text !== 'string') return undefined;
  const parts = DATE_TIME_STAMP.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  // Date.parse reads 30 February as 1 March. Every month has 28 days: only of the last few it has to be asked.
  if (month < 1 || month > 12 || day < 1 || (day > 28 && day > lastDayOf(year, month))) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether it is a day of the calendar in the form of RFC 3339 (`full-date`). */
export function isDate(text: unknown): boolean {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && parseDateTimeStamp(`${text}T00:00:00Z`) !== undefined;
}

/** The same time of day so many months later; in a shorter month its last day (29 February in a year without one is the 28th). UTC. */
export function monthsAfter(moment: Date, months: number): Date {
  const later = new Date(moment);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  later.setUTCDate(Math.min(moment.getUTCDate(), lastDayOf(later.getUTCFullYear(), later.getUTCMonth() + 1)));
  return later;
}
