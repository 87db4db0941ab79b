export interface Format {
  number(value: number): string;
  /** A share from 0 to 1, rounded down: 100 % means all of it. */
  percent(share: number): string;
  date(iso: string): string;
  dateTime(iso: string): string;
  time(iso: string): string;
  /** “3 hr, 20 min” */
  minutes(minutes: number): string;
  /** “in 3 days”, “2 hours ago”; of days, hours or minutes the largest that fits. */
  relative(iso: string, now?: Date): string;
  bytes(bytes: number): string;
}

const MINUTE = 60_000;
// As limits are set, and as file managers count.
const KILO = 1_024;
const UNITS = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

/** Numbers and times as a language writes them. */
export function formatFor(locale: string, timeZone: string): Format {
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const dateTimes = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = (name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 1 });
  const [hours, mins] = [unit('hour'), unit('minute')];
  const [kilobytes, megabytes] = [unit('kilobyte'), unit('megabyte')];
  const singleBytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
  return {
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(Math.floor(share * 100) / 100),
    date: (iso) => dates.format(new Date(iso)),
    dateTime: (iso) => unbroken(dateTimes, iso),
    time: (iso) => unbroken(times, iso),
    minutes(minutes) {
      const rounded = Math.round(minutes);
      const [whole, rest] = [Math.floor(rounded / 60), rounded % 60];
      if (whole === 0) return mins.format(rest);
      return rest === 0 ? hours.format(whole) : `${hours.format(whole)} ${mins.format(rest)}`;
    },
    relative(iso, now = new Date()) {
      const distance = new Date(iso).getTime() - now.getTime();
      const [name, size] = UNITS.find(([, milliseconds]) => Math.abs(distance) >= milliseconds) ?? UNITS[2];
      return relatives.format(Math.trunc(distance / size), name);
    },
    bytes(bytes) {
      if (bytes < KILO) return singleBytes.format(bytes);
      return bytes < KILO * KILO ? kilobytes.format(bytes / KILO) : megabytes.format(bytes / KILO / KILO);
    },
  };
}

/** A time never ends its line before “PM”. */
function unbroken(format: Intl.DateTimeFormat, iso: string): string {
  const parts = format.formatToParts(new Date(iso));
  return parts.map(({ value }, place) => (parts[place + 1]?.type === 'dayPeriod' ? '\u00a0' : value)).join('');
}
