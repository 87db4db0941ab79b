import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Role } from '../../../platform/http/access.js';
import { type Member, MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import type { Person } from '../data/person.entity.js';
import { type KnownPerson, knownPerson } from '../data/known-person.js';
import { refuseLastAdministrator } from './refuse-last-administrator.js';
import { EnsureLearners, type LearnerWish } from './ensure-learners.js';
import { EnsureMember, type EnsuredMember, type MemberWish } from './ensure-member.js';

export interface HeldMembership {
  roles: ReadonlySet<Role>;
  joinedAt: Date;
  /** While set, the person is nobody at the institution. */
  suspendedAt: Date | null;
}

/** Who has an account here or elsewhere, and whether they are shut out of it, or of the institution of the transaction's scope. */
export interface AccountHolder {
  person: KnownPerson;
  isSuspended: boolean;
}

/** People, as other modules see them. In the scope of an institution, only its members are there. */
@Injectable()
export class PeopleDirectory {
  constructor(
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly ensure: EnsureMember,
    private readonly learners: EnsureLearners,
  ) {}

  async find(tx: Tx, personId: string): Promise<KnownPerson | null> {
    const person = await this.people.find(tx, personId);
    return person && knownPerson(person);
  }

  /** As `find`, with whether they are shut out. */
  async standing(tx: Tx, personId: string): Promise<AccountHolder | null> {
    return this.asHolder(tx, await this.people.find(tx, personId));
  }

  /** Who has the address, as `normaliseEmail` spells it, member or not. */
  async holderOf(tx: Tx, email: string): Promise<AccountHolder | null> {
    return this.asHolder(tx, await this.people.findByEmailAnywhere(tx, email));
  }

  /** Whether the person runs this installation, whatever they are at an institution. */
  async isOperator(tx: Tx, personId: string): Promise<boolean> {
    return (await this.people.find(tx, personId))?.operator ?? false;
  }

  /** In no order; who is not found is missing. */
  async findMany(tx: Tx, personIds: readonly string[]): Promise<KnownPerson[]> {
    return this.people.findMany(tx, personIds);
  }

  /** The membership at the institution of the transaction's scope, suspended or not; `null` for who has none. */
  async membershipOf(tx: Tx, personId: string): Promise<HeldMembership | null> {
    const member = await this.members.find(tx, scoped(tx), personId);
    return member && held(member);
  }

  /** By person, who has a membership at the institution of the transaction's scope, and whether it is suspended. */
  async membershipsOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, Pick<HeldMembership, 'suspendedAt'>>> {
    const members = await this.members.suspensions(tx, scoped(tx), personIds);
    return new Map(members.map((member) => [member.personId, member]));
  }

  /** Members by their address, as `normaliseEmail` spells it; who has none here is missing. */
  async membersByEmail(tx: Tx, emails: readonly string[]): Promise<Map<string, HeldMembership & { personId: string }>> {
    const members = await this.members.findByEmail(tx, scoped(tx), emails);
    return new Map(members.map((member) => [member.email ?? '', { ...held(member), personId: member.personId }]));
  }

  /** Whether the person may act in this role at the institution now: suspended members may not. */
  async hasRole(tx: Tx, personId: string, role: Role): Promise<boolean> {
    const membership = await this.membershipOf(tx, personId);
    return membership !== null && membership.suspendedAt === null && membership.roles.has(role);
  }

  /** Throws `member.last_administrator` when nobody else can administer the institution of the transaction's scope; holds until its end. */
  async refuseLastAdministrator(tx: Tx, personId: string): Promise<void> {
    await refuseLastAdministrator(this.members, tx, scoped(tx), personId);
  }

  /** Makes sure that addresses are learners, without a word to anybody; see `EnsureLearners`. */
  async ensureLearners(tx: Tx, wishes: readonly LearnerWish[]): Promise<EnsuredMember[]> {
    return this.learners.in(tx, scoped(tx), wishes);
  }

  /** Makes sure that an address is a member with these roles; see `EnsureMember`. */
  async ensureMember(tx: Tx, wish: MemberWish): Promise<EnsuredMember> {
    return this.ensure.in(tx, wish);
  }

  private async asHolder(tx: Tx, person: Person | null): Promise<AccountHolder | null> {
    if (!person) return null;
    const member = await this.members.find(tx, scoped(tx), person.id);
    return { person: knownPerson(person), isSuspended: person.suspendedAt !== null || Boolean(member?.suspendedAt) };
  }
}

function held({ roles, joinedAt, suspendedAt }: Member): HeldMembership {
  return { roles: new Set(roles), joinedAt, suspendedAt };
}

function scoped({ institutionId }: Tx): string {
  if (institutionId === null) throw new Error('Memberships are looked up in the scope of an institution');
  return institutionId;
}
