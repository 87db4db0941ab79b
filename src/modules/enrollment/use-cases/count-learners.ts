import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { ReadMicroCredentials } from '../../catalog/index.js';
import { type EditionLearners, EnrollmentsRepository } from '../data/enrollments.repository.js';

/** How many are on which edition of a micro-credential, without saying who. */
@Injectable()
export class CountLearners {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: ReadMicroCredentials,
    private readonly enrollments: EnrollmentsRepository,
  ) {}

  /** Editions that nobody is on are missing. Throws `request.not_found`. */
  async byEdition(actor: Actor, microCredentialId: string): Promise<EditionLearners[]> {
    await this.microCredentials.one(actor, microCredentialId);
    return this.work.read(actor, (tx) => this.enrollments.byEdition(tx, microCredentialId));
  }
}
