import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionsRepository } from '../data/editions.repository.js';
import type { MicroCredential } from '../data/micro-credential.entity.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import { type EditionDiff, editionDiff } from '../domain/difference/edition-diff.js';
import { type RuleChange, ruleChanges } from '../domain/difference/rule-changes.js';
import type { PublishingCandidate } from '../domain/publishing-checks.js';
import { PublishingCandidates } from './publishing-candidates.js';

/** One of the two that are compared. */
export interface ComparedEdition {
  /** null: the draft, as it is now. */
  editionId: string | null;
  number: number;
  publishedAt: Date | null;
  content: PublishingCandidate;
}

export interface EditionComparison {
  from: ComparedEdition;
  to: ComparedEdition;
  diff: EditionDiff;
  rules: RuleChange[];
}

/** What turns one edition of a micro-credential into another one, or into the draft. */
@Injectable()
export class CompareEditions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly editions: EditionsRepository,
    private readonly candidates: PublishingCandidates,
  ) {}

  /** Without `fromId` from the latest edition, without `toId` to the draft. Throws `request.not_found` where there is no such edition. */
  async run(actor: Actor, id: string, fromId: string | undefined, toId: string | undefined): Promise<EditionComparison> {
    return this.work.run(actor, async (tx) => {
      const microCredential = await this.microCredentials.find(tx, id);
      const latest = microCredential && (await this.editions.latest(tx, id));
      if (!latest) throw new Problem(notFound, { detail: 'There is no edition to compare with.', facts: { missing: 'edition' } });
      const from = await this.edition(tx, id, fromId ?? latest.id);
      const to = toId === undefined ? await this.draft(tx, microCredential, latest.number) : await this.edition(tx, id, toId);
      return { from, to, diff: editionDiff(from.content, to.content), rules: ruleChanges(from.content, to.content) };
    });
  }

  private async edition(tx: Tx, microCredentialId: string, editionId: string): Promise<ComparedEdition> {
    const edition = await this.editions.find(tx, editionId);
    if (edition?.microCredentialId !== microCredentialId) throw new Problem(notFound);
    const { number, publishedAt, content } = edition;
    return { editionId, number, publishedAt, content };
  }

  private async draft(tx: Tx, microCredential: MicroCredential, latest: number): Promise<ComparedEdition> {
    const { candidate } = await this.candidates.in(tx, microCredential);
    return { editionId: null, number: latest + 1, publishedAt: null, content: candidate };
  }
}
