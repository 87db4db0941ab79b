import { Injectable } from '@nestjs/common';
import { blamesRow } from '../../../../platform/database/blames-row.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { sortOut } from '../../../../platform/sort-out.js';
import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import { HistoricAwardsRepository, type PlannedAward } from '../../data/historic-awards.repository.js';
import type { HistoricRef } from '../../jobs/award-historic.js';
import { type SignedIntent, SignIntents } from '../issuing/sign-intents.js';
import { StoreCredentials } from '../issuing/store-credentials.js';
import { type HistoricPlan, PlanHistoricAwards } from './plan-historic-awards.js';

/**
 * Issues the credentials of awards from before Cairn, the way passes go (ADR 7): decide and freeze, then sign, then store. Each step finds
 * what an earlier run left, and what cannot be done for one keeps no other from being done.
 */
@Injectable()
export class AwardHistoric {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plan: PlanHistoricAwards,
    private readonly awards: HistoricAwardsRepository,
    private readonly sign: SignIntents,
    private readonly store: StoreCredentials,
  ) {}

  /** Up to a chunk. In the order asked: what kept each one from being answered, or `null`. */
  async chunk(scope: InstitutionScope, asked: readonly HistoricRef[]): Promise<(Error | null)[]> {
    const rowIds = asked.flatMap((ref) => ('rowId' in ref ? [ref.rowId] : []));
    const awardIds = asked.flatMap((ref) => ('awardId' in ref ? [ref.awardId] : []));
    const plans = new Map<string, HistoricPlan>();
    for (const { item, answer, fault } of await sortOut(
      [...new Set(rowIds)],
      (some) => this.work.run(scope, (tx) => this.plan.all(tx, some)),
      blamesRow,
    )) {
      plans.set(item, answer ?? { plan: 'fault', error: fault });
    }
    for (const planned of await this.work.run(scope, (tx) => this.awards.planned(tx, awardIds))) {
      plans.set(planned.award.id, { plan: 'sign', ...planned });
    }
    const faults = await this.issue(
      scope,
      [...plans.values()].flatMap((plan) => (plan.plan === 'sign' ? [plan] : [])),
    );
    return asked.map((ref) => {
      const id = 'rowId' in ref ? ref.rowId : ref.awardId;
      const plan = plans.get(id);
      if (!plan) return new Error(`The award ${id} is gone`);
      if (plan.plan === 'fault') return plan.error;
      return plan.plan === 'sign' ? (faults.get(plan.intent.id) ?? null) : null;
    });
  }

  /** Faults by intent. */
  private async issue(scope: InstitutionScope, planned: readonly PlannedAward[]): Promise<Map<string, Error>> {
    const faults = new Map<string, Error>();
    const byIntent = new Map(planned.map((one) => [one.intent.id, one]));
    const blame = ({ id }: CredentialIntent, fault: Error | undefined) => {
      if (fault) faults.set(id, fault);
    };
    const signed = await this.sign.all(scope, [...byIntent.values()]);
    for (const { item, fault } of signed) blame(item.intent, fault);
    const ready = signed.flatMap(({ answer }) => (answer ? [answer] : []));
    const stored = await sortOut(ready, (some) => this.work.run(scope, (tx) => this.storeIn(tx, some, byIntent)), blamesRow);
    for (const { item, fault } of stored) blame(item.intent, fault);
    return faults;
  }

  /** Where the learner passed in the meantime, their badge is stored first (ADR 18), and the row says so. */
  private async storeIn(tx: Tx, signed: readonly SignedIntent[], planned: ReadonlyMap<string, PlannedAward>): Promise<boolean[]> {
    const told = ({ id }: CredentialIntent) => planned.get(id)?.award.letter ?? false;
    const stored = await this.store.in(tx, signed, told);
    const others = signed.filter((_, index) => !stored[index]).flatMap(({ intent }) => planned.get(intent.id) ?? []);
    await this.awards.yieldRows(
      tx,
      others.map(({ award }) => award.id),
    );
    return stored;
  }
}
