import { Injectable } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EditionStore } from '../../catalog/index.js';
import { type Institution, InstitutionsRepository } from '../../institutions/index.js';
import type { Credential } from '../data/credential.entity.js';
import type { StatusList } from '../data/status-list.entity.js';
import { CredentialsRepository } from '../data/credentials.repository.js';
import { SigningKeysRepository } from '../data/signing-keys.repository.js';
import { StatusListsRepository } from '../data/status-lists.repository.js';
import { type AchievementSnapshot, buildAchievement } from '../domain/achievement.js';
import { type CredentialFacts, credentialFacts } from '../domain/credential-facts.js';
import type { JsonObject } from '../domain/json.js';
import { didDocument } from '../proof/did-web.js';
import { IssuerAddresses } from './issuer-addresses.js';

const SCOPE = system('anybody may read what is published, and its address alone says whose it is');

/** The documents that verifiers fetch: exact stored bytes, or made from what is stored. `null`: there is no such thing. */
@Injectable()
export class PublicDocuments {
  readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly lists: StatusListsRepository,
    private readonly keys: SigningKeysRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly editions: EditionStore,
    environment: Environment,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  async credential(publicId: string): Promise<Credential | null> {
    return this.work.run(SCOPE, (tx) => this.credentials.findByPublicId(tx, publicId));
  }

  /** What a credential says. */
  async factsOf({ signed, editionId }: Credential): Promise<CredentialFacts> {
    const edition = await this.work.run(SCOPE, (tx) => this.editions.find(tx, editionId));
    return credentialFacts(signed, edition);
  }

  async statusList(id: string): Promise<StatusList | null> {
    return this.work.run(SCOPE, (tx) => this.lists.find(tx, id));
  }

  async achievement(editionId: string): Promise<JsonObject | null> {
    return this.work.run(SCOPE, async (tx) => {
      const achievement = await this.credentials.findAchievement(tx, editionId);
      if (!achievement) return null;
      const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];
      return { '@context': contexts, ...buildAchievement(JSON.parse(achievement.document) as AchievementSnapshot) };
    });
  }

  /** The issuer's DID document (did:web §3.2). */
  async didDocument(slug: string): Promise<JsonObject | null> {
    return this.ofIssuer(slug, async (tx, institution) => {
      const keys = await this.keys.all(tx, institution.id);
      return didDocument({
        did: this.addresses.did(slug),
        keys: keys.map(({ publicKeyMultibase, state }) => ({ publicKeyMultibase, state })),
      });
    });
  }

  /** The issuer's Open Badges Profile (OB 3.0 §B.1.10). */
  async profile(slug: string): Promise<JsonObject | null> {
    return this.ofIssuer(slug, async (_tx, { name, description, url, email }) => ({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      id: this.addresses.did(slug),
      type: ['Profile'],
      name,
      url: url ?? this.addresses.issuer(slug),
      ...(description ? { description } : {}),
      ...(email ? { email } : {}),
    }));
  }

  private ofIssuer(slug: string, make: (tx: Tx, institution: Institution) => Promise<JsonObject>): Promise<JsonObject | null> {
    return this.work.run(SCOPE, async (tx) => {
      const institution = await this.institutions.findBySlug(tx, slug);
      return institution && make(tx, institution);
    });
  }
}
