import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { GradedWorks } from '../../../assessment/index.js';
import { LearningOutcomes } from '../../../learning/index.js';
import type { ScoredRecord } from '../../domain/desired-score.js';

const AT_ONCE = 500;

/** What is recorded of learners, for scores: some statements for hundreds of them. */
@Injectable()
export class ScoredRecords {
  constructor(
    private readonly outcomes: LearningOutcomes,
    private readonly works: GradedWorks,
  ) {}

  /** By enrolment; who is not found is missing. */
  async of(tx: Tx, enrollmentIds: readonly string[]): Promise<Map<string, ScoredRecord>> {
    const records = new Map<string, ScoredRecord>();
    for (let from = 0; from < enrollmentIds.length; from += AT_ONCE) {
      const some = enrollmentIds.slice(from, from + AT_ONCE);
      const works = await this.works.of(tx, some);
      const waiting = await this.works.waiting(tx, some);
      for (const [id, outcome] of await this.outcomes.of(tx, some))
        records.set(id, { ...outcome, verdict: works.get(id)?.standing ?? null, handedInAt: waiting.get(id) ?? null });
    }
    return records;
  }
}
