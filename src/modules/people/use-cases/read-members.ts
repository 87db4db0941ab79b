import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor, Role } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { type Member, MembersRepository } from '../data/members.repository.js';

export interface MembersWish {
  role?: Role;
  q?: string;
  cursor?: string;
  limit: number;
}

/** Who belongs to the acting institution, and as what. */
@Injectable()
export class ReadMembers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersRepository,
  ) {}

  /** One more than asked for, when there are more. In the order they joined. */
  async list(actor: Actor, { role, q, cursor, limit }: MembersWish): Promise<Member[]> {
    const after = readCursor(cursor);
    const filter = { role: role ?? null, q: q?.trim() || null };
    return this.work.read(actor, (tx) => this.members.list(tx, actor.institutionId, filter, after, limit + 1));
  }

  async one(actor: Actor, personId: string): Promise<Member> {
    const member = await this.work.read(actor, (tx) => this.members.find(tx, actor.institutionId, personId));
    if (!member) throw new Problem(notFound);
    return member;
  }
}
