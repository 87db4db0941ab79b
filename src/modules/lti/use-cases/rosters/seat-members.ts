import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { ArrangeContextStaff, TakeSeats } from '../../../enrollment/index.js';
import { CourseMembersRepository } from '../../data/course-members.repository.js';

export interface SeatingStep {
  seated: number;
  /** Where the next step goes on. */
  last: string | null;
  more: boolean;
}

/** Gives those who are in a course what a launch would: learners a place in its offerings, staff the rights of staff there. */
@Injectable()
export class SeatMembers {
  constructor(
    private readonly members: CourseMembersRepository,
    private readonly seats: TakeSeats,
    private readonly arrangeStaff: ArrangeContextStaff,
  ) {}

  /** In the caller's transaction, as `staff` too. Who gets no place, because it is full, is asked for again by the next reading. */
  async learners(
    tx: Tx,
    contextId: string,
    offeringId: string,
    { after, limit }: { after: string | null; limit: number },
  ): Promise<SeatingStep> {
    const personIds = await this.members.withoutPlace(tx, contextId, offeringId, { after, limit });
    const seated = personIds.length === 0 ? 0 : await this.seats.in(tx, offeringId, personIds);
    return { seated, last: personIds.at(-1) ?? after, more: personIds.length === limit };
  }

  async staff(tx: Tx, contextId: string, offeringIds: readonly string[]): Promise<void> {
    const institutionId = tx.institutionId;
    if (institutionId === null) throw new Error('Staff is arranged in the scope of an institution');
    await this.arrangeStaff.in(tx, institutionId, offeringIds, await this.members.noLongerStaff(tx, contextId), false);
    await this.arrangeStaff.in(tx, institutionId, offeringIds, await this.members.staff(tx, contextId), true);
  }
}
