import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { DeploymentsRepository } from '../../data/deployments.repository.js';
import { type RegistrationLink, RegistrationLinksRepository } from '../../data/registration-links.repository.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import { originsOf } from '../../domain/platform-address.js';
import type { PlatformConfiguration } from '../../domain/platform-configuration.js';
import type { RegistrationRefusal } from '../../domain/registration-refusal.js';
import { DEFAULT_SETTINGS } from '../../domain/registration-settings.js';
import type { RegistrationAnswer } from '../../domain/tool-registration.js';
import { recordPlatformChange } from './record-platform-change.js';

export interface Kept {
  registration: Registration;
  /** It was registered before, with this client id. */
  isUpdate: boolean;
  deploymentId: string | null;
}

/** Writes down what a platform agreed to, and spends the invitation, in one transaction. */
@Injectable()
export class KeepRegistration {
  constructor(
    private readonly work: UnitOfWork,
    private readonly links: RegistrationLinksRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly deployments: DeploymentsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    { id: linkId, institutionId, createdBy }: RegistrationLink,
    configuration: PlatformConfiguration,
    answer: RegistrationAnswer,
  ): Promise<Kept | { refusal: RegistrationRefusal }> {
    const now = this.clock.now();
    return this.work.run({ institutionId }, async (tx) => {
      const link = await this.links.findLocked(tx, linkId);
      if (!link || link.usedAt !== null || link.expiresAt <= now) return { refusal: { code: 'invitation_unknown' } as const };
      const fresh = registrationOf(configuration, answer, { institutionId, createdBy, now });
      const isNew = await this.registrations.add(tx, fresh);
      const registration = isNew ? fresh : await this.renew(tx, fresh);
      if (!registration) return { refusal: { code: 'registered_elsewhere' } as const };
      if (answer.deploymentId !== null) await this.approve(tx, registration, answer.deploymentId, now);
      await this.links.use(tx, linkId, registration.id, now);
      const subject = { type: 'lti_registration', id: registration.id } as const;
      const type = isNew ? 'lti.platform_registered' : 'lti.platform_changed';
      await recordPlatformChange(tx, { institutionId, personId: createdBy }, type, subject, now, { by: 'link', link: linkId });
      return { registration, isUpdate: !isNew, deploymentId: answer.deploymentId };
    });
  }

  /** What the platform says of itself is new; what an administrator chose stays. `null`: it belongs to another institution. */
  private async renew(tx: Tx, fresh: Registration): Promise<Registration | null> {
    const [known] = await this.registrations.ofIssuer(tx, fresh.issuer, fresh.clientId);
    const locked = known && (await this.registrations.findLocked(tx, known.id));
    if (!locked) return null;
    const { id, name, settings, version, createdAt, createdBy } = locked;
    const frameOrigins = [...new Set([...locked.frameOrigins, ...fresh.frameOrigins])];
    const renewed = { ...fresh, id, name, settings, createdAt, createdBy, frameOrigins, version: version + 1 };
    await this.registrations.save(tx, renewed);
    return renewed;
  }

  /** The one that it was registered for is the one that the administrator meant. */
  private async approve(tx: Tx, { id, institutionId }: Registration, deploymentId: string, now: Date): Promise<void> {
    const known = await this.deployments.find(tx, id, deploymentId);
    if (known?.state === 'approved') return;
    if (known) return this.deployments.decide(tx, known.id, 'approved', now);
    await this.deployments.add(tx, {
      id: newId(now.getTime()),
      institutionId,
      registrationId: id,
      deploymentId,
      state: 'approved',
      createdAt: now,
      decidedAt: now,
    });
  }
}

interface Origin {
  institutionId: string;
  createdBy: string;
  now: Date;
}

function registrationOf(
  { issuer, authorizationUrl, tokenUrl, tokenAudience, jwksUrl, algorithms, productFamily }: PlatformConfiguration,
  { clientId, scopes }: RegistrationAnswer,
  { institutionId, createdBy, now }: Origin,
): Registration {
  return {
    id: newId(now.getTime()),
    institutionId,
    name: new URL(issuer).hostname,
    state: 'active',
    issuer,
    clientId,
    authorizationUrl,
    tokenUrl,
    tokenAudience,
    jwksUrl,
    algorithms,
    productFamily,
    frameOrigins: originsOf([issuer, authorizationUrl]),
    scopes,
    settings: DEFAULT_SETTINGS,
    version: 1,
    createdAt: now,
    createdBy,
  };
}
