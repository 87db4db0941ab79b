import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { asList, isJsonObject, type JsonObject } from '../../domain/json.js';
import { UnsafeDocumentError } from '../../proof/canonicalize.js';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../../proof/context-pins.js';
import { UnknownContextError } from '../../proof/contexts.js';
import { documentFault } from '../../proof/verifying/document-fault.js';
import { signCredential } from '../../proof/sign.js';
import { checkContext } from '../../proof/verifying/verify-context.js';
import { checkSchema } from '../../proof/verifying/verify-schema.js';
import { BITSTRING_ENTRY, isPlaceInList } from '../../proof/verifying/verify-status.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { KeyRing } from './key-ring.js';

export type SignedDocument = { ok: true; bytes: string } | { ok: false; reason: string; detail: string };

/**
 * Signs a credential that somebody else composed, as the institution. It adds its DID as issuer where none is named, and the proof, and
 * nothing else; what is not a well-formed VC 2.0 credential, or would lose a word in signing, is refused. Nothing is kept but an event
 * with the digest, so these credentials have no status of ours: they are not awards.
 */
@Injectable()
export class SignDocument {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly keyRing: KeyRing,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  async run(actor: Actor, document: JsonObject): Promise<SignedDocument> {
    const fault = documentFault(document);
    if (fault) return { ok: false, ...fault };
    return this.work.run(actor, async (tx) => {
      const institution = await this.institutions.find(tx, actor.institutionId);
      if (!institution) throw new Error(`The institution ${actor.institutionId} is gone`);
      const did = this.addresses.did(institution.slug);
      const own: JsonObject = { issuer: did, ...document };
      const refused = this.refusal(own, did);
      if (refused) return refused;
      const now = this.clock.now();
      const { key, privateKey } = await this.keyRing.forSigning(tx, (await this.keyRing.active(tx, institution.id)).id);
      const verificationMethod = this.addresses.verificationMethod(institution.slug, key.publicKeyMultibase);
      const signed = await attempt({ document: own, verificationMethod, privateKey, created: now });
      if (!signed.ok) return signed;
      await recordEvent(tx, {
        institutionId: institution.id,
        type: 'document.signed',
        actorId: actor.personId,
        subject: { type: 'signing_key', id: key.id },
        particulars: { sha256: createHash('sha256').update(signed.bytes).digest('hex') },
        occurredAt: now,
      });
      return signed;
    });
  }

  private refusal(document: JsonObject, did: string): SignedDocument | undefined {
    // The older data model is verified here, and not issued.
    if (asList(document['@context'])[0] === CREDENTIALS_V1)
      return { ok: false, reason: 'context-order', detail: `The first context must be ${CREDENTIALS_V2}.` };
    for (const { outcome, reason = '', detail = '' } of [checkContext(document), checkSchema(document)])
      if (outcome !== 'passed') return { ok: false, reason, detail };
    const { issuer } = document;
    if ((isJsonObject(issuer) ? issuer.id : issuer) !== did)
      return { ok: false, reason: 'issuer-of-another', detail: `The issuer must be ${did}.` };
    return this.statusRefusal(document);
  }

  private statusRefusal(document: JsonObject): SignedDocument | undefined {
    const ours = this.addresses.statusList('');
    const entries = asList(document.credentialStatus).filter(isJsonObject);
    if (entries.some((entry) => entry.type === BITSTRING_ENTRY && !isPlaceInList(entry)))
      return { ok: false, reason: 'status-malformed', detail: 'The status entry is not a valid one: nobody could look it up.' };
    if (entries.some(({ statusListCredential: list }) => typeof list === 'string' && list.startsWith(ours)))
      return { ok: false, reason: 'status-of-another', detail: 'Places in our status lists are given to our own awards only.' };
    return undefined;
  }
}

async function attempt(intent: Parameters<typeof signCredential>[0]): Promise<SignedDocument> {
  try {
    return { ok: true, bytes: (await signCredential(intent)).bytes };
  } catch (error) {
    if (error instanceof UnsafeDocumentError) return { ok: false, reason: error.reason, detail: error.message };
    if (error instanceof UnknownContextError) return { ok: false, reason: 'context-unknown', detail: error.message };
    throw error;
  }
}
