import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { LinkPurpose } from '../domain/sign-in-link.js';
import { SignInLink } from './sign-in-link.entity.js';

const COLUMNS = {
  token_hash: 'text',
  person_id: 'uuid',
  purpose: 'text',
  email: 'text',
  created_at: 'timestamptz',
  expires_at: 'timestamptz',
  used_at: 'timestamptz',
};

@Injectable()
export class SignInLinksRepository {
  /** A person has one link for each purpose: the newest. */
  async replace(tx: Tx, link: SignInLink): Promise<void> {
    await this.drop(tx, link.personId, [link.purpose]);
    await tx.manager.insert(SignInLink, link);
  }

  /** Of people who have no earlier one. */
  async addAll(tx: Tx, links: readonly SignInLink[]): Promise<void> {
    if (links.length === 0) return;
    const { text, values } = insertion(
      'sign_in_link',
      COLUMNS,
      links.map((link) => [link.tokenHash, link.personId, link.purpose, link.email, link.createdAt, link.expiresAt, link.usedAt]),
    );
    await tx.query(text, values);
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
