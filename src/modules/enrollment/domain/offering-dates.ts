import { addDays, endOfDay, localDay } from './local-day.js';

/** What happens to an offering on a day, in the order in which it does where several happen at one moment. */
export const OFFERING_DATE_KINDS = ['enrollment_opens', 'enrollment_closes', 'begins', 'ends'] as const;
export type OfferingDateKind = (typeof OFFERING_DATE_KINDS)[number];

export interface OfferingDates {
  id: string;
  enrollFrom: Date;
  enrollUntil: Date | null;
  startsAt: Date;
  endsAt: Date | null;
}

/** One thing that happens to an offering. */
export interface OfferingDate {
  offeringId: string;
  kind: OfferingDateKind;
  /** `YYYY-MM-DD`, where the institution is. */
  day: string;
  at: Date;
}

/** Days as `YYYY-MM-DD`; both included. */
interface DayRange {
  first: string;
  last: string;
}

const DAYS = 7;
const SECOND_MS = 1_000;

/** The weeks that a month (`YYYY-MM`) touches, from Monday to Sunday. */
export function weeksOfMonth(month: string): DayRange {
  const [first, next] = [`${month}-01`, addDays(`${month}-01`, 31).slice(0, 7)];
  const last = addDays(`${next}-01`, -1);
  return { first: addDays(first, -weekday(first)), last: addDays(last, DAYS - 1 - weekday(last)) };
}

/** From the first moment of the days to the first one after them, in a time zone (IANA). */
export function momentsOf({ first, last }: DayRange, timeZone: string): { from: Date; to: Date } {
  const after = (day: string) => new Date(endOfDay(day, timeZone).getTime() + SECOND_MS);
  return { from: after(addDays(first, -1)), to: after(last) };
}

/** What happens to the offerings on the days, the earliest first. What is over at midnight was there until the day before. */
export function datesOf(offerings: readonly OfferingDates[], { first, last }: DayRange, timeZone: string): OfferingDate[] {
  return offerings
    .flatMap(({ id: offeringId, ...offering }) =>
      OFFERING_DATE_KINDS.flatMap((kind): OfferingDate[] => {
        const at = momentOf(offering, kind);
        if (at === null) return [];
        const isEnd = kind === 'enrollment_closes' || kind === 'ends';
        const day = localDay(new Date(at.getTime() - (isEnd ? 1 : 0)), timeZone);
        return day >= first && day <= last ? [{ offeringId, kind, day, at }] : [];
      }),
    )
    .toSorted((a, b) => (a.day === b.day ? a.at.getTime() - b.at.getTime() : a.day < b.day ? -1 : 1));
}

function momentOf({ enrollFrom, enrollUntil, startsAt, endsAt }: Omit<OfferingDates, 'id'>, kind: OfferingDateKind): Date | null {
  const moments: Record<OfferingDateKind, Date | null> = {
    enrollment_opens: enrollFrom,
    enrollment_closes: enrollUntil,
    begins: startsAt,
    ends: endsAt,
  };
  return moments[kind];
}

/** 0 is Monday. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + DAYS - 1) % DAYS;
}
