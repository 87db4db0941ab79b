import type { OfferingCalendar } from '../use-cases/read-offering-calendar.js';
import type { OfferingCalendarView } from './offering-calendar.dto.js';

export function presentOfferingCalendar({ timeZone, offerings, dates, isCut }: OfferingCalendar): OfferingCalendarView {
  return {
    timeZone,
    offerings: offerings.map(({ id, title, microCredential, seats, taken, waiting }) => ({
      id,
      title,
      microCredential,
      seats,
      taken,
      waiting,
    })),
    dates: dates.map(({ offeringId, kind, day, at }) => ({ offeringId, kind, day, at: at.toISOString() })),
    isCut,
  };
}
