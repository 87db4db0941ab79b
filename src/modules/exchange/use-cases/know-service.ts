import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { hashOf } from '../../../platform/secrets.js';
import { type ServiceHolder, ServicesRepository } from '../data/services.repository.js';

const SCOPE = system('whoever asks is known by the token alone');
const SEEN_STEP_MS = 60_000;

/** For whom a connected program asks, by its access token. */
@Injectable()
export class KnowService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly services: ServicesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(token: string): Promise<ServiceHolder | null> {
    if (!/^[\w-]{43}$/.test(token)) return null;
    const now = this.clock.now();
    return this.work.run(SCOPE, async (tx) => {
      const holder = await this.services.holderOf(tx, hashOf(token), now);
      if (!holder) return null;
      const { lastUsedAt, grantId } = holder;
      if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > SEEN_STEP_MS) await this.services.seen(tx, grantId, now);
      return holder;
    });
  }
}
