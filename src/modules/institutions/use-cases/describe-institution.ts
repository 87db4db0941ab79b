import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import type { Institution } from '../data/institution.entity.js';
import { InstitutionsRepository } from '../data/institutions.repository.js';

export type InstitutionDescription = Pick<
  Institution,
  | 'name'
  | 'description'
  | 'url'
  | 'email'
  | 'countryCode'
  | 'region'
  | 'imageUrl'
  | 'identifiers'
  | 'parentOrganization'
  | 'language'
  | 'timeZone'
  | 'accreditation'
>;

/** Changes how the institution presents itself. What was issued before keeps what it said then. */
@Injectable()
export class DescribeInstitution {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, expectedVersion: number, changes: Partial<InstitutionDescription>): Promise<Institution> {
    return this.work.run(actor, async (tx) => {
      const institution = await this.institutions.findForChange(tx, actor.institutionId);
      if (!institution) throw new Problem(notFound);
      refuseStale(institution.version, expectedVersion);
      const changed = { ...institution, ...changes, version: institution.version + 1 };
      await this.institutions.save(tx, changed);
      await recordEvent(tx, {
        institutionId: institution.id,
        type: 'institution.described',
        actorId: actor.personId,
        subject: { type: 'institution', id: institution.id },
        particulars: { fields: Object.keys(changes) },
        occurredAt: this.clock.now(),
      });
      return changed;
    });
  }
}
