import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { CredentialState } from '../domain/credential-state.js';
import { Achievement } from './achievement.entity.js';
import { CredentialIntent } from './credential-intent.entity.js';
import { Credential } from './credential.entity.js';
import { PUBLISHED_BADGE, type PublishedBadgeRow, SHARED_BADGE, type SharedBadgeRow } from './published.sql.js';

/** A form that is about to be stored: the first of its award, and its address its secret, unless it says otherwise. */
export type NewCredential = Omit<Credential, 'form' | 'visibility'> & Partial<Pick<Credential, 'form' | 'visibility'>>;

/** A final pass that has led to nothing yet. */
export interface UnansweredPass {
  institutionId: string;
  enrollmentId: string;
  assessmentId: string;
}

@Injectable()
export class CredentialsRepository {
  /** Makes awards of one edition to one person take turns. */
  async lockAward(tx: Tx, personId: string, editionId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('award ' || $1 || $2, 0))`, [personId, editionId]);
  }

  async addIntent(tx: Tx, intent: CredentialIntent): Promise<void> {
    await tx.manager.insert(CredentialIntent, { ...intent });
  }

  async findIntent(tx: Tx, id: string): Promise<CredentialIntent | null> {
    return tx.manager.findOneBy(CredentialIntent, { id });
  }

  /** Every award ever decided for a person and an edition, oldest first. */
  async intentsOf(tx: Tx, personId: string, editionId: string): Promise<CredentialIntent[]> {
    return tx.manager.find(CredentialIntent, { where: { personId, editionId }, order: { createdAt: 'ASC' } });
  }

  async credentialsOf(tx: Tx, personId: string, editionId: string): Promise<Credential[]> {
    return tx.manager.find(Credential, { where: { personId, editionId }, order: { issuedAt: 'ASC' } });
  }

  /** Stores a signed credential once. False: it was there already. */
  async addOnce(tx: Tx, credential: NewCredential): Promise<boolean> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Credential)
      .values(credential)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async find(tx: Tx, id: string): Promise<Credential | null> {
    return tx.manager.findOneBy(Credential, { id });
  }

  async findLocked(tx: Tx, id: string): Promise<Credential | null> {
    return tx.manager.findOne(Credential, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The newest form at a public address. */
  async findByPublicId(tx: Tx, publicId: string): Promise<Credential | null> {
    return tx.manager.findOne(Credential, { where: { publicId }, order: { form: 'DESC' } });
  }

  /** The same, with what its page verifies it against: one statement. */
  async publishedBadge(tx: Tx, publicId: string, now: Date): Promise<PublishedBadgeRow | null> {
    const [found] = await tx.query<PublishedBadgeRow>(PUBLISHED_BADGE, [publicId, now]);
    return found ?? null;
  }

  /** The same of what a share link opens, as long as it does. */
  async sharedBadge(tx: Tx, tokenHash: string, now: Date): Promise<SharedBadgeRow | null> {
    const [found] = await tx.query<SharedBadgeRow>(SHARED_BADGE, [tokenHash, now]);
    return found ?? null;
  }

  /** The state of the form whose place in a status list this is. */
  async stateAt(tx: Tx, statusListId: string, statusIndex: number): Promise<CredentialState | null> {
    const [found] = await tx.query<{ state: CredentialState }>(
      `select c.state from credential_intent i join credential c on c.id = i.id where i.status_list_id = $1 and i.status_index = $2`,
      [statusListId, statusIndex],
    );
    return found?.state ?? null;
  }

  /** The intent that replaces a form, signed or not. */
  async findSuccessor(tx: Tx, supersedesId: string): Promise<CredentialIntent | null> {
    return tx.manager.findOneBy(CredentialIntent, { supersedesId });
  }

  /** Every form that was ever planned for a person, signed or not, oldest first. */
  async formsOf(tx: Tx, personId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('select id from credential_intent where person_id = $1 order by created_at, id', [
      personId,
    ]);
    return rows.map(({ id }) => id);
  }

  /** The addresses of a person's credentials that are not taken back. */
  async standingOf(tx: Tx, personId: string): Promise<string[]> {
    const rows = await tx.query<{ publicId: string }>(
      `select distinct public_id as "publicId" from credential where person_id = $1 and state in ('issued', 'suspended', 'expired')`,
      [personId],
    );
    return rows.map(({ publicId }) => publicId);
  }

  /** Plans other words; the database lets nobody do that but who erases the person. */
  async replacePlan(tx: Tx, id: string, words: string, wordsSha256: string): Promise<void> {
    await tx.query('select cairn_replace_plan($1, $2, $3)', [id, words, wordsSha256]);
  }

  async replaceSigned(tx: Tx, id: string, signed: Pick<Credential, 'signed' | 'signedSha256'>): Promise<void> {
    await tx.manager.update(Credential, { id }, signed);
  }

  async save(tx: Tx, credential: Credential): Promise<void> {
    await tx.manager.update(Credential, { id: credential.id }, { state: credential.state });
  }

  /** Every form of an award is seen by the same people. */
  async show(tx: Tx, { publicId, visibility }: Pick<Credential, 'publicId' | 'visibility'>): Promise<void> {
    await tx.manager.update(Credential, { publicId }, { visibility });
  }

  async findAchievement(tx: Tx, editionId: string): Promise<Achievement | null> {
    return tx.manager.findOneBy(Achievement, { editionId });
  }

  /** Keeps the first one; everybody gets that. */
  async ensureAchievement(tx: Tx, achievement: Achievement): Promise<Achievement> {
    await tx.manager.createQueryBuilder().insert().into(Achievement).values(achievement).orIgnore().execute();
    return (await this.findAchievement(tx, achievement.editionId)) ?? achievement;
  }

  /**
   * Passes older than `before` that have led to no credential and whose job is not open. Not those of somebody who holds the
   * edition's credential, nor those that were refused for good, nor those withheld with a reason since `withheldSince`; nor those that were
   * there when a credential of the edition was taken back from the person, which the office meant to be the end of it.
   */
  async unansweredPasses(tx: Tx, before: Date, withheldSince: Date, limit: number): Promise<UnansweredPass[]> {
    return tx.query<UnansweredPass>(
      `select a.institution_id as "institutionId", a.enrollment_id as "enrollmentId", a.id as "assessmentId"
         from assessment a join enrollment e on e.id = a.enrollment_id
        where a.final and a.verdict = 'passed' and a.decided_at < $1
          and not exists (select from assessment later where later.attempt_id = a.attempt_id and later.final and later.version > a.version)
          and not exists (select from credential_intent i join credential c on c.id = i.id
                           where i.person_id = e.person_id and i.edition_id = e.edition_id
                             and (c.state in ('issued', 'suspended') or i.assessment_id = a.id))
          and not exists (select from credential c join credential_revocation r on r.credential_id = c.id
                           where c.person_id = e.person_id and c.edition_id = e.edition_id and r.revoked_at > a.decided_at)
          and not exists (select from outbox o where o.job = 'issue-credential' and o.payload ->> 'assessmentId' = a.id::text
                             and o.done_at is null and o.dead_at is null)
          and not exists (select from event w where w.subject_type = 'enrollment' and w.subject_id = a.enrollment_id
                             and w.type = 'credential.withheld' and w.particulars ->> 'assessmentId' = a.id::text
                             and (w.occurred_at > $2 or w.particulars ->> 'decision' = 'refuse'))
        order by a.decided_at limit $3`,
      [before, withheldSince, limit],
    );
  }

  /** New forms that were planned before then, are not stored, have no open job, and could still take the place of the one before. */
  async unstoredSuccessors(tx: Tx, before: Date, limit: number): Promise<{ institutionId: string; intentId: string }[]> {
    return tx.query(
      `select i.institution_id as "institutionId", i.id as "intentId"
         from credential_intent i join credential replaced on replaced.id = i.supersedes_id
        where i.created_at < $1 and replaced.state not in ('revoked', 'superseded')
          and not exists (select from outbox o where o.job = 'store-successor' and o.payload ->> 'intentId' = i.id::text
                             and o.done_at is null and o.dead_at is null)
        order by i.created_at limit $2`,
      [before, limit],
    );
  }
}
