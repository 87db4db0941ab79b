import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionsRepository } from '../data/editions.repository.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import type { EditionContent } from '../domain/edition.js';
import { wholeDraft } from '../domain/whole-draft.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import { PublishingCandidates } from './publishing-candidates.js';

/** A draft in the shape of the edition that it would become. */
export interface DraftEdition {
  microCredentialId: string;
  institutionId: string;
  /** The number that it would get. */
  number: number;
  title: string;
  content: EditionContent;
}

/** Drafts as the editions that they would become now; for those who may change them. */
@Injectable()
export class DraftEditions {
  constructor(
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly editions: EditionsRepository,
    private readonly candidates: PublishingCandidates,
  ) {}

  /** Throws `request.not_found`, and `access.not_allowed` for whoever does not author. */
  async in(tx: Tx, actor: Actor, microCredentialId: string): Promise<DraftEdition> {
    refuseUnlessAllowed(canAuthor(actor));
    const microCredential = await this.microCredentials.find(tx, microCredentialId);
    if (!microCredential) throw new Problem(notFound);
    const { candidate } = await this.candidates.in(tx, microCredential);
    const latest = await this.editions.latest(tx, microCredentialId);
    return {
      microCredentialId,
      institutionId: microCredential.institutionId,
      number: (latest?.number ?? 0) + 1,
      title: candidate.title,
      content: wholeDraft(candidate),
    };
  }
}
