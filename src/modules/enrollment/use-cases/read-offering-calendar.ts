import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type CalendarFilter, type DatedOffering, OfferingCalendarQuery } from '../data/offering-calendar.query.js';
import { datesOf, momentsOf, type OfferingDate, weeksOfMonth } from '../domain/offering-dates.js';

export interface OfferingCalendar {
  /** IANA, of the institution. */
  timeZone: string;
  offerings: DatedOffering[];
  dates: OfferingDate[];
  /** There are offerings that are left out. */
  isCut: boolean;
}

// More would fit on no calendar.
const MOST = 500;

/** What begins, ends, opens and closes in the weeks of a month, over all offerings; two statements. */
@Injectable()
export class ReadOfferingCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendar: OfferingCalendarQuery,
  ) {}

  async run(actor: Actor, month: string, filter: CalendarFilter): Promise<OfferingCalendar> {
    const days = weeksOfMonth(month);
    return this.work.read(actor, async (tx) => {
      const timeZone = await this.calendar.timeZone(tx);
      const found = await this.calendar.offerings(tx, filter, momentsOf(days, timeZone), MOST + 1);
      const offerings = found.slice(0, MOST);
      return { timeZone, offerings, dates: datesOf(offerings, days, timeZone), isCut: found.length > MOST };
    });
  }
}
