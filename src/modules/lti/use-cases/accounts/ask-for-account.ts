import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { SignedIn } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { invalidFields, notAllowed } from '../../../../platform/http/problems.js';
import { type RateLimit, RateLimits } from '../../../../platform/http/rate-limits.js';
import { newId } from '../../../../platform/ids.js';
import { queueLetter } from '../../../../platform/letters/queue-letters.js';
import { hashOf, newSecret } from '../../../../platform/secrets.js';
import { normaliseEmail, type Person, PeopleDirectory, type Visitor } from '../../../people/index.js';
import { ClaimsRepository } from '../../data/claims.repository.js';
import { type Identity, IdentitiesRepository } from '../../data/identities.repository.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import { accountSettled } from '../../problems.js';
import { CLAIM_MS, codeHashOf, newCode } from './claim-terms.js';

const HOUR = 3_600;
const PER_PERSON: RateLimit = { name: 'lti-claim-person', points: 5, seconds: HOUR };
const PER_ADDRESS: RateLimit = { name: 'lti-claim-address', points: 5, seconds: HOUR };
// A lecture hall asks from one address.
const PER_NETWORK: RateLimit = { name: 'lti-claim-network', points: 300, seconds: HOUR };

export interface OwnStanding {
  person: Person;
  identity: Identity;
  registration: Registration;
}

/**
 * Somebody who came by an LMS wants an account of their own. A letter with a link goes to the address that they give, and a code is shown
 * where they ask: whoever opens the link must have both. The answer is the same whoever has the address.
 */
@Injectable()
export class AskForAccount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly limits: RateLimits,
    private readonly identities: IdentitiesRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly claims: ClaimsRepository,
    private readonly people: PeopleDirectory,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who asks, and by which platform they came. */
  async standing(signedIn: SignedIn): Promise<OwnStanding> {
    return this.work.read({ institutionId: within(signedIn).institutionId }, (tx) => this.known(tx, signedIn));
  }

  async run(signedIn: SignedIn, address: string, { network }: Visitor): Promise<{ code: string; expiresAt: Date }> {
    const { institutionId } = within(signedIn);
    await this.limits.spend(PER_NETWORK, network);
    const email = normaliseEmail(address);
    if (!email) {
      const detail = 'Write an address such as lea@example.org.';
      throw new Problem(invalidFields, { errors: [{ field: 'email', code: 'unusable', detail }] });
    }
    await this.limits.spend(PER_PERSON, signedIn.personId);
    await this.limits.spend(PER_ADDRESS, hashOf(email));
    return this.work.run({ institutionId }, async (tx) => {
      const { person, identity } = await this.known(tx, signedIn);
      if (person.email !== null) throw new Problem(accountSettled, { detail: 'Sign in with its e-mail address.' });
      const now = this.clock.now();
      const [{ token, hash }, code, id] = [newSecret(), newCode(), newId(now.getTime())];
      const expiresAt = new Date(now.getTime() + CLAIM_MS);
      await this.claims.replace(tx, {
        id,
        institutionId,
        identityId: identity.id,
        personId: person.id,
        email,
        tokenHash: hash,
        codeHash: codeHashOf(token, code),
        tries: 0,
        createdAt: now,
        expiresAt,
      });
      await recordEvent(tx, {
        institutionId,
        type: 'lti.account_asked_for',
        actorId: person.id,
        subject: { type: 'person', id: person.id },
        particulars: { registrationId: identity.registrationId },
        occurredAt: now,
      });
      await this.write(tx, institutionId, { id, person, email, token });
      return { code, expiresAt };
    });
  }

  /** Neither letter says a name: it is what the LMS says, and goes to an address that nobody has proved. */
  private async write(tx: Tx, institutionId: string, claim: { id: string; person: Person; email: string; token: string }) {
    const { id, person, email, token } = claim;
    const holder = await this.people.holderOf(tx, email);
    const to = { ...(holder?.person ?? person), email };
    const dedupeKey = `lms-account:${id}:${person.id}`;
    const values = { link: `${this.environment.publicUrl}/lti/account/${token}` };
    const now = this.clock.now();
    await queueLetter(tx, { institutionId, dedupeKey, to, kind: holder ? 'lms_link' : 'lms_account', values, now });
  }

  private async known(tx: Tx, signedIn: SignedIn): Promise<OwnStanding> {
    const { personId, contextId } = within(signedIn);
    const standing = await this.people.standing(tx, personId);
    const identity = await this.identities.ofContext(tx, personId, contextId);
    const registration = identity && (await this.registrations.find(tx, identity.registrationId));
    if (!standing || standing.isSuspended || !registration)
      throw new Problem(notAllowed, { detail: 'Open the link in your course again.' });
    return { person: standing.person, identity, registration };
  }
}

function within({ personId, institutionId, contextId }: SignedIn): {
  personId: string;
  institutionId: string;
  contextId: string;
} {
  if (contextId !== null && institutionId === null) throw new Problem(notAllowed, { detail: 'Ask the institution.' });
  if (institutionId === null || contextId === null)
    throw new Problem(notAllowed, { detail: 'This is for who comes by an LMS. You are signed in to your own account.' });
  return { personId, institutionId, contextId };
}
