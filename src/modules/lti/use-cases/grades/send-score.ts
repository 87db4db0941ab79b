import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { type KnownLineItem, LineItemsRepository } from '../../data/line-items.repository.js';
import { type KeptScore, type ScoreKey, ScoresRepository } from '../../data/scores.repository.js';
import { nextTimestamp } from '../../domain/score-attempts.js';
import { PlatformTurns } from '../services/platform-turns.js';
import { planSending } from './plan-sending.js';
import { PostScore } from './post-score.js';
import { RecordSending } from './record-sending.js';
import type { BegunSending } from './sending.js';

/** Longer than all that an attempt may wait for. */
const LEASE_MS = 120_000;
const SECOND_MS = 1_000;

/**
 * Tells a platform the newest score of one person in one column. Order, coalescing and sending once come from the row, whatever the queue
 * does: deliveries may come twice, late, in any order, or not at all. No transaction is open while the platform is waited for.
 */
@Injectable()
export class SendScore {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scores: ScoresRepository,
    private readonly lineItems: LineItemsRepository,
    private readonly turns: PlatformTurns,
    private readonly post: PostScore,
    private readonly record: RecordSending,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, key: ScoreKey, signal: AbortSignal): Promise<void> {
    const lineItem = await this.work.read(scope, (tx) => this.lineItems.find(tx, key.lineItemId));
    if (!lineItem) return;
    const { id: registrationId } = lineItem.registration;
    const comeBack = this.turns.enter(registrationId);
    if (comeBack) return this.work.run(scope, (tx) => this.defer(tx, key, comeBack));
    try {
      const begun = await this.work.run(scope, (tx) => this.begin(tx, key, lineItem));
      if (begun) await this.send(scope, begun, signal);
    } finally {
      this.turns.leave(registrationId);
    }
  }

  /** `null`: there is nothing to send, or not now. */
  private async begin(tx: Tx, key: ScoreKey, lineItem: KnownLineItem): Promise<BegunSending | null> {
    const now = this.clock.now();
    const kept = await this.due(tx, key, now);
    if (!kept) return null;
    if (!takesScores(lineItem)) {
      await this.scores.save(tx, { ...kept, parked: 'paused', leasedUntil: null });
      return null;
    }
    const lastTimestamp = nextTimestamp(kept.lastTimestamp, now);
    if (!lastTimestamp) {
      await this.wait(tx, kept, new Date((kept.lastTimestamp ?? now).getTime() + SECOND_MS));
      return null;
    }
    const leasedUntil = new Date(now.getTime() + LEASE_MS);
    const begun = { ...kept, lastTimestamp, leasedUntil, attempts: kept.attempts + 1 };
    await this.scores.save(tx, begun);
    return { kept: begun, lineItem };
  }

  private async send(scope: InstitutionScope, begun: BegunSending, signal: AbortSignal): Promise<void> {
    const result = await this.post.run(begun, signal);
    if (!result.ok && signal.aborted) {
      // Not the platform's failure: whoever takes the work up next makes this attempt.
      await this.work.run(scope, (tx) => this.release(tx, begun));
      throw new Error('Interrupted, because this process is being stopped');
    }
    await this.work.run(scope, (tx) => this.record.in(tx, begun, result));
  }

  private async defer(tx: Tx, key: ScoreKey, until: Date): Promise<void> {
    const kept = await this.due(tx, key, this.clock.now());
    if (kept) await this.wait(tx, kept, until);
  }

  /** The score, locked, if it has to be sent and nobody else is about to. */
  private async due(tx: Tx, key: ScoreKey, now: Date): Promise<KeptScore | null> {
    const kept = await this.scores.findLocked(tx, key);
    if (!kept || kept.sent >= kept.desired || kept.parked !== null) return null;
    return kept.leasedUntil !== null && kept.leasedUntil > now ? null : kept;
  }

  private async wait(tx: Tx, kept: KeptScore, until: Date): Promise<void> {
    await this.scores.save(tx, { ...kept, leasedUntil: until });
    await planSending(tx, [kept], this.clock.now(), until);
  }

  private async release(tx: Tx, { kept: { lastTimestamp, ...key } }: BegunSending): Promise<void> {
    const kept = await this.scores.findLocked(tx, key);
    if (kept?.lastTimestamp?.getTime() === lastTimestamp.getTime()) await this.scores.save(tx, { ...kept, leasedUntil: null });
  }
}

function takesScores({ registration: { state, settings }, deploymentState }: KnownLineItem): boolean {
  return state === 'active' && settings.sendScores && deploymentState === 'approved';
}
