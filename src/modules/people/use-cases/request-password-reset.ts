import { setTimeout as wait } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type RateLimit, RateLimits } from '../../../platform/http/rate-limits.js';
import { MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import { normaliseEmail } from '../domain/email.js';
import { homeInstitution } from './home-institution.js';
import { IssueLink } from './issue-link.js';
import { SendLetter } from './send-letter.js';
import type { Visitor } from './visitor.js';

const HOUR = 3_600;
const PER_ADDRESS: RateLimit = { name: 'reset-address', points: 5, seconds: HOUR };
const PER_NETWORK: RateLimit = { name: 'reset-network', points: 60, seconds: HOUR };
// Longer than the work takes, so that the time does not tell whether there was any.
const SOONEST_ANSWER_MS = 200;

/** Sends a link for choosing a new password, if the address is somebody's. The answer never says whether it is. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly work: UnitOfWork,
    private readonly limits: RateLimits,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly issueLink: IssueLink,
    private readonly sendLetter: SendLetter,
  ) {}

  async run(email: string, visitor: Visitor): Promise<void> {
    await this.limits.spend(PER_NETWORK, visitor.network);
    const address = normaliseEmail(email);
    if (!address) return;
    await this.limits.spend(PER_ADDRESS, createHash('sha256').update(address).digest('base64url'));
    await Promise.all([this.sendIfKnown(address), wait(SOONEST_ANSWER_MS)]);
  }

  private async sendIfKnown(address: string): Promise<void> {
    await this.work.run(system('who lost the password is not signed in'), async (tx) => {
      const person = await this.people.findByEmailAnywhere(tx, address);
      if (!person || person.suspendedAt) return;
      const institutionId = await homeInstitution(this.members, tx, person.id);
      if (!institutionId) return;
      const link = this.sendLetter.address(await this.issueLink.in(tx, person.id, 'password-reset'));
      await this.sendLetter.in(tx, institutionId, { ...person, email: address }, 'password_reset', { link });
    });
  }
}
