import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { newId } from '../../../../platform/ids.js';
import { type Enrollment, EnrollmentDirectory } from '../../../enrollment/index.js';
import { ChoicesRepository } from '../../data/choices.repository.js';
import { type CredentialChoices, LEAST_SHOWN } from '../../domain/credential-choices.js';
import type { HeldCredential } from '../sharing/held-credentials.js';
import { ReissueWithChoices } from './reissue-with-choices.js';

/**
 * Has a badge name a DID as its holder from now on: the learner's own choice, carried out when a wallet proves to hold the key. Who calls
 * it has seen both, the wish and the proof.
 */
@Injectable()
export class BindCredential {
  constructor(
    private readonly choices: ChoicesRepository,
    private readonly enrollments: EnrollmentDirectory,
    private readonly reissue: ReissueWithChoices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The plan of the new form, for `StoreSuccessor` after the commit; asked for again, the same one. `null`: the badge names that DID
   * already. Only what was earned on an enrolment can be bound. Throws as `SupersedeCredential` does.
   */
  async in(tx: Tx, { enrollmentId }: Pick<HeldCredential, 'enrollmentId'>, did: string): Promise<string | null> {
    const enrollment = enrollmentId === null ? null : await this.enrollments.findLocked(tx, enrollmentId);
    if (!enrollmentId || !enrollment) throw new Error(`The enrolment ${enrollmentId} of a badge is gone`);
    const latest = await this.choices.latest(tx, enrollmentId);
    const before = latest?.choices ?? LEAST_SHOWN;
    const choices: CredentialChoices = { ...before, identity: 'did', did };
    if (before.identity !== 'did' || before.did !== did) await this.choose(tx, enrollment, choices, (latest?.version ?? 0) + 1);
    return this.reissue.in(tx, enrollment, { before, choices, cause: 'binding' });
  }

  private async choose(tx: Tx, enrollment: Enrollment, choices: CredentialChoices, version: number): Promise<void> {
    const { id: enrollmentId, institutionId, personId } = enrollment;
    const chosenAt = this.clock.now();
    await this.choices.add(tx, {
      id: newId(chosenAt.getTime()),
      institutionId,
      enrollmentId,
      personId,
      version,
      choices,
      chosenAt,
    });
    await recordEvent(tx, {
      institutionId,
      type: 'credential.choices_made',
      actorId: personId,
      subject: { type: 'enrollment', id: enrollmentId },
      particulars: { version, showName: choices.showName, showResults: choices.showResults, byWallet: true },
      occurredAt: chosenAt,
    });
  }
}
