import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { notify } from '../../../../platform/notices/notify.js';
import type { Enrollment } from '../../data/enrollment.entity.js';

/** Tells a learner in which offering they are now. */
@Injectable()
export class TellMoved {
  constructor(
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, { id: enrollmentId, institutionId, offeringId, personId, version }: Enrollment): Promise<void> {
    const link = `${this.environment.publicUrl}/app/learning/${enrollmentId}`;
    const notice = {
      institutionId,
      personId,
      kind: 'place_moved' as const,
      dedupeKey: `moved:${enrollmentId}:${version}`,
      enrollmentId,
      offeringId,
      letter: { kind: 'place_moved' as const, values: { link } },
    };
    await notify(tx, [notice], this.clock.now());
  }
}
