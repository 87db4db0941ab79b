import { Injectable } from '@nestjs/common';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { AwardOnFile } from '../domain/historic-row.js';
import { CredentialIntent } from './credential-intent.entity.js';
import { HistoricAward } from './historic-award.entity.js';
import type { HistoricOutcome } from './historic-import-row.entity.js';

/** A usable row of a confirmed file. */
export interface ConfirmedRow {
  id: string;
  institutionId: string;
  award: AwardOnFile;
  outcome: HistoricOutcome | null;
  confirmedBy: string;
  letters: boolean;
}

export interface SettledRow {
  id: string;
  outcome: HistoricOutcome;
  reason: string | null;
  personId: string | null;
}

/** The plan of an award's first form, and whether its learner is written to. */
export interface PlannedAward {
  award: HistoricAward;
  intent: CredentialIntent;
}

const AWARD_COLUMNS = {
  id: 'uuid',
  institution_id: 'uuid',
  row_id: 'uuid',
  person_id: 'uuid',
  edition_id: 'uuid',
  replaces_id: 'uuid',
  reason: 'text',
  letter: 'boolean',
  awarded_by: 'uuid',
  awarded_at: 'timestamptz',
};

@Injectable()
export class HistoricAwardsRepository {
  /** Locks rows in one order, so that of two who settle them the second finds what the first did. */
  async confirmedRowsLocked(tx: Tx, ids: readonly string[]): Promise<ConfirmedRow[]> {
    return tx.query<ConfirmedRow>(
      `select r.id, r.institution_id as "institutionId", r.award, r.outcome, i.confirmed_by as "confirmedBy", i.letters
         from historic_import_row r join historic_import i on i.id = r.import_id
        where r.id = any($1::uuid[]) and r.award is not null and i.confirmed_at is not null
        order by r.id for update of r`,
      [ids],
    );
  }

  async settle(tx: Tx, rows: readonly SettledRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(
      `update historic_import_row r set outcome = s.outcome, reason = s.reason, person_id = s.person_id
         from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) as s (id, outcome, reason, person_id) where r.id = s.id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ outcome }) => outcome),
        rows.map(({ reason }) => reason),
        rows.map(({ personId }) => personId),
      ],
    );
  }

  /** Of awards that were planned and are not stored, because another credential was: what became of their rows. */
  async yieldRows(tx: Tx, awardIds: readonly string[]): Promise<void> {
    if (awardIds.length === 0) return;
    await tx.query(
      `update historic_import_row r set outcome = 'held', reason = 'already-issued'
         from historic_award a join credential_intent i on i.historic_award_id = a.id and i.supersedes_id is null
        where a.id = any($1::uuid[]) and a.replaces_id is null and r.id = a.row_id and r.outcome = 'awarded'
          and not exists (select from credential c where c.id = i.id)`,
      [awardIds],
    );
  }

  /** Awards and what their credentials will say; the unique index refuses a second one of an edition to a person. */
  async add(tx: Tx, planned: readonly PlannedAward[]): Promise<void> {
    if (planned.length === 0) return;
    const { text, values } = insertion(
      'historic_award',
      AWARD_COLUMNS,
      planned.map(({ award }) => [
        award.id,
        award.institutionId,
        award.rowId,
        award.personId,
        award.editionId,
        award.replacesId,
        award.reason,
        award.letter,
        award.awardedBy,
        award.awardedAt,
      ]),
    );
    await tx.query(text, values);
    await tx.manager.insert(
      CredentialIntent,
      planned.map(({ intent }) => ({ ...intent })),
    );
  }

  async find(tx: Tx, id: string): Promise<HistoricAward | null> {
    return tx.manager.findOneBy(HistoricAward, { id });
  }

  /** What was planned for these awards. */
  async planned(tx: Tx, awardIds: readonly string[]): Promise<PlannedAward[]> {
    if (awardIds.length === 0) return [];
    const awards = await tx.manager
      .createQueryBuilder(HistoricAward, 'award')
      .where('award.id = any(:awardIds)', { awardIds })
      .getMany();
    const intents = await tx.manager
      .createQueryBuilder(CredentialIntent, 'intent')
      .where('intent.historicAwardId = any(:awardIds) and intent.supersedesId is null', { awardIds })
      .getMany();
    const byAward = new Map(intents.map((intent) => [intent.historicAwardId, intent]));
    return awards.flatMap((award) => {
      const intent = byAward.get(award.id);
      return intent ? [{ award, intent }] : [];
    });
  }

  /** By row, the award that it was made into first. */
  async firstOfRows(tx: Tx, rowIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; rowId: string }>(
      `select id, row_id as "rowId" from historic_award where row_id = any($1::uuid[]) and replaces_id is null`,
      [rowIds],
    );
    return new Map(rows.map(({ id, rowId }) => [rowId, id]));
  }

  async onFile(tx: Tx, rowId: string): Promise<AwardOnFile | null> {
    const [row] = await tx.query<{ award: AwardOnFile | null }>('select award from historic_import_row where id = $1', [rowId]);
    return row?.award ?? null;
  }

  /** Rows of files that were confirmed before then, that nothing became of and whose job is not open. */
  async unanswered(tx: Tx, before: Date, limit: number): Promise<{ institutionId: string; rowId: string }[]> {
    return tx.query(
      `select r.institution_id as "institutionId", r.id as "rowId"
         from historic_import_row r join historic_import i on i.id = r.import_id
        where r.award is not null and r.outcome is null and i.confirmed_at < $1
          and not exists (select from outbox o where o.job = 'award-historic' and o.payload ->> 'rowId' = r.id::text
                             and o.done_at is null and o.dead_at is null)
        order by i.confirmed_at, r.line limit $2`,
      [before, limit],
    );
  }

  /** Awards that were planned before then, are not stored, and whose job is not open. Not those given again where the learner got a credential otherwise. */
  async unstored(tx: Tx, before: Date, limit: number): Promise<{ institutionId: string; awardId: string }[]> {
    return tx.query(
      `select a.institution_id as "institutionId", a.id as "awardId"
         from historic_award a join credential_intent i on i.historic_award_id = a.id and i.supersedes_id is null
         join historic_import_row r on r.id = a.row_id
        where i.created_at < $1 and (a.replaces_id is not null or r.outcome = 'awarded')
          and not exists (select from credential c where c.person_id = a.person_id and c.edition_id = a.edition_id
                             and (c.id = i.id or (a.replaces_id is not null
                                                  and (c.state in ('issued', 'suspended') or c.issued_at >= i.created_at))))
          and not exists (select from outbox o where o.job = 'award-historic' and o.payload ->> 'awardId' = a.id::text
                             and o.done_at is null and o.dead_at is null)
          and not exists (select from outbox o where o.job = 'award-historic' and o.payload ->> 'rowId' = a.row_id::text
                             and o.done_at is null and o.dead_at is null)
        order by i.created_at limit $2`,
      [before, limit],
    );
  }
}
