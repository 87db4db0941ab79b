import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CreateInstitution, InstitutionsRepository } from '../../institutions/index.js';
import { PeopleRepository } from '../data/people.repository.js';
import type { Person } from '../data/person.entity.js';
import { GrantRoles } from './grant-roles.js';
import { IssueLink } from './issue-link.js';
import { newPerson } from './new-person.js';

const FIRST_INSTITUTION = { slug: 'my-institution', name: 'My institution', language: 'en', timeZone: 'UTC' };
// Two processes that start at once must not both make an institution, nor each spoil the other's link.
const LOCK = 4_201_140;

/** At the start: makes the first institution and administrator of an empty installation, and lets them in. */
@Injectable()
export class PrepareFirstAdministrator {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly people: PeopleRepository,
    private readonly createInstitution: CreateInstitution,
    private readonly grantRoles: GrantRoles,
    private readonly issueLink: IssueLink,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The path of a sign-in link, good once and for 24 hours; a new one at each start, until somebody who runs the installation
   * can sign in with a password. `null` from then on.
   */
  async run(): Promise<string | null> {
    return this.work.run(system('nobody is here yet'), async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
      const operators = (await this.institutions.count(tx)) === 0 ? [await this.begin(tx)] : await this.people.operators(tx);
      const [first] = operators;
      if (!first || operators.some(canSignIn) || first.suspendedAt) return null;
      return this.issueLink.in(tx, first.id, 'first-administrator');
    });
  }

  private async begin(tx: Tx): Promise<Person> {
    const institution = await this.createInstitution.in(tx, FIRST_INSTITUTION, null);
    const administrator = newPerson({ name: 'Administrator', email: null, operator: true }, this.clock.now());
    await this.people.add(tx, administrator);
    await this.grantRoles.in(tx, institution.id, administrator.id, ['admin'], null);
    return administrator;
  }
}

function canSignIn({ email, passwordHash, suspendedAt }: Person): boolean {
  return email !== null && passwordHash !== null && suspendedAt === null;
}
