import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { type RosterCourse, RostersRepository } from '../../data/rosters.repository.js';
import { rosterNotReadable } from '../../problems.js';
import { planReading } from './plan-reading.js';
import { isReadable } from './reading.js';

/** Has the whole roster of a course read now, because somebody wants it, and confirms how many may leave by it. */
@Injectable()
export class RequestReading {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rosters: RostersRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `lti.roster_not_readable`. */
  async run(actor: Actor, contextId: string, mayLeave: number | null): Promise<void> {
    const { institutionId, personId } = actor;
    await this.work.run(actor, async (tx) => {
      const course = await this.rosters.course(tx, contextId);
      if (!course) throw new Problem(notFound);
      if (!isReadable(course)) {
        const reason = whyNot(course);
        throw new Problem(rosterNotReadable, { detail: WHY_NOT[reason], facts: { reason } });
      }
      const now = this.clock.now();
      const asked = { contextId, institutionId };
      await this.rosters.askWhole(tx, asked, mayLeave, now);
      await planReading(tx, [asked], now);
      await recordEvent(tx, {
        institutionId,
        type: 'lti.roster_requested',
        actorId: personId,
        subject: { type: 'lti_context', id: contextId },
        particulars: { mayLeave },
        occurredAt: now,
      });
    });
  }
}

const WHY_NOT = {
  not_offered: 'The platform has not said where the member list of this course is. Allow it there, then open Cairn once.',
  not_needed: 'Nothing is shown in this course yet. Choose something for one of its links first.',
  off: 'The platform, its deployment or the reading of member lists is switched off here.',
} as const;

function whyNot({ membershipsUrl, shown }: RosterCourse): keyof typeof WHY_NOT {
  if (membershipsUrl === null) return 'not_offered';
  return shown === 0 ? 'not_needed' : 'off';
}
