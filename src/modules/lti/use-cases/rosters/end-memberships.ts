import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { ArrangeContextStaff } from '../../../enrollment/index.js';
import { ContextsRepository } from '../../data/contexts.repository.js';
import { CourseMembersRepository } from '../../data/course-members.repository.js';
import type { KnownMember } from '../../domain/roster-changes.js';
import type { ReadableCourse } from './reading.js';

/** Who left a course there teaches no longer in it here. Their own places stay, and all that they did. */
@Injectable()
export class EndMemberships {
  constructor(
    private readonly members: CourseMembersRepository,
    private readonly contexts: ContextsRepository,
    private readonly staff: ArrangeContextStaff,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction. */
  async in(tx: Tx, { contextId, registration }: ReadableCourse, leaving: readonly KnownMember[]): Promise<void> {
    const identityIds = leaving.map(({ identityId }) => identityId);
    await this.members.end(tx, contextId, identityIds, this.clock.now());
    const offerings = await this.contexts.offerings(tx, contextId);
    const personIds = leaving.map(({ personId }) => personId);
    await this.staff.in(tx, registration.institutionId, offerings, personIds, false);
  }
}
