import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import type { Cursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import { GradingQueueQuery, type QueuedAttempt } from '../data/grading-queue.query.js';
import { GradingRepository } from '../data/grading.repository.js';
import { claim, heartbeat, type Lease, leaseState } from '../domain/lease.js';
import { awaitedMarker, type LeaseMarker } from '../domain/marking-stage.js';
import { mayGrade } from '../policy.js';
import { leaseHeld, leaseLost, nothingToGrade } from '../problems.js';
import { asLease, type GradingCase, LoadGrading } from './load-grading.js';

const LOOK_AHEAD = 50;

/** Gives attempts to assessors, one each: by lease, which ends by itself and can then be taken over. */
@Injectable()
export class ClaimAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadGrading: LoadGrading,
    private readonly enrollments: EnrollmentDirectory,
    private readonly queue: GradingQueueQuery,
    private readonly grading: GradingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes an attempt, or takes it over from somebody whose lease ran out. */
  async take(actor: Actor, attemptId: string): Promise<GradingCase> {
    return this.work.run(actor, (tx) => this.claim(tx, actor, attemptId));
  }

  /** Takes the attempt that has waited longest and that this assessor may grade. */
  async takeNext(actor: Actor, offeringId: string): Promise<GradingCase> {
    return this.work.run(actor, async (tx) => {
      const isAssessor = await this.enrollments.isStaff(tx, offeringId, actor.personId, 'assessor');
      if (!mayGrade(actor, isAssessor)) throw new Problem(notFound);
      // One at a time per offering, or two who ask at once would be given the same attempt.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('grading-queue ' || $1, 0))`, [offeringId]);
      const next = await this.firstFree(tx, actor, offeringId);
      if (!next) throw new Problem(nothingToGrade);
      return this.claim(tx, actor, next.id);
    });
  }

  /** Says that the assessor is still at it. */
  async keep(actor: Actor, attemptId: string): Promise<Lease> {
    return this.work.run(actor, async (tx) => {
      const { awaits, lease } = await this.loadGrading.open(tx, actor, attemptId);
      const beat = heartbeat(lease, actor.personId, this.clock.now());
      if (!beat.kept) throw new Problem(leaseLost, { facts: beat.reason });
      await this.store(tx, actor, attemptId, awaits, beat.lease);
      return beat.lease;
    });
  }

  /** Gives the attempt back to the queue; the draft stays. */
  async handBack(actor: Actor, attemptId: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const { awaits, lease } = await this.loadGrading.held(tx, actor, attemptId);
      const now = this.clock.now();
      if (lease) await this.store(tx, actor, attemptId, awaits, { ...lease, expiresAt: now });
    });
  }

  private async claim(tx: Tx, actor: Actor, attemptId: string): Promise<GradingCase> {
    const grading = await this.loadGrading.open(tx, actor, attemptId);
    const now = this.clock.now();
    const claimed = claim(grading.lease, actor.personId, now);
    if (!claimed.claimed) {
      throw new Problem(leaseHeld, {
        detail: `It is being graded until ${claimed.reason.until.toISOString()} unless it is handed back before.`,
        facts: claimed.reason,
      });
    }
    await this.store(tx, actor, attemptId, grading.awaits, claimed.lease);
    if (grading.lease === null || claimed.takenFrom) {
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: claimed.takenFrom ? 'grading.taken_over' : 'grading.started',
        actorId: actor.personId,
        subject: { type: 'attempt', id: attemptId },
        particulars: { marker: grading.awaits, takenFrom: claimed.takenFrom },
        occurredAt: now,
      });
    }
    return { ...grading, lease: claimed.lease };
  }

  /** Looks past what others hold and what the assessor has marked already, however much of it stands in front. */
  private async firstFree(tx: Tx, actor: Actor, offeringId: string): Promise<QueuedAttempt['attempt'] | null> {
    for (let after: Cursor | null = null; ;) {
      const queue: QueuedAttempt[] = await this.queue.waiting(tx, offeringId, after, LOOK_AHEAD);
      const free = queue.find((queued) => this.isFreeFor(actor, queued));
      if (free) return free.attempt;
      const last = queue.at(-1)?.attempt;
      if (!last || queue.length <= LOOK_AHEAD) return null;
      after = { at: last.submittedAt, id: last.id };
    }
  }

  private isFreeFor(actor: Actor, { attempt, marks, leases }: QueuedAttempt): boolean {
    const awaits = awaitedMarker(marks);
    if (awaits === null || attempt.personId === actor.personId) return false;
    const hasMarked = marks.some(({ assessorId }) => assessorId === actor.personId);
    // The second mark is somebody else's; what two marks come to is for those who gave them.
    if ((awaits === 'second' && hasMarked) || (awaits === 'agreed' && !hasMarked)) return false;
    const lease = leases.find(({ marker }) => marker === awaits);
    return leaseState(lease ? asLease(lease) : null, actor.personId, this.clock.now()) !== 'held';
  }

  private async store(tx: Tx, actor: Actor, attemptId: string, marker: LeaseMarker, lease: Lease): Promise<void> {
    await this.grading.saveLease(tx, {
      attemptId,
      institutionId: actor.institutionId,
      marker,
      assessorId: lease.holderId,
      takenAt: lease.claimedAt,
      expiresAt: lease.expiresAt,
    });
  }
}
