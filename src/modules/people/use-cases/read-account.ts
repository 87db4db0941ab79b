import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Role, SignedIn } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notSignedIn } from '../../../platform/http/problems.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import type { Person } from '../data/person.entity.js';
import type { Session } from '../data/session.entity.js';
import { SessionsRepository } from '../data/sessions.repository.js';

export interface AccountMembership {
  institution: { id: string; slug: string; name: string };
  roles: Role[];
  suspendedAt: Date | null;
}

export interface Account {
  person: Person;
  memberships: AccountMembership[];
  /** Where the person acts now, if anywhere. */
  acting: AccountMembership | null;
}

/** What a signed-in person may know about themselves. */
@Injectable()
export class ReadAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly sessions: SessionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run({ personId, institutionId }: Pick<SignedIn, 'personId' | 'institutionId'>): Promise<Account> {
    return this.work.run(system('a person may belong to several institutions'), async (tx) => {
      const person = await this.people.find(tx, personId);
      if (!person) throw new Problem(notSignedIn);
      const memberships = await this.memberships(tx, personId);
      return { person, memberships, acting: memberships.find(({ institution }) => institution.id === institutionId) ?? null };
    });
  }

  async sessionsOf({ personId }: Pick<SignedIn, 'personId'>): Promise<Session[]> {
    return this.work.run(system('sessions belong to people'), (tx) => this.sessions.live(tx, personId, this.clock.now()));
  }

  private async memberships(tx: Tx, personId: string): Promise<AccountMembership[]> {
    const memberships: AccountMembership[] = [];
    for (const { institutionId, roles, suspendedAt } of await this.members.ofPerson(tx, personId)) {
      const institution = await this.institutions.find(tx, institutionId);
      if (institution) memberships.push({ institution, roles, suspendedAt });
    }
    return memberships;
  }
}
