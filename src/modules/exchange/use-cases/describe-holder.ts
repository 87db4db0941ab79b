import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { actingScope } from '../../../platform/http/acting-scope.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { PeopleDirectory } from '../../people/index.js';

/** As whom and where somebody is about to answer. */
@Injectable()
export class DescribeHolder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleDirectory,
    private readonly institutions: InstitutionsRepository,
  ) {}

  async run(signedIn: SignedIn): Promise<{ personName: string; institutionName: string }> {
    const scope = actingScope(signedIn);
    return this.work.run(scope, async (tx) => {
      const person = await this.people.find(tx, signedIn.personId);
      const institution = await this.institutions.find(tx, scope.institutionId);
      if (!person || !institution) throw new Error(`Somebody who is signed in is nobody at ${scope.institutionId}`);
      return { personName: person.name, institutionName: institution.name };
    });
  }
}
