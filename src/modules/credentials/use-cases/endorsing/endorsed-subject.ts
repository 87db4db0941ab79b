import { Injectable } from '@nestjs/common';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { EditionStore } from '../../../catalog/index.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';

const SLUG = /^[a-z0-9-]{1,100}$/;
const ACHIEVEMENT = /^\/achievements\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export interface KnownSubject {
  readonly kind: 'programme' | 'issuer';
  readonly institutionId: string;
  readonly title: string;
  /** Leads people to its page. */
  readonly path: string;
  /** Of the title, BCP 47. */
  readonly language: string;
}

/** Which achievement or issuer of ours it is that an endorsement names. */
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
    return (await this.find(tx, subject))?.institutionId ?? null;
  }

  /** What it is for people; `null` when it is not on this Cairn. Sees what the scope sees. */
  async find(tx: Tx, subject: string): Promise<KnownSubject | null> {
    const slug = subject.split(':').at(-1) ?? '';
    if (SLUG.test(slug) && subject === this.addresses.did(slug)) {
      const issuer = await this.institutions.findBySlug(tx, slug);
      return (
        issuer && {
          kind: 'issuer',
          institutionId: issuer.id,
          title: issuer.name,
          path: `/issuers/${slug}`,
          language: issuer.language,
        }
      );
    }
    if (!subject.startsWith(`${this.environment.publicUrl}/`)) return null;
    const [, editionId] = ACHIEVEMENT.exec(subject.slice(this.environment.publicUrl.length)) ?? [];
    const edition = editionId === undefined ? null : await this.editions.find(tx, editionId);
    if (!edition) return null;
    const { institutionId, title, content } = edition;
    return { kind: 'programme', institutionId, title, path: `/achievements/${edition.id}`, language: content.language };
  }

  /** Whether it would have to be on this Cairn, if anywhere. */
  isOurs(subject: string): boolean {
    return subject.startsWith(`${this.environment.publicUrl}/`) || subject.startsWith(this.addresses.did('-').slice(0, -1));
  }
}
