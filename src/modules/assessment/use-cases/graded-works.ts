import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Assessment } from '../data/assessment.entity.js';
import { GradingRepository } from '../data/grading.repository.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';

/** The attempt of a learner that counts: the one that passed, or else the last one with a verdict. */
export interface GradedWork {
  attemptId: string;
  /** 0–100, decided when it was handed in. */
  penaltyPercent: number;
  /** The verdict that stands. */
  standing: Assessment;
  /** A rule of a later edition was applied to it before. */
  byRuleBefore: boolean;
  /** Another attempt waits for its verdict. */
  beingGraded: boolean;
}

/** What assessors found, for rules that look at many learners. */
@Injectable()
export class GradedWorks {
  constructor(
    private readonly submissions: SubmissionsRepository,
    private readonly grading: GradingRepository,
  ) {}

  /** By enrolment; who has no verdict yet is missing. */
  async of(tx: Tx, enrollmentIds: readonly string[]): Promise<Map<string, GradedWork>> {
    if (enrollmentIds.length === 0) return new Map();
    const verdicts = new Map<string, Assessment[]>();
    for (const verdict of await this.grading.finalsOfEnrollments(tx, enrollmentIds)) {
      verdicts.set(verdict.attemptId, [...(verdicts.get(verdict.attemptId) ?? []), verdict]);
    }
    const works = new Map<string, GradedWork>();
    const waiting = new Set<string>();
    for (const { id, enrollmentId, lateness } of await this.submissions.standing(tx, enrollmentIds)) {
      const history = verdicts.get(id) ?? [];
      const standing = history.at(-1);
      if (!standing) {
        waiting.add(enrollmentId);
        continue;
      }
      if (works.get(enrollmentId)?.standing.verdict === 'passed') continue;
      const byRuleBefore = history.some(({ marker }) => marker === 'requalification');
      const { penaltyPercent } = lateness;
      works.set(enrollmentId, { attemptId: id, penaltyPercent, standing, byRuleBefore, beingGraded: false });
    }
    for (const [enrollmentId, work] of works) work.beingGraded = waiting.has(enrollmentId);
    return works;
  }

  /** When the work was handed in that waits for its verdict, by enrolment; who has none such is missing. */
  async waiting(tx: Tx, enrollmentIds: readonly string[]): Promise<Map<string, Date>> {
    const latest = await this.submissions.latest(tx, enrollmentIds);
    return new Map(latest.flatMap(({ enrollmentId, submittedAt, verdict }) => (verdict ? [] : [[enrollmentId, submittedAt]])));
  }
}
