import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { RetentionRepository } from '../data/retention.repository.js';
import { limitOf, RETAINED, type Retained, type RetentionDays, settled } from '../domain/retention.js';

/** How long an institution keeps what is kept for a time, and what would go at once if it chose otherwise. */
@Injectable()
export class RetentionSettings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly retention: RetentionRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read({ institutionId }: Pick<Actor, 'institutionId'>): Promise<{ days: RetentionDays; version: number }> {
    const { days, version } = await this.work.run({ institutionId }, (tx) => this.retention.setting(tx, institutionId));
    return { days: settled(days), version };
  }

  async change(
    { institutionId, personId }: Actor,
    expectedVersion: number,
    days: RetentionDays,
  ): Promise<{ days: RetentionDays; version: number }> {
    return this.work.run({ institutionId }, async (tx) => {
      // The setting may have no row yet that could be locked.
      await this.institutions.findForChange(tx, institutionId);
      const { version } = await this.retention.setting(tx, institutionId);
      refuseStale(version, expectedVersion);
      const chosen = { days: settled(days), version: version + 1 };
      await this.retention.save(tx, institutionId, chosen);
      await recordEvent(tx, {
        institutionId,
        type: 'retention.chosen',
        actorId: personId,
        subject: { type: 'institution', id: institutionId },
        particulars: { days: chosen.days },
        occurredAt: this.clock.now(),
      });
      return chosen;
    });
  }

  /** A dry run: how many of each would go now. */
  async forecast({ institutionId }: Actor, days: RetentionDays): Promise<Record<Retained, number>> {
    const now = this.clock.now();
    return this.work.run({ institutionId }, async (tx) => {
      const counts = {} as Record<Retained, number>;
      for (const kind of RETAINED) {
        const before = limitOf(days[kind], now);
        counts[kind] = before === null ? 0 : await this.retention.count(tx, kind, before);
      }
      return counts;
    });
  }
}
