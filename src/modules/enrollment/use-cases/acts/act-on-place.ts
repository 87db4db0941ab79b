import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { AccommodationsRepository } from '../../data/accommodations.repository.js';
import type { DueRow, Earlier, EnrollmentAct } from '../../data/enrollment-acts.repository.js';
import { EnrollmentsRepository } from '../../data/enrollments.repository.js';
import { OfferingsRepository } from '../../data/offerings.repository.js';
import { type ActReason, refusalOfAct } from '../../domain/enrollment-act.js';
import { GiveBackPlace } from '../give-back-place.js';
import { GiveMoreTime } from '../give-more-time.js';
import { MovePlace } from './move-place.js';

interface Acted {
  refused?: ActReason;
  earlier?: Earlier;
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
    private readonly movePlace: MovePlace,
  ) {}

  async in(tx: Tx, act: EnrollmentAct, row: DueRow): Promise<Acted> {
    switch (act.kind) {
      case 'withdraw':
        return this.withdraw(tx, act, row);
      case 'extend':
        return this.extend(tx, act, row);
      case 'transfer':
        return this.movePlace.in(tx, act, row);
      case 'remind':
        throw new Error('Letters are written to all at once');
    }
  }

  private async withdraw(tx: Tx, { requestedBy }: EnrollmentAct, { enrollmentId, offeringId }: DueRow): Promise<Acted> {
    const offering = await this.offerings.findLocked(tx, offeringId);
    const enrollment = await this.enrollments.findLocked(tx, enrollmentId);
    if (!offering || !enrollment) throw new Error(`The place ${enrollmentId} was there and is gone`);
    const refused = refusalOfAct('withdraw', enrollment, requestedBy);
    if (refused) return { refused };
    await this.giveBack.in(tx, offering, enrollment, requestedBy);
    const { state, startedAt } = enrollment;
    return { earlier: { state, offeringId, startedAt } };
  }

  private async extend(tx: Tx, act: EnrollmentAct, { enrollmentId, offeringId, personId }: DueRow): Promise<Acted> {
    const { dueAt, reason, requestedBy } = act;
    await this.accommodations.lock(tx, personId);
    const offering = await this.offerings.find(tx, offeringId);
    const enrollment = await this.enrollments.findLocked(tx, enrollmentId);
    if (!offering || !enrollment || !dueAt) throw new Error(`The place ${enrollmentId} was there and is gone`);
    const refused = refusalOfAct('extend', enrollment, requestedBy);
    if (refused) return { refused };
    const given = await this.moreTime.in(tx, offering, enrollment, { dueAt, reason, grantedBy: requestedBy });
    return 'refused' in given ? { refused: given.refused } : {};
  }
}
