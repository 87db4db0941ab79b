import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import { newSecret } from '../../../../platform/secrets.js';
import { type RegistrationLink, RegistrationLinksRepository } from '../../data/registration-links.repository.js';
import { tooManyLinks } from '../../problems.js';
import { recordPlatformChange } from './record-platform-change.js';

const DAY_MS = 86_400_000;
const GOOD_FOR_MS = 7 * DAY_MS;
const KEPT_FOR_MS = 30 * DAY_MS;
const MOST_OPEN = 20;

/** Links by which the administrator of an LMS registers it with an institution, once each. */
@Injectable()
export class RegistrationLinks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly links: RegistrationLinksRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The address is answered here and never again. Throws `lti.too_many_links`. */
  async make(actor: Actor): Promise<{ link: RegistrationLink; url: string }> {
    const { token, hash } = newSecret();
    const now = this.clock.now();
    const link: RegistrationLink = {
      id: newId(now.getTime()),
      institutionId: actor.institutionId,
      tokenHash: hash,
      createdBy: actor.personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + GOOD_FOR_MS),
      usedAt: null,
      registrationId: null,
    };
    await this.work.run(actor, async (tx) => {
      await this.links.forget(tx, new Date(now.getTime() - KEPT_FOR_MS));
      if ((await this.links.open(tx, now)).length >= MOST_OPEN) {
        throw new Problem(tooManyLinks, {
          detail: `There are ${MOST_OPEN} that can still be used. Withdraw those that are not needed.`,
          facts: { most: MOST_OPEN },
        });
      }
      await this.links.add(tx, link);
      const subject = { type: 'lti_registration_link', id: link.id } as const;
      await recordPlatformChange(tx, actor, 'lti.registration_link_made', subject, now);
    });
    const url = new URL('/lti/register', this.environment.publicUrl);
    url.searchParams.set('invitation', token);
    return { link, url: url.href };
  }

  /** Those that can still be used. */
  async open(actor: Actor): Promise<RegistrationLink[]> {
    return this.work.run(actor, (tx) => this.links.open(tx, this.clock.now()));
  }

  /** Throws `request.not_found`, also for one that was used. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      if (!(await this.links.remove(tx, id))) throw new Problem(notFound);
      const subject = { type: 'lti_registration_link', id } as const;
      await recordPlatformChange(tx, actor, 'lti.registration_link_withdrawn', subject, this.clock.now());
    });
  }
}
