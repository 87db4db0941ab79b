import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import type { Institution } from '../../../institutions/index.js';
import type { EndorsementForm } from '../../data/endorsement-form.entity.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import type { StatusListPlace } from '../../domain/award.js';
import type { JsonObject } from '../../domain/json.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { KeyRing } from '../keys/key-ring.js';
import { StatusRegistry } from '../status/status-registry.js';

/** Freezes what a form of an endorsement will say: the exact unsigned document, the key of today and a place in a status list. */
@Injectable()
export class PlanForm {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly endorsements: EndorsementsRepository,
    private readonly keyRing: KeyRing,
    private readonly statuses: StatusRegistry,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  async in(
    tx: Tx,
    institution: Institution,
    { endorsementId, form }: Pick<EndorsementForm, 'endorsementId' | 'form'>,
    say: (status: StatusListPlace) => JsonObject,
  ): Promise<EndorsementForm> {
    const now = this.clock.now();
    const [place] = await this.statuses.reserve(tx, institution, 1);
    if (!place) throw new Error('No place was reserved');
    const { listId: statusListId, index: statusIndex } = place;
    const planned: EndorsementForm = {
      id: newId(now.getTime()),
      institutionId: institution.id,
      endorsementId,
      form,
      document: JSON.stringify(say({ listUrl: this.addresses.statusList(statusListId), index: statusIndex })),
      proofCreated: now.toISOString(),
      signingKeyId: (await this.keyRing.active(tx, institution.id)).id,
      statusListId,
      statusIndex,
      createdAt: now,
      signed: null,
      signedAt: null,
    };
    await this.endorsements.addForm(tx, planned);
    return planned;
  }
}
