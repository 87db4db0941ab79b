import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type InstitutionScope, system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import type { GivenEndorsement } from '../../data/given-endorsement.entity.js';
import { readEndorsement } from '../../domain/endorsement.js';
import type { JsonObject } from '../../domain/json.js';
import { verificationMethodId } from '../../proof/keys/did-web.js';
import { signCredential } from '../../proof/sign.js';
import { EndorsedSubject } from './endorsed-subject.js';
import { KeyRing } from '../keys/key-ring.js';

/** Signs what was frozen, and hands it to the endorsed institution when that is on this Cairn. Run again, it finds both done. */
@Injectable()
export class SignEndorsement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endorsements: EndorsementsRepository,
    private readonly subjects: EndorsedSubject,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, id: string): Promise<void> {
    const signed = await this.work.run(scope, async (tx) => {
      const given = await this.endorsements.findGivenLocked(tx, id);
      if (!given || given.withdrawnAt) return null;
      if (given.signed !== null) return { ...given, signed: given.signed };
      const document = JSON.parse(given.document) as JsonObject & { issuer: { id: string } };
      const { key, privateKey } = await this.keyRing.forSigning(tx, given.signingKeyId);
      const { bytes } = await signCredential({
        document,
        verificationMethod: verificationMethodId(document.issuer.id, key.publicKeyMultibase),
        privateKey,
        created: new Date(given.proofCreated),
      });
      await this.endorsements.saveGiven(tx, { ...given, signed: bytes });
      return { ...given, signed: bytes };
    });
    if (signed) await this.handOver(signed);
  }

  private async handOver({ id, subject, signed }: GivenEndorsement & { signed: string }): Promise<void> {
    const read = readEndorsement(JSON.parse(signed) as JsonObject);
    if (!read) throw new Error(`The endorsement ${id} cannot be read back`);
    await this.work.run(system('an endorsement goes from one institution to another'), async (tx) => {
      const institutionId = await this.subjects.institutionOf(tx, subject);
      if (institutionId === null) return;
      await this.endorsements.receive(tx, {
        ...read,
        id: newId(),
        institutionId,
        document: signed,
        documentSha256: createHash('sha256').update(signed).digest('hex'),
        givenId: id,
        receivedAt: this.clock.now(),
        decision: null,
        decidedBy: null,
        decidedAt: null,
      });
    });
  }
}
