import { Injectable } from '@nestjs/common';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { StatusRegistry } from './status-registry.js';

/** Brings the signed form of a status list to what the credentials say. Several changes at once cost one signature. */
@Injectable()
export class PublishStatusList {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly statuses: StatusRegistry,
  ) {}

  async run(scope: InstitutionScope, listId: string): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const institution = await this.institutions.find(tx, scope.institutionId);
      if (institution) await this.statuses.publish(tx, institution, listId);
    });
  }
}
