import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Sql } from '../../../../platform/database/sql.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { COUNT_VIEW } from '../../data/published.sql.js';
import { type DailyViews, SharingRepository } from '../../data/sharing.repository.js';
import { ownCredential } from './own-credential.js';

const DAY_MS = 86_400_000;
/** A view is forgotten after so many days. */
const VIEWS_KEPT_DAYS = 90;

/** How often a credential's page is opened: counts by day and way, for its learner alone. Who looked is not known, not even for a moment. */
@Injectable()
export class CountViews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sql: Sql,
    private readonly credentials: CredentialsRepository,
    private readonly sharing: SharingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `way`: `page`, or the id of the share link. */
  async opened({ id, institutionId }: Pick<Credential, 'id' | 'institutionId'>, way: string): Promise<void> {
    await this.sql.write({ institutionId }, COUNT_VIEW, [id, way, dayOf(this.clock.now()), institutionId]);
  }

  /** Newest day first. */
  async of(actor: Actor, credentialId: string): Promise<DailyViews[]> {
    return this.work.run(actor, async (tx) => {
      await ownCredential(tx, this.credentials, actor, credentialId);
      return this.sharing.views(tx, credentialId, firstDayKept(this.clock.now()));
    });
  }
}

/** The first day whose counts are kept, in UTC. */
export function firstDayKept(now: Date): string {
  return dayOf(new Date(now.getTime() - VIEWS_KEPT_DAYS * DAY_MS));
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
