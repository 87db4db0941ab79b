import { Inject, Injectable } from '@nestjs/common';
import { decodeJwt } from 'jose';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { ContextCopiesRepository } from '../../data/context-copies.repository.js';
import { DeploymentsRepository } from '../../data/deployments.repository.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import { type CopyNotice, readNotice } from '../../domain/read-notice.js';
import { ProveToken } from '../launch/prove-token.js';
import { RefusedMessage } from '../launch/refused-message.js';

/**
 * Takes a notice of a platform (Platform Notification Service 1.0 §5). It is proved before anything is kept, so that nobody fills our
 * tables with what they made up; what it says is one row, which the first launch of the course reads: there is nothing left for later.
 */
@Injectable()
export class ReceiveNotice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly deployments: DeploymentsRepository,
    private readonly copies: ContextCopiesRepository,
    private readonly prove: ProveToken,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `RefusedMessage`. What was delivered before is taken again and changes nothing. */
  async run(token: string): Promise<void> {
    const registration = await this.sender(token);
    const notice = await this.read(registration, token);
    await this.work.run(registration, async (tx) => {
      const deployment = await this.deployments.find(tx, registration.id, notice.deploymentId);
      // A launch makes one known, never a notice.
      if (deployment?.state !== 'approved') throw new RefusedMessage({ code: 'deployment_unknown' }, registration.id);
      await this.copies.add(tx, deployment.id, notice, this.clock.now());
    });
  }

  /** Whom it says it is from, to find the keys by which that is proved. */
  private async sender(token: string): Promise<Registration> {
    const { issuer, clientId } = named(token);
    const [registration] = await this.work.read(system('a notice says from which platform it comes'), (tx) =>
      this.registrations.ofIssuer(tx, issuer, clientId),
    );
    if (!registration) throw new RefusedMessage({ code: 'platform_unknown' });
    if (registration.state !== 'active') throw new RefusedMessage({ code: 'registration_inactive' }, registration.id);
    return registration;
  }

  private async read(registration: Registration, token: string): Promise<CopyNotice> {
    const { issuer, clientId } = registration;
    const claims = await this.prove.run(registration, token);
    const read = readNotice(claims, { issuer, clientId, now: this.clock.now() });
    if (!read.ok) throw new RefusedMessage(read.refusal, registration.id);
    return read.notice;
  }
}

function named(token: string): { issuer: string; clientId: string } {
  try {
    const { iss, aud, azp } = decodeJwt(token);
    const clientId = azp ?? (Array.isArray(aud) ? aud[0] : aud);
    if (typeof iss === 'string' && typeof clientId === 'string') return { issuer: iss, clientId };
  } catch {
    // No token: malformed as far as anybody can tell.
  }
  throw new RefusedMessage({ code: 'token_malformed' });
}
