import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { hashOf, newSecret } from '../../../../platform/secrets.js';
import { LoginsRepository } from '../../data/logins.repository.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import { authorizationAddress, type LoginRequest } from '../../domain/login-request.js';
import { platformStorage, type PlatformStorage } from '../../domain/platform-storage.js';
import { RefusedMessage } from './refused-message.js';

/** A login may take as long as somebody needs for signing in at the platform. */
const GOOD_FOR_MS = 600_000;

export interface BegunLogin {
  registration: Registration;
  /** Where the platform says who it is. */
  authorizationAddress: string;
  /** What the platform may keep for a browser that keeps no cookie, and where. */
  storage: (PlatformStorage & { secret: string }) | null;
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

  /**
   * `browserSecret` is what the browser has, or gets, in its cookie; `mayStore`: it may not keep that one. Then the platform is given
   * another to keep, which scripts see. Throws `RefusedMessage`.
   */
  async run(request: LoginRequest, browserSecret: string, mayStore: boolean): Promise<BegunLogin> {
    const [state, nonce, stored] = [newSecret(), newSecret(), mayStore ? newSecret() : null];
    const storageTarget = mayStore ? request.storageTarget : null;
    const registration = await this.work.run(system('who logs in is known by no institution yet'), async (tx) => {
      const meant = await this.meant(tx, request);
      const now = this.clock.now();
      await this.logins.add(tx, {
        stateHash: state.hash,
        institutionId: meant.institutionId,
        registrationId: meant.id,
        nonceHash: nonce.hash,
        browserHash: hashOf(browserSecret),
        storageHash: stored?.hash ?? null,
        storageTarget,
        expiresAt: new Date(now.getTime() + GOOD_FOR_MS),
      });
      return meant;
    });
    const redirectUri = `${this.environment.publicUrl}/lti/launch`;
    const address = authorizationAddress(registration, request, { redirectUri, state: state.token, nonce: nonce.token });
    const storage = stored && {
      ...platformStorage(registration, { stateHash: state.hash, storageTarget }),
      secret: stored.token,
    };
    return { registration, authorizationAddress: address, storage };
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
