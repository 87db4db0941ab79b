import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import { Invitation } from './invitation.entity.js';

@Injectable()
export class InvitationsRepository {
  async add(tx: Tx, invitation: Invitation): Promise<void> {
    await tx.manager.insert(Invitation, invitation);
  }

  /** The token is the only key before its holder belongs anywhere: needs a system scope. */
  async findByToken(tx: Tx, tokenHash: string): Promise<Invitation | null> {
    return tx.manager.findOneBy(Invitation, { tokenHash });
  }

  /** Locks the invitation, so that a double click is one acceptance. */
  async findByTokenForChange(tx: Tx, tokenHash: string): Promise<Invitation | null> {
    return tx.manager.findOne(Invitation, { where: { tokenHash }, lock: { mode: 'pessimistic_write' } });
  }

  async findForChange(tx: Tx, id: string): Promise<Invitation | null> {
    return tx.manager.findOne(Invitation, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(tx: Tx, id: string, changes: Partial<Pick<Invitation, 'acceptedAt' | 'acceptedBy' | 'revokedAt'>>): Promise<void> {
    await tx.manager.update(Invitation, { id }, changes);
  }

  /** A newer invitation to the same address takes the place of those still open. */
  async revokeOpen(tx: Tx, institutionId: string, email: string, now: Date): Promise<void> {
    await tx.manager.update(Invitation, { institutionId, email, acceptedAt: IsNull(), revokedAt: IsNull() }, { revokedAt: now });
  }

  /** Newest first. */
  async list(tx: Tx, institutionId: string, before: Cursor | null, limit: number): Promise<Invitation[]> {
    const query = tx.manager
      .createQueryBuilder(Invitation, 'invitation')
      .where('invitation.institutionId = :institutionId', { institutionId })
      .orderBy('invitation.createdAt', 'DESC')
      .addOrderBy('invitation.id', 'DESC')
      .limit(limit);
    if (before) query.andWhere('(invitation.createdAt, invitation.id) < (:at, :id)', before);
    return query.getMany();
  }
}
