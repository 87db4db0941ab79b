import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { type Tx } from '../../../../platform/database/unit-of-work.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { CredentialActsRepository, type SupersessionCause } from '../../data/credential-acts.repository.js';
import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import type { StatusListPlace } from '../../domain/award.js';
import { mayAct } from '../../domain/credential-state.js';
import type { JsonObject } from '../../domain/json.js';
import { type Amendment, saysTheSame, supersedingDocument } from '../../domain/superseding-document.js';
import { storeSuccessor } from '../../jobs/store-successor.js';
import { amendmentRefused, reissueUnderWay } from '../../problems.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { plannedDocument } from '../issuing/planned-document.js';
import { KeyRing } from '../keys/key-ring.js';
import { StatusRegistry } from '../status/status-registry.js';
import { wrongState } from '../status/wrong-state.js';

export interface Supersession {
  /** The newest form of the credential. */
  credentialId: string;
  cause: SupersessionCause;
  /** Stays inside the institution. */
  reason?: string;
  /** `null`: Cairn itself. */
  actorId: string | null;
  /** What the new form says otherwise; without one, all stays as it was signed. */
  amend?: Amendment;
}

/** Where nobody is ever sent: the place of a form that is only compared. */
const NOWHERE: StatusListPlace = { listUrl: 'https://nowhere.invalid/status-lists/0', index: 0 };

/**
 * Plans the next form of a credential: the same id and award, a newer `validFrom`, the institution's current key and a new place in a
 * status list. As with a first award the plan is frozen before anything is signed; a job signs and stores it, and so may the caller at
 * once, after its commit (`StoreSuccessor`). Until then the form before it stays as it is.
 */
@Injectable()
export class SupersedeCredential {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly acts: CredentialActsRepository,
    private readonly institutions: InstitutionsRepository,
    private readonly keyRing: KeyRing,
    private readonly statuses: StatusRegistry,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /**
   * The plan; asked for again before it is stored, the same one. Throws `credentials.wrong_state` for a form that is revoked or superseded,
   * `credentials.reissue_under_way` while another change is being signed, `credentials.amendment_refused` for one that makes no badge.
   */
  async in(tx: Tx, supersession: Supersession): Promise<CredentialIntent> {
    const { credentialId, cause } = supersession;
    const found = await this.credentials.find(tx, credentialId);
    if (!found) throw new Problem(notFound);
    await this.credentials.lockAward(tx, found.personId, found.editionId);
    const credential = (await this.credentials.findLocked(tx, credentialId)) ?? found;
    const reinstates = cause === 'reinstatement';
    if (!mayAct(reinstates ? 'reinstate' : 'reissue', credential.state)) throw await wrongState(tx, this.credentials, credential);
    const planned = await this.credentials.findSuccessor(tx, credentialId);
    if (!planned) return this.freeze(tx, credential, supersession, reinstates);
    const wished = this.documentOf(credential, supersession, NOWHERE);
    if (planned.reinstates !== reinstates || !saysTheSame(plannedDocument(planned), wished))
      throw new Problem(reissueUnderWay, { detail: 'Another new form of it is just being signed. Try again in a moment.' });
    return planned;
  }

  private async freeze(
    tx: Tx,
    credential: Credential,
    supersession: Supersession,
    reinstates: boolean,
  ): Promise<CredentialIntent> {
    const { id: credentialId, institutionId, personId, editionId } = credential;
    const { cause, reason = '', actorId } = supersession;
    const [institution, intents] = [
      await this.institutions.find(tx, institutionId),
      await this.credentials.intentsOf(tx, personId, editionId),
    ];
    const replaced = intents.find(({ id }) => id === credentialId);
    if (!institution || !replaced) throw new Error(`The institution or the plan of the credential ${credentialId} is gone`);
    const now = this.clock.now();
    const [taken] = await this.statuses.reserve(tx, institution, 1);
    if (!taken) throw new Error('No place was reserved');
    const { listId, index } = taken;
    const place = { listUrl: this.addresses.statusList(listId), index };
    const document = JSON.stringify(this.documentOf(credential, supersession, place));
    const intent: CredentialIntent = {
      ...replaced,
      id: newId(now.getTime()),
      version: intents.length + 1,
      document,
      documentSha256: createHash('sha256').update(document).digest('hex'),
      proofCreated: now.toISOString(),
      signingKeyId: (await this.keyRing.active(tx, institutionId)).id,
      statusListId: listId,
      statusIndex: index,
      supersedesId: credentialId,
      reinstates,
      createdAt: now,
    };
    await this.credentials.addIntent(tx, intent);
    const act = reinstates ? 'reinstatement' : 'reissue';
    await this.acts.add(tx, { institutionId, credentialId, act, cause, reason, actedBy: actorId, actedAt: now });
    await enqueue(tx, storeSuccessor, { intentId: intent.id }, { institutionId, dedupeKey: intent.id, now });
    return intent;
  }

  private documentOf({ signed }: Credential, { amend }: Supersession, status: StatusListPlace): JsonObject {
    const next = supersedingDocument(JSON.parse(signed) as JsonObject, { now: this.clock.now(), status, amend });
    if (next.ok) return next.document;
    const detail = next.problems.map(({ problem, at }) => `${at}: ${problem}`).join(', ');
    throw new Problem(amendmentRefused, { detail });
  }
}
