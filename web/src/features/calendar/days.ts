/** A day is written `YYYY-MM-DD` and belongs to no time zone; a month `YYYY-MM`. Weeks begin on Monday. */

const DAYS = 7;

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day of another month, or the last one where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + DAYS - 1) % DAYS;
}

/** The Monday of its week. */
export function weekOf(day: string): string {
  return addDays(day, -weekday(day));
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The weeks that a month touches, each from Monday to Sunday. */
export function monthGrid(month: string): string[][] {
  const weeks: string[][] = [];
  for (let monday = weekOf(`${month}-01`); monthOf(monday) <= month; monday = addDays(monday, DAYS)) {
    weeks.push(Array.from({ length: DAYS }, (_, index) => addDays(monday, index)));
  }
  return weeks;
}

/** Where a key leads to in a grid of days; `null`: it means nothing there. */
export function dayAfterKey(day: string, key: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -DAYS);
    case 'ArrowDown':
      return addDays(day, DAYS);
    case 'Home':
      return weekOf(day);
    case 'End':
      return addDays(weekOf(day), DAYS - 1);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return null;
  }
}

/** The day that it is somewhere. */
export function dayIn(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

interface Dated {
  day: string;
}

/** Entries by the days that they are on, in the order in which the days come first. */
export function byDay<Entry extends Dated>(entries: readonly Entry[]): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  return days;
}

/** What comes from this week on by its weeks, in order; this week is always there. */
export function byWeek<Entry extends Dated>(entries: readonly Entry[], today: string): { monday: string; entries: Entry[] }[] {
  const thisWeek = weekOf(today);
  const weeks = new Map<string, Entry[]>([[thisWeek, []]]);
  for (const entry of entries) {
    const monday = weekOf(entry.day);
    if (monday < thisWeek) continue;
    weeks.set(monday, [...(weeks.get(monday) ?? []), entry]);
  }
  return [...weeks].map(([monday, found]) => ({ monday, entries: found })).toSorted((a, b) => (a.monday < b.monday ? -1 : 1));
}
