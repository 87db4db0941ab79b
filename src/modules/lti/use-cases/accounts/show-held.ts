import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { PeopleDirectory } from '../../../people/index.js';
import { type Held, HeldQuery } from '../../data/held.query.js';
import { IdentitiesRepository } from '../../data/identities.repository.js';
import { KnowDeployment } from '../launch/know-deployment.js';
import type { ProvedMessage } from '../launch/receive-launch.js';

export type HeldOfLaunched = { institution: string } &
  /** Nobody came by this name yet. */
  (
    | { is: 'nobody' }
    | { is: 'guest'; name: string; held: Held }
    /** What is in an account is told to who signs in to it, and not to whomever an LMS vouches for. */
    | { is: 'account' }
  );

/** What is held about who sends a Data Privacy Launch. Nobody is made known by it, nor signed in; who is suspended is told as well. */
@Injectable()
export class ShowHeld {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deployments: KnowDeployment,
    private readonly identities: IdentitiesRepository,
    private readonly people: PeopleDirectory,
    private readonly institutions: InstitutionsRepository,
    private readonly held: HeldQuery,
  ) {}

  /** Throws `RefusedMessage` for a deployment that is not approved. */
  async run({ registration, message }: ProvedMessage): Promise<HeldOfLaunched> {
    await this.deployments.run(registration, message.deploymentId);
    return this.work.read(registration, async (tx) => {
      const institution = (await this.institutions.find(tx, registration.institutionId))?.name ?? registration.name;
      const identity = await this.identities.find(tx, registration.id, message.person.subject);
      const person = identity && (await this.people.find(tx, identity.personId));
      if (!person) return { is: 'nobody', institution };
      if (person.email !== null) return { is: 'account', institution };
      return { is: 'guest', institution, name: person.name, held: await this.held.of(tx, person.id) };
    });
  }
}
