import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { EditionStore } from '../../../catalog/index.js';
import type { Enrollment } from '../../../enrollment/index.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { EvidenceRepository } from '../../data/evidence.repository.js';
import type { PublishedEvidence } from '../../data/published-evidence.entity.js';
import { withParticulars } from '../../domain/chosen-particulars.js';
import type { CredentialChoices } from '../../domain/credential-choices.js';
import { isLive } from '../../domain/credential-state.js';
import type { JsonObject } from '../../domain/json.js';
import { saysTheSame } from '../../domain/superseding-document.js';
import { composeEvidence } from '../issuing/compose-award.js';
import { type EvidencePlace, GatherParticulars, publishedEvidence } from '../issuing/gather-particulars.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { SupersedeCredential } from './supersede-credential.js';

export interface ChangedChoices {
  before: CredentialChoices;
  choices: CredentialChoices;
  /** `binding`: a wallet named the DID, and the badge is to name it whatever was chosen before. */
  cause?: 'consent' | 'binding';
}

/** Plans the new form of a badge whose learner chose anew what it says. */
@Injectable()
export class ReissueWithChoices {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly evidence: EvidenceRepository,
    private readonly editions: EditionStore,
    private readonly gather: GatherParticulars,
    private readonly supersede: SupersedeCredential,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** The badge that a change of choices is about; `null` where none is issued, or it was revoked. */
  async badgeOf(tx: Tx, { id, personId, editionId }: Enrollment): Promise<Credential | null> {
    const credentials = await this.credentials.credentialsOf(tx, personId, editionId);
    return credentials.find(({ enrollmentId, state }) => enrollmentId === id && isLive(state)) ?? null;
  }

  /**
   * In the transaction that stores the choices. The plan of the new form, or `null` where the badge would say the same. Evidence that is
   * still chosen keeps its address; the address of any other is closed at once. Throws as `SupersedeCredential` does.
   */
  async in(tx: Tx, enrollment: Enrollment, { before, choices, cause = 'consent' }: ChangedChoices): Promise<string | null> {
    const badge = await this.badgeOf(tx, enrollment);
    const [intent, edition] = [
      badge && (await this.credentials.findIntent(tx, badge.id)),
      await this.editions.get(tx, enrollment.editionId),
    ];
    // The badge of an enrolment stands on a pass.
    if (!badge || !intent?.assessmentId) return null;
    const found = await this.gather.of(tx, [{ enrollment, edition, assessmentId: intent.assessmentId }]);
    const particulars = found.get(enrollment.id);
    if (!particulars) throw new Error(`Nothing was gathered for the badge ${badge.id}`);
    const published = await this.evidence.ofCredential(tx, badge.id);
    const evidence = particulars.evidence.flatMap((place) => settle(place, published, before));
    const renamed = cause === 'binding' || choices.identity !== before.identity || choices.did !== before.did;
    const amend = withParticulars({
      choices,
      subjectId: renamed ? particulars.learner.subjectId : undefined,
      learner: particulars.learner,
      results: particulars.results,
      evidence: composeEvidence(evidence, this.addresses),
    });
    const { proof: _proof, ...signed } = JSON.parse(badge.signed) as JsonObject;
    if (saysTheSame(signed, amend(signed))) return null;
    const planned = await this.supersede.in(tx, {
      credentialId: badge.id,
      cause,
      actorId: enrollment.personId,
      amend,
    });
    const kept = new Set(evidence.map(({ publicId }) => publicId));
    const now = this.clock.now();
    for (const { id, publicId } of published) if (!kept.has(publicId)) await this.evidence.withdraw(tx, badge.id, id, now);
    const known = new Set(published.map(({ publicId }) => publicId));
    const fresh = evidence.filter(({ publicId }) => !known.has(publicId));
    await this.evidence.add(tx, publishedEvidence(planned, fresh));
    return planned.id;
  }
}

/** Under the address it has. What its learner has withdrawn comes back only when it is chosen once more. */
function settle(place: EvidencePlace, published: readonly PublishedEvidence[], before: CredentialChoices): EvidencePlace[] {
  const same = published.filter(({ url, fileId }) => url === place.url && fileId === place.fileId);
  const open = same.find(({ withdrawnAt }) => withdrawnAt === null);
  if (open) return [{ ...place, publicId: open.publicId }];
  const wasChosen =
    place.fileId === null ? before.evidenceLinks.includes(place.url ?? '') : before.evidenceFileIds.includes(place.fileId);
  return same.length > 0 && wasChosen ? [] : [place];
}
