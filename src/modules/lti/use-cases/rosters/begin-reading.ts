import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { type Roster, type RosterCourse, RostersRepository } from '../../data/rosters.repository.js';
import { sameOrigin } from '../../domain/next-page.js';
import { planReading } from './plan-reading.js';
import { type BegunReading, isReadable, type ReadableCourse } from './reading.js';

/** Renewed with each page and each chunk: longer than any of them takes. */
export const LEASE_MS = 120_000;
/** Differences add up to what a whole reading says only while nothing is ever lost. */
const WHOLE_EVERY_MS = 7 * 24 * 3_600_000;

/** Takes the turn to read a roster, if it is to be read and nobody is reading it. */
@Injectable()
export class BeginReading {
  constructor(
    private readonly rosters: RostersRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `null`: there is nothing to read, or not now. */
  async in(tx: Tx, course: RosterCourse): Promise<BegunReading | null> {
    const now = this.clock.now();
    const roster = await this.rosters.findLocked(tx, course.contextId);
    if (!roster || (roster.answeredAt && roster.answeredAt >= roster.askedAt)) return null;
    if (roster.leasedUntil && roster.leasedUntil > now) {
      // Whoever reads may be killed before the end; what waits for its next attempt has a plan already.
      const { institutionId } = course.registration;
      if (roster.readingId) await planReading(tx, [{ contextId: course.contextId, institutionId }], now, roster.leasedUntil);
      return null;
    }
    if (!isReadable(course)) {
      await this.rosters.save(tx, { ...roster, answeredAt: now, readingId: null, leasedUntil: null, attempts: 0 });
      return null;
    }
    const id = newId(now.getTime());
    const attempts = roster.attempts + 1;
    await this.rosters.save(tx, { ...roster, readingId: id, leasedUntil: new Date(now.getTime() + LEASE_MS), attempts });
    return { id, beganAt: now, attempts, course, differencesUrl: differencesOf(roster, course, now) };
  }
}

function differencesOf({ differencesUrl, readWholeAt }: Roster, { membershipsUrl }: ReadableCourse, now: Date): string | null {
  const isOld = !readWholeAt || now.getTime() - readWholeAt.getTime() > WHOLE_EVERY_MS;
  return differencesUrl === null || isOld ? null : sameOrigin(differencesUrl, membershipsUrl);
}
