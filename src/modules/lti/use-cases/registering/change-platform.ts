import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { refuseStale } from '../../../../platform/http/versions.js';
import { EndContextSessions } from '../../../people/index.js';
import { PlatformActivityRepository } from '../../data/platform-activity.repository.js';
import { type Registration, type RegistrationState, RegistrationsRepository } from '../../data/registrations.repository.js';
import { recordPlatformChange } from './record-platform-change.js';
import { type PlatformWish, usablePlatform } from './usable-platform.js';

/** What an administrator changes about a platform. Throws `request.not_found`. */
@Injectable()
export class ChangePlatform {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly activity: PlatformActivityRepository,
    private readonly sessions: EndContextSessions,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Issuer and client id stay: with others it is another platform. Throws `lti.unfit_address`. */
  async describe(actor: Actor, id: string, expectedVersion: number, wish: PlatformWish): Promise<void> {
    const usable = usablePlatform(wish, this.environment);
    await this.change(actor, id, async (tx, registration) => {
      refuseStale(registration.version, expectedVersion);
      await this.registrations.save(tx, { ...registration, ...usable, version: registration.version + 1 });
      await recordPlatformChange(tx, actor, 'lti.platform_changed', { type: 'lti_registration', id }, this.clock.now());
    });
  }

  async activate(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, (tx, registration) => this.move(tx, actor, registration, 'active'));
  }

  /** Who came by it is signed out, nothing is read of it nor sent to it; what people did stays. */
  async disable(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, async (tx, registration) => {
      await this.move(tx, actor, registration, 'disabled');
      await this.sessions.run(tx, await this.activity.contextIds(tx, id));
    });
  }

  private async move(tx: Tx, actor: Actor, registration: Registration, state: RegistrationState): Promise<void> {
    if (registration.state === state) return;
    await this.registrations.save(tx, { ...registration, state, version: registration.version + 1 });
    const type = state === 'active' ? 'lti.platform_activated' : 'lti.platform_disabled';
    await recordPlatformChange(tx, actor, type, { type: 'lti_registration', id: registration.id }, this.clock.now());
  }

  private async change(actor: Actor, id: string, act: (tx: Tx, registration: Registration) => Promise<void>): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const registration = await this.registrations.findLocked(tx, id);
      if (!registration) throw new Problem(notFound);
      await act(tx, registration);
    });
  }
}
