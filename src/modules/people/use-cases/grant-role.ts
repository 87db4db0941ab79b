import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor, Role } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { type Member, MembersRepository } from '../data/members.repository.js';
import { canGrant } from '../policy.js';
import { GrantRoles } from './grant-roles.js';
import { refuseUnless } from './refuse-unless.js';

/** Gives a member one more role. It counts with their next request. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersRepository,
    private readonly grantRoles: GrantRoles,
  ) {}

  async run(actor: Actor, personId: string, role: Role): Promise<Member> {
    return this.work.runOnce(actor, async (tx) => {
      const member = await this.members.find(tx, actor.institutionId, personId);
      if (!member) throw new Problem(notFound);
      refuseUnless(canGrant(actor, [role]));
      return (await this.grantRoles.in(tx, actor.institutionId, personId, [role], actor.personId)).member;
    });
  }
}
