import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId, newToken } from '../../../../platform/ids.js';
import type { StoredEdition } from '../../../catalog/index.js';
import { type Institution, InstitutionsRepository } from '../../../institutions/index.js';
import type { Achievement } from '../../data/achievement.entity.js';
import { ChoicesRepository } from '../../data/choices.repository.js';
import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import type { AchievementSnapshot } from '../../domain/achievement.js';
import type { IssuerProfile } from '../../domain/award.js';
import { BadgeSeries } from '../../domain/badge-series.js';
import { composeAchievement } from './compose-achievement.js';
import { composeAward, composeIssuer } from './compose-award.js';
import { GatherParticulars, type Particulars, publishedEvidence } from './gather-particulars.js';
import type { Pass } from './gather-pass.js';
import { IssuerAddresses } from './issuer-addresses.js';
import type { ToSign } from './sign-intents.js';
import { KeyRing } from '../keys/key-ring.js';
import { type StatusPlace, StatusRegistry } from '../status/status-registry.js';

/** A pass that earns a credential. */
export interface EarnedPass {
  pass: Pass;
  edition: StoredEdition;
}

export interface FrozenAchievement {
  achievementId: string;
  snapshot: AchievementSnapshot;
}

/** What the credentials of one edition have in common. */
interface EditionInCommon extends FrozenAchievement {
  series: BadgeSeries;
}

/** What all credentials of a chunk have in common. */
interface Common {
  institution: Institution;
  issuer: IssuerProfile;
  /** By id. */
  editions: ReadonlyMap<string, EditionInCommon>;
  /** By enrolment. */
  particulars: ReadonlyMap<string, Particulars>;
  signingKeyId: string;
  now: Date;
}

/** Freezes what credentials will say: the exact unsigned document, its key and its place in the status list. Of these only the place is written. */
@Injectable()
export class FreezeCredentials {
  private readonly addresses: IssuerAddresses;

  constructor(
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

  /**
   * In the order of the passes: what puts each one together, to be called when the transaction is over, because others wait for places
   * in the list till then. Of a badge that turns out to be invalid the place stays empty.
   */
  async all(tx: Tx, institutionId: string, earned: readonly EarnedPass[]): Promise<(() => Required<ToSign>)[]> {
    if (earned.length === 0) return [];
    const institution = await this.institutions.find(tx, institutionId);
    if (!institution) throw new Error(`The institution ${institutionId} is gone`);
    const common: Common = {
      institution,
      now: this.clock.now(),
      issuer: composeIssuer(institution, this.addresses),
      editions: await this.editionsOf(tx, institution, earned),
      particulars: await this.gatherParticulars.of(
        tx,
        earned.map(({ pass: { enrollment, assessmentId }, edition }) => ({ enrollment, assessmentId, edition })),
      ),
      signingKeyId: (await this.keyRing.active(tx, institution.id)).id,
    };
    const places = await this.statuses.reserve(tx, institution, earned.length);
    return earned.map((pass, index) => () => this.freeze(pass, places[index], common));
  }

  private freeze({ pass, edition }: EarnedPass, place: StatusPlace | undefined, common: Common): Required<ToSign> {
    const { institution, issuer, now, signingKeyId } = common;
    const { enrollment, assessmentId, decidedAt, forms } = pass;
    const inCommon = common.editions.get(edition.id);
    const particulars = common.particulars.get(enrollment.id);
    if (!inCommon || !particulars || !place) throw new Error(`Nothing was prepared for a badge of edition ${edition.id}`);
    const publicId = newToken(128);
    const award = composeAward(
      {
        publicId,
        issuer,
        edition,
        achievement: inCommon.snapshot,
        decidedAt,
        particulars,
        listId: place.listId,
        index: place.index,
        now,
      },
      this.addresses,
    );
    const intent: CredentialIntent = {
      id: newId(now.getTime()),
      institutionId: institution.id,
      enrollmentId: enrollment.id,
      personId: enrollment.personId,
      editionId: edition.id,
      achievementId: inCommon.achievementId,
      assessmentId,
      version: forms.length + 1,
      publicId,
      document: null,
      documentSha256: null,
      proofCreated: now.toISOString(),
      signingKeyId,
      statusListId: place.listId,
      statusIndex: place.index,
      supersedesId: null,
      createdAt: now,
    };
    const document = () => {
      const built = inCommon.series.build(award);
      if (built.ok) return built.credential;
      throw new Error(`The badge of edition ${edition.id} would be invalid: ${JSON.stringify(built.problems)}`);
    };
    return { intent, unwritten: { document, evidence: publishedEvidence(intent, particulars.evidence) } };
  }

  private async editionsOf(tx: Tx, institution: Institution, earned: readonly EarnedPass[]): Promise<Common['editions']> {
    const achievements = await this.achievementsOf(
      tx,
      institution,
      earned.map(({ edition }) => edition),
    );
    return new Map([...achievements].map(([id, achievement]) => [id, { ...achievement, series: new BadgeSeries() }]));
  }

  /** By edition, what it lets one earn, in the words that are frozen with its first award. */
  async achievementsOf(
    tx: Tx,
    institution: Institution,
    editions: readonly StoredEdition[],
  ): Promise<Map<string, FrozenAchievement>> {
    const achievements = new Map<string, FrozenAchievement>();
    for (const edition of new Map(editions.map((one) => [one.id, one])).values()) {
      const { id, document } = await this.achievementOf(tx, institution, edition);
      achievements.set(edition.id, { achievementId: id, snapshot: JSON.parse(document) as AchievementSnapshot });
    }
    return achievements;
  }

  private async achievementOf(tx: Tx, institution: Institution, edition: StoredEdition): Promise<Achievement> {
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
}
