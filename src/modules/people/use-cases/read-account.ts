import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notSignedIn } from '../../../platform/http/problems.js';
import { type MemberPlace, MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import type { Person } from '../data/person.entity.js';
import type { Session } from '../data/session.entity.js';
import { SessionsRepository } from '../data/sessions.repository.js';

export interface Account {
  person: Person;
  memberships: MemberPlace[];
  /** Where the person acts now, if anywhere. */
  acting: MemberPlace | null;
}

/** What a signed-in person may know about themselves. */
@Injectable()
export class ReadAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly sessions: SessionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run({ personId, institutionId }: Pick<SignedIn, 'personId' | 'institutionId'>): Promise<Account> {
    return this.work.read(system('a person may belong to several institutions'), async (tx) => {
      const person = await this.people.find(tx, personId);
      if (!person) throw new Problem(notSignedIn);
      const memberships = await this.members.placesOf(tx, personId);
      return { person, memberships, acting: memberships.find(({ institution }) => institution.id === institutionId) ?? null };
    });
  }

  async sessionsOf({ personId }: Pick<SignedIn, 'personId'>): Promise<Session[]> {
    return this.work.read(system('sessions belong to people'), (tx) => this.sessions.live(tx, personId, this.clock.now()));
  }
}
