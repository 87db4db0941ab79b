import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound, notSignedIn } from '../../../platform/http/problems.js';
import { newSecret } from '../../../platform/secrets.js';
import { MembersRepository } from '../data/members.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';

/** Acts for another of the person's institutions from now on. The session gets a new token with its new powers. */
@Injectable()
export class ChooseInstitution {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  async run({ personId, sessionId }: SignedIn, institutionId: string): Promise<{ token: string }> {
    return this.work.run(system('a person moves between their institutions'), async (tx) => {
      const member = await this.members.find(tx, institutionId, personId);
      if (!member || member.suspendedAt)
        throw new Problem(notFound, { detail: 'You are not a member there.', facts: { missing: 'membership' } });
      const { token, hash } = newSecret();
      const changes = { tokenHash: hash, actingInstitutionId: institutionId };
      if (!sessionId || !(await this.sessions.rotate(tx, personId, sessionId, changes))) throw new Problem(notSignedIn);
      return { token };
    });
  }
}
