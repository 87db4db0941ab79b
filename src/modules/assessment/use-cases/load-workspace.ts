import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionStore, type StoredEdition } from '../../catalog/index.js';
import { EnrollmentDirectory, type SeenEnrollment } from '../../enrollment/index.js';
import type { Assessment } from '../data/assessment.entity.js';
import type { RecordedAttempt } from '../data/recorded-attempts.sql.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';
import type { ProjectAttempt } from '../domain/attempt-rules.js';
import { maySeeWork } from '../policy.js';

/** An attempt with all that was said of it, and what came of that. */
export interface AttemptRecord extends RecordedAttempt {
  /** The verdict that stands; `null` while it is being graded. */
  verdict: Assessment | null;
}

/** One learner's project with the edition and offering that it belongs to. */
export interface Workspace extends SeenEnrollment {
  edition: StoredEdition;
}

@Injectable()
export class LoadWorkspace {
  constructor(
    private readonly enrollments: EnrollmentDirectory,
    private readonly editions: EditionStore,
    private readonly submissions: SubmissionsRepository,
  ) {}

  /** Throws 404 unless the actor may see the learner's work. */
  async visibleTo(tx: Tx, actor: Actor, enrollmentId: string): Promise<Workspace> {
    const seen = await this.enrollments.seen(tx, enrollmentId, actor.personId);
    if (!seen || !maySeeWork(actor, seen.enrollment, seen.staffRoles.length > 0)) throw new Problem(notFound);
    return { ...seen, edition: await this.editions.get(tx, seen.enrollment.editionId) };
  }

  /** Throws 404 unless it is the actor's own. */
  async own(tx: Tx, actor: Actor, enrollmentId: string): Promise<Workspace> {
    const workspace = await this.visibleTo(tx, actor, enrollmentId);
    if (workspace.enrollment.personId !== actor.personId) throw new Problem(notFound);
    return workspace;
  }

  /** The attempts of an enrolment, oldest first. */
  async records(tx: Tx, enrollmentId: string): Promise<AttemptRecord[]> {
    return (await this.submissions.attempts(tx, enrollmentId)).map(judged);
  }

  /** The attempts of the enrolment that one of them belongs to, oldest first. Throws 404 unless there is that one. */
  async recordsBeside(tx: Tx, attemptId: string): Promise<{ record: AttemptRecord; all: AttemptRecord[] }> {
    const all = (await this.submissions.attemptsBeside(tx, attemptId)).map(judged);
    const record = all.find(({ attempt }) => attempt.id === attemptId);
    if (!record) throw new Problem(notFound);
    return { record, all };
  }
}

/** With the verdict that stands. */
export function judged(recorded: RecordedAttempt): AttemptRecord {
  return { ...recorded, verdict: recorded.history.findLast(({ final }) => final) ?? null };
}

/** What the rules about attempts want to know. */
export function projectAttempt({ verdict, withdrawnAt, gradingStartedAt }: AttemptRecord): ProjectAttempt {
  return { verdict: verdict?.verdict ?? null, withdrawnAt, gradingStartedAt };
}
