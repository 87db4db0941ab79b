import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { refuseStale } from '../../../../platform/http/versions.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import type { VcJwtSetting } from '../../data/vc-jwt-setting.entity.js';
import { VcJwtsRepository } from '../../data/vc-jwts.repository.js';
import type { JwtAlgorithm } from '../../domain/key-algorithms.js';

/** Which VC-JWT forms an institution offers. Earlier credentials get a form that is new by and by; one that is no longer offered stays where it was made. */
@Injectable()
export class ChooseVcJwts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly jwts: VcJwtsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read({ institutionId }: Actor): Promise<VcJwtSetting> {
    return this.work.run({ institutionId }, (tx) => this.jwts.setting(tx, institutionId));
  }

  async run({ institutionId, personId }: Actor, expectedVersion: number, algorithms: JwtAlgorithm[]): Promise<VcJwtSetting> {
    return this.work.run({ institutionId }, async (tx) => {
      // The setting may have no row yet that could be locked.
      await this.institutions.findForChange(tx, institutionId);
      const current = await this.jwts.setting(tx, institutionId);
      refuseStale(current.version, expectedVersion);
      const chosen = { institutionId, algorithms, version: current.version + 1 };
      await this.jwts.saveSetting(tx, chosen);
      await recordEvent(tx, {
        institutionId,
        type: 'credential_forms.chosen',
        actorId: personId,
        subject: { type: 'institution', id: institutionId },
        particulars: { vcJwt: algorithms },
        occurredAt: this.clock.now(),
      });
      return chosen;
    });
  }
}
