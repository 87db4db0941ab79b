import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Role } from '../../../platform/http/access.js';
import { type Member, MembersRepository } from '../data/members.repository.js';

/** Makes a person a member with at least these roles, in the caller's transaction. What they are already is left alone. */
@Injectable()
export class GrantRoles {
  constructor(
    private readonly members: MembersRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `grantedBy` is `null` when Cairn itself does. Policies are the caller's. */
  async in(
    tx: Tx,
    institutionId: string,
    personId: string,
    roles: readonly Role[],
    grantedBy: string | null,
  ): Promise<GrantedRoles> {
    const now = this.clock.now();
    const subject = { type: 'person', id: personId };
    const joined = await this.members.join(tx, institutionId, personId, now);
    if (joined) await recordEvent(tx, { institutionId, type: 'member.joined', actorId: grantedBy, subject, occurredAt: now });
    const member = await this.known(tx, institutionId, personId);
    const granted: Role[] = [];
    for (const role of roles) {
      if (!(await this.members.grant(tx, member, role, grantedBy, now))) continue;
      granted.push(role);
      await recordEvent(tx, {
        institutionId,
        type: 'role.granted',
        actorId: grantedBy,
        subject,
        particulars: { role },
        occurredAt: now,
      });
    }
    return { joined, member: granted.length > 0 ? await this.known(tx, institutionId, personId) : member };
  }

  private async known(tx: Tx, institutionId: string, personId: string): Promise<Member> {
    const member = await this.members.find(tx, institutionId, personId);
    if (!member) throw new Error(`Person ${personId} has just become a member of ${institutionId}, and is not found there`);
    return member;
  }
}

export interface GrantedRoles {
  member: Member;
  /** False when the person was a member before. */
  joined: boolean;
}
