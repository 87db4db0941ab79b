import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notAllowed, notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { PeopleDirectory } from '../../people/index.js';
import type { Accommodation } from '../data/accommodation.entity.js';
import { AccommodationsRepository } from '../data/accommodations.repository.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { mayAccommodate } from '../policy.js';
import { PlaceLearner } from './place-learner.js';

/** A standing arrangement of a person. Granting one replaces the one before and moves the deadlines of active enrolments, never to an earlier day. */
@Injectable()
export class ArrangeAccommodation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly accommodations: AccommodationsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly people: PeopleDirectory,
    private readonly placeLearner: PlaceLearner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(actor: Actor, personId: string): Promise<Accommodation> {
    const standing = await this.work.run(actor, (tx) => this.accommodations.findStanding(tx, actor.institutionId, personId));
    if (!standing) throw new Problem(notFound);
    return standing;
  }

  async grant(
    actor: Actor,
    personId: string,
    wish: Pick<Accommodation, 'timeFactor' | 'extraDays' | 'reason'>,
  ): Promise<Accommodation> {
    if (!mayAccommodate(actor, personId))
      throw new Problem(notAllowed, {
        detail: 'Nobody does this for themselves: ask a colleague.',
        facts: { reason: 'own' },
      });
    return this.work.run(actor, async (tx) => {
      if (!(await this.people.find(tx, personId))) throw new Problem(notFound);
      await this.accommodations.lock(tx, personId);
      const now = this.clock.now();
      await this.endStanding(tx, actor, personId, now);
      const granted: Accommodation = {
        ...wish,
        id: newId(),
        institutionId: actor.institutionId,
        personId,
        grantedBy: actor.personId,
        grantedAt: now,
        endedAt: null,
      };
      await this.accommodations.add(tx, granted);
      await this.record(tx, actor, 'accommodation.granted', personId, now);
      await this.moveDeadlines(tx, personId);
      return granted;
    });
  }

  /** Ends the arrangement for what comes; deadlines that it moved stay where they are. */
  async end(actor: Actor, personId: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      if (!(await this.people.find(tx, personId))) throw new Problem(notFound);
      await this.accommodations.lock(tx, personId);
      const now = this.clock.now();
      if (await this.endStanding(tx, actor, personId, now)) await this.record(tx, actor, 'accommodation.ended', personId, now);
    });
  }

  private async endStanding(tx: Tx, actor: Actor, personId: string, now: Date): Promise<boolean> {
    const standing = await this.accommodations.findStanding(tx, actor.institutionId, personId);
    if (standing) await this.accommodations.end(tx, standing.id, now);
    return standing !== null;
  }

  private async moveDeadlines(tx: Tx, personId: string): Promise<void> {
    for (const enrollment of await this.enrollments.activeOf(tx, personId)) {
      const offering = await this.offerings.find(tx, enrollment.offeringId);
      if (!offering) continue;
      await this.enrollments.save(
        tx,
        await this.placeLearner.withDeadline(tx, { ...enrollment, version: enrollment.version + 1 }, offering),
      );
    }
  }

  private async record(tx: Tx, actor: Actor, type: string, personId: string, occurredAt: Date): Promise<void> {
    await recordEvent(tx, {
      institutionId: actor.institutionId,
      type,
      actorId: actor.personId,
      subject: { type: 'person', id: personId },
      occurredAt,
    });
  }
}
