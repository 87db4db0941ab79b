import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../../platform/events/record-event.js';
import { newId, newToken } from '../../../../platform/ids.js';
import type { StoredEdition } from '../../../catalog/index.js';
import { type Institution, InstitutionsRepository } from '../../../institutions/index.js';
import { PeopleDirectory } from '../../../people/index.js';
import { EvidenceRepository } from '../../data/evidence.repository.js';
import type { HistoricAward } from '../../data/historic-award.entity.js';
import { HistoricAwardsRepository, type PlannedAward } from '../../data/historic-awards.repository.js';
import type { IssuerProfile } from '../../domain/award.js';
import type { AwardOnFile } from '../../domain/historic-row.js';
import { buildOpenBadgeCredential } from '../../domain/open-badge-credential.js';
import { composeIssuer } from '../issuing/compose-award.js';
import { FreezeCredentials, type FrozenAchievement } from '../issuing/freeze-credentials.js';
import { type EvidencePlace, publishedEvidence } from '../issuing/gather-particulars.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { PairwiseNames } from '../issuing/pairwise-names.js';
import { KeyRing } from '../keys/key-ring.js';
import { type StatusPlace, StatusRegistry } from '../status/status-registry.js';
import { composeHistoricAward } from './compose-historic-award.js';

/** An award that becomes a credential. */
export interface VouchedAward {
  award: HistoricAward;
  onFile: AwardOnFile;
  edition: StoredEdition;
  /** How many awards of the edition were ever planned for the person. */
  earlier: number;
}

interface Common {
  institution: Institution;
  issuer: IssuerProfile;
  achievements: ReadonlyMap<string, FrozenAchievement>;
  /** By person. */
  names: ReadonlyMap<string, string>;
  signingKeyId: string;
  now: Date;
}

/** Writes down awards, with an event that says who vouches for each, and freezes what their credentials will say. */
@Injectable()
export class FreezeHistoricAwards {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly institutions: InstitutionsRepository,
    private readonly people: PeopleDirectory,
    private readonly awards: HistoricAwardsRepository,
    private readonly evidence: EvidenceRepository,
    private readonly freeze: FreezeCredentials,
    private readonly pairwise: PairwiseNames,
    private readonly keyRing: KeyRing,
    private readonly statuses: StatusRegistry,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** In the order of the awards; `null` for a badge that would be invalid, of which nothing is kept. */
  async all(tx: Tx, institutionId: string, vouched: readonly VouchedAward[]): Promise<(PlannedAward | null)[]> {
    if (vouched.length === 0) return [];
    const institution = await this.institutions.find(tx, institutionId);
    if (!institution) throw new Error(`The institution ${institutionId} is gone`);
    const people = await this.people.findMany(
      tx,
      vouched.map(({ award }) => award.personId),
    );
    const common: Common = {
      institution,
      issuer: composeIssuer(institution, this.addresses),
      achievements: await this.freeze.achievementsOf(
        tx,
        institution,
        vouched.map(({ edition }) => edition),
      ),
      names: new Map(people.map(({ id, name }) => [id, name])),
      signingKeyId: (await this.keyRing.active(tx, institutionId)).id,
      now: this.clock.now(),
    };
    const places = await this.statuses.reserve(tx, institution, vouched.length);
    const frozen = vouched.map((one, index) => this.plan(one, places[index], common));
    const planned = frozen.flatMap((one) => (one ? [one] : []));
    await this.awards.add(tx, planned);
    await this.evidence.add(
      tx,
      planned.flatMap((one) => one.evidence),
    );
    await this.record(tx, planned);
    return frozen;
  }

  private plan({ award, onFile, edition, earlier }: VouchedAward, place: StatusPlace | undefined, common: Common) {
    const { institution, issuer, signingKeyId, now } = common;
    const achievement = common.achievements.get(edition.id);
    if (!achievement || !place) throw new Error(`Nothing was prepared for a badge of edition ${edition.id}`);
    const publicId = newToken(128);
    const evidence = evidencePlaces(onFile);
    const composed = composeHistoricAward(
      {
        publicId,
        issuer,
        edition,
        achievement: achievement.snapshot,
        onFile,
        subjectId: this.pairwise.of(institution.id, award.personId),
        name: common.names.get(award.personId) ?? onFile.name,
        evidence,
        listId: place.listId,
        index: place.index,
        now,
      },
      this.addresses,
    );
    const built = buildOpenBadgeCredential(composed);
    if (!built.ok) return null;
    const document = JSON.stringify(built.credential);
    const intent = {
      id: newId(now.getTime()),
      institutionId: institution.id,
      enrollmentId: null,
      personId: award.personId,
      editionId: edition.id,
      achievementId: achievement.achievementId,
      assessmentId: null,
      historicAwardId: award.id,
      version: earlier + 1,
      publicId,
      document,
      documentSha256: createHash('sha256').update(document).digest('hex'),
      proofCreated: now.toISOString(),
      signingKeyId,
      statusListId: place.listId,
      statusIndex: place.index,
      supersedesId: null,
      createdAt: now,
    };
    return { award, intent, evidence: publishedEvidence(intent, evidence) };
  }

  private async record(tx: Tx, planned: readonly PlannedAward[]): Promise<void> {
    await recordEvents(
      tx,
      planned.map(({ award: { id, institutionId, rowId, personId, editionId, replacesId, awardedBy, awardedAt } }) => ({
        institutionId,
        type: replacesId === null ? 'historic_award.recorded' : 'historic_award.repeated',
        actorId: awardedBy,
        subject: { type: 'historic_award', id },
        particulars: { rowId, personId, editionId, ...(replacesId === null ? {} : { replacesId }) },
        occurredAt: awardedAt,
      })),
    );
  }
}

/** Named by an address of ours, behind which it can be withdrawn (ADR 13). */
function evidencePlaces({ shown, evidenceUrl }: AwardOnFile): EvidencePlace[] {
  if (!shown.includes('evidence') || evidenceUrl === null) return [];
  return [{ publicId: newToken(128), name: new URL(evidenceUrl).hostname, url: evidenceUrl, fileId: null, sha256: null }];
}
