import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import type { MicroCredential } from '../data/micro-credential.entity.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import { newDraft } from '../domain/new-draft.js';
import { freeSlug, slugOf } from '../domain/slug.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import type { Author } from './create-course.js';
import { type DraftChanges, SettleDraft } from './settle-draft.js';

export type NewMicroCredential = DraftChanges & { title: string };

@Injectable()
export class CreateMicroCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly settleDraft: SettleDraft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: NewMicroCredential): Promise<MicroCredential> {
    refuseUnlessAllowed(canAuthor(actor));
    return this.work.runOnce(actor, (tx) => this.in(tx, actor, wish));
  }

  /** In the caller's transaction, which has checked the policy. Without a language it is the institution's. */
  async in(tx: Tx, author: Author, wish: NewMicroCredential, copiedFrom?: string): Promise<MicroCredential> {
    const { institutionId, personId } = author;
    const institution = await this.institutions.find(tx, institutionId);
    if (!institution) throw new Problem(notFound);
    const now = this.clock.now();
    const draft = await this.settleDraft.in(tx, institutionId, newDraft(wish.title, institution.language), wish);
    const slug = slugOf(wish.title);
    const microCredential: MicroCredential = {
      id: newId(now.getTime()),
      institutionId,
      slug: freeSlug(slug, await this.microCredentials.takenSlugs(tx, institutionId, slug)),
      title: draft.title,
      draft,
      version: 1,
      createdBy: personId,
      createdAt: now,
      updatedAt: now,
      retiredAt: null,
    };
    await this.microCredentials.add(tx, microCredential);
    await recordEvent(tx, {
      institutionId,
      type: 'micro_credential.created',
      actorId: personId,
      subject: { type: 'micro_credential', id: microCredential.id },
      particulars: copiedFrom === undefined ? {} : { copiedFrom },
      occurredAt: now,
    });
    return microCredential;
  }
}
