import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { Problem } from '../../../../platform/http/problem.js';
import { hashOf, looksLikeSecret } from '../../../../platform/secrets.js';
import { type Person, PeopleDirectory } from '../../../people/index.js';
import { type Claim, ClaimsRepository } from '../../data/claims.repository.js';
import { HeldQuery } from '../../data/held.query.js';
import { type Identity, IdentitiesRepository } from '../../data/identities.repository.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import { type ClaimStep, claimStep } from '../../domain/claim-step.js';
import { claimNotValid } from '../../problems.js';
import { MOST_TRIES } from './claim-terms.js';

export interface KnownClaim {
  claim: Claim;
  identity: Identity;
  registration: Registration;
  guest: Person;
  /** Who has the address already. */
  holder: Person | null;
  next: ClaimStep;
}

/** What a link of a letter is for, by all that is known at the moment. */
@Injectable()
export class ReadClaim {
  constructor(
    private readonly work: UnitOfWork,
    private readonly claims: ClaimsRepository,
    private readonly identities: IdentitiesRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly people: PeopleDirectory,
    private readonly held: HeldQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `lti.claim_not_valid` when it is unknown, used, too old, or tried with too many codes. */
  async run(token: string): Promise<KnownClaim> {
    const found = looksLikeSecret(token) ? await this.find(token) : null;
    if (!found) throw notValid();
    return this.work.run({ institutionId: found.institutionId }, (tx) => this.in(tx, found));
  }

  /** In the scope of the institution. Holds the identity and what could be recorded of its person until the end of the transaction. */
  async in(tx: Tx, claim: Claim): Promise<KnownClaim> {
    const identity = await this.identities.findByIdLocked(tx, claim.identityId);
    const registration = identity && (await this.registrations.find(tx, identity.registrationId));
    const guest = await this.people.standing(tx, claim.personId);
    if (!identity || !registration || !guest) throw notValid();
    const holder = await this.people.holderOf(tx, claim.email);
    const next = claimStep({
      isGuest: identity.isGuest && identity.personId === claim.personId && guest.person.email === null,
      isSuspended: guest.isSuspended,
      hasRecorded: await this.held.isAnyLocked(tx, claim.personId),
      holder,
    });
    return { claim, identity, registration, guest: guest.person, holder: holder?.person ?? null, next };
  }

  private find(token: string): Promise<Claim | null> {
    return this.work.read(system('the link alone says whose it is'), (tx) =>
      this.claims.findUsable(tx, hashOf(token), this.clock.now(), MOST_TRIES),
    );
  }
}

export function notValid(): Problem {
  return new Problem(claimNotValid, {
    detail: 'It was used before, is too old, or a newer one has been sent. Ask for a new one in your course.',
  });
}
