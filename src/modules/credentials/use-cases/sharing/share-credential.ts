import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { newId, newToken } from '../../../../platform/ids.js';
import { hashOf } from '../../../../platform/secrets.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import type { ShareLink } from '../../data/share-link.entity.js';
import { SharingRepository } from '../../data/sharing.repository.js';
import { tooManyShareLinks, unfitShareLink } from '../../problems.js';
import { ownCredential } from './own-credential.js';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;
const MOST_OPEN = 50;

/** Share links of one's own credential: each for somebody, each with an end, each to be taken back alone. */
@Injectable()
export class ShareCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly sharing: SharingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(actor: Actor, credentialId: string): Promise<ShareLink[]> {
    return this.work.run(actor, async (tx) => {
      await ownCredential(tx, this.credentials, actor, credentialId);
      return this.sharing.ofCredential(tx, credentialId);
    });
  }

  /** The token is answered here and never again; kept for a repeated request, it would be at rest in clear. */
  async create(
    actor: Actor,
    credentialId: string,
    { label, expiresAt }: { label: string; expiresAt: Date },
  ): Promise<{ link: ShareLink; token: string }> {
    const now = this.clock.now();
    refuseUnfitEnd(expiresAt, now);
    const token = newToken(256);
    return this.work.run(actor, async (tx) => {
      await ownCredential(tx, this.credentials, actor, credentialId);
      if ((await this.sharing.countOpen(tx, credentialId, now)) >= MOST_OPEN)
        throw new Problem(tooManyShareLinks, { detail: 'Revoke one that you no longer need.' });
      const link: ShareLink = {
        id: newId(now.getTime()),
        institutionId: actor.institutionId,
        credentialId,
        tokenHash: hashOf(token),
        label,
        createdAt: now,
        expiresAt,
        revokedAt: null,
      };
      await this.sharing.add(tx, link);
      await this.record(tx, actor, 'credential.shared', credentialId, link.id);
      return { link, token };
    });
  }

  async revoke(actor: Actor, credentialId: string, linkId: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      await ownCredential(tx, this.credentials, actor, credentialId);
      if (!(await this.sharing.revoke(tx, credentialId, linkId, this.clock.now()))) throw new Problem(notFound);
      await this.record(tx, actor, 'credential.share_revoked', credentialId, linkId);
    });
  }

  private async record(tx: Tx, actor: Actor, type: string, credentialId: string, shareLinkId: string): Promise<void> {
    await recordEvent(tx, {
      institutionId: actor.institutionId,
      type,
      actorId: actor.personId,
      subject: { type: 'credential', id: credentialId },
      particulars: { shareLinkId },
      occurredAt: this.clock.now(),
    });
  }
}

function refuseUnfitEnd(expiresAt: Date, now: Date): void {
  const ahead = expiresAt.getTime() - now.getTime();
  if (ahead > 0 && ahead <= LONGEST_DAYS * DAY_MS) return;
  throw new Problem(unfitShareLink, {
    errors: [
      {
        field: 'expiresAt',
        code: 'out_of_range',
        detail: `Choose a time to come, at most ${LONGEST_DAYS} days ahead.`,
        params: { mostDays: LONGEST_DAYS },
      },
    ],
  });
}
