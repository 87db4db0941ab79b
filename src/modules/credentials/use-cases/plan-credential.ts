import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { newId, newToken } from '../../../platform/ids.js';
import type { StoredEdition } from '../../catalog/index.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import { type Institution, InstitutionsRepository } from '../../institutions/index.js';
import type { Achievement } from '../data/achievement.entity.js';
import { ChoicesRepository } from '../data/choices.repository.js';
import type { CredentialIntent } from '../data/credential-intent.entity.js';
import { CredentialsRepository } from '../data/credentials.repository.js';
import type { AchievementSnapshot } from '../domain/achievement.js';
import { decideIssuance } from '../domain/decide-issuance.js';
import { buildOpenBadgeCredential } from '../domain/open-badge-credential.js';
import { composeAchievement } from './compose-achievement.js';
import { composeAward } from './compose-award.js';
import { GatherParticulars } from './gather-particulars.js';
import { GatherPass, type Pass } from './gather-pass.js';
import { IssuerAddresses } from './issuer-addresses.js';
import { KeyRing } from './key-ring.js';
import { StatusRegistry } from './status-registry.js';

/**
 * Decides whether a pass earns a credential and freezes what it will say. The intent is committed before anything is signed,
 * so that a retry signs the same bytes and an edit of programme, issuer or key in between changes nothing.
 */
@Injectable()
export class PlanCredential {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly enrollments: EnrollmentDirectory,
    private readonly gatherPass: GatherPass,
    private readonly institutions: InstitutionsRepository,
    private readonly credentials: CredentialsRepository,
    private readonly keyRing: KeyRing,
    private readonly gatherParticulars: GatherParticulars,
    private readonly choices: ChoicesRepository,
    private readonly statuses: StatusRegistry,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** The intent to sign; an earlier one for the same pass is found again. `null`: there is none, and an event says why. */
  async in(tx: Tx, enrollmentId: string, assessmentId: string): Promise<CredentialIntent | null> {
    const enrollment = await this.enrollments.find(tx, enrollmentId);
    if (!enrollment) throw new Error(`The enrolment ${enrollmentId} of a pass is gone`);
    await this.credentials.lockAward(tx, enrollment.personId, enrollment.editionId);
    const intents = await this.credentials.intentsOf(tx, enrollment.personId, enrollment.editionId);
    const planned = intents.find((intent) => intent.assessmentId === assessmentId);
    if (planned) return planned;
    const pass = await this.gatherPass.in(tx, enrollment, assessmentId, intents);
    const decision = decideIssuance(pass.facts);
    if (decision.decision !== 'issue' || !pass.edition) {
      await this.withhold(tx, pass, decision);
      return null;
    }
    return this.freeze(tx, pass, pass.edition, intents.length + 1);
  }

  private async freeze(
    tx: Tx,
    { enrollment, assessmentId, decidedAt }: Pass,
    edition: StoredEdition,
    version: number,
  ): Promise<CredentialIntent> {
    const institution = await this.institutions.find(tx, enrollment.institutionId);
    if (!institution) throw new Error(`The institution ${enrollment.institutionId} is gone`);
    const now = this.clock.now();
    const achievement = await this.achievementOf(tx, edition, institution);
    const { list, index } = await this.statuses.reserve(tx, institution);
    const particulars = (await this.gatherParticulars.of(tx, [{ enrollment, edition, assessmentId }])).get(enrollment.id);
    if (!particulars) throw new Error(`Nothing was gathered about the enrolment ${enrollment.id}`);
    const publicId = newToken(128);
    const built = buildOpenBadgeCredential(
      composeAward(
        {
          publicId,
          institution,
          edition,
          achievement: JSON.parse(achievement.document) as AchievementSnapshot,
          decidedAt,
          particulars,
          listId: list.id,
          index,
          now,
        },
        this.addresses,
      ),
    );
    if (!built.ok) throw new Error(`The badge of edition ${edition.id} would be invalid: ${JSON.stringify(built.problems)}`);
    const document = JSON.stringify(built.credential);
    const intent: CredentialIntent = {
      id: newId(),
      institutionId: institution.id,
      enrollmentId: enrollment.id,
      personId: enrollment.personId,
      editionId: edition.id,
      achievementId: achievement.id,
      assessmentId,
      version,
      publicId,
      document,
      documentSha256: createHash('sha256').update(document).digest('hex'),
      proofCreated: now.toISOString(),
      signingKeyId: (await this.keyRing.active(tx, institution.id)).id,
      statusListId: list.id,
      statusIndex: index,
      supersedesId: null,
      createdAt: now,
    };
    await this.credentials.addIntent(tx, intent);
    await this.gatherParticulars.publish(tx, [{ intent, particulars }]);
    return intent;
  }

  private async achievementOf(tx: Tx, edition: StoredEdition, institution: Institution): Promise<Achievement> {
    const existing = await this.credentials.findAchievement(tx, edition.id);
    if (existing) return existing;
    const previous = await this.choices.editionBefore(tx, edition.microCredentialId, edition.number);
    return this.credentials.ensureAchievement(tx, {
      id: newId(),
      institutionId: edition.institutionId,
      editionId: edition.id,
      document: JSON.stringify(composeAchievement({ edition, institution, previous }, this.addresses)),
      createdAt: this.clock.now(),
    });
  }

  private async withhold(tx: Tx, { enrollment, assessmentId }: Pass, decision: ReturnType<typeof decideIssuance>): Promise<void> {
    await recordEvent(tx, {
      institutionId: enrollment.institutionId,
      type: 'credential.withheld',
      actorId: null,
      subject: { type: 'enrollment', id: enrollment.id },
      particulars: { assessmentId, ...decision },
      occurredAt: this.clock.now(),
    });
  }
}
