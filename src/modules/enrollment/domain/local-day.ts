/** Calendar days as people in a time zone count them. A day is written `YYYY-MM-DD`; zones are IANA names, and an unknown one throws a RangeError. */

const HOUR = 60 * 60 * 1000;

/** The day it is in `timeZone` at that instant. */
export function localDay(at: Date, timeZone: string): string {
  return dayReader(timeZone)(at.getTime());
}

/** Plain calendar arithmetic: no zone, no change of clocks. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/**
 * The last second of a day in `timeZone`. Found by looking for the first second of a later day, because midnight may be skipped
 * or struck twice when clocks change, and a whole day may be missing when a country changes sides of the date line.
 */
export function endOfDay(day: string, timeZone: string): Date {
  const dayAt = dayReader(timeZone);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // At midnight in UTC no zone has got beyond the day (none is 24 hours ahead); 39 hours later every zone has.
  let [still, over] = [midnight, midnight + 39 * HOUR];
  while (over - still > 1000) {
    const middle = still + Math.floor((over - still) / 2000) * 1000;
    if (dayAt(middle) > day) over = middle;
    else still = middle;
  }
  return new Date(still);
}

function dayReader(timeZone: string): (at: number) => string {
  // The parts are named, because the order in which a locale writes them differs between versions of the runtime.
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
  };
}
