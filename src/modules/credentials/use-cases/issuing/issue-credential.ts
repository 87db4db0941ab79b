import { Injectable } from '@nestjs/common';
import { blamesRow } from '../../../../platform/database/blames-row.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { sortOut } from '../../../../platform/sort-out.js';
import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import { type PassRef, PlanCredential } from './plan-credential.js';
import { SignIntents, type ToSign } from './sign-intents.js';
import { StoreCredentials } from './store-credentials.js';

/**
 * Issues the credentials that passes earn: decide, then sign, then store all that belongs to them at once (ADR 18). Nothing is locked while
 * keys are at work, wherever those are. Each step sorts out what cannot be done, so that the others of the chunk are issued all the same.
 */
@Injectable()
export class IssueCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plan: PlanCredential,
    private readonly sign: SignIntents,
    private readonly store: StoreCredentials,
  ) {}

  /** A chunk of one. */
  async run(scope: InstitutionScope, enrollmentId: string, assessmentId: string): Promise<void> {
    const [fault] = await this.chunk(scope, [{ enrollmentId, assessmentId }]);
    if (fault) throw fault;
  }

  /** Up to a chunk. In the order of the passes: what kept each one from being answered, or `null`. Withheld is answered. */
  async chunk(scope: InstitutionScope, passes: readonly PassRef[]): Promise<(Error | null)[]> {
    const faults = new Map<PassRef, Error>();
    for (let waiting = passes; waiting.length > 0;) waiting = await this.issue(scope, waiting, faults);
    return passes.map((pass) => faults.get(pass) ?? null);
  }

  /** Answers those that have to wait for others of the chunk. */
  private async issue(scope: InstitutionScope, passes: readonly PassRef[], faults: Map<PassRef, Error>): Promise<PassRef[]> {
    const plans = await sortOut(passes, (some) => this.work.run(scope, (tx) => this.plan.all(tx, some)), blamesRow);
    const askedBy = new Map<CredentialIntent, PassRef>();
    const planned: ToSign[] = [];
    const later: PassRef[] = [];
    for (const [index, pass] of passes.entries()) {
      const { answer, fault } = plans[index] ?? {};
      if (fault) faults.set(pass, fault);
      else if (answer?.plan === 'fault') faults.set(pass, answer.error);
      else if (answer?.plan === 'later') later.push(pass);
      else if (answer?.plan === 'sign') {
        const frozen = answer.frozen();
        askedBy.set(frozen.intent, pass);
        planned.push(frozen);
      }
    }
    const blame = (intent: CredentialIntent, fault: Error | undefined) => {
      const pass = askedBy.get(intent);
      if (pass && fault) faults.set(pass, fault);
    };
    const signed = await this.sign.all(scope, planned);
    for (const { item, fault } of signed) blame(item.intent, fault);
    const ready = signed.flatMap(({ answer }) => (answer ? [answer] : []));
    const stored = await sortOut(ready, (some) => this.work.run(scope, (tx) => this.store.in(tx, some)), blamesRow);
    for (const { item, fault } of stored) blame(item.intent, fault);
    return later;
  }
}
