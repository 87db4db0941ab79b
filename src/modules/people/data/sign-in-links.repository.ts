import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { LinkPurpose } from '../domain/sign-in-link.js';
import { SignInLink } from './sign-in-link.entity.js';

@Injectable()
export class SignInLinksRepository {
  /** A person has one link for each purpose: the newest. */
  async replace(tx: Tx, link: SignInLink): Promise<void> {
    await this.drop(tx, link.personId, [link.purpose]);
    await tx.manager.insert(SignInLink, link);
  }

  async drop(tx: Tx, personId: string, purposes: LinkPurpose[]): Promise<void> {
    await tx.manager.delete(SignInLink, { personId, purpose: In(purposes) });
  }

  async findUsable(tx: Tx, tokenHash: string, now: Date): Promise<SignInLink | null> {
    return tx.manager.findOneBy(SignInLink, { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) });
  }

  /** Uses the link up in one statement, so that of two who try at once only one does. */
  async consume(tx: Tx, tokenHash: string, now: Date): Promise<boolean> {
    const result = await tx.manager.update(
      SignInLink,
      { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) },
      { usedAt: now },
    );
    return result.affected === 1;
  }
}
