import { Injectable } from '@nestjs/common';
import { Environment } from '../../../../platform/config/environment.js';
import { system } from '../../../../platform/database/scope.js';
import { Sql } from '../../../../platform/database/sql.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { type Institution, InstitutionsRepository } from '../../../institutions/index.js';
import { type IssuerKeyRow, KEYS_OF_ISSUER } from '../../data/published.sql.js';
import type { SigningKey } from '../../data/signing-key.entity.js';
import { SigningKeysRepository } from '../../data/signing-keys.repository.js';
import type { JsonObject } from '../../domain/json.js';
import { didDocument } from '../../proof/keys/did-web.js';
import { publicJwk } from '../../proof/keys/public-keys.js';
import { formNotMade, keyCompromised } from '../../problems.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';

const SCOPE = system('anybody may read the public keys of an issuer, and the address alone says whose they are');
const SECONDS_UNTIL_SIGNED = 5;

/** What verifiers fetch of an issuer's keys. Throws Problem for what is not there. */
@Injectable()
export class IssuerKeyDocuments {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    private readonly keys: SigningKeysRepository,
    private readonly institutions: InstitutionsRepository,
    environment: Environment,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** The issuer's DID document (did:web §3.2); `null`: there is no such issuer. */
  async didDocument(slug: string): Promise<JsonObject | null> {
    const rows = await this.sql.read<IssuerKeyRow>(SCOPE, KEYS_OF_ISSUER, [slug]);
    if (rows.length === 0) return null;
    const keys = rows.flatMap(({ publicKeyMultibase, state }) => (publicKeyMultibase ? [{ publicKeyMultibase, state }] : []));
    return didDocument({ did: this.addresses.did(slug), keys });
  }

  /** One bare JWK, as the `kid` of a VC-JWT must lead to (OB 3.0 §8.2.2). A compromised key is gone. */
  async key(slug: string, fragment: string): Promise<JsonObject> {
    return this.ofIssuer(slug, async (tx, { id }) => {
      const key = await this.keys.findByFragment(tx, id, fragment);
      if (!key) throw new Problem(notFound);
      if (key.state === 'compromised')
        throw new Problem(keyCompromised, {
          detail: 'Nothing that it signed is to be trusted. The key history says since when.',
        });
      return this.jwk(slug, key);
    });
  }

  /** The same for our own verifier: `null` where there is none that counts. */
  async findKey(slug: string, fragment: string): Promise<JsonObject | null> {
    return this.work.read(SCOPE, async (tx) => {
      const institution = await this.institutions.findBySlug(tx, slug);
      const key = institution && (await this.keys.findByFragment(tx, institution.id, fragment));
      return key && key.state !== 'compromised' ? this.jwk(slug, key) : null;
    });
  }

  /** All keys that count, as a JWK Set (RFC 7517 §5). */
  async keySet(slug: string): Promise<JsonObject> {
    return this.ofIssuer(slug, async (tx, { id }) => {
      const trusted = (await this.keys.all(tx, id)).filter(({ state }) => state !== 'compromised');
      return { keys: trusted.map((key) => this.jwk(slug, key)) };
    });
  }

  /** The exact signed bytes. */
  async history(slug: string): Promise<string> {
    return this.ofIssuer(slug, async (tx, { id }) => {
      const history = await this.keys.history(tx, id);
      if (!history) throw new Problem(notFound, { detail: 'The issuer has no key yet.' });
      if (history.signed === null)
        throw new Problem(formNotMade, {
          detail: 'It is being signed; come back in a moment.',
          retryAfter: SECONDS_UNTIL_SIGNED,
        });
      return history.signed;
    });
  }

  private jwk(slug: string, { publicKeyMultibase, fragment }: SigningKey): JsonObject {
    return publicJwk(publicKeyMultibase, this.addresses.key(slug, fragment));
  }

  private ofIssuer<Document>(slug: string, make: (tx: Tx, institution: Institution) => Promise<Document>): Promise<Document> {
    return this.work.read(SCOPE, async (tx) => {
      const institution = await this.institutions.findBySlug(tx, slug);
      if (!institution) throw new Problem(notFound);
      return make(tx, institution);
    });
  }
}
