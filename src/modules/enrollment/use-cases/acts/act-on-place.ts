import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { AccommodationsRepository } from '../../data/accommodations.repository.js';
import type { DueRow, EnrollmentAct } from '../../data/enrollment-acts.repository.js';
import { EnrollmentsRepository } from '../../data/enrollments.repository.js';
import { OfferingsRepository } from '../../data/offerings.repository.js';
import { type ActReason, refusalOfAct } from '../../domain/enrollment-act.js';
import type { EnrollmentState } from '../../domain/enrollment-state.js';
import { GiveBackPlace } from '../give-back-place.js';
import { GiveMoreTime } from '../give-more-time.js';

interface Acted {
  refused?: ActReason;
  /** What undoing leads back to. */
  earlierState?: EnrollmentState;
}

/** One place of an act on many, by the rules that hold for one by one. */
@Injectable()
export class ActOnPlace {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly accommodations: AccommodationsRepository,
    private readonly giveBack: GiveBackPlace,
    private readonly moreTime: GiveMoreTime,
  ) {}

  async in(tx: Tx, act: EnrollmentAct, { enrollmentId, offeringId, personId }: DueRow): Promise<Acted> {
    if (act.kind === 'extend') await this.accommodations.lock(tx, personId);
    const offering =
      act.kind === 'withdraw' ? await this.offerings.findLocked(tx, offeringId) : await this.offerings.find(tx, offeringId);
    const enrollment = await this.enrollments.findLocked(tx, enrollmentId);
    if (!offering || !enrollment) throw new Error(`The place ${enrollmentId} was there and is gone`);
    const refused = refusalOfAct(act.kind, enrollment, act.requestedBy);
    if (refused) return { refused };
    if (act.dueAt) {
      const { dueAt, reason, requestedBy: grantedBy } = act;
      const given = await this.moreTime.in(tx, offering, enrollment, { dueAt, reason, grantedBy });
      return 'refused' in given ? { refused: given.refused } : {};
    }
    await this.giveBack.in(tx, offering, enrollment, act.requestedBy);
    return { earlierState: enrollment.state };
  }
}
