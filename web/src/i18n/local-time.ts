/** Moments as the clocks of a time zone (an IANA name) show them, written as `<input type="datetime-local">` does: `2026-03-01T09:00`. */

const DAY_MS = 86_400_000;
const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** `''`: there is no moment. */
export function localTime(iso: string | null, timeZone: string): string {
  return iso === null ? '' : written(clockIn(timeZone)(Date.parse(iso)));
}

/**
 * The moment at which clocks show a time. Where they skip it, as many minutes later as they skip; where they show it twice, the first
 * time. That is what calendars do (RFC 5545 §3.3.5), and Temporal.
 */
export function momentOf(local: string, timeZone: string): string | null {
  const shown = read(local);
  if (shown === null) return null;
  const [first] = momentsOf(shown, timeZone);
  return new Date(first ?? shown - aheadAt(shown - DAY_MS, timeZone)).toISOString();
}

/** What is odd about a time where clocks change; `null`: nothing. */
export function oddityOf(local: string, timeZone: string): 'skipped' | 'twice' | null {
  const shown = read(local);
  if (shown === null) return null;
  const { length } = momentsOf(shown, timeZone);
  if (length === 1) return null;
  return length === 0 ? 'skipped' : 'twice';
}

/** In order. Clocks are ahead of UTC by less than a day, and change once within two at most: a moment is told by where they stood before or after. */
function momentsOf(shown: number, timeZone: string): number[] {
  const clock = clockIn(timeZone);
  const guesses = [shown - DAY_MS, shown + DAY_MS].map((about) => shown - aheadAt(about, timeZone));
  return [...new Set(guesses)].filter((moment) => clock(moment) === shown).toSorted((a, b) => a - b);
}

function aheadAt(moment: number, timeZone: string): number {
  return clockIn(timeZone)(moment) - moment;
}

/** What clocks show at a moment, as if they showed UTC. */
function clockIn(timeZone: string): (moment: number) => number {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
    const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
    return Date.parse(`${day}T${part('hour')}:${part('minute')}:${part('second')}Z`);
  };
}

/** As if it were UTC; `null`: it is none, or not yet typed to its end. */
function read(local: string): number | null {
  const shown = FORM.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  return Number.isNaN(shown) ? null : shown;
}

function written(shown: number): string {
  return new Date(shown).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
}
