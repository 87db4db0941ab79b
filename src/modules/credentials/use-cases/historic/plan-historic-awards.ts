import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { EditionStore, type StoredEdition } from '../../../catalog/index.js';
import {
  type ConfirmedRow,
  HistoricAwardsRepository,
  type PlannedAward,
  type SettledRow,
} from '../../data/historic-awards.repository.js';
import { IssuingRepository } from '../../data/issuing.repository.js';
import { decideHistoricAward, isUnderWay } from '../../domain/decide-historic-award.js';
import { awardOf } from '../issuing/gather-pass.js';
import { AdmitLearners, type Admitted } from './admit-learners.js';
import { FreezeHistoricAwards, type VouchedAward } from './freeze-historic-awards.js';

export type HistoricPlan =
  | ({ plan: 'sign' } & PlannedAward)
  /** Nothing is to be signed; the row says why. */
  | { plan: 'settled' }
  | { plan: 'fault'; error: Error };

type Asked = ConfirmedRow & { personId: string; suspended: boolean };

/**
 * Decides what becomes of the rows of confirmed files: makes their people into learners, writes down the awards and freezes their
 * credentials, all in one transaction, so that a row that was settled is settled whole.
 */
@Injectable()
export class PlanHistoricAwards {
  constructor(
    private readonly admit: AdmitLearners,
    private readonly editions: EditionStore,
    private readonly issuing: IssuingRepository,
    private readonly awards: HistoricAwardsRepository,
    private readonly freeze: FreezeHistoricAwards,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the order asked, up to a chunk. What an earlier run planned is found again. */
  async all(tx: Tx, rowIds: readonly string[]): Promise<HistoricPlan[]> {
    const rows = await this.awards.confirmedRowsLocked(tx, rowIds);
    const plans = await this.plannedBefore(
      tx,
      rows.filter(({ outcome }) => outcome !== null),
    );
    for (const [id, plan] of await this.decide(
      tx,
      rows.filter(({ outcome }) => outcome === null),
    )) {
      plans.set(id, plan);
    }
    return rowIds.map((id) => plans.get(id) ?? { plan: 'fault', error: new Error(`The row ${id} is not of a confirmed file`) });
  }

  private async plannedBefore(tx: Tx, rows: readonly ConfirmedRow[]): Promise<Map<string, HistoricPlan>> {
    const awardIds = await this.awards.firstOfRows(
      tx,
      rows.map(({ id }) => id),
    );
    const planned = new Map((await this.awards.planned(tx, [...awardIds.values()])).map((one) => [one.award.rowId, one]));
    return new Map(
      rows.map(({ id }): [string, HistoricPlan] => {
        const found = planned.get(id);
        return [id, found ? { plan: 'sign', ...found } : { plan: 'settled' }];
      }),
    );
  }

  private async decide(tx: Tx, rows: readonly ConfirmedRow[]): Promise<Map<string, HistoricPlan>> {
    const plans = new Map<string, HistoricPlan>();
    const [first] = rows;
    if (!first) return plans;
    const { asked, settled } = sortAdmitted(rows, await this.admit.all(tx, rows));
    const pairs = asked.map(({ personId, award }) => ({ personId, editionId: award.editionId }));
    await this.issuing.lock(tx, first.institutionId, pairs);
    const intents = groupByAward(await this.issuing.intentsOf(tx, pairs));
    const credentials = groupByAward(await this.issuing.credentialsOf(tx, pairs));
    const editions = await this.editionsOf(tx, asked);
    const taken = new Set<string>();
    const vouched: (VouchedAward & { rowId: string })[] = [];
    for (const row of asked) {
      const key = awardOf({ personId: row.personId, editionId: row.award.editionId });
      const [held, planned] = [credentials.get(key) ?? [], intents.get(key) ?? []];
      const edition = editions.get(row.award.editionId) ?? null;
      const decision = decideHistoricAward({
        editionKnown: edition !== null,
        learnerSuspended: row.suspended,
        credentials: held,
        underWay: isUnderWay(planned, held),
        again: false,
      });
      if (taken.has(key)) settled.push(settledAs(row, 'held', 'already-issued'));
      else if (decision.decision === 'issue' && edition) {
        taken.add(key);
        vouched.push({ rowId: row.id, award: this.awardOfRow(row), onFile: row.award, edition, earlier: planned.length });
      } else if (decision.decision === 'wait' && decision.reason === 'under-way') {
        plans.set(row.id, { plan: 'fault', error: new Error(`Another credential of the row ${row.id} is being signed`) });
      } else if (decision.decision !== 'issue') {
        settled.push(settledAs(row, decision.reason.startsWith('already') ? 'held' : 'withheld', decision.reason));
      }
    }
    const frozen = await this.freeze.all(tx, first.institutionId, vouched);
    for (const [index, { rowId, award }] of vouched.entries()) {
      const one = frozen[index];
      settled.push({
        id: rowId,
        outcome: one ? 'awarded' : 'withheld',
        reason: one ? null : 'badge-unfit',
        personId: award.personId,
      });
      if (one) plans.set(rowId, { plan: 'sign', ...one });
    }
    await this.awards.settle(tx, settled);
    for (const { id } of settled) if (!plans.has(id)) plans.set(id, { plan: 'settled' });
    return plans;
  }

  private awardOfRow({ id, institutionId, personId, award, confirmedBy, letters }: Asked): VouchedAward['award'] {
    const now = this.clock.now();
    return {
      id: newId(now.getTime()),
      institutionId,
      rowId: id,
      personId,
      editionId: award.editionId,
      replacesId: null,
      reason: '',
      letter: letters,
      awardedBy: confirmedBy,
      awardedAt: now,
    };
  }

  private async editionsOf(tx: Tx, rows: readonly Asked[]): Promise<Map<string, StoredEdition | null>> {
    const editions = new Map<string, StoredEdition | null>();
    for (const id of new Set(rows.map(({ award }) => award.editionId))) editions.set(id, await this.editions.find(tx, id));
    return editions;
  }
}

function sortAdmitted(rows: readonly ConfirmedRow[], admitted: ReadonlyMap<string, Admitted>) {
  const asked: Asked[] = [];
  const settled: SettledRow[] = [];
  for (const row of rows) {
    const found = admitted.get(row.id);
    if (found && 'personId' in found) asked.push({ ...row, ...found });
    else settled.push({ id: row.id, outcome: 'withheld', reason: found?.refused ?? 'name-unusable', personId: null });
  }
  return { asked, settled };
}

function settledAs({ id, personId }: Asked, outcome: SettledRow['outcome'], reason: string): SettledRow {
  return { id, outcome, reason, personId };
}

function groupByAward<One extends { personId: string; editionId: string }>(all: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) groups.set(awardOf(one), [...(groups.get(awardOf(one)) ?? []), one]);
  return groups;
}
