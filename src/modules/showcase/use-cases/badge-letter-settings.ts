import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import type { BadgeLetterSetting } from '../data/badge-letter-setting.entity.js';
import { BadgeLettersRepository } from '../data/badge-letters.repository.js';

/** Whether an institution's letters about badges enclose files. Counts when a letter is sent, not when it is written. */
@Injectable()
export class BadgeLetterSettings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionsRepository,
    private readonly letters: BadgeLettersRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(institutionId: string): Promise<BadgeLetterSetting> {
    return this.work.run({ institutionId }, (tx) => this.letters.setting(tx, institutionId));
  }

  async change({ institutionId, personId }: Actor, expectedVersion: number, enclosesFiles: boolean): Promise<BadgeLetterSetting> {
    return this.work.run({ institutionId }, async (tx) => {
      // The setting may have no row yet that could be locked.
      await this.institutions.findForChange(tx, institutionId);
      const { version } = await this.letters.setting(tx, institutionId);
      refuseStale(version, expectedVersion);
      const chosen = { institutionId, enclosesFiles, version: version + 1 };
      await this.letters.save(tx, chosen);
      await recordEvent(tx, {
        institutionId,
        type: 'badge_letters.chosen',
        actorId: personId,
        subject: { type: 'institution', id: institutionId },
        particulars: { enclosesFiles },
        occurredAt: this.clock.now(),
      });
      return chosen;
    });
  }
}
