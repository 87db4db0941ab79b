import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionStore, type StoredEdition } from '../../catalog/index.js';
import { type Enrollment, EnrollmentDirectory, type Offering } from '../../enrollment/index.js';
import type { Assessment } from '../data/assessment.entity.js';
import type { Attempt } from '../data/attempt.entity.js';
import { GradingRepository } from '../data/grading.repository.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';
import type { ProjectAttempt } from '../domain/attempt-rules.js';
import { maySeeWork } from '../policy.js';

/** An attempt with all that was said of it. */
export interface AttemptRecord {
  attempt: Attempt;
  withdrawnAt: Date | null;
  /** Every mark and verdict, oldest first. */
  history: Assessment[];
  /** The verdict that stands; `null` while it is being graded. */
  verdict: Assessment | null;
  gradingStartedAt: Date | null;
}

/** One learner's project with the edition and offering that it belongs to. */
export interface Workspace {
  enrollment: Enrollment;
  offering: Offering;
  edition: StoredEdition;
  isStaff: boolean;
}

@Injectable()
export class LoadWorkspace {
  constructor(
    private readonly enrollments: EnrollmentDirectory,
    private readonly editions: EditionStore,
    private readonly submissions: SubmissionsRepository,
    private readonly grading: GradingRepository,
  ) {}

  /** Throws 404 unless the actor may see the learner's work. */
  async visibleTo(tx: Tx, actor: Actor, enrollmentId: string): Promise<Workspace> {
    const enrollment = await this.enrollments.find(tx, enrollmentId);
    const workspace = enrollment && (await this.around(tx, actor, enrollment));
    if (!workspace || !maySeeWork(actor, workspace.enrollment, workspace.isStaff)) throw new Problem(notFound);
    return workspace;
  }

  /** Throws 404 unless it is the actor's own. */
  async own(tx: Tx, actor: Actor, enrollmentId: string): Promise<Workspace> {
    const workspace = await this.visibleTo(tx, actor, enrollmentId);
    if (workspace.enrollment.personId !== actor.personId) throw new Problem(notFound);
    return workspace;
  }

  /** The attempts of an enrolment, oldest first. */
  async records(tx: Tx, enrollmentId: string): Promise<AttemptRecord[]> {
    const attempts = await this.submissions.attempts(tx, enrollmentId);
    const history = await this.grading.historyOfEnrollment(tx, enrollmentId);
    const ids = attempts.map(({ id }) => id);
    const withdrawals = await this.submissions.withdrawals(tx, ids);
    const leases = await this.grading.firstLeases(tx, ids);
    return attempts.map((attempt) => {
      const own = history.filter(({ attemptId }) => attemptId === attempt.id);
      return {
        attempt,
        history: own,
        verdict: own.findLast(({ final }) => final) ?? null,
        withdrawnAt: withdrawals.find(({ attemptId }) => attemptId === attempt.id)?.withdrawnAt ?? null,
        gradingStartedAt: leases.get(attempt.id) ?? null,
      };
    });
  }

  private async around(tx: Tx, actor: Actor, enrollment: Enrollment): Promise<Workspace | null> {
    const offering = await this.enrollments.offering(tx, enrollment.offeringId);
    const edition = await this.editions.find(tx, enrollment.editionId);
    if (!offering || !edition) return null;
    return { enrollment, offering, edition, isStaff: await this.enrollments.isStaff(tx, offering.id, actor.personId) };
  }
}

/** What the rules about attempts want to know. */
export function projectAttempt({ verdict, withdrawnAt, gradingStartedAt }: AttemptRecord): ProjectAttempt {
  return { verdict: verdict?.verdict ?? null, withdrawnAt, gradingStartedAt };
}
