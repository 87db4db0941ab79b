import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { type RateLimit, RateLimits } from '../../../platform/http/rate-limits.js';
import type { Person } from '../data/person.entity.js';
import { PasswordHasher } from './password-hasher.js';
import type { Visitor } from './visitor.js';

const QUARTER_HOUR = 900;
const PER_ACCOUNT: RateLimit = { name: 'password-account', points: 10, seconds: QUARTER_HOUR };
// Failures only, because a whole campus may share one address.
const PER_NETWORK: RateLimit = { name: 'password-network', points: 100, seconds: QUARTER_HOUR };

/** Checks a password on every path that asks for one, so that guessing on one path counts on all (ASVS 5.0 V6.3.1). */
@Injectable()
export class ProvePassword {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly limits: RateLimits,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * Whether the password is the person's and they are not suspended. Takes the same steps for an address that nobody has.
   * `account` is what the visitor calls the person. Throws `request.too_many` when either limit is used up.
   */
  async run(person: Person | null, account: string, password: string, visitor: Visitor): Promise<boolean> {
    const accountKey = createHash('sha256').update(account).digest('base64url');
    await this.limits.spend(PER_NETWORK, visitor.network);
    await this.limits.spend(PER_ACCOUNT, accountKey);
    const fits = await this.hasher.fits(person?.passwordHash ?? null, password);
    if (!fits || !person || person.suspendedAt) {
      this.logger.warn({ message: 'A password was refused', network: visitor.network });
      return false;
    }
    await this.limits.giveBack(PER_NETWORK, visitor.network);
    await this.limits.forgive(PER_ACCOUNT, accountKey);
    return true;
  }
}
