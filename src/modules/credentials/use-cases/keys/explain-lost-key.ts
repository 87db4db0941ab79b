import { Injectable } from '@nestjs/common';
import { Environment } from '../../../../platform/config/environment.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { SigningKeysRepository } from '../../data/signing-keys.repository.js';
import { asList, isJsonObject, type JsonValue } from '../../domain/json.js';
import { failedAt, type Verification } from '../../proof/verifying/verification.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';

const SCOPE = system('anybody may hear that a key of an issuer was compromised; its key history says so too');

/** Says why a key of an issuer of ours is in its document no more. */
@Injectable()
export class ExplainLostKey {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly keys: SigningKeysRepository,
    environment: Environment,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** The verification, with `key-compromised` in place of `method-missing` where that is the reason. */
  async in(verification: Verification): Promise<Verification> {
    if (!verification.checks.some(({ reason }) => reason === 'method-missing')) return verification;
    for (const proof of asList(verification.credential?.proof)) {
      const lost = await this.compromisedAt(isJsonObject(proof) ? proof.verificationMethod : undefined);
      if (!lost) continue;
      const checks = verification.checks.map((check) =>
        check.reason === 'method-missing'
          ? failedAt(
              'issuer',
              'key-compromised',
              lost,
              (moment) => `The issuer reported at ${moment} that others may have the key.`,
            )
          : check,
      );
      return { ...verification, checks };
    }
    return verification;
  }

  private async compromisedAt(method: JsonValue | undefined): Promise<Date | null> {
    const [did = '', fragment = ''] = typeof method === 'string' ? method.split('#') : [];
    const slug = did.split(':').at(-1) ?? '';
    if (!/^[a-z0-9-]{1,100}$/.test(slug) || did !== this.addresses.did(slug)) return null;
    return this.work.read(SCOPE, async (tx) => {
      const institution = await this.institutions.findBySlug(tx, slug);
      return (institution && (await this.keys.findByFragment(tx, institution.id, fragment))?.compromisedAt) ?? null;
    });
  }
}
