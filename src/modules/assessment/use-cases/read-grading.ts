import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EnrollmentDirectory, isOffice } from '../../enrollment/index.js';
import { PeopleDirectory } from '../../people/index.js';
import type { AssessmentDraft } from '../data/assessment-draft.entity.js';
import { GradingRepository, type QueuedAttempt } from '../data/grading.repository.js';
import { type GradingCase, LoadGrading } from './load-grading.js';

/** An attempt in the queue with its learner's name. */
export interface NamedQueuedAttempt extends QueuedAttempt {
  learnerName: string;
}

@Injectable()
export class ReadGrading {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadGrading: LoadGrading,
    private readonly enrollments: EnrollmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly grading: GradingRepository,
  ) {}

  /** What waits in an offering, longest first, or what is decided, last handed in first: for its staff and the office. */
  async queue(
    actor: Actor,
    offeringId: string,
    { cursor, limit, state }: { cursor?: string | undefined; limit: number; state: 'waiting' | 'decided' },
  ): Promise<NamedQueuedAttempt[]> {
    return this.work.run(actor, async (tx) => {
      const isStaff = await this.enrollments.isStaff(tx, offeringId, actor.personId);
      const offering = await this.enrollments.offering(tx, offeringId);
      if (!offering || !(isStaff || isOffice(actor))) throw new Problem(notFound);
      const after = readCursor(cursor);
      const queue = await (state === 'decided'
        ? this.grading.decided(tx, offeringId, after, limit)
        : this.grading.queue(tx, offeringId, after, limit));
      const people = await this.people.findMany(
        tx,
        queue.map(({ attempt }) => attempt.personId),
      );
      const names = new Map(people.map(({ id, name }) => [id, name]));
      return queue.map((queued) => ({ ...queued, learnerName: names.get(queued.attempt.personId) ?? '' }));
    });
  }

  /** One attempt as its assessor sees it, with the assessor's own notes. */
  async one(actor: Actor, attemptId: string): Promise<{ grading: GradingCase; draft: AssessmentDraft | null }> {
    return this.work.run(actor, async (tx) => {
      const grading = await this.loadGrading.locked(tx, actor, attemptId);
      return { grading, draft: await this.grading.draft(tx, attemptId, actor.personId) };
    });
  }
}
