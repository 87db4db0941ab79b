import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { matchesHash } from '../../../../platform/secrets.js';
import { GiveWayIn, OpenSession, type Person, ProveOwnPassword, type Visitor } from '../../../people/index.js';
import { type Claim, ClaimsRepository } from '../../data/claims.repository.js';
import { IdentitiesRepository } from '../../data/identities.repository.js';
import type { ClaimRefusal } from '../../domain/claim-step.js';
import { claimCodeWrong, claimOfSomebodyElse, claimRefused } from '../../problems.js';
import { MOST_TRIES } from './claim-terms.js';
import { LinkGuest } from './link-guest.js';
import { type KnownClaim, notValid, ReadClaim } from './read-claim.js';

export interface ClaimAnswer {
  token: string;
  /** As it was shown in the LMS. */
  code: string;
  /** For a new account. */
  newPassword?: string;
  /** Of the account that there is, for who is not signed in to it. */
  password?: string;
  visitor: Visitor;
  session: SignedIn | null;
}

export type SettledClaim = { step: 'own'; sessionToken: string } | { step: 'link' };

const REFUSALS: Readonly<Record<ClaimRefusal, string>> = {
  suspended: 'One of the two accounts is suspended. Ask the institution.',
  recorded: 'What you did in the course so far stays with who did it. Ask once more there, with another address.',
  settled: 'You have an account of your own by now.',
};

/** Carries out what a letter offers: the guest gets an account, or the account that there is gets who comes by the LMS. Once. */
@Injectable()
export class SettleClaim {
  constructor(
    private readonly work: UnitOfWork,
    private readonly read: ReadClaim,
    private readonly claims: ClaimsRepository,
    private readonly identities: IdentitiesRepository,
    private readonly giveWayIn: GiveWayIn,
    private readonly provePassword: ProveOwnPassword,
    private readonly link: LinkGuest,
    private readonly openSession: OpenSession,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(answer: ClaimAnswer): Promise<SettledClaim> {
    const known = await this.read.run(answer.token);
    if (known.next.step === 'refused') throw refused(known.next.reason);
    await this.proveCode(known.claim, answer);
    if (known.next.step === 'own') {
      const passwordHash = await this.giveWayIn.prepare(answer.newPassword ?? '', known.claim.email);
      return this.work.run(known.registration, (tx) => this.give(tx, known, passwordHash, answer.visitor));
    }
    if (known.holder) await this.proveHolder(known.holder, answer);
    return this.work.run(known.registration, async (tx) => {
      await this.link.in(tx, await this.again(tx, known));
      return { step: 'link' };
    });
  }

  /** In a transaction of its own: a wrong code counts, although nothing else comes of it. */
  private async proveCode({ id, institutionId, codeHash }: Claim, { token, code }: ClaimAnswer): Promise<void> {
    const isLeft = await this.work.run({ institutionId }, (tx) => this.claims.countTry(tx, id, MOST_TRIES));
    if (!isLeft) throw notValid();
    if (matchesHash(`${token} ${code.replace(/\s/g, '')}`, codeHash)) return;
    const detail = 'Enter the six digits that your course showed when you asked.';
    throw new Problem(claimCodeWrong, { errors: [{ field: 'code', code: 'wrong', detail }] });
  }

  private async proveHolder(holder: Person, { session, password, visitor }: ClaimAnswer): Promise<void> {
    // What an LMS vouches for is not the account.
    const signedIn = session?.contextId === null ? session : null;
    if (signedIn && signedIn.personId !== holder.id)
      throw new Problem(claimOfSomebodyElse, { detail: 'Sign out first, and open the link again.' });
    if (!signedIn) await this.provePassword.run({ personId: holder.id }, password ?? '', visitor);
  }

  private async give(tx: Tx, proved: KnownClaim, passwordHash: string, visitor: Visitor): Promise<SettledClaim> {
    const { guest, identity, claim } = await this.again(tx, proved);
    const { institutionId, email } = claim;
    await this.giveWayIn.in(tx, institutionId, guest.id, { email, passwordHash });
    await this.identities.settle(tx, identity.id, guest.id);
    const opened = await this.openSession.in(tx, { personId: guest.id, visitor, replaces: null, institutionId });
    return { step: 'own', sessionToken: opened.token };
  }

  /** What was proved counts only if nothing has changed since: what becomes of it, nor who has the address. */
  private async again(tx: Tx, { claim, next, holder }: KnownClaim): Promise<KnownClaim> {
    if (!(await this.claims.consume(tx, claim.id, this.clock.now()))) throw notValid();
    const known = await this.read.in(tx, claim);
    if (known.next.step === 'refused') throw refused(known.next.reason);
    if (known.next.step !== next.step || known.holder?.id !== holder?.id) throw notValid();
    return known;
  }
}

function refused(reason: ClaimRefusal): Problem {
  return new Problem(claimRefused, { detail: REFUSALS[reason], facts: { reason } });
}
