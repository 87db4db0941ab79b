import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { SigningKeysRepository } from '../../data/signing-keys.repository.js';
import { keyHistoryPayload } from '../../domain/key-history.js';
import { signJws } from '../../proof/jws.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { KeyRing } from './key-ring.js';

/** Signs what there is to tell of an institution's keys, as a JWS in its JSON form (RFC 7515 §7.2.2). Several changes cost one signature. */
@Injectable()
export class PublishKeyHistory {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly keys: SigningKeysRepository,
    private readonly keyRing: KeyRing,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  async run(scope: InstitutionScope): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const institution = await this.institutions.find(tx, scope.institutionId);
      if (!institution) return;
      const { id, slug } = institution;
      // Before the history is locked: a key that is made here raises its version.
      const active = await this.keyRing.active(tx, id);
      const history = await this.keys.historyLocked(tx, id);
      if (!history || history.signedVersion >= history.version) return;
      const remembered = (await this.keyRing.all(tx, id)).map((key) => ({
        ...key,
        id: this.addresses.verificationMethod(slug, key.publicKeyMultibase),
      }));
      const { privateKey } = await this.keyRing.forSigning(tx, active.id);
      const payload = keyHistoryPayload(this.addresses.did(slug), remembered, this.clock.now());
      const header = { kid: this.addresses.key(slug, active.fragment), typ: 'key-history+jwt' };
      const signed = JSON.stringify(await signJws(payload, header, privateKey));
      await this.keys.saveHistory(tx, { ...history, signed, signedVersion: history.version });
    });
  }
}
