import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import type { Institution } from '../data/institution.entity.js';
import { InstitutionsRepository } from '../data/institutions.repository.js';

@Injectable()
export class ReadInstitution {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
  ) {}

  /** The institution that the actor acts for. */
  async acting(actor: Actor): Promise<Institution> {
    const institution = await this.work.read(actor, (tx) => this.institutions.find(tx, actor.institutionId));
    if (!institution) throw new Problem(notFound);
    return institution;
  }
}
