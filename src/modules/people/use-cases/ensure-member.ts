import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Role } from '../../../platform/http/access.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { type KnownPerson, knownPerson } from '../data/known-person.js';
import { MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import { normaliseEmail } from '../domain/email.js';
import { cleanName } from '../domain/person-name.js';
import { GrantRoles } from './grant-roles.js';
import { IssueLink } from './issue-link.js';
import { newPerson } from './new-person.js';
import { SendLetter } from './send-letter.js';

export interface MemberWish {
  email: string;
  /** For a new person; somebody known keeps the name they chose. */
  name: string;
  /** Never `admin`: that is granted by hand. */
  roles: readonly Exclude<Role, 'admin'>[];
  /** Who adds them; `null` when Cairn does. */
  addedBy: string | null;
  /** Of a new person, BCP 47. */
  locale?: string | undefined;
}

export type EnsuredMember =
  | { ensured: true; person: KnownPerson }
  /** The address or the name cannot be used, or the member is suspended: nothing was changed. */
  | { ensured: false; reason: 'email_unusable' | 'name_unusable' | 'member_suspended' };

/**
 * Makes sure that an address is a member with these roles, as when the office enrols people from a list. Somebody new gets a
 * mail with a link to sign in; somebody known elsewhere is told. Doing it twice changes and sends nothing more.
 */
@Injectable()
export class EnsureMember {
  constructor(
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly grantRoles: GrantRoles,
    private readonly issueLink: IssueLink,
    private readonly sendLetter: SendLetter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Runs in the caller's transaction, which must be in the scope of the institution. */
  async in(tx: Tx, wish: MemberWish): Promise<EnsuredMember> {
    const institution = tx.institutionId && (await this.institutions.find(tx, tx.institutionId));
    if (!institution) throw new Error('A member is added in the scope of an institution');
    const email = normaliseEmail(wish.email);
    if (!email) return { ensured: false, reason: 'email_unusable' };
    const name = cleanName(wish.name);
    if (!name) return { ensured: false, reason: 'name_unusable' };
    const { person, added } = await this.people.addOrFind(
      tx,
      newPerson({ name, email, locale: wish.locale ?? institution.language, timeZone: institution.timeZone }, this.clock.now()),
    );
    const existing = added ? null : await this.members.find(tx, institution.id, person.id);
    if (existing?.suspendedAt) return { ensured: false, reason: 'member_suspended' };
    const { joined } = await this.grantRoles.in(tx, institution.id, person.id, wish.roles, wish.addedBy);
    if (added) {
      const link = this.sendLetter.address(await this.issueLink.in(tx, person.id, 'welcome'));
      await this.sendLetter.in(tx, institution.id, { ...person, email }, 'welcome', { link });
    } else if (joined) {
      const link = this.sendLetter.address('/sign-in');
      await this.sendLetter.in(tx, institution.id, { ...person, email }, 'joined', { link });
    }
    return { ensured: true, person: knownPerson(person) };
  }
}
