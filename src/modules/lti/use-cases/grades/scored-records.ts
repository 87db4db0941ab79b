import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { GradedWorks } from '../../../assessment/index.js';
import { LearningOutcomes } from '../../../learning/index.js';
import type { ScoredRecord } from '../../domain/desired-score.js';

/** What is recorded of learners, for scores: some statements for hundreds of them. */
@Injectable()
export class ScoredRecords {
  constructor(
    private readonly outcomes: LearningOutcomes,
    private readonly works: GradedWorks,
  ) {}

  /** By enrolment; who is not found is missing. */
  async of(tx: Tx, enrollmentIds: readonly string[]): Promise<Map<string, ScoredRecord>> {
    const outcomes = await this.outcomes.of(tx, enrollmentIds);
    const works = await this.works.of(tx, enrollmentIds);
    return new Map([...outcomes].map(([id, outcome]) => [id, { ...outcome, verdict: works.get(id)?.standing ?? null }]));
  }
}
