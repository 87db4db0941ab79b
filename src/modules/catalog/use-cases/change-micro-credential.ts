import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { EditionsRepository, type EditionSummary } from '../data/editions.repository.js';
import type { MicroCredential } from '../data/micro-credential.entity.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import { freeSlug, slugOf } from '../domain/slug.js';
import { canChangeMicroCredential, refuseUnlessAllowed } from '../policy.js';
import { type DraftChanges, SettleDraft } from './settle-draft.js';

export interface MicroCredentialWithEdition {
  microCredential: MicroCredential;
  latest: EditionSummary | null;
}

/** Changes fields of the draft. Editions stay as they are, and so does everybody who learns in one. */
@Injectable()
export class ChangeMicroCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly editions: EditionsRepository,
    private readonly settleDraft: SettleDraft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, expectedVersion: number, changes: DraftChanges): Promise<MicroCredentialWithEdition> {
    return this.work.run(actor, (tx) => this.in(tx, actor, id, expectedVersion, changes));
  }

  /** In the caller's transaction. */
  async in(
    tx: Tx,
    actor: Actor,
    id: string,
    expectedVersion: number,
    changes: DraftChanges,
  ): Promise<MicroCredentialWithEdition> {
    const microCredential = await this.microCredentials.findForChange(tx, id);
    if (!microCredential) throw new Problem(notFound);
    refuseUnlessAllowed(canChangeMicroCredential(actor, microCredential));
    refuseStale(microCredential.version, expectedVersion);
    const latest = await this.editions.latest(tx, id);
    const now = this.clock.now();
    const draft = await this.settleDraft.in(tx, actor.institutionId, microCredential.draft, changes);
    const slug = latest ? microCredential.slug : await this.slugFor(tx, microCredential, draft.title);
    const version = microCredential.version + 1;
    const changed: MicroCredential = { ...microCredential, slug, title: draft.title, draft, version, updatedAt: now };
    await this.microCredentials.save(tx, changed);
    await recordEvent(tx, {
      institutionId: actor.institutionId,
      type: 'micro_credential.changed',
      actorId: actor.personId,
      subject: { type: 'micro_credential', id },
      particulars: { fields: Object.keys(changes) },
      occurredAt: now,
    });
    return { microCredential: changed, latest };
  }

  /** Before the first edition nobody outside knows the address, so it may still follow the title. */
  private async slugFor(tx: Tx, { institutionId, slug, title }: MicroCredential, newTitle: string): Promise<string> {
    if (newTitle === title) return slug;
    const wanted = slugOf(newTitle);
    const taken = await this.microCredentials.takenSlugs(tx, institutionId, wanted);
    taken.delete(slug);
    return freeSlug(wanted, taken);
  }
}
