import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../../platform/storage/stored-file.entity.js';
import { hashOf } from '../../../../platform/secrets.js';
import { BrowseCatalogue, type CatalogueEntry, EditionStore } from '../../../catalog/index.js';
import { type Institution, InstitutionsRepository } from '../../../institutions/index.js';
import { PeopleDirectory } from '../../../people/index.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { EvidenceRepository } from '../../data/evidence.repository.js';
import type { Portfolio } from '../../data/portfolio.entity.js';
import { PortfoliosRepository } from '../../data/portfolios.repository.js';
import type { PublishedEvidence } from '../../data/published-evidence.entity.js';
import type { PublishedBadgeRow } from '../../data/published.sql.js';
import { SharingRepository } from '../../data/sharing.repository.js';
import { type AchievementSnapshot, buildAchievement } from '../../domain/achievement.js';
import { buildIssuer, OPEN_BADGE_CONTEXTS, openBadgeContexts } from '../../domain/open-badge-credential.js';
import { type CredentialFacts, credentialFacts } from '../../domain/credential-facts.js';
import { type ShownEndorsement, shownEndorsements } from '../../domain/endorsement.js';
import type { JsonObject } from '../../domain/json.js';
import { didDocument } from '../../proof/keys/did-web.js';
import { isLive } from '../../domain/credential-state.js';
import { type ToldAwards, toldAwards } from '../../domain/told-awards.js';
import { isShown } from '../../domain/visibility.js';
import { composeIssuer } from '../issuing/compose-award.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { ReadEndorsements } from '../endorsing/read-endorsements.js';

const SCOPE = system('anybody may read what is published, and its address alone says whose it is');

export interface ShownPortfolio {
  portfolio: Portfolio;
  badges: Credential[];
  /** Only with consent. */
  learner: string | null;
}

/** A credential for its page, with the texts of our own that verifying it asks for, by their addresses. */
export interface ShownBadge {
  credential: Credential;
  known: ReadonlyMap<string, string>;
  endorsements: readonly ShownEndorsement[];
  told: ToldAwards;
}

/** The newest ones; the others are found in the catalogue. */
export const MOST_OFFERED = 60;

/** An institution as anybody may know it. */
export interface ShownIssuer {
  institution: Institution;
  did: string;
  offered: CatalogueEntry[];
  endorsements: readonly ShownEndorsement[];
}

/** The documents that verifiers fetch: exact stored bytes, or made from what is stored. `null`: there is no such thing. */
@Injectable()
export class PublicDocuments {
  readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly endorsements: ReadEndorsements,
    private readonly sharing: SharingRepository,
    private readonly evidences: EvidenceRepository,
    private readonly portfolios: PortfoliosRepository,
    private readonly people: PeopleDirectory,
    private readonly files: FileStore,
    private readonly editions: EditionStore,
    private readonly catalogue: BrowseCatalogue,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** The newest form at its address; nothing while its learner keeps it private. Who needs its bytes alone asks `PublishedBytes`. */
  async credential(publicId: string): Promise<Credential | null> {
    return this.work.read(SCOPE, async (tx) => shown(await this.credentials.findByPublicId(tx, publicId)));
  }

  /** As `credential`, with the documents that it is verified against as they are stored now. */
  async badge(publicId: string): Promise<ShownBadge | null> {
    const found = await this.work.read(SCOPE, (tx) => this.credentials.publishedBadge(tx, publicId, this.clock.now()));
    if (!found || !isShown(found.visibility)) return null;
    return this.withKnown(found);
  }

  /** What a share link opens, whatever the visibility: its learner gave it away on purpose. `null` once it ended. */
  async shared(token: string): Promise<Credential | null> {
    return this.work.read(SCOPE, async (tx) => {
      const link = await this.sharing.findOpen(tx, hashOf(token), this.clock.now());
      return link && this.credentials.find(tx, link.credentialId);
    });
  }

  /** The same as `badge`, with the link that it was opened by. */
  async sharedBadge(token: string): Promise<(ShownBadge & { linkId: string }) | null> {
    const found = await this.work.read(SCOPE, (tx) => this.credentials.sharedBadge(tx, hashOf(token), this.clock.now()));
    if (!found) return null;
    const { linkId, ...badge } = found;
    return { ...this.withKnown(badge), linkId };
  }

  /** Evidence that a badge names, as long as its learner shows both. */
  async evidence(publicId: string): Promise<PublishedEvidence | null> {
    return this.work.read(SCOPE, async (tx) => {
      const evidence = await this.evidences.findByPublicId(tx, publicId);
      if (!evidence || evidence.withdrawnAt !== null) return null;
      return shown(await this.credentials.find(tx, evidence.credentialId)) && evidence;
    });
  }

  /** The same, for who came by a share link of the credential that names it. */
  async sharedEvidence(token: string, publicId: string): Promise<PublishedEvidence | null> {
    const shared = await this.shared(token);
    if (!shared) return null;
    const evidence = await this.work.read(SCOPE, (tx) => this.evidences.findByPublicId(tx, publicId));
    return evidence && evidence.withdrawnAt === null && evidence.credentialId === shared.id ? evidence : null;
  }

  async evidenceFile(fileId: string): Promise<StoredFile | null> {
    return this.work.read(SCOPE, (tx) => this.files.find(tx, fileId));
  }

  /** A portfolio that is switched on, and of the badges chosen for it those that are public and stand, in their order. */
  async portfolio(publicId: string): Promise<ShownPortfolio | null> {
    return this.work.read(SCOPE, async (tx) => {
      const portfolio = await this.portfolios.findByPublicId(tx, publicId);
      if (!portfolio?.published) return null;
      const found = await this.portfolios.credentialsOf(tx, portfolio.personId, portfolio.credentialIds);
      const badges = portfolio.credentialIds.flatMap((id) => found.find((one) => one.id === id) ?? []).filter(belongsInPortfolio);
      const person = portfolio.showName ? await this.people.find(tx, portfolio.personId) : null;
      return { portfolio, badges, learner: person?.name ?? null };
    });
  }

  /** What a credential says. */
  async factsOf({ signed, editionId }: Credential): Promise<CredentialFacts> {
    const edition = await this.work.read(SCOPE, (tx) => this.editions.find(tx, editionId));
    return credentialFacts(signed, edition);
  }

  async achievement(editionId: string): Promise<JsonObject | null> {
    return this.work.read(SCOPE, async (tx) => {
      const achievement = await this.credentials.findAchievement(tx, editionId);
      if (!achievement) return null;
      const snapshot = JSON.parse(achievement.document) as AchievementSnapshot;
      return {
        '@context': openBadgeContexts(snapshot),
        ...buildAchievement(snapshot),
        ...(await this.endorsements.shownWith(tx, this.addresses.achievement(editionId))),
      };
    });
  }

  /** The path of the page that tells people of what an edition lets one earn. */
  async programmePath(editionId: string): Promise<string | null> {
    return this.work.read(SCOPE, async (tx) => {
      const edition = await this.editions.find(tx, editionId);
      const institution = edition && (await this.institutions.find(tx, edition.institutionId));
      return institution && `/micro-credentials/${institution.slug}/${edition.slug}`;
    });
  }

  /** The issuer's Open Badges Profile (OB 3.0 §B.1.10). */
  async profile(slug: string): Promise<JsonObject | null> {
    return this.ofIssuer(slug, async (tx, institution) => ({
      '@context': OPEN_BADGE_CONTEXTS.slice(0, 2),
      ...buildIssuer(composeIssuer(institution, this.addresses)),
      ...(await this.endorsements.shownWith(tx, this.addresses.did(slug))),
    }));
  }

  /** The same for people. */
  async issuer(slug: string): Promise<ShownIssuer | null> {
    return this.ofIssuer(slug, async (tx, institution) => ({
      institution,
      did: this.addresses.did(slug),
      offered: await this.catalogue.offeredBy(tx, institution.id, MOST_OFFERED),
      endorsements: await this.endorsements.readWith(tx, this.addresses.did(slug)),
    }));
  }

  private withKnown({
    issuerSlug,
    keys,
    listId,
    list,
    endorsements,
    subjectId,
    others,
    ...credential
  }: PublishedBadgeRow): ShownBadge {
    const did = this.addresses.did(issuerSlug);
    return {
      credential,
      known: new Map([
        [did, JSON.stringify(didDocument({ did, keys }))],
        [this.addresses.statusList(listId), list],
      ]),
      endorsements: shownEndorsements(endorsements),
      told: toldAwards(subjectId, others),
    };
  }

  private ofIssuer<Made>(slug: string, make: (tx: Tx, institution: Institution) => Promise<Made>): Promise<Made | null> {
    return this.work.read(SCOPE, async (tx) => {
      const institution = await this.institutions.findBySlug(tx, slug);
      return institution && make(tx, institution);
    });
  }
}

function shown(credential: Credential | null): Credential | null {
  return credential && isShown(credential.visibility) ? credential : null;
}

function belongsInPortfolio({ visibility, state }: Credential): boolean {
  return visibility === 'public' && isLive(state);
}
