/** The moment at which a day (`2026-03-01`), or the day after it, begins in a time zone. */
export function dayStart(day: string, timeZone: string, { after = 0 }: { after?: 0 | 1 } = {}): string {
  const utc = new Date(`${day}T00:00:00Z`);
  utc.setUTCDate(utc.getUTCDate() + after);
  // Twice: the first guess may lie on the other side of a change of the clock.
  const guess = utc.getTime() - offsetAt(utc.getTime(), timeZone);
  return new Date(utc.getTime() - offsetAt(guess, timeZone)).toISOString();
}

/** How far the clock of a time zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const part = (name: Intl.DateTimeFormatPartTypes) => Number(parts.find(({ type }) => type === name)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - moment;
}
