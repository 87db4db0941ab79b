import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { BadgeLetterSetting } from './badge-letter-setting.entity.js';

@Injectable()
export class BadgeLettersRepository {
  /** Version 0 is the default that nobody changed yet. */
  async setting(tx: Tx, institutionId: string): Promise<BadgeLetterSetting> {
    const chosen = await tx.manager.findOneBy(BadgeLetterSetting, { institutionId });
    return chosen ?? { institutionId, enclosesFiles: true, version: 0 };
  }

  async save(tx: Tx, setting: BadgeLetterSetting): Promise<void> {
    await tx.manager.upsert(BadgeLetterSetting, { ...setting }, ['institutionId']);
  }
}
