import { Injectable } from '@nestjs/common';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { EditionStore } from '../../../catalog/index.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';

const SLUG = /^[a-z0-9-]{1,100}$/;
const ACHIEVEMENT = /^\/achievements\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Whose the achievement or issuer is that an endorsement names. */
@Injectable()
export class EndorsedSubject {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly institutions: InstitutionsRepository,
    private readonly editions: EditionStore,
    private readonly environment: Environment,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** The institution's id; `null` when the subject is not on this Cairn. Needs a scope that sees every institution. */
  async institutionOf(tx: Tx, subject: string): Promise<string | null> {
    const slug = subject.split(':').at(-1) ?? '';
    if (SLUG.test(slug) && subject === this.addresses.did(slug))
      return (await this.institutions.findBySlug(tx, slug))?.id ?? null;
    if (!subject.startsWith(`${this.environment.publicUrl}/`)) return null;
    const [, editionId] = ACHIEVEMENT.exec(subject.slice(this.environment.publicUrl.length)) ?? [];
    if (editionId === undefined) return null;
    return (await this.editions.find(tx, editionId))?.institutionId ?? null;
  }

  /** Whether it would have to be on this Cairn, if anywhere. */
  isOurs(subject: string): boolean {
    return subject.startsWith(`${this.environment.publicUrl}/`) || subject.startsWith(this.addresses.did('-').slice(0, -1));
  }
}
