import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { type FieldError, Problem } from '../../../platform/http/problem.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import type { Offering } from '../data/offering.entity.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { announcedDates, type CourseDays, datesOn, isDay } from '../domain/course-days.js';
import { impossibleDates, offeringCancelled } from '../problems.js';
import { FillSeats } from './fill-seats.js';
import { FollowCourseDates } from './follow-course-dates.js';
import { refuseImpossibleDates } from './refuse-impossible-dates.js';

/** Who gives them: somebody who teaches in the course. */
interface DatesGiver {
  personId: string;
  /** IANA; days are those of the institution. */
  timeZone: string;
}

/** Gives an offering that belongs to one course of an LMS its dates. They hold for everybody in it, as the same dates do in the LMS. */
@Injectable()
export class GiveCourseDates {
  constructor(
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly followDates: FollowCourseDates,
    private readonly fillSeats: FillSeats,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction. Throws `enrollment.impossible_dates`, naming each date. */
  async in(tx: Tx, offeringId: string, days: CourseDays, { personId, timeZone }: DatesGiver): Promise<Offering> {
    refuseNoDays(days);
    const offering = await this.offerings.findLocked(tx, offeringId);
    if (!offering) throw new Error(`A section leads to the offering ${offeringId}, which is not there`);
    const now = this.clock.now();
    const dates = datesOn(days, offering, timeZone, now);
    const fields = (['startsAt', 'endsAt', 'projectDue'] as const).filter(
      (field) => JSON.stringify(dates[field]) !== JSON.stringify(offering[field]),
    );
    if (fields.length === 0) return offering;
    if (offering.cancelledAt) throw new Problem(offeringCancelled);
    const changed = { ...offering, ...dates, version: offering.version + 1 };
    await this.refuseForLearners(tx, offering, changed, now);
    refuseImpossibleDates(changed);
    await this.offerings.save(tx, changed);
    await recordEvent(tx, {
      institutionId: offering.institutionId,
      type: 'offering.changed',
      actorId: personId,
      subject: { type: 'offering', id: offering.id },
      particulars: { fields },
      occurredAt: now,
    });
    await this.followDates.in(tx, changed, personId);
    await this.fillSeats.in(tx, changed);
    return changed;
  }

  /** What the office may do with care would be a slip here, and the LMS would shut learners out who could still hand in. */
  private async refuseForLearners(tx: Tx, before: Offering, after: Offering, now: Date): Promise<void> {
    const [was, is] = [announcedDates(before, now), announcedDates(after, now)];
    const errors: FieldError[] = [];
    const refuse = (field: string, code: string, detail: string) => errors.push({ field, code, detail });
    if (is.opensAt && !was.opensAt && (await this.enrollments.hasBegun(tx, after.id, now)))
      refuse('startsAt', 'begun', 'Somebody has begun already, so it stays open.');
    if (is.endsAt && is.endsAt <= now && +is.endsAt !== +(was.endsAt ?? 0))
      refuse('endsAt', 'past', 'That day is over. Choose a later one.');
    if (is.dueAt && is.dueAt <= now && +is.dueAt !== +(was.dueAt ?? 0))
      refuse('projectDue.at', 'past', 'That day is over. Choose a later one.');
    if (is.dueAt && is.endsAt && is.dueAt > is.endsAt)
      refuse('projectDue.at', 'beyond', 'Nobody could hand in that late: choose a day on which it is still available.');
    if (errors.length > 0) throw new Problem(impossibleDates, { errors });
  }
}

function refuseNoDays({ startsAt, endsAt, projectDue }: CourseDays): void {
  const given = [
    ['startsAt', startsAt],
    ['endsAt', endsAt],
    ['projectDue.at', projectDue],
  ] as const;
  const errors = given.flatMap(([field, day]) =>
    day === null || isDay(day) ? [] : [{ field, code: 'day', detail: 'Choose a day.' }],
  );
  if (errors.length > 0) throw new Problem(impossibleDates, { errors });
}
