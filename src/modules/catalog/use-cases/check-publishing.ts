import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import { type MissingElement, missingElements } from '../domain/european-elements.js';
import type { PublishingProblem } from '../domain/publishing-problem-codes.js';
import { PublishingCandidates } from './publishing-candidates.js';

/** What stands against publishing now, and what a European micro-credential would still need; without publishing. */
@Injectable()
export class CheckPublishing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly candidates: PublishingCandidates,
  ) {}

  async run(actor: Actor, id: string): Promise<{ problems: PublishingProblem[]; missing: MissingElement[] }> {
    return this.work.run(actor, async (tx) => {
      const microCredential = await this.microCredentials.find(tx, id);
      if (!microCredential) throw new Problem(notFound);
      const { candidate, problems } = await this.candidates.in(tx, microCredential);
      const institution = await this.institutions.find(tx, microCredential.institutionId);
      return { problems, missing: missingElements(candidate, { countryCode: institution?.countryCode ?? null }) };
    });
  }
}
