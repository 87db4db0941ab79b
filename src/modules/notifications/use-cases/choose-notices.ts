import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { NoticesRepository, type Preference } from '../data/notices.repository.js';
import { preferencesOf } from './preferences.js';

/** Where a person wants to hear of what. */
@Injectable()
export class ChooseNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: NoticesRepository,
  ) {}

  async read(actor: Actor): Promise<Preference[]> {
    return this.work.read(actor, async (tx) => preferencesOf(actor.roles, await this.notices.preferences(tx, actor.personId)));
  }

  async choose(actor: Actor, preference: Preference): Promise<Preference[]> {
    return this.work.run(actor, async (tx) => {
      await this.notices.prefer(tx, actor.personId, preference);
      return preferencesOf(actor.roles, await this.notices.preferences(tx, actor.personId));
    });
  }
}
