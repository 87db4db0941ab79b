export const PERIODS = ['3-months', '12-months', 'this-year', 'last-year', 'all'] as const;
export type Period = (typeof PERIODS)[number];

export const USUAL_PERIOD: Period = '12-months';

/** The first and the last month, both included, as `2026-03`; left out: no bound. */
export interface Months {
  from?: string;
  until?: string;
}

/** What a period is at a moment, by the clock of a time zone. */
export function monthsOfPeriod(period: Period, now: Date, timeZone: string | undefined): Months {
  const { year, month } = monthAt(now, timeZone);
  if (period === 'all') return {};
  if (period === 'this-year') return { from: written(year, 1), until: written(year, 12) };
  if (period === 'last-year') return { from: written(year - 1, 1), until: written(year - 1, 12) };
  return { from: written(year, month - (period === '3-months' ? 2 : 11)), until: written(year, month) };
}

function monthAt(now: Date, timeZone: string | undefined): { year: number; month: number } {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric' }).formatToParts(now);
  const part = (name: Intl.DateTimeFormatPartTypes) => Number(parts.find(({ type }) => type === name)?.value);
  return { year: part('year'), month: part('month') };
}

/** Months before the first are of the year before. */
function written(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 7);
}
