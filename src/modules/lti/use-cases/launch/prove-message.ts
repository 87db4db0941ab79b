import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Registration } from '../../data/registrations.repository.js';
import type { LtiMessage } from '../../domain/message.js';
import { readMessage } from '../../domain/read-message.js';
import { ProveToken } from './prove-token.js';
import { RefusedMessage } from './refused-message.js';

/** Proves a message of a platform: its signature, then every claim (Security Framework 1.1 §5.1.3). */
@Injectable()
export class ProveMessage {
  constructor(
    private readonly prove: ProveToken,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `RefusedMessage`. */
  async run(registration: Registration, token: string, nonceHash: string): Promise<LtiMessage> {
    const claims = await this.prove.run(registration, token);
    const { issuer, clientId } = registration;
    const { origin } = new URL(this.environment.publicUrl);
    const read = readMessage(claims, { issuer, clientId, nonceHash, origin, now: this.clock.now() });
    if (!read.ok) throw new RefusedMessage(read.refusal, registration.id);
    return read.message;
  }
}
