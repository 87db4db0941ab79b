import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, violatedConstraint } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem } from '../../../platform/http/problem.js';
import { newId } from '../../../platform/ids.js';
import type { Institution } from '../data/institution.entity.js';
import { InstitutionsRepository } from '../data/institutions.repository.js';
import { slugTaken } from '../problems.js';

export interface NewInstitution {
  slug: string;
  name: string;
  language: string;
  timeZone: string;
}

/** Opens a new tenant. Runs in the caller's transaction, which also makes its first administrator. */
@Injectable()
export class CreateInstitution {
  constructor(
    private readonly institutions: InstitutionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, wish: NewInstitution, actorId: string | null): Promise<Institution> {
    const now = this.clock.now();
    const institution: Institution = {
      ...wish,
      id: newId(),
      description: '',
      url: null,
      email: null,
      countryCode: null,
      region: null,
      imageUrl: null,
      identifiers: [],
      parentOrganization: null,
      accreditation: [],
      version: 1,
      createdAt: now,
    };
    try {
      await this.institutions.add(tx, institution);
    } catch (error) {
      if (violatedConstraint(error) === 'institution_slug_key')
        throw new Problem(slugTaken, { detail: 'Choose another short name.' });
      throw error;
    }
    await recordEvent(tx, {
      institutionId: institution.id,
      type: 'institution.created',
      actorId,
      subject: { type: 'institution', id: institution.id },
      occurredAt: now,
    });
    return institution;
  }
}
