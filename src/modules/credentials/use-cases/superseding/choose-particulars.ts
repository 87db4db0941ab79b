import { Inject, Injectable } from '@nestjs/common';
import { decodeJwt, errors } from 'jose';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { type RateLimit, RateLimits } from '../../../../platform/http/rate-limits.js';
import { refuseStale } from '../../../../platform/http/versions.js';
import { newId } from '../../../../platform/ids.js';
import { TimeLimit } from '../../../../platform/time-limit.js';
import { type Enrollment, EnrollmentDirectory } from '../../../enrollment/index.js';
import { PeopleDirectory } from '../../../people/index.js';
import { ChoicesRepository } from '../../data/choices.repository.js';
import { type CredentialChoices, LEAST_SHOWN } from '../../domain/credential-choices.js';
import { possessionFault } from '../../proof/keys/did-possession.js';
import { didUnproven, unfitChoices } from '../../problems.js';
import { DidChallenges } from './did-challenges.js';
import { LookUpDocuments } from '../verifying/look-up-documents.js';
import { ReissueWithChoices } from './reissue-with-choices.js';
import { StoreSuccessor } from './store-successor.js';
import { VERIFICATION_MS } from '../verifying/verify-document.js';

export interface StandingChoices {
  enrollmentId: string;
  choices: CredentialChoices;
  /** 0: nothing was chosen yet. */
  version: number;
  chosenAt: Date | null;
  /** Whether there is a badge already, of which a change of choices brings a new form. */
  issued: boolean;
}

/** Each new form takes a place in a status list for good, and has wallets fetch the badge again. */
const NEW_FORMS: RateLimit = { name: 'badge-choices', points: 10, seconds: 60 * 60 };

export type ChoicesWish = CredentialChoices & { didProof?: string | undefined };

/** A learner's word on what the badge of their enrolment says. Nobody else has one. */
@Injectable()
export class ChooseParticulars {
  constructor(
    private readonly work: UnitOfWork,
    private readonly choices: ChoicesRepository,
    private readonly reissue: ReissueWithChoices,
    private readonly storeSuccessor: StoreSuccessor,
    private readonly limits: RateLimits,
    private readonly enrollments: EnrollmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly challenges: DidChallenges,
    private readonly documents: LookUpDocuments,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async standing(actor: Actor, enrollmentId: string): Promise<StandingChoices> {
    return this.work.run(actor, async (tx) => this.standingIn(tx, await this.own(tx, actor, enrollmentId)));
  }

  /** What to sign with a key of one's DID, and for whom. */
  async challenge(actor: Actor, enrollmentId: string): Promise<{ challenge: string; audience: string; expiresAt: Date }> {
    await this.work.run(actor, (tx) => this.own(tx, actor, enrollmentId));
    return { ...this.challenges.create(actor.personId, enrollmentId), audience: this.environment.publicUrl };
  }

  /**
   * Choices made after the badge was issued bring a new form of it at once, where they change what it says. Throws
   * `credentials.reissue_under_way` while another one is being signed, and `request.too_many` for changes without end.
   */
  async run(actor: Actor, enrollmentId: string, expectedVersion: number, wish: ChoicesWish): Promise<StandingChoices> {
    const { didProof, ...chosen } = wish;
    const choices: CredentialChoices = { ...chosen, did: chosen.identity === 'did' ? chosen.did : null };
    if ((await this.standing(actor, enrollmentId)).issued) await this.limits.spend(NEW_FORMS, enrollmentId);
    // A look-up over the network has no place in a transaction.
    const proven =
      choices.did === null || didProof === undefined ? null : await this.prove(actor, enrollmentId, choices.did, didProof);
    const { standing, intentId } = await this.work.run(actor, async (tx) => {
      const enrollment = await this.own(tx, actor, enrollmentId, true);
      const before = await this.standingIn(tx, enrollment);
      refuseStale(before.version, expectedVersion);
      await this.refuseUnfit(tx, actor, enrollment, choices);
      if (choices.identity === 'did' && (choices.did === null || (choices.did !== proven && choices.did !== before.choices.did)))
        throw new Problem(didUnproven, { detail: 'Send the DID with a proof that it is yours: sign the challenge first.' });
      const now = this.clock.now();
      await this.choices.add(tx, {
        id: newId(now.getTime()),
        institutionId: actor.institutionId,
        enrollmentId,
        personId: actor.personId,
        version: before.version + 1,
        choices,
        chosenAt: now,
      });
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'credential.choices_made',
        actorId: actor.personId,
        subject: { type: 'enrollment', id: enrollmentId },
        particulars: { version: before.version + 1, showName: choices.showName, showResults: choices.showResults },
        occurredAt: now,
      });
      return {
        standing: { ...before, choices, version: before.version + 1, chosenAt: now },
        intentId: await this.reissue.in(tx, enrollment, { before: before.choices, choices }),
      };
    });
    if (intentId !== null) await this.storeSuccessor.run(actor, intentId);
    return standing;
  }

  private async standingIn(tx: Tx, enrollment: Enrollment): Promise<StandingChoices> {
    const { id } = enrollment;
    const latest = await this.choices.latest(tx, id);
    return {
      enrollmentId: id,
      choices: latest?.choices ?? LEAST_SHOWN,
      version: latest?.version ?? 0,
      chosenAt: latest?.chosenAt ?? null,
      issued: (await this.reissue.badgeOf(tx, enrollment)) !== null,
    };
  }

  /** Locked, two who save at once take turns and the second hears of the first. */
  private async own(tx: Tx, { personId }: Actor, enrollmentId: string, locked = false): Promise<Enrollment> {
    const enrollment = await (locked ? this.enrollments.findLocked(tx, enrollmentId) : this.enrollments.find(tx, enrollmentId));
    if (enrollment?.personId !== personId) throw new Problem(notFound);
    return enrollment;
  }

  private async refuseUnfit(tx: Tx, { personId }: Actor, { id }: Enrollment, choices: CredentialChoices): Promise<void> {
    const work = await this.choices.workOf(tx, id);
    const errors = [
      ...choices.evidenceLinks.flatMap((link, index) => (work.links.has(link) ? [] : [unknownPart(`evidenceLinks[${index}]`)])),
      ...choices.evidenceFileIds.flatMap((file, index) =>
        work.fileIds.has(file) ? [] : [unknownPart(`evidenceFileIds[${index}]`)],
      ),
    ];
    if (choices.identity === 'email-hash' && !(await this.people.find(tx, personId))?.email) {
      errors.push({ field: 'identity', code: 'email_missing', detail: 'Your account has no e-mail address.' });
    }
    if (errors.length > 0) throw new Problem(unfitChoices, { errors });
  }

  private async prove(actor: Actor, enrollmentId: string, did: string, jws: string): Promise<string> {
    const challenge = nonceOf(jws);
    const fresh = challenge !== undefined && this.challenges.accepts(challenge, actor.personId, enrollmentId);
    const fault = fresh
      ? await possessionFault({ did, jws, audience: this.environment.publicUrl, challenge }, (id) =>
          this.documents.resolve(id, new TimeLimit(VERIFICATION_MS)),
        )
      : 'wrong-challenge';
    if (fault === undefined) return did;
    throw new Problem(didUnproven, {
      detail: 'Get a new challenge, sign it with a key from the authentication methods of your DID, and send that.',
      errors: [{ field: 'didProof', code: fault.replaceAll('-', '_'), detail: 'It does not prove that the DID is yours.' }],
    });
  }
}

function unknownPart(field: string): { field: string; code: string; detail: string } {
  return { field, code: 'not_in_your_work', detail: 'It is in none of your drafts and attempts.' };
}

function nonceOf(jws: string): string | undefined {
  try {
    const { nonce } = decodeJwt(jws);
    return typeof nonce === 'string' ? nonce : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
