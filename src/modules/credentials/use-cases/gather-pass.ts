import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AssessmentRecord, type StandingAssessment } from '../../assessment/index.js';
import { EditionStore, type StoredEdition } from '../../catalog/index.js';
import type { Enrollment } from '../../enrollment/index.js';
import { LearningRecord } from '../../learning/index.js';
import { PeopleDirectory } from '../../people/index.js';
import type { CredentialIntent } from '../data/credential-intent.entity.js';
import { CredentialsRepository } from '../data/credentials.repository.js';
import type { EarlierCredential, IssuanceFacts } from '../domain/decide-issuance.js';

/** A pass and everything that is known about it. */
export interface Pass {
  enrollment: Enrollment;
  edition: StoredEdition | null;
  assessmentId: string;
  decidedAt: Date;
  facts: IssuanceFacts;
}

/** Looks up what decides about the credential of a pass. */
@Injectable()
export class GatherPass {
  constructor(
    private readonly editions: EditionStore,
    private readonly learning: LearningRecord,
    private readonly assessments: AssessmentRecord,
    private readonly people: PeopleDirectory,
    private readonly credentials: CredentialsRepository,
  ) {}

  /** `intents`: every award ever decided for the person and the edition. */
  async in(tx: Tx, enrollment: Enrollment, assessmentId: string, intents: readonly CredentialIntent[]): Promise<Pass> {
    const edition = await this.editions.find(tx, enrollment.editionId);
    const assessed = await this.assessments.standing(tx, assessmentId);
    if (!assessed) throw new Error(`The assessment ${assessmentId} of a pass is gone`);
    const { given, standing, attempt } = assessed;
    const membership = await this.people.membershipOf(tx, enrollment.personId);
    return {
      enrollment,
      edition,
      assessmentId,
      decidedAt: given.decidedAt,
      facts: {
        editionKnown: edition !== null,
        enrollment: enrollment.state,
        requirementsSatisfied: edition !== null && (await this.learning.progressOf(tx, enrollment)).satisfied,
        assessment: standing && {
          id: standing.id,
          verdict: standing.verdict,
          // A pass that was corrected since is answered by the job of its correction.
          final: standing.verdict !== 'passed' || standing.id === assessmentId,
          assessorEntitled: await this.entitled(tx, attempt.offeringId, standing),
          assessorIsLearner: standing.assessorId === enrollment.personId,
        },
        credentials: await this.earlier(tx, enrollment, intents, assessed),
        learnerSuspended: membership === null || membership.suspendedAt !== null,
      },
    };
  }

  /** A pass whose feedback or points were corrected is still the same pass: what it earned before counts as earned by it. */
  private async earlier(
    tx: Tx,
    { personId, editionId }: Enrollment,
    intents: readonly CredentialIntent[],
    { standing, samePass }: StandingAssessment,
  ): Promise<EarlierCredential[]> {
    const held = await this.credentials.credentialsOf(tx, personId, editionId);
    return held.map(({ id, state }) => {
      const earnedBy = intents.find((intent) => intent.id === id)?.assessmentId ?? '';
      return { assessmentId: standing && samePass.includes(earnedBy) ? standing.id : earnedBy, state };
    });
  }

  /** Verdicts come from the offering's assessors; corrections from the office too. */
  private async entitled(
    tx: Tx,
    offeringId: string,
    { assessorId, decidedAt, marker }: NonNullable<StandingAssessment['standing']>,
  ): Promise<boolean> {
    if (await this.credentials.wasAssessorAt(tx, offeringId, assessorId, decidedAt)) return true;
    return marker === 'correction' && this.credentials.heldRoleAt(tx, assessorId, ['office', 'admin'], decidedAt);
  }
}
