import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { hashOf, newSecret } from '../../../../platform/secrets.js';
import { LoginsRepository } from '../../data/logins.repository.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import { authorizationAddress, type LoginRequest } from '../../domain/login-request.js';
import { RefusedMessage } from './refused-message.js';

/** A login may take as long as somebody needs for signing in at the platform. */
const GOOD_FOR_MS = 600_000;

export interface BegunLogin {
  registration: Registration;
  /** Where the platform says who it is. */
  authorizationAddress: string;
}

/** Begins a login that a platform asked for (Security Framework 1.1 §5.1.1.1): who comes back must bring the state, in this browser. */
@Injectable()
export class BeginLogin {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly logins: LoginsRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `browserSecret` is what the browser has, or gets, in its cookie. Throws `RefusedMessage`. */
  async run(request: LoginRequest, browserSecret: string): Promise<BegunLogin> {
    const [state, nonce] = [newSecret(), newSecret()];
    const registration = await this.work.run(system('who logs in is known by no institution yet'), async (tx) => {
      const meant = await this.meant(tx, request);
      const now = this.clock.now();
      await this.logins.forget(tx, now);
      await this.logins.add(tx, {
        stateHash: state.hash,
        institutionId: meant.institutionId,
        registrationId: meant.id,
        nonceHash: nonce.hash,
        browserHash: hashOf(browserSecret),
        expiresAt: new Date(now.getTime() + GOOD_FOR_MS),
      });
      return meant;
    });
    const redirectUri = `${this.environment.publicUrl}/lti/launch`;
    const address = authorizationAddress(registration, request, { redirectUri, state: state.token, nonce: nonce.token });
    return { registration, authorizationAddress: address };
  }

  private async meant(tx: Tx, { issuer, clientId }: LoginRequest): Promise<Registration> {
    const [meant, another] = await this.registrations.ofIssuer(tx, issuer, clientId);
    if (!meant) throw new RefusedMessage({ code: 'platform_unknown' });
    // A guess would let one customer of a shared issuer in as another.
    if (another) throw new RefusedMessage({ code: 'client_ambiguous', claim: 'client_id' });
    if (meant.state !== 'active') throw new RefusedMessage({ code: 'registration_inactive' }, meant.id);
    return meant;
  }
}
