import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { CredentialActsRepository, type RecordedAct } from '../../data/credential-acts.repository.js';
import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { SharingRepository } from '../../data/sharing.repository.js';
import { mayAct, setsStatusBit, successorState } from '../../domain/credential-state.js';
import type { JsonObject } from '../../domain/json.js';
import { enqueueVcJwts } from '../../jobs/make-vc-jwts.js';
import { verificationMethodId } from '../../proof/keys/did-web.js';
import { signCredential } from '../../proof/sign.js';
import { BadgeLetters } from '../issuing/badge-letters.js';
import { plannedDocument } from '../issuing/planned-document.js';
import { KeyRing } from '../keys/key-ring.js';
import { StatusRegistry } from '../status/status-registry.js';

/** Signs a planned form and lets it take the place of the one it supersedes. Running it again finds what the first run stored. */
@Injectable()
export class StoreSuccessor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly acts: CredentialActsRepository,
    private readonly sharing: SharingRepository,
    private readonly keyRing: KeyRing,
    private readonly statuses: StatusRegistry,
    private readonly letters: BadgeLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The new form. `null`: the one it was to replace was revoked before it could be. */
  async run(scope: InstitutionScope, intentId: string): Promise<Credential | null> {
    const { intent, signed } = await this.work.run(scope, async (tx) => {
      const planned = await this.credentials.findIntent(tx, intentId);
      if (!planned?.supersedesId) throw new Error(`The plan ${intentId} of a new form is gone`);
      return { intent: { ...planned, supersedesId: planned.supersedesId }, signed: await this.sign(tx, planned) };
    });
    return this.work.run(scope, (tx) => this.store(tx, intent, signed));
  }

  private async sign(tx: Tx, intent: CredentialIntent): Promise<string> {
    const { signingKeyId, proofCreated } = intent;
    const document = plannedDocument(intent) as JsonObject & { issuer: { id: string } };
    const { key, privateKey } = await this.keyRing.forSigning(tx, signingKeyId);
    const verificationMethod = verificationMethodId(document.issuer.id, key.publicKeyMultibase);
    return (await signCredential({ document, verificationMethod, privateKey, created: new Date(proofCreated) })).bytes;
  }

  private async store(tx: Tx, intent: CredentialIntent & { supersedesId: string }, signed: string): Promise<Credential | null> {
    const replaced = await this.credentials.findLocked(tx, intent.supersedesId);
    if (!replaced) throw new Error(`The credential ${intent.supersedesId} is gone`);
    const stored = await this.credentials.find(tx, intent.id);
    if (stored) return stored;
    const { reinstates = false } = intent;
    if (!mayAct(reinstates ? 'reinstate' : 'reissue', replaced.state)) return null;

    const now = this.clock.now();
    const successor: Credential = {
      ...replaced,
      id: intent.id,
      form: replaced.form + 1,
      state: successorState(replaced.state, reinstates),
      signed,
      signedSha256: createHash('sha256').update(signed).digest('hex'),
      issuedAt: now,
    };
    // First, so that there are never two live forms.
    await this.credentials.save(tx, { ...replaced, state: 'superseded' });
    await this.credentials.addOnce(tx, successor);
    await this.sharing.carryOver(tx, replaced.id, successor.id);
    await this.keepSuspension(tx, replaced, successor);
    await this.raiseBits(tx, replaced, successor, intent);
    await enqueueVcJwts(tx, [successor.id], { institutionId: successor.institutionId, now });
    const act = await this.acts.find(tx, replaced.id, reinstates ? 'reinstatement' : 'reissue');
    await this.record(tx, replaced, successor, act);
    await this.letters.aboutNewForm(tx, successor, act?.cause ?? null, now);
    return successor;
  }

  /** A form that begins suspended is so for the reason that the one before it was. */
  private async keepSuspension(tx: Tx, replaced: Credential, successor: Credential): Promise<void> {
    if (successor.state !== 'suspended') return;
    const suspension = await this.acts.find(tx, replaced.id, 'suspension');
    if (suspension) await this.acts.add(tx, { ...suspension, credentialId: successor.id });
  }

  private async raiseBits(tx: Tx, replaced: Credential, successor: Credential, intent: CredentialIntent): Promise<void> {
    const earlier = await this.credentials.findIntent(tx, replaced.id);
    await this.statuses.changed(tx, replaced.institutionId, [
      ...(earlier && !setsStatusBit(replaced.state) ? [earlier.statusListId] : []),
      ...(setsStatusBit(successor.state) ? [intent.statusListId] : []),
    ]);
  }

  private async record(tx: Tx, replaced: Credential, successor: Credential, act: RecordedAct | null): Promise<void> {
    const { institutionId, personId, editionId, enrollmentId } = successor;
    const told = { institutionId, actorId: act?.actedBy ?? null, occurredAt: successor.issuedAt };
    const cause = act?.cause ?? null;
    await recordEvent(tx, {
      ...told,
      type: act?.act === 'reinstatement' ? 'credential.reinstated' : 'credential.superseded',
      subject: { type: 'credential', id: replaced.id },
      particulars: { successorId: successor.id, cause },
    });
    await recordEvent(tx, {
      ...told,
      type: 'credential.reissued',
      subject: { type: 'credential', id: successor.id },
      particulars: { supersedesId: replaced.id, enrollmentId, personId, editionId, cause },
    });
  }
}
