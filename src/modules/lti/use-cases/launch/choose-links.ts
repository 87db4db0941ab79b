import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { newToken } from '../../../../platform/ids.js';
import { hashOf } from '../../../../platform/secrets.js';
import { EditionStore, type StoredEdition } from '../../../catalog/index.js';
import { LaunchesRepository, type WaitingLaunch } from '../../data/launches.repository.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import { ResourceLinksRepository } from '../../data/resource-links.repository.js';
import { type ChosenLink, type DatedLink, deepLinkingResponse } from '../../domain/deep-linking.js';
import { offeredLinks } from '../../domain/offered-links.js';
import { type Target, writeTarget } from '../../domain/target.js';
import { toolAddresses } from '../../domain/tool-addresses.js';
import { ToolKeys } from '../tool-keys.js';
import { DateSections, type StandingDates, type WishedDates } from './date-sections.js';
import { RefusedMessage } from './refused-message.js';

/** More than anybody looks through: the rest is found by its title. */
const MOST_SHOWN = 30;
const SCOPE = system('the ticket alone says for whom something is chosen');

export interface Choice {
  launch: WaitingLaunch;
  registration: Registration;
  editions: StoredEdition[];
  /** There may be more, by other words. */
  isAll: boolean;
  dates: StandingDates | null;
}

/** What becomes of a choice: an answer that the browser brings to the platform, or a link that now shows something. */
export type Chosen = { registration: Registration } & ({ jwt: string; returnUrl: string } | { shown: Target });

/** Who teaches chooses what links of their course show (Deep Linking 2.0 §2). */
@Injectable()
export class ChooseLinks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly launches: LaunchesRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly links: ResourceLinksRepository,
    private readonly editions: EditionStore,
    private readonly dates: DateSections,
    private readonly keys: ToolKeys,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What can be chosen; throws `RefusedMessage` for a ticket that is not good, or no longer. */
  async look(ticket: string, q: string): Promise<Choice> {
    const { launch, registration } = await this.waiting(ticket);
    return this.work.read(registration, async (tx) => {
      const editions = await this.editions.current(tx, q, MOST_SHOWN + 1);
      const dates = await this.dates.standing(tx, launch);
      return { launch, registration, editions: editions.slice(0, MOST_SHOWN), isAll: editions.length <= MOST_SHOWN, dates };
    });
  }

  /**
   * Takes the choice, once. Targets that are not offered are left out; none at all: they changed their mind. Dates that do not fit are a
   * problem, and then the choice is still to be taken.
   */
  async run(
    ticket: string,
    targets: readonly Target[],
    wishFor: (microCredentialId: string) => WishedDates | null,
  ): Promise<Chosen> {
    const { registration } = await this.waiting(ticket);
    return this.work.run(registration, async (tx) => {
      const launch = await this.launches.take(tx, hashOf(ticket), this.clock.now());
      if (!launch) throw new RefusedMessage({ code: 'state_unknown' });
      const offered = await this.offered(tx, targets);
      const chosen = launch.message.deepLinking?.acceptMultiple ? offered : offered.slice(0, 1);
      const ids = [...new Set(chosen.map(({ target }) => target.microCredentialId))];
      const dates = await this.dates.give(tx, launch, ids, wishFor);
      return launch.message.kind === 'deep-linking'
        ? this.answer(
            registration,
            launch,
            chosen.map((link) => ({ ...link, dates: dates.get(link.target.microCredentialId) ?? null })),
          )
        : this.show(tx, registration, launch, chosen);
    });
  }

  private async waiting(ticket: string): Promise<{ launch: WaitingLaunch; registration: Registration }> {
    return this.work.run(SCOPE, async (tx) => {
      const launch = await this.launches.find(tx, hashOf(ticket), this.clock.now());
      const registration = launch && (await this.registrations.find(tx, launch.registrationId));
      if (!launch || !registration) throw new RefusedMessage({ code: 'state_unknown' });
      if (registration.state !== 'active') throw new RefusedMessage({ code: 'registration_inactive' }, registration.id);
      return { launch, registration };
    });
  }

  private async offered(tx: Tx, targets: readonly Target[]): Promise<ChosenLink[]> {
    const offered: ChosenLink[] = [];
    for (const target of targets) {
      const edition = await this.editions.latest(tx, target.microCredentialId);
      const link = edition && offeredLinks(edition).find((one) => writeTarget(one.target) === writeTarget(target));
      if (link) offered.push(link);
    }
    return offered;
  }

  private async answer(registration: Registration, { message }: WaitingLaunch, chosen: readonly DatedLink[]): Promise<Chosen> {
    const { deepLinking: settings, deploymentId } = message;
    if (!settings) throw new Error('A request for links has settings');
    const { issuer, clientId } = registration;
    const { launch: launchAddress, logo: logoAddress } = toolAddresses(this.environment.publicUrl);
    const ids = { nonce: newToken(256), jti: newToken(128) };
    const claims = deepLinkingResponse({
      issuer,
      clientId,
      deploymentId,
      settings,
      launchAddress,
      logoAddress,
      chosen,
      now: this.clock.now(),
      ...ids,
    });
    return { registration, jwt: await this.keys.sign(claims), returnUrl: settings.returnUrl };
  }

  private async show(tx: Tx, registration: Registration, launch: WaitingLaunch, [first]: readonly ChosenLink[]): Promise<Chosen> {
    const linkId = launch.message.resourceLink?.id;
    if (!first || linkId === undefined) throw new RefusedMessage({ code: 'target_unknown' }, registration.id);
    await this.links.choose(tx, launch.contextId, linkId, first.target);
    return { registration, shown: first.target };
  }
}
