import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import type { InstitutionScope } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { queueMail } from '../../../platform/mail/queue-mail.js';
import { PeopleDirectory } from '../../people/index.js';
import type { CredentialIntent } from '../data/credential-intent.entity.js';
import { CredentialsRepository } from '../data/credentials.repository.js';
import type { JsonObject } from '../domain/json.js';
import { enqueueVcJwts } from '../jobs/make-vc-jwts.js';
import { verificationMethodId } from '../proof/did-web.js';
import { signCredential } from '../proof/sign.js';
import { IssuerAddresses } from './issuer-addresses.js';
import { KeyRing } from './key-ring.js';
import { PlanCredential } from './plan-credential.js';

/** Issues the credential that a pass earns: decide and freeze, then sign, then store. Each step finds what an earlier run left. */
@Injectable()
export class IssueCredential {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly plan: PlanCredential,
    private readonly credentials: CredentialsRepository,
    private readonly people: PeopleDirectory,
    private readonly keyRing: KeyRing,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  async run(scope: InstitutionScope, enrollmentId: string, assessmentId: string): Promise<void> {
    const intent = await this.work.run(scope, (tx) => this.plan.in(tx, enrollmentId, assessmentId));
    if (!intent) return;
    const signed = await this.work.run(scope, (tx) => this.sign(tx, intent));
    if (signed) await this.work.run(scope, (tx) => this.store(tx, intent, signed));
  }

  /** The signed bytes, always the same for an intent; `null` when they are stored already. */
  private async sign(tx: Tx, intent: CredentialIntent): Promise<string | null> {
    if (await this.credentials.find(tx, intent.id)) return null;
    const document = JSON.parse(intent.document) as JsonObject & { issuer: { id: string } };
    const { key, privateKey } = await this.keyRing.forSigning(tx, intent.signingKeyId);
    const { bytes } = await signCredential({
      document,
      verificationMethod: verificationMethodId(document.issuer.id, key.publicKeyMultibase),
      privateKey,
      created: new Date(intent.proofCreated),
    });
    return bytes;
  }

  private async store(tx: Tx, intent: CredentialIntent, signed: string): Promise<void> {
    const now = this.clock.now();
    const { id, institutionId, publicId, enrollmentId, personId, editionId } = intent;
    const stored = await this.credentials.addOnce(tx, {
      id,
      institutionId,
      publicId,
      enrollmentId,
      personId,
      editionId,
      state: 'issued',
      signed,
      signedSha256: createHash('sha256').update(signed).digest('hex'),
      issuedAt: now,
    });
    if (!stored) return;
    await recordEvent(tx, {
      institutionId,
      type: 'credential.issued',
      actorId: null,
      subject: { type: 'credential', id },
      particulars: { enrollmentId, personId, editionId, assessmentId: intent.assessmentId },
      occurredAt: now,
    });
    await enqueueVcJwts(tx, [id], { institutionId, now });
    await this.tellLearner(tx, intent, now);
  }

  private async tellLearner(
    tx: Tx,
    { id, institutionId, personId, publicId, document }: CredentialIntent,
    now: Date,
  ): Promise<void> {
    const person = await this.people.find(tx, personId);
    if (!person?.email) return;
    const { name } = JSON.parse(document) as { name: string };
    await queueMail(tx, {
      institutionId,
      dedupeKey: `credential-issued:${id}`,
      recipient: person.email,
      subject: `Your badge: ${name}`,
      body: `Congratulations, ${person.name}!\n\nYou earned the badge “${name}”. Anybody you give this address to can check that it is genuine:\n\n${this.addresses.credential(publicId)}\n`,
      now,
    });
  }
}
