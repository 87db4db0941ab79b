import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Role } from '../../../platform/http/access.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { type KnownPerson, knownPerson } from '../data/known-person.js';
import { MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import { cleanName } from '../domain/person-name.js';
import { canonicalLocale } from '../domain/locale.js';
import { GrantRoles } from './grant-roles.js';
import { newPerson } from './new-person.js';

/** What somebody is called whose name is kept back. */
export const GUEST = 'Guest';

export interface GuestWish {
  /** Who they are here, if they have been here before. */
  personId: string | null;
  /** As the system that vouches for them calls them; for a new person. */
  name: string;
  /** BCP 47; of a new person. */
  locale: string | null;
  /** Only such as open nothing by themselves: assessors judge what they are named for, and what they judged must be accounted for. */
  roles: readonly Extract<Role, 'learner' | 'assessor'>[];
}

export type EnsuredGuest = { ensured: true; person: KnownPerson; isNew: boolean } | { ensured: false; reason: 'suspended' };

/**
 * Makes sure that somebody for whom another system vouches is a member. A new person has neither address nor password: they come by that
 * system alone, until they choose to have an account of their own. Who is suspended stays so, whoever vouches for them.
 */
@Injectable()
export class EnsureGuest {
  constructor(
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly grantRoles: GrantRoles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Runs in the caller's transaction, which must be in the scope of the institution. */
  async in(tx: Tx, { personId, name, locale, roles }: GuestWish): Promise<EnsuredGuest> {
    const institution = tx.institutionId && (await this.institutions.find(tx, tx.institutionId));
    if (!institution) throw new Error('A guest is let in in the scope of an institution');
    const known = personId && (await this.people.find(tx, personId));
    if (known) {
      const member = await this.members.find(tx, institution.id, known.id);
      if (known.suspendedAt || member?.suspendedAt) return { ensured: false, reason: 'suspended' };
    }
    const { language, timeZone } = institution;
    const person =
      known ||
      newPerson(
        { name: cleanName(name) || GUEST, email: null, locale: (locale && canonicalLocale(locale)) ?? language, timeZone },
        this.clock.now(),
      );
    if (!known) await this.people.add(tx, person);
    await this.grantRoles.in(tx, institution.id, person.id, roles, null);
    return { ensured: true, person: knownPerson(person), isNew: !known };
  }
}
