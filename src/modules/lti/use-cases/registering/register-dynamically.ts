import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { hashOf, looksLikeSecret } from '../../../../platform/secrets.js';
import { type RegistrationLink, RegistrationLinksRepository } from '../../data/registration-links.repository.js';
import type { PlatformConfiguration } from '../../domain/platform-configuration.js';
import type { RegistrationRefusal } from '../../domain/registration-refusal.js';
import { AskPlatform } from './ask-platform.js';
import { type Kept, KeepRegistration } from './keep-registration.js';

/** What stands in the address that a platform opens (Dynamic Registration 1.0 §3.2), and our own invitation in it. */
export interface RegistrationOffer {
  invitation: string;
  /** Where the platform says what it is. */
  configurationAddress: string;
  /** The platform's, for the one request that registers. */
  token: string | null;
}

type Refused = { refusal: RegistrationRefusal };
export type Considered = { institutionName: string; configuration: PlatformConfiguration };
export type Registered = Considered & Kept;

/**
 * An LMS registers itself by a link that an administrator gave to it. The invitation is their leave; it is spent by success alone.
 * No transaction is open while the platform is asked, since it reads our keys meanwhile.
 */
@Injectable()
export class RegisterDynamically {
  constructor(
    private readonly work: UnitOfWork,
    private readonly links: RegistrationLinksRepository,
    private readonly platform: AskPlatform,
    private readonly keep: KeepRegistration,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who would be registered with whom; nothing is changed anywhere. */
  async consider(offer: RegistrationOffer): Promise<Considered | Refused> {
    const looked = await this.look(offer);
    return 'refusal' in looked ? looked : { institutionName: looked.link.institutionName, configuration: looked.configuration };
  }

  async run(offer: RegistrationOffer): Promise<Registered | Refused> {
    const looked = await this.look(offer);
    if ('refusal' in looked) return looked;
    const { link, configuration } = looked;
    const asked = await this.platform.register(configuration, offer.token);
    if ('refusal' in asked) return asked;
    const kept = await this.keep.run(link, configuration, asked.answer);
    return 'refusal' in kept ? kept : { institutionName: link.institutionName, configuration, ...kept };
  }

  /** Nothing outside is asked for who has no invitation. */
  private async look({ invitation, configurationAddress }: RegistrationOffer): Promise<Looked | Refused> {
    const link = await this.invited(invitation);
    if (!link) return { refusal: { code: 'invitation_unknown' } };
    if (configurationAddress === '') return { refusal: { code: 'configuration_missing' } };
    const read = await this.platform.configuration(configurationAddress);
    return 'refusal' in read ? read : { link, configuration: read.configuration };
  }

  private async invited(token: string): Promise<Invitation | null> {
    if (!looksLikeSecret(token)) return null;
    const scope = system('an invitation says for which institution it is');
    const link = await this.work.read(scope, (tx) => this.links.byHash(tx, hashOf(token)));
    return link && link.usedAt === null && link.expiresAt > this.clock.now() ? link : null;
  }
}

type Invitation = RegistrationLink & { institutionName: string };
type Looked = { link: Invitation; configuration: PlatformConfiguration };
