import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { hashOf } from '../../../platform/secrets.js';
import { ServicesRepository } from '../data/services.repository.js';

const SCOPE = system('a program shows a token, which alone says whose it is');

/** A program gives a token back (RFC 7009): an access token ends alone, a refresh token with all that came of it. */
@Injectable()
export class RevokeToken {
  constructor(
    private readonly work: UnitOfWork,
    private readonly services: ServicesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A token that is not known, or another program's, is as good as revoked (§2.2). */
  async run(clientId: string, secret: string): Promise<void> {
    await this.work.run(SCOPE, async (tx) => {
      const now = this.clock.now();
      const token = await this.services.findTokenLocked(tx, hashOf(secret));
      const grant = token && (await this.services.findGrant(tx, token.grantId));
      if (!grant || grant.clientId !== clientId) return;
      await this.services.endToken(tx, token.tokenHash, now);
      if (token.kind === 'access' || !(await this.services.revokeGrant(tx, grant.id, grant.personId, now))) return;
      await recordEvent(tx, {
        institutionId: grant.institutionId,
        type: 'service.disconnected',
        actorId: null,
        subject: { type: 'service_grant', id: grant.id },
        particulars: { because: 'given back' },
        occurredAt: now,
      });
    });
  }
}
