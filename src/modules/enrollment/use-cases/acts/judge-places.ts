import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { whoHears } from '../../../../platform/notices/who-hears.js';
import type { ActRow, EnrollmentAct } from '../../data/enrollment-acts.repository.js';
import { EnrollmentsRepository } from '../../data/enrollments.repository.js';
import { MovingPlacesQuery } from '../../data/moving-places.query.js';
import { OfferingsRepository } from '../../data/offerings.repository.js';
import { type ActReason, refusalOfAct, refusalOfReminder } from '../../domain/enrollment-act.js';
import { refusalsOfTransfer } from '../../domain/transfer.js';

/** Whether an act could be done now, place by place. Ids that are not here are left out. */
@Injectable()
export class JudgePlaces {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly moving: MovingPlacesQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, act: EnrollmentAct, ids: readonly string[]): Promise<ActRow[]> {
    const { kind, toOfferingId, institutionId, requestedBy } = act;
    if (kind === 'transfer') return this.transfers(tx, toOfferingId ?? '', ids);
    if (kind === 'remind') return this.reminders(tx, institutionId, ids);
    const places = await this.enrollments.places(tx, ids);
    return places.map((place) => rowOf(place.id, refusalOfAct(kind, place, requestedBy)));
  }

  private async reminders(tx: Tx, institutionId: string, ids: readonly string[]): Promise<ActRow[]> {
    const places = await this.enrollments.places(tx, ids);
    const people = [...new Set(places.map(({ personId }) => personId))];
    const hearing = await whoHears(tx, institutionId, people, 'reminder');
    return places.map(({ id, state, personId }) => rowOf(id, refusalOfReminder({ state, hears: hearing.has(personId) })));
  }

  /** Seats are counted over the whole act. */
  private async transfers(tx: Tx, toOfferingId: string, ids: readonly string[]): Promise<ActRow[]> {
    const destination = await this.offerings.find(tx, toOfferingId);
    if (!destination) throw new Error(`The offering ${toOfferingId} was there and is gone`);
    const places = await this.moving.facts(tx, ids, toOfferingId);
    const counts = await this.enrollments.seatCounts(tx, toOfferingId);
    const refusals = refusalsOfTransfer(places, destination, counts, this.clock.now());
    return places.map(({ id }, index) => rowOf(id, refusals[index] ?? null));
  }
}

function rowOf(enrollmentId: string, reason: ActReason | null): ActRow {
  return { enrollmentId, outcome: reason ? 'refused' : 'waiting', reason };
}
