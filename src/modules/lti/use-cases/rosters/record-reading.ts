import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { type Roster, RostersRepository } from '../../data/rosters.repository.js';
import { waitAfter } from '../../domain/roster-problem.js';
import { restOf } from '../../domain/score-attempts.js';
import { SERVICE_PROBLEMS, type ServiceProblem } from '../../domain/service-problem.js';
import { PlatformTurns } from '../services/platform-turns.js';
import type { FetchedRoster, RosterFailure } from '../services/roster-service.js';
import type { AppliedRoster, RosterCounts } from './apply-roster.js';
import { planReading } from './plan-reading.js';
import type { BegunReading } from './reading.js';

const FREE = { readingId: null, leasedUntil: null };

/** Writes down what came of a reading, and what follows. Where somebody else has taken the turn, nothing. */
@Injectable()
export class RecordReading {
  constructor(
    private readonly rosters: RostersRepository,
    private readonly turns: PlatformTurns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async applied(tx: Tx, begun: BegunReading, { roster, differencesUrl }: FetchedRoster, applied: AppliedRoster): Promise<void> {
    const own = await this.own(tx, begun);
    if (!own) return;
    const now = this.clock.now();
    const ended = { ...own, ...FREE, answeredAt: begun.beganAt, attempts: 0, skipped: roster.skipped };
    if (!applied.ok) return this.rosters.save(tx, { ...ended, problem: 'many_leave', leaving: applied.leaving, mayLeave: null });
    await this.rosters.save(tx, {
      ...ended,
      readAt: now,
      readWholeAt: roster.isWhole ? begun.beganAt : own.readWholeAt,
      // Asked for as a whole meanwhile: it stays asked for.
      differencesUrl: own.askedAt > begun.beganAt ? null : differencesUrl,
      problem: null,
      leaving: null,
      mayLeave: own.askedAt > begun.beganAt ? own.mayLeave : null,
    });
    if (Object.values(applied.counts).some((count) => count > 0)) await this.tell(tx, begun, applied.counts, now);
  }

  /** Tried again where that may help, until the attempts are used up. */
  async failed(tx: Tx, begun: BegunReading, { problem, retryAfter }: RosterFailure): Promise<void> {
    const own = await this.own(tx, begun);
    if (!own) return;
    const now = this.clock.now();
    const { id: registrationId, institutionId } = begun.course.registration;
    const restMs = isOfService(problem) ? restOf(problem, retryAfter, now) : null;
    if (restMs !== null) this.turns.rest(registrationId, restMs);
    const waitMs = waitAfter(problem, { attempts: begun.attempts, restMs, random: Math.random() });
    if (waitMs === null) {
      return this.rosters.save(tx, { ...own, ...FREE, answeredAt: begun.beganAt, attempts: 0, problem, mayLeave: null });
    }
    const again = new Date(now.getTime() + waitMs);
    await this.rosters.save(tx, { ...own, readingId: null, leasedUntil: again, problem });
    await planReading(tx, [{ contextId: own.contextId, institutionId }], now, again);
  }

  /** It was no attempt: the job that is tried again finds the row free. */
  async interrupted(tx: Tx, begun: BegunReading): Promise<void> {
    const own = await this.own(tx, begun);
    if (own) await this.rosters.save(tx, { ...own, ...FREE, attempts: begun.attempts - 1 });
  }

  private async own(tx: Tx, { id, course }: BegunReading): Promise<Roster | null> {
    const roster = await this.rosters.findLocked(tx, course.contextId);
    return roster?.readingId === id ? roster : null;
  }

  private async tell(tx: Tx, { course }: BegunReading, counts: RosterCounts, now: Date): Promise<void> {
    await recordEvent(tx, {
      institutionId: course.registration.institutionId,
      type: 'lti.roster_applied',
      actorId: null,
      subject: { type: 'lti_context', id: course.contextId },
      particulars: { ...counts },
      occurredAt: now,
    });
  }
}

function isOfService(problem: RosterFailure['problem']): problem is ServiceProblem {
  return (SERVICE_PROBLEMS as readonly string[]).includes(problem);
}
