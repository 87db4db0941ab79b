import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Role } from '../../../../platform/http/access.js';
import { OpenSession, type OpenedSession, type Visitor } from '../../../people/index.js';
import { readRoles } from '../../domain/roles.js';
import { AskForNotices } from '../notices/ask-for-notices.js';
import { AskForRoster } from '../rosters/ask-for-roster.js';
import { KnowDeployment } from './know-deployment.js';
import { KnowPerson } from './know-person.js';
import { KnowPlace } from './know-place.js';
import { type Landing, LandLaunch } from './land-launch.js';
import type { ProvedMessage } from './receive-launch.js';

export interface AcceptedLaunch {
  session: OpenedSession;
  landing: Landing;
}

const STAFF: readonly Role[] = ['instructor', 'assessor'];
const LEARNER: readonly Role[] = ['learner'];

/**
 * Lets in whom a proved message vouches for: their person, course, place and session, in one transaction. They act as what the platform
 * says of them in that course, whatever else they are here: a platform must not be able to make itself somebody's administrator.
 */
@Injectable()
export class AcceptLaunch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deployments: KnowDeployment,
    private readonly people: KnowPerson,
    private readonly places: KnowPlace,
    private readonly notices: AskForNotices,
    private readonly land: LandLaunch,
    private readonly rosters: AskForRoster,
    private readonly openSession: OpenSession,
  ) {}

  /** Throws `RefusedMessage`; then nothing is written. */
  async run({ registration, message }: ProvedMessage, visitor: Visitor, replaces: string | null): Promise<AcceptedLaunch> {
    if (message.kind === 'data-privacy') throw new Error('Nobody is let in by a question about what is held');
    const deployment = await this.deployments.run(registration, message.deploymentId);
    const { institutionId } = registration;
    return this.work.run({ institutionId }, async (tx: Tx) => {
      const isStaff = readRoles(message.roles).staff;
      const identity = await this.people.in(tx, registration, message.person, isStaff);
      const place = await this.places.in(tx, deployment, message);
      await this.notices.in(tx, deployment, message.noticeService);
      const landing = await this.land.in(tx, { ...place, message, deployment, identity, isStaff });
      await this.rosters.atLaunch(tx, registration, place.context);
      const within = { contextId: place.context.id, roles: isStaff ? STAFF : LEARNER };
      const { personId } = identity;
      return { landing, session: await this.openSession.in(tx, { personId, visitor, replaces, institutionId, within }) };
    });
  }
}
