import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { type Institution, InstitutionsRepository } from '../../institutions/index.js';

const SCOPE = system('anybody may know who issues here');

/** The institution that an issuer's address names. */
@Injectable()
export class FindIssuer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
  ) {}

  async run(slug: string): Promise<Institution> {
    const institution = await this.work.run(SCOPE, (tx) => this.institutions.findBySlug(tx, slug));
    if (!institution) throw new Problem(notFound);
    return institution;
  }
}
