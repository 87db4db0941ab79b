import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { isLocalInstallation } from '../../../../platform/config/is-local-installation.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { newId } from '../../../../platform/ids.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import { originsOf, platformAddressFault } from '../../domain/platform-address.js';
import { ALL_SERVICE_SCOPES } from '../../domain/service-scopes.js';
import { platformKnown, unfitPlatformAddress } from '../../problems.js';
import { recordPlatformChange } from './record-platform-change.js';
import { type NewPlatformWish, usablePlatform } from './usable-platform.js';

/** Registers a platform by what an administrator read off its screen: for those without Dynamic Registration. */
@Injectable()
export class RegisterPlatform {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `lti.unfit_address`, `lti.platform_known`. */
  async run(actor: Actor, wish: NewPlatformWish): Promise<string> {
    const usable = usablePlatform(wish, this.environment);
    const issuer = wish.issuer.trim();
    // The issuer is compared as text (OpenID Connect Core §3.1.3.7) and never opened, but has the form of an address all the same.
    if (platformAddressFault(issuer, isLocalInstallation(this.environment.publicUrl)) !== null) {
      throw new Problem(unfitPlatformAddress, {
        errors: [
          { field: 'issuer', code: 'not_https', detail: 'Give it exactly as the platform shows it, beginning with https://.' },
        ],
      });
    }
    const now = this.clock.now();
    const registration: Registration = {
      ...usable,
      id: newId(now.getTime()),
      institutionId: actor.institutionId,
      state: 'active',
      issuer,
      clientId: wish.clientId.trim(),
      algorithms: ['RS256'],
      frameOrigins: usable.frameOrigins.length > 0 ? usable.frameOrigins : originsOf([issuer, usable.authorizationUrl]),
      // By hand nobody says what it gives leave for: each launch does.
      scopes: [...ALL_SERVICE_SCOPES],
      version: 1,
      createdAt: now,
      createdBy: actor.personId,
    };
    return this.work.runOnce(actor, async (tx) => {
      if (!(await this.registrations.add(tx, registration))) {
        throw new Problem(platformKnown, {
          detail: 'A platform with this issuer and client id is registered here already.',
          errors: [{ field: 'clientId', code: 'known', detail: 'Look in the list, or take the client id of the new tool.' }],
        });
      }
      const subject = { type: 'lti_registration', id: registration.id } as const;
      await recordPlatformChange(tx, actor, 'lti.platform_registered', subject, now, { by: 'hand' });
      return registration.id;
    });
  }
}
