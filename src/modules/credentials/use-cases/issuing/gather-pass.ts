import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { AssessmentRecord, type StandingAssessment } from '../../../assessment/index.js';
import { EditionStore, type StoredEdition } from '../../../catalog/index.js';
import type { EnrollmentPlace } from '../../../enrollment/index.js';
import { LearningRecord } from '../../../learning/index.js';
import { PeopleDirectory } from '../../../people/index.js';
import { type AwardForm, IssuingRepository, type Judge } from '../../data/issuing.repository.js';
import type { EarlierCredential, IssuanceFacts } from '../../domain/decide-issuance.js';

/** A pass whose credential is asked for. */
export interface AskedPass {
  enrollment: EnrollmentPlace;
  assessmentId: string;
  /** Every form ever decided for the person and the edition, oldest first. */
  forms: readonly AwardForm[];
}

/** A pass and everything that is known about it. */
export interface Pass extends AskedPass {
  edition: StoredEdition | null;
  decidedAt: Date;
  facts: IssuanceFacts;
}

/** Looks up what decides about the credentials of passes: a handful of statements, however many there are. */
@Injectable()
export class GatherPass {
  constructor(
    private readonly editions: EditionStore,
    private readonly learning: LearningRecord,
    private readonly assessments: AssessmentRecord,
    private readonly people: PeopleDirectory,
    private readonly issuing: IssuingRepository,
  ) {}

  /** In the order asked, no award twice. An error stands for a pass whose assessment is gone. */
  async all(tx: Tx, asked: readonly AskedPass[]): Promise<(Pass | Error)[]> {
    const places = asked.map(({ enrollment }) => enrollment);
    const editions = new Map<string, StoredEdition | null>();
    for (const id of new Set(places.map(({ editionId }) => editionId))) editions.set(id, await this.editions.find(tx, id));
    const known = asked.filter(({ enrollment }) => editions.get(enrollment.editionId));
    const assessed = await this.assessments.standings(
      tx,
      asked.map(({ assessmentId }) => assessmentId),
    );
    const satisfied = await this.learning.satisfiedAmong(
      tx,
      known.map(({ enrollment }) => enrollment.id),
    );
    const members = await this.people.membershipsOf(
      tx,
      places.map(({ personId }) => personId),
    );
    const entitled = await this.entitled(tx, [...assessed.values()]);
    return asked.map((pass) => {
      const { enrollment, assessmentId } = pass;
      const assessment = assessed.get(assessmentId);
      if (!assessment) return new Error(`The assessment ${assessmentId} of a pass is gone`);
      const { given, standing } = assessment;
      const edition = editions.get(enrollment.editionId) ?? null;
      const membership = members.get(enrollment.personId);
      return {
        ...pass,
        edition,
        decidedAt: given.decidedAt,
        facts: {
          editionKnown: edition !== null,
          awardsEnd: Boolean(edition?.content.awardTerms?.validityMonths),
          enrollment: enrollment.state,
          requirementsSatisfied: satisfied.has(enrollment.id),
          assessment: standing && {
            id: standing.id,
            verdict: standing.verdict,
            // A pass that was corrected since is answered by the job of its correction.
            final: standing.verdict !== 'passed' || standing.id === assessmentId,
            assessorEntitled: entitled.has(assessment),
            assessorIsLearner: standing.assessorId === enrollment.personId,
          },
          credentials: earlier(pass, assessment),
          learnerSuspended: membership === undefined || membership.suspendedAt !== null,
        },
      };
    });
  }

  /** Verdicts come from the offering's assessors; corrections, and rules of later editions, from the office too. */
  private async entitled(tx: Tx, assessed: readonly StandingAssessment[]): Promise<Set<StandingAssessment>> {
    const judged = assessed.flatMap((assessment) => {
      const { attempt, standing } = assessment;
      if (!standing) return [];
      const { assessorId: personId, decidedAt: at, marker } = standing;
      return [{ assessment, marker, judge: { offeringId: attempt.offeringId, personId, at } }];
    });
    const asked = (some: readonly { judge: Judge }[]) => some.map(({ judge }) => judge);
    const asAssessors = await this.issuing.wereAssessors(tx, asked(judged));
    const corrections = judged.filter(({ marker }, index) => BY_OFFICE_TOO.has(marker) && !asAssessors[index]);
    const asOffice = corrections.length > 0 ? await this.issuing.heldRole(tx, asked(corrections), ['office', 'admin']) : [];
    return new Set(
      [...judged.filter((_, index) => asAssessors[index]), ...corrections.filter((_, index) => asOffice[index])].map(
        ({ assessment }) => assessment,
      ),
    );
  }
}

const BY_OFFICE_TOO: ReadonlySet<string> = new Set(['correction', 'requalification']);

/** Names an award among others. */
export function awardOf({ personId, editionId }: { personId: string; editionId: string }): string {
  return `${personId} ${editionId}`;
}

/** A pass whose feedback or points were corrected is still the same pass: what it earned before counts as earned by it. */
function earlier({ forms }: AskedPass, { standing, samePass }: StandingAssessment): EarlierCredential[] {
  const stored = forms.toSorted((a, b) => Number(a.issuedAt) - Number(b.issuedAt));
  return stored.flatMap(({ assessmentId, state }) => {
    if (state === null) return [];
    const earnedBy = assessmentId ?? '';
    return { assessmentId: standing && samePass.includes(earnedBy) ? standing.id : earnedBy, state };
  });
}
