import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { SigningKeysRepository } from '../../data/signing-keys.repository.js';
import { VcJwtsRepository } from '../../data/vc-jwts.repository.js';
import type { JsonObject } from '../../domain/json.js';
import { type JwtAlgorithm, keyAlgorithmFor } from '../../domain/key-algorithms.js';
import { signVcJwt } from '../../proof/jws.js';
import { IssuerAddresses } from './issuer-addresses.js';
import { KeyRing } from '../keys/key-ring.js';

// A key waits for so many signatures when it is reported as compromised.
const MOST_AT_ONCE = 100;

/** Makes the VC-JWT forms that the institution offers of credentials that are issued. What is there already stays as it is. */
@Injectable()
export class MakeVcJwts {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly keys: SigningKeysRepository,
    private readonly jwts: VcJwtsRepository,
    private readonly keyRing: KeyRing,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  async run(scope: InstitutionScope, credentialIds: readonly string[]): Promise<void> {
    const { algorithms } = await this.work.run(scope, (tx) => this.jwts.setting(tx, scope.institutionId));
    for (const algorithm of algorithms) {
      for (let first = 0; first < credentialIds.length; first += MOST_AT_ONCE) {
        const some = credentialIds.slice(first, first + MOST_AT_ONCE);
        await this.work.run(scope, (tx) => this.make(tx, scope.institutionId, algorithm, some));
      }
    }
  }

  private async make(tx: Tx, institutionId: string, algorithm: JwtAlgorithm, credentialIds: readonly string[]): Promise<void> {
    const credentials = await this.jwts.without(tx, credentialIds, algorithm);
    const institution = await this.institutions.find(tx, institutionId);
    if (credentials.length === 0 || !institution) return;
    const { id: keyId, fragment } = await this.keyRing.active(tx, institutionId, keyAlgorithmFor(algorithm));
    if (!(await this.keys.holdActive(tx, keyId))) throw new Error(`The signing key ${fragment} was replaced meanwhile`);
    const { privateKey } = await this.keyRing.forSigning(tx, keyId);
    const kid = this.addresses.key(institution.slug, fragment);
    const madeAt = this.clock.now();
    const forms = await Promise.all(
      credentials.map(async ({ id: credentialId, signed }) => ({
        credentialId,
        algorithm,
        institutionId,
        signingKeyId: keyId,
        signed: await signVcJwt(JSON.parse(signed) as JsonObject, kid, privateKey),
        madeAt,
      })),
    );
    await this.jwts.addOnce(tx, forms);
  }
}
