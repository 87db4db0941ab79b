import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { ScoresRepository } from '../../data/scores.repository.js';
import { desiredScore } from '../../domain/desired-score.js';
import type { ScoresToDesire } from '../../jobs/desire-scores.js';
import { planSending } from './plan-sending.js';
import { ScoredRecords } from './scored-records.js';

/** Works out what gradebooks should show of people, or what one column should show, and plans to send what changed. */
@Injectable()
export class DesireScores {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scores: ScoresRepository,
    private readonly records: ScoredRecords,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, asked: readonly ScoresToDesire[]): Promise<void> {
    const { institutionId } = scope;
    const whose = {
      personIds: [...new Set(asked.flatMap(({ personId }) => personId ?? []))],
      lineItemIds: [...new Set(asked.flatMap(({ lineItemId }) => lineItemId ?? []))],
    };
    await this.work.run(scope, async (tx) => {
      await this.scores.lockIdentities(tx, whose);
      const places = await this.scores.places(tx, whose);
      const records = await this.records.of(tx, [...new Set(places.map(({ enrollmentId }) => enrollmentId))]);
      const wished = places.flatMap(({ lineItemId, identityId, enrollmentId, target, told }) => {
        const record = records.get(enrollmentId);
        const score = record && desiredScore(target, record, told);
        return score ? [{ lineItemId, identityId, score }] : [];
      });
      const now = this.clock.now();
      const changed = await this.scores.wish(tx, wished, institutionId, now);
      await planSending(
        tx,
        changed.map((key) => ({ ...key, institutionId })),
        now,
      );
    });
  }
}
