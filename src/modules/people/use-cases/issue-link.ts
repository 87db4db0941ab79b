import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newSecret } from '../../../platform/secrets.js';
import { SignInLinksRepository } from '../data/sign-in-links.repository.js';
import { linkEnd, type LinkPurpose } from '../domain/sign-in-link.js';

/** Makes a link that works once, in the caller's transaction. The person's earlier link for the same purpose stops working. */
@Injectable()
export class IssueLink {
  constructor(
    private readonly links: SignInLinksRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers the path of the page that asks before it does anything, so that previews of mail use nothing up. */
  async in(tx: Tx, personId: string, purpose: LinkPurpose, email: string | null = null): Promise<string> {
    const now = this.clock.now();
    const { token, hash } = newSecret();
    await this.links.replace(tx, {
      tokenHash: hash,
      personId,
      purpose,
      email,
      createdAt: now,
      expiresAt: linkEnd(purpose, now),
      usedAt: null,
    });
    return `/sign-in/link/${token}`;
  }

  /** As `in`, for people who are new and have no earlier link. By person, the path. */
  async forNew(tx: Tx, personIds: readonly string[], purpose: LinkPurpose): Promise<Map<string, string>> {
    const now = this.clock.now();
    const secrets = personIds.map((personId) => ({ personId, ...newSecret() }));
    const terms = { purpose, email: null, createdAt: now, expiresAt: linkEnd(purpose, now), usedAt: null };
    await this.links.addAll(
      tx,
      secrets.map(({ personId, hash }) => ({ tokenHash: hash, personId, ...terms })),
    );
    return new Map(secrets.map(({ personId, token }) => [personId, `/sign-in/link/${token}`]));
  }
}
