import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EnrollmentDirectory, isOffice } from '../../enrollment/index.js';
import type { AssessmentDraft } from '../data/assessment-draft.entity.js';
import { GradingQueueQuery, type QueuedAttempt } from '../data/grading-queue.query.js';
import { type GradingCase, LoadGrading } from './load-grading.js';

@Injectable()
export class ReadGrading {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadGrading: LoadGrading,
    private readonly enrollments: EnrollmentDirectory,
    private readonly attempts: GradingQueueQuery,
  ) {}

  /** What waits in an offering, longest first, or what is decided, last handed in first: for its staff and the office. */
  async queue(
    actor: Actor,
    offeringId: string,
    { cursor, limit, state }: { cursor?: string | undefined; limit: number; state: 'waiting' | 'decided' },
  ): Promise<QueuedAttempt[]> {
    return this.work.read(actor, async (tx) => {
      const offering = await this.enrollments.seenOffering(tx, offeringId, actor.personId);
      if (!offering || !(offering.staffRoles.length > 0 || isOffice(actor))) throw new Problem(notFound);
      return this.attempts[state](tx, offeringId, readCursor(cursor), limit);
    });
  }

  /** One attempt as its assessor sees it, with the assessor's own notes. */
  async one(actor: Actor, attemptId: string): Promise<{ grading: GradingCase; draft: AssessmentDraft | null }> {
    return this.work.read(actor, (tx) => this.loadGrading.withDraft(tx, actor, attemptId));
  }
}
