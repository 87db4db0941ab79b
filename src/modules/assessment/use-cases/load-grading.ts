import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notAllowed, notFound } from '../../../platform/http/problems.js';
import type { EditionContent } from '../../catalog/index.js';
import type { AssessmentDraft } from '../data/assessment-draft.entity.js';
import { GradingRepository, type StandingLease } from '../data/grading.repository.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';
import type { Lease } from '../domain/lease.js';
import { awaitedMarker, type LeaseMarker } from '../domain/marking-stage.js';
import { markerRefusal } from '../domain/markers.js';
import { mayGrade } from '../policy.js';
import { alreadyDecided, alreadyMarked, leaseLost, ownWork } from '../problems.js';
import { type AttemptRecord, judged, LoadWorkspace } from './load-workspace.js';

/** An attempt in an assessor's hands. Kept with the answer to a repeated request, so it holds no more of the edition than grading needs. */
export interface GradingCase {
  terms: Pick<EditionContent, 'project' | 'rubric' | 'marking'>;
  record: AttemptRecord;
  /** Empty for somebody whom the institution no longer knows. */
  learnerName: string;
  earlier: AttemptRecord[];
  /** What it waits for; `null`: its verdict stands. */
  awaits: LeaseMarker | null;
  lease: Lease | null;
}

@Injectable()
export class LoadGrading {
  constructor(
    private readonly loadWorkspace: LoadWorkspace,
    private readonly submissions: SubmissionsRepository,
    private readonly grading: GradingRepository,
  ) {}

  /** Takes the attempt's turn and loads it. */
  async locked(tx: Tx, actor: Actor, attemptId: string): Promise<GradingCase> {
    await this.submissions.lockAttempt(tx, attemptId);
    return this.seen(tx, actor, attemptId);
  }

  /** 404 for who may not see it, 403 for who may see but not assess. */
  async seen(tx: Tx, actor: Actor, attemptId: string): Promise<GradingCase> {
    return (await this.withDraft(tx, actor, attemptId)).grading;
  }

  /** As `seen`, with the actor's own notes. */
  async withDraft(tx: Tx, actor: Actor, attemptId: string): Promise<{ grading: GradingCase; draft: AssessmentDraft | null }> {
    const desk = await this.grading.desk(tx, attemptId, actor.personId);
    const all = desk?.attempts.map(judged) ?? [];
    const record = all.find((one) => one.attempt.id === attemptId);
    if (!desk || !record) throw new Problem(notFound);
    const { attempt } = record;
    const { edition, staffRoles } = await this.loadWorkspace.visibleTo(tx, actor, attempt.enrollmentId);
    if (attempt.personId === actor.personId) throw new Problem(ownWork);
    if (!mayGrade(actor, staffRoles.includes('assessor')))
      throw new Problem(notAllowed, {
        detail: 'Only the assessors of this offering grade its work.',
        facts: { reason: 'not_an_assessor' },
      });
    if (record.withdrawnAt) throw new Problem(notFound);
    const { learnerName, leases, draft } = desk;
    const awaits = awaitedMarker(record.history);
    const lease = leases.find(({ marker }) => marker === (awaits ?? 'first'));
    const { project, rubric, marking } = edition.content;
    const grading = {
      terms: { project, rubric, marking },
      record,
      learnerName,
      earlier: all.filter((one) => one.attempt.number < attempt.number),
      awaits,
      lease: lease ? asLease(lease) : null,
    };
    return { grading, draft };
  }

  /** As `locked`, for somebody who is about to grade: the attempt must still wait, and for a marker that they may be. */
  async open(tx: Tx, actor: Actor, attemptId: string): Promise<GradingCase & { awaits: LeaseMarker }> {
    const grading = await this.locked(tx, actor, attemptId);
    const { awaits, record } = grading;
    if (awaits === null) throw new Problem(alreadyDecided, { detail: 'Correct the verdict instead, with a reason.' });
    const first = record.history.find(({ marker }) => marker === 'first')?.assessorId ?? null;
    const refusal = awaits === 'second' ? markerRefusal(actor.personId, [record.attempt.personId], first) : null;
    if (refusal) throw new Problem(alreadyMarked);
    return { ...grading, awaits };
  }

  /** As `open`, and the actor holds the lease. */
  async held(tx: Tx, actor: Actor, attemptId: string): Promise<GradingCase & { awaits: LeaseMarker }> {
    const grading = await this.open(tx, actor, attemptId);
    if (grading.lease?.holderId !== actor.personId) {
      throw new Problem(leaseLost, {
        detail: grading.lease ? 'Somebody else took the attempt over. Your draft is kept.' : 'Take the attempt first.',
        facts: { takenBy: grading.lease?.holderId ?? null },
      });
    }
    return grading;
  }
}

export function asLease({ assessorId, takenAt, expiresAt }: Pick<StandingLease, 'assessorId' | 'takenAt' | 'expiresAt'>): Lease {
  return { holderId: assessorId, claimedAt: takenAt, expiresAt };
}
