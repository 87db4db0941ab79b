import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type InstitutionScope, system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { newId } from '../../../../platform/ids.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import type { EndorsementForm } from '../../data/endorsement-form.entity.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import type { GivenEndorsement } from '../../data/given-endorsement.entity.js';
import { SigningKeysRepository } from '../../data/signing-keys.repository.js';
import { nextForm, readEndorsement } from '../../domain/endorsement.js';
import type { JsonObject } from '../../domain/json.js';
import { verificationMethodId } from '../../proof/keys/did-web.js';
import { signCredential } from '../../proof/sign.js';
import { KeyRing } from '../keys/key-ring.js';
import { StatusRegistry } from '../status/status-registry.js';
import { EndorsedSubject } from './endorsed-subject.js';
import { PlanForm } from './plan-form.js';

/**
 * Sees to it that an endorsement has a signed form whose key counts, and hands it to the endorsed institution when that is on this Cairn.
 * Signs what was frozen; where the key of that signs no more, a next form with the same words. Run again, it finds all of it done.
 */
@Injectable()
export class SignEndorsement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endorsements: EndorsementsRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly subjects: EndorsedSubject,
    private readonly keys: SigningKeysRepository,
    private readonly keyRing: KeyRing,
    private readonly planForm: PlanForm,
    private readonly statuses: StatusRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, id: string): Promise<void> {
    const stands = await this.work.run(scope, async (tx) => {
      const given = await this.endorsements.findGivenLocked(tx, id);
      if (!given || given.withdrawnAt) return false;
      const forms = await this.endorsements.forms(tx, [id]);
      const form = await this.due(tx, given, forms);
      if (form) await this.sign(tx, given, form, forms);
      return true;
    });
    if (stands) await this.work.run(system('an endorsement goes from one institution to another'), (tx) => this.handOver(tx, id));
  }

  /** The form that is to be signed now; `null`: there is one whose key counts. */
  private async due(tx: Tx, given: GivenEndorsement, forms: readonly EndorsementForm[]): Promise<EndorsementForm | null> {
    const newest = forms.at(-1);
    if (!newest) throw new Error(`The endorsement ${given.id} was never frozen`);
    if (newest.signed === null && (await this.keys.holdActive(tx, newest.signingKeyId))) return newest;
    const key = await this.keys.find(tx, newest.signingKeyId);
    if (newest.signed !== null && key?.state !== 'compromised') return null;
    const institution = await this.institutions.find(tx, given.institutionId);
    if (!institution) throw new Error(`The institution ${given.institutionId} is gone`);
    const next = { endorsementId: given.id, form: newest.form + 1 };
    const planned = await this.planForm.in(tx, institution, next, (status) =>
      nextForm(JSON.parse(newest.document) as JsonObject, this.clock.now(), status),
    );
    if (!(await this.keys.holdActive(tx, planned.signingKeyId))) throw new Error('The signing key was replaced just now');
    return planned;
  }

  private async sign(tx: Tx, given: GivenEndorsement, form: EndorsementForm, earlier: readonly EndorsementForm[]): Promise<void> {
    const document = JSON.parse(form.document) as JsonObject & { issuer: { id: string } };
    const { key, privateKey } = await this.keyRing.forSigning(tx, form.signingKeyId);
    const verificationMethod = verificationMethodId(document.issuer.id, key.publicKeyMultibase);
    const created = new Date(form.proofCreated);
    const { bytes } = await signCredential({ document, verificationMethod, privateKey, created });
    const signedAt = this.clock.now();
    await this.endorsements.saveSigned(tx, { ...form, signed: bytes, signedAt });
    const replaced = earlier.filter(({ id }) => id !== form.id);
    await this.statuses.changed(
      tx,
      given.institutionId,
      replaced.flatMap(({ statusListId }) => statusListId ?? []),
    );
    if (replaced.some(({ signed }) => signed !== null)) {
      await recordEvent(tx, {
        institutionId: given.institutionId,
        type: 'endorsement.reissued',
        actorId: null,
        subject: { type: 'endorsement', id: given.id },
        particulars: { form: form.form },
        occurredAt: signedAt,
      });
    }
  }

  /** The newest form takes the place of one that arrived before; what was decided about that stays. */
  private async handOver(tx: Tx, id: string): Promise<void> {
    const given = await this.endorsements.findGivenLocked(tx, id);
    const signed = (await this.endorsements.forms(tx, [id])).findLast((form) => form.signed !== null)?.signed;
    if (!given || given.withdrawnAt || !signed) return;
    const institutionId = await this.subjects.institutionOf(tx, given.subject);
    if (institutionId === null) return;
    const document = { document: signed, documentSha256: createHash('sha256').update(signed).digest('hex') };
    const arrived = await this.endorsements.findHandedOver(tx, id);
    if (arrived) return this.endorsements.renewReceived(tx, { ...arrived, ...document });
    const read = readEndorsement(JSON.parse(signed) as JsonObject);
    if (!read) throw new Error(`The endorsement ${id} cannot be read back`);
    const undecided = { decision: null, decidedBy: null, decidedAt: null };
    const arriving = { ...read, ...document, ...undecided, id: newId(), institutionId, givenId: id };
    await this.endorsements.receive(tx, { ...arriving, receivedAt: this.clock.now() });
  }
}
