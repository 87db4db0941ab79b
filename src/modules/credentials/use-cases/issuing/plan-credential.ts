import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../../platform/events/record-event.js';
import { EnrollmentDirectory } from '../../../enrollment/index.js';
import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import { type AwardForm, IssuingRepository } from '../../data/issuing.repository.js';
import { decideIssuance, type IssuanceDecision } from '../../domain/decide-issuance.js';
import { type EarnedPass, FreezeCredentials } from './freeze-credentials.js';
import type { ToSign } from './sign-intents.js';
import { type AskedPass, awardOf, GatherPass, type Pass } from './gather-pass.js';

/** What a credential is asked for. */
export interface PassRef {
  enrollmentId: string;
  assessmentId: string;
}

export type Plan =
  | { plan: 'sign'; /** Not within the transaction that decides: others wait for that. */ frozen: () => ToSign }
  /** Nothing is left to do: it is stored, or an event says why it is withheld. */
  | { plan: 'settled' }
  /** Another pass of the same person and edition is decided first: ask again. */
  | { plan: 'later' }
  | { plan: 'fault'; error: Error };

/**
 * Decides which passes earn a credential and freezes what those will say, with their places in a status list. What was frozen is held by
 * the process alone until it is stored: who dies before that leaves empty places, and nothing that anybody saw.
 */
@Injectable()
export class PlanCredential {
  constructor(
    private readonly enrollments: EnrollmentDirectory,
    private readonly gatherPass: GatherPass,
    private readonly freeze: FreezeCredentials,
    private readonly issuing: IssuingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * In the order asked, up to a chunk. What is stored for the same pass is found again; where a credential is withheld, an event says why.
   * Runs in the scope of the passes' institution. Who asks for the same award at once decides it too: one of them stores it.
   */
  async all(tx: Tx, asked: readonly PassRef[]): Promise<Plan[]> {
    const institutionId = scoped(tx);
    const enrollmentIds = asked.map(({ enrollmentId }) => enrollmentId);
    const enrollments = await this.enrollments.places(tx, enrollmentIds);
    const places = new Map(enrollments.map((enrollment) => [enrollment.id, enrollment]));
    const forms = await this.issuing.formsOf(tx, enrollments);
    const [formsOf, unsigned] = [byAward(forms), await this.unsigned(tx, forms)];
    const taken = new Set<string>();
    const undecided: AskedPass[] = [];
    const known = asked.map(({ enrollmentId, assessmentId }): Plan | AskedPass => {
      const enrollment = places.get(enrollmentId);
      if (!enrollment) return { plan: 'fault', error: new Error(`The enrolment ${enrollmentId} of a pass is gone`) };
      const award = awardOf(enrollment);
      if (taken.has(award)) return { plan: 'later' };
      taken.add(award);
      const earlier = formsOf.get(award) ?? [];
      const form = earlier.find((one) => one.assessmentId === assessmentId);
      const intent = form && unsigned.get(form.id);
      if (form) return intent ? { plan: 'sign', frozen: () => ({ intent }) } : { plan: 'settled' };
      const pass = { enrollment, assessmentId, forms: earlier };
      undecided.push(pass);
      return pass;
    });
    const decided = await this.decide(tx, institutionId, undecided);
    return known.map((one) => {
      const plan = 'plan' in one ? one : decided.get(one);
      if (!plan) throw new Error('A pass was not decided');
      return plan;
    });
  }

  /** What was planned and not signed, as it was once done before signing; by id. */
  private async unsigned(tx: Tx, forms: readonly AwardForm[]): Promise<Map<string, CredentialIntent>> {
    const ids = forms.flatMap(({ id, state }) => (state === null ? [id] : []));
    return new Map((await this.issuing.intents(tx, ids)).map((intent) => [intent.id, intent]));
  }

  private async decide(tx: Tx, institutionId: string, undecided: readonly AskedPass[]): Promise<Map<AskedPass, Plan>> {
    const plans = new Map<AskedPass, Plan>();
    if (undecided.length === 0) return plans;
    const passes = await this.gatherPass.all(tx, undecided);
    const earned: (EarnedPass & { asked: AskedPass })[] = [];
    const withheld: { pass: Pass; decision: IssuanceDecision }[] = [];
    for (const [index, asked] of undecided.entries()) {
      const pass = passes[index];
      if (!pass) continue;
      if (pass instanceof Error) {
        plans.set(asked, { plan: 'fault', error: pass });
        continue;
      }
      const decision = decideIssuance(pass.facts);
      if (decision.decision === 'issue' && pass.edition) {
        earned.push({ asked, pass, edition: pass.edition });
      } else {
        withheld.push({ pass, decision });
        plans.set(asked, { plan: 'settled' });
      }
    }
    await this.tellWithheld(tx, withheld);
    const frozen = await this.freeze.all(tx, institutionId, earned);
    for (const [index, { asked }] of earned.entries()) {
      const one = frozen[index];
      if (one) plans.set(asked, { plan: 'sign', frozen: one });
    }
    return plans;
  }

  private async tellWithheld(tx: Tx, withheld: readonly { pass: Pass; decision: IssuanceDecision }[]): Promise<void> {
    await recordEvents(
      tx,
      withheld.map(({ pass: { enrollment, assessmentId }, decision }) => ({
        institutionId: enrollment.institutionId,
        type: 'credential.withheld',
        actorId: null,
        subject: { type: 'enrollment', id: enrollment.id },
        particulars: { assessmentId, ...decision },
        occurredAt: this.clock.now(),
      })),
    );
  }
}

function byAward(forms: readonly AwardForm[]): Map<string, AwardForm[]> {
  const found = new Map<string, AwardForm[]>();
  for (const form of forms) found.set(awardOf(form), [...(found.get(awardOf(form)) ?? []), form]);
  return found;
}

function scoped({ institutionId }: Tx): string {
  if (institutionId === null) throw new Error('Credentials are decided in the scope of an institution');
  return institutionId;
}
