import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionStore, type StoredEdition } from '../../catalog/index.js';
import { type Institution, InstitutionsRepository } from '../../institutions/index.js';
import { EmbeddingRepository } from '../data/embedding.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { offeringRun, type OfferingRun } from '../domain/offering-run.js';

/** What anybody may see of an offering in a page of another site. */
export interface EmbeddedOffering {
  offering: { id: string; title: string; startsAt: Date; run: OfferingRun };
  edition: StoredEdition;
  institution: Pick<Institution, 'name' | 'language'>;
  /** Of the sites that may show it: one at least. */
  origins: string[];
}

@Injectable()
export class ReadEmbeddedOffering {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    private readonly editions: EditionStore,
    private readonly institutions: InstitutionsRepository,
    private readonly embedding: EmbeddingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `request.not_found`, also where the institution names no site: then nobody is shown anything of it. */
  async run(offeringId: string): Promise<EmbeddedOffering> {
    const found = await this.work.read(system('who looks at a card belongs to no institution'), (tx) =>
      this.offerings.find(tx, offeringId),
    );
    if (!found) throw new Problem(notFound);
    const { institutionId } = found;
    return this.work.read({ institutionId }, async (tx) => {
      const { origins } = await this.embedding.setting(tx, institutionId);
      const institution = origins.length > 0 ? await this.institutions.find(tx, institutionId) : null;
      if (!institution) throw new Problem(notFound);
      const { id, title, startsAt } = found;
      const offering = { id, title, startsAt, run: offeringRun(found, this.clock.now()) };
      return { offering, edition: await this.editions.get(tx, found.editionId), institution, origins };
    });
  }
}
