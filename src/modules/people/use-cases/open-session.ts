import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Role } from '../../../platform/http/access.js';
import { newId } from '../../../platform/ids.js';
import { newSecret } from '../../../platform/secrets.js';
import { MembersRepository } from '../data/members.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { ABSOLUTE_MS, sessionEnd } from '../domain/session-terms.js';
import type { Visitor } from './visitor.js';

export interface OpenedSession {
  /** For the cookie; kept nowhere. */
  token: string;
  sessionId: string;
  personId: string;
  institutionId: string | null;
}

export interface SessionWish {
  personId: string;
  visitor: Visitor;
  /** The session that the browser had until now. Signing in always makes a new one (ASVS 5.0 V7.2.4). */
  replaces: string | null;
  /** Where to act; by default where the person acted last. */
  institutionId?: string;
  /** Who an LMS vouches for acts as what it says of them, within its context. */
  within?: { contextId: string; roles: readonly Role[] };
}

/** Opens a session for a person who has just proved themselves. Runs in the caller's transaction, in a system scope. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly members: MembersRepository,
    private readonly sessions: SessionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, { personId, visitor, replaces, institutionId, within }: SessionWish): Promise<OpenedSession> {
    const now = this.clock.now();
    await this.sessions.forget(tx, personId, new Date(now.getTime() - ABSOLUTE_MS));
    if (replaces) await this.sessions.end(tx, personId, replaces, now);
    const acting = institutionId ?? (await this.whereToAct(tx, personId));
    const { token, hash } = newSecret();
    const session = {
      id: newId(now.getTime()),
      tokenHash: hash,
      personId,
      actingInstitutionId: acting,
      roles: within ? [...within.roles] : null,
      contextId: within?.contextId ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: sessionEnd(now, within !== undefined),
      revokedAt: null,
      userAgent: visitor.userAgent,
    };
    await this.sessions.add(tx, session);
    if (acting !== null) {
      await recordEvent(tx, {
        institutionId: acting,
        type: 'person.signed_in',
        actorId: personId,
        subject: { type: 'person', id: personId },
        particulars: { sessionId: session.id, ...(within ? { contextId: within.contextId } : {}) },
        occurredAt: now,
      });
    }
    return { token, sessionId: session.id, personId, institutionId: acting };
  }

  private async whereToAct(tx: Tx, personId: string): Promise<string | null> {
    const open = (await this.members.ofPerson(tx, personId)).filter(({ suspendedAt }) => suspendedAt === null);
    const last = await this.sessions.lastInstitution(tx, personId);
    const chosen = open.find(({ institutionId }) => institutionId === last) ?? open[0];
    return chosen?.institutionId ?? null;
  }
}
