import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { isLocalInstallation } from '../../../platform/config/is-local-installation.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { type FieldError, Problem } from '../../../platform/http/problem.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { EmbeddingRepository, type EmbeddingSetting } from '../data/embedding.repository.js';
import { readSite, type SiteFault } from '../domain/site-origin.js';
import { unfitSite } from '../problems.js';

const FAULTS: Readonly<Record<SiteFault, string>> = {
  not_a_site: 'Give the beginning of an address, such as https://www.example.edu.',
  not_https: 'Give an address that begins with https://.',
  more_than_a_site: 'Leave out what follows the name of the site: every page of it may show the card.',
  unfit_host: 'Give the whole name of one site, without *; numbers are no name.',
};

/** Which sites may show cards of an institution's offerings. Counts with the next request for a card. */
@Injectable()
export class EmbeddingSettings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly embedding: EmbeddingRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<EmbeddingSetting> {
    return this.work.read(actor, (tx) => this.embedding.setting(tx, actor.institutionId));
  }

  /** Throws `enrollment.unfit_site`. */
  async change(actor: Actor, expectedVersion: number, sites: readonly string[]): Promise<EmbeddingSetting> {
    const origins = this.originsOf(sites);
    const { institutionId, personId } = actor;
    return this.work.run(actor, async (tx) => {
      // The setting may have no row yet that could be locked.
      await this.institutions.findForChange(tx, institutionId);
      const { version } = await this.embedding.setting(tx, institutionId);
      refuseStale(version, expectedVersion);
      const chosen = { institutionId, origins, version: version + 1 };
      await this.embedding.save(tx, chosen);
      await recordEvent(tx, {
        institutionId,
        type: 'embedding.chosen',
        actorId: personId,
        subject: { type: 'institution', id: institutionId },
        particulars: { origins },
        occurredAt: this.clock.now(),
      });
      return chosen;
    });
  }

  private originsOf(sites: readonly string[]): string[] {
    const local = isLocalInstallation(this.environment.publicUrl);
    const read = sites.map((site) => readSite(site, local));
    const errors = read.flatMap((site): FieldError[] =>
      site.ok ? [] : [{ field: 'origins', code: site.fault, detail: FAULTS[site.fault] }],
    );
    if (errors.length > 0) throw new Problem(unfitSite, { errors });
    return [...new Set(read.flatMap((site) => (site.ok ? [site.origin] : [])))];
  }
}
