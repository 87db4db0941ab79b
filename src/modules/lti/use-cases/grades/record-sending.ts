import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { LineItemsRepository } from '../../data/line-items.repository.js';
import { type KeptScore, ScoresRepository } from '../../data/scores.repository.js';
import { afterAttempt, type ParkReason, restOf } from '../../domain/score-attempts.js';
import type { ServiceFailure } from '../../domain/service-problem.js';
import { PlatformTurns } from '../services/platform-turns.js';
import { planSending } from './plan-sending.js';
import type { BegunSending, SendingResult } from './sending.js';

/** How long nobody asks a platform that did not answer. */
const UNREACHABLE_REST_MS = 5_000;

/** Writes down what came of an attempt, and what follows. */
@Injectable()
export class RecordSending {
  constructor(
    private readonly scores: ScoresRepository,
    private readonly lineItems: LineItemsRepository,
    private readonly turns: PlatformTurns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, begun: BegunSending, result: SendingResult): Promise<void> {
    const kept = await this.scores.findLocked(tx, begun.kept);
    // Removed meanwhile, with its column or its person.
    if (!kept) return;
    const now = this.clock.now();
    if (kept.lastTimestamp?.getTime() !== begun.kept.lastTimestamp.getTime()) {
      // The lease ran out, and somebody else sent since: nobody knows whose arrived last.
      await this.scores.askAnew(tx, kept);
      return planSending(tx, [kept], now);
    }
    if (result.ok) return this.arrived(tx, kept, begun.kept.desired, now);
    if (result.problem === 'moved') return this.moved(tx, kept, result.url, now);
    if (result.problem === 'not_gradable') return this.parked(tx, kept, 'not_gradable', result.problem);
    if (result.problem === 'graded_there') return this.parked(tx, kept, 'superseded', result.problem);
    return this.failed(tx, kept, begun, result, now);
  }

  private async arrived(tx: Tx, kept: KeptScore, desired: number, now: Date): Promise<void> {
    const done = { sent: desired, sentAt: now, attempts: 0, leasedUntil: null, parked: null, lastProblem: null };
    await this.scores.save(tx, { ...kept, ...done });
    if (kept.desired > desired) await planSending(tx, [kept], now);
  }

  private async moved(tx: Tx, kept: KeptScore, url: string, now: Date): Promise<void> {
    const { lineItemId, institutionId } = kept;
    if (!(await this.lineItems.move(tx, lineItemId, url))) return this.parked(tx, kept, 'line_item_gone', 'not_found');
    const all = await this.scores.askAllAnew(tx, lineItemId);
    await planSending(
      tx,
      all.map((key) => ({ ...key, institutionId })),
      now,
    );
  }

  private async failed(tx: Tx, kept: KeptScore, { lineItem }: BegunSending, failure: ServiceFailure, now: Date): Promise<void> {
    const { problem, retryAfter } = failure;
    const restMs = restOf(problem, retryAfter, now);
    const rest = restMs ?? (problem === 'unreachable' ? UNREACHABLE_REST_MS : null);
    if (rest !== null) this.turns.rest(lineItem.registration.id, rest);
    const { lastProblem } = kept;
    // A score that changed meanwhile has made no attempt yet.
    const after = afterAttempt(problem, { attempts: Math.max(kept.attempts, 1), lastProblem, restMs, random: Math.random() });
    if ('park' in after) return this.parked(tx, kept, after.park, problem);
    const leasedUntil = new Date(now.getTime() + after.waitMs);
    await this.scores.save(tx, { ...kept, leasedUntil, lastProblem: problem });
    await planSending(tx, [kept], now, leasedUntil);
  }

  private async parked(tx: Tx, kept: KeptScore, parked: ParkReason, lastProblem: string): Promise<void> {
    await this.scores.save(tx, { ...kept, leasedUntil: null, parked, lastProblem });
  }
}
