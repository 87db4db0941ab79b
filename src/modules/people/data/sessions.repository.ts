import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { idleSince } from '../domain/session-terms.js';
import { Session } from './session.entity.js';

/** Sessions are nobody's tenant rows: every method names the person, or the contexts that sessions are limited to. */
@Injectable()
export class SessionsRepository {
  async add(tx: Tx, session: Session): Promise<void> {
    await tx.manager.insert(Session, session);
  }

  async find(tx: Tx, personId: string, id: string): Promise<Session | null> {
    return tx.manager.findOneBy(Session, { id, personId });
  }

  /** Those that still work, the last used first; 100 at most. */
  async live(tx: Tx, personId: string, now: Date): Promise<Session[]> {
    return tx.manager.find(Session, {
      where: { personId, revokedAt: IsNull(), expiresAt: MoreThan(now), lastSeenAt: MoreThan(idleSince(now)) },
      order: { lastSeenAt: 'DESC' },
      take: 100,
    });
  }

  /** Gives the session another token, and acts for `actingInstitutionId` from now on. False when it has ended meanwhile. */
  async rotate(tx: Tx, personId: string, id: string, changes: Pick<Session, 'tokenHash'> & Partial<Session>): Promise<boolean> {
    const result = await tx.manager.update(Session, { id, personId, revokedAt: IsNull() }, changes);
    return result.affected === 1;
  }

  /** Ends a session; false when there was none to end. */
  async end(tx: Tx, personId: string, id: string, now: Date): Promise<boolean> {
    const result = await tx.manager.update(Session, { id, personId, revokedAt: IsNull() }, { revokedAt: now });
    return result.affected === 1;
  }

  /** Ends all sessions of the person but `keptId`. */
  async endOthers(tx: Tx, personId: string, keptId: string | null, now: Date): Promise<void> {
    await tx.manager.update(
      Session,
      { personId, revokedAt: IsNull(), ...(keptId === null ? {} : { id: Not(keptId) }) },
      { revokedAt: now },
    );
  }

  /** Ends all sessions that are limited to one of the contexts, whoever has them. */
  async endInContexts(tx: Tx, contextIds: readonly string[], now: Date): Promise<void> {
    await tx.query('update session set revoked_at = $2 where context_id = any($1) and revoked_at is null', [contextIds, now]);
  }

  async endOfPersonInContexts(tx: Tx, personId: string, contextIds: readonly string[], now: Date): Promise<void> {
    await tx.query('update session set revoked_at = $3 where person_id = $1 and context_id = any($2) and revoked_at is null', [
      personId,
      contextIds,
      now,
    ]);
  }

  /** Where the person acted last, for the next session to begin there. */
  async lastInstitution(tx: Tx, personId: string): Promise<string | null> {
    const [last] = await tx.manager.find(Session, { where: { personId }, order: { lastSeenAt: 'DESC' }, take: 1 });
    return last?.actingInstitutionId ?? null;
  }

  /** Removes what ended before `past`. */
  async forget(tx: Tx, personId: string, past: Date): Promise<void> {
    await tx.query('delete from session where person_id = $1 and (expires_at < $2 or revoked_at < $2)', [personId, past]);
  }
}
