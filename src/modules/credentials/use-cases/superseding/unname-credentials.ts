import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { VcJwtsRepository } from '../../data/vc-jwts.repository.js';
import type { JsonObject } from '../../domain/json.js';
import { unnamedDocument } from '../../domain/unnamed-document.js';
import { enqueueVcJwts } from '../../jobs/make-vc-jwts.js';
import { verificationMethodId } from '../../proof/keys/did-web.js';
import { signCredential } from '../../proof/sign.js';
import { PairwiseNames } from '../issuing/pairwise-names.js';
import { KeyRing } from '../keys/key-ring.js';

/**
 * Signs every form of somebody's credentials without them, in the place of what was signed: the same key, date and place in the status list.
 * What a learner keeps on their disk stays genuine as long as the place is not raised, and so does the page that others were given.
 * One transaction a form; a form that says nothing of its learner stays byte for byte.
 */
@Injectable()
export class UnnameCredentials {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly jwts: VcJwtsRepository,
    private readonly keyRing: KeyRing,
    private readonly names: PairwiseNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** An erasure of the person must have begun at the institution: the database refuses anybody else. */
  async run(scope: InstitutionScope, personId: string): Promise<void> {
    const ids = await this.work.run(scope, (tx) => this.credentials.formsOf(tx, personId));
    const subjectId = this.names.of(scope.institutionId, personId);
    for (const id of ids) await this.work.run(scope, (tx) => this.unname(tx, scope, id, subjectId));
  }

  private async unname(tx: Tx, { institutionId }: InstitutionScope, id: string, subjectId: string): Promise<void> {
    const credential = await this.credentials.findLocked(tx, id);
    const intent = await this.credentials.findIntent(tx, id);
    const text = credential?.signed ?? intent?.document;
    if (!intent || !text) throw new Error(`The plan ${id} is gone, or has no words`);
    const { proof: _proof, ...said } = JSON.parse(text) as JsonObject & { issuer: { id: string } };
    const document = unnamedDocument(said, subjectId) as typeof said;
    const words = JSON.stringify(document);
    if (words === JSON.stringify(said)) return;
    await this.credentials.replacePlan(tx, id, words, sha256(words));
    // Planned and not yet signed: what is signed then is the plan.
    if (!credential) return;
    const { key, privateKey } = await this.keyRing.forSigning(tx, intent.signingKeyId);
    const verificationMethod = verificationMethodId(document.issuer.id, key.publicKeyMultibase);
    const created = new Date(intent.proofCreated);
    const { bytes } = await signCredential({ document, verificationMethod, privateKey, created });
    await this.credentials.replaceSigned(tx, id, { signed: bytes, signedSha256: sha256(bytes) });
    if (await this.jwts.forget(tx, id)) {
      const now = this.clock.now();
      await enqueueVcJwts(tx, [id], { institutionId, cause: 'unnamed', now });
    }
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
