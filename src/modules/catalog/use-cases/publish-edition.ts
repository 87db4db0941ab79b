import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { newId } from '../../../platform/ids.js';
import { EditionsRepository, type EditionSummary } from '../data/editions.repository.js';
import type { MicroCredential } from '../data/micro-credential.entity.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import { catalogueCard } from '../domain/catalogue-card.js';
import type { EditionContent } from '../domain/edition.js';
import { fieldPath } from '../domain/field-path.js';
import { canChangeMicroCredential, refuseUnlessAllowed } from '../policy.js';
import { notPublishable } from '../problems.js';
import type { Author } from './create-course.js';
import { type CheckedCandidate, PublishingCandidates } from './publishing-candidates.js';

/** Freezes a draft and the present content of its courses as the next edition. Nobody is moved to it. */
@Injectable()
export class PublishEdition {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly editions: EditionsRepository,
    private readonly candidates: PublishingCandidates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, expectedVersion: number, changeNote: string): Promise<EditionSummary> {
    return this.work.runOnce(actor, async (tx) => {
      const microCredential = await this.microCredentials.findForChange(tx, id);
      if (!microCredential) throw new Problem(notFound);
      refuseUnlessAllowed(canChangeMicroCredential(actor, microCredential));
      refuseStale(microCredential.version, expectedVersion);
      return this.in(tx, actor, microCredential, changeNote);
    });
  }

  /** In the caller's transaction, which has locked the micro-credential and checked the policy. Throws `catalog.not_publishable` with every problem. */
  async in(tx: Tx, author: Author, microCredential: MicroCredential, changeNote: string): Promise<EditionSummary> {
    const content = publishable(await this.candidates.in(tx, microCredential));
    const now = this.clock.now();
    const number = ((await this.editions.latest(tx, microCredential.id))?.number ?? 0) + 1;
    const summary: EditionSummary = {
      id: newId(now.getTime()),
      institutionId: author.institutionId,
      microCredentialId: microCredential.id,
      number,
      title: content.title,
      changeNote,
      publishedBy: author.personId,
      publishedAt: now,
    };
    await this.editions.add(tx, { ...summary, content, card: catalogueCard(content) });
    // The view tells of the latest edition, so its version moves: a second author who publishes the same draft hears of the first.
    await this.microCredentials.save(tx, { ...microCredential, version: microCredential.version + 1, updatedAt: now });
    await recordEvent(tx, {
      institutionId: author.institutionId,
      type: 'edition.published',
      actorId: author.personId,
      subject: { type: 'edition', id: summary.id },
      particulars: { microCredentialId: microCredential.id, number },
      occurredAt: now,
    });
    return summary;
  }
}

function publishable({ candidate, problems }: CheckedCandidate): EditionContent {
  const { project, rubric } = candidate;
  if (problems.length === 0 && project && rubric) return { ...candidate, project, rubric };
  throw new Problem(notPublishable, {
    detail: `Nothing was published. ${problems.length === 1 ? 'One thing has' : `${problems.length} things have`} to be put right first.`,
    errors: problems.map(({ code, path, detail, params }) => ({ field: fieldPath(path), code, detail, params })),
  });
}
