import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type Cursor, readCursor } from '../../../platform/http/paging.js';
import { OverviewRepository } from '../data/overview.repository.js';
import { riskMoments, riskOf } from '../domain/learner-risk.js';
import type { JudgedLearner, LearnerGroup, MonthCounts, OfferingStanding, OverviewFilter } from '../domain/overview.js';

export interface Overview {
  offerings: OfferingStanding[];
  counts: MonthCounts[];
}

/** How all of it goes, and who is behind each number. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly work: UnitOfWork,
    private readonly overview: OverviewRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, filter: OverviewFilter): Promise<Overview> {
    const moments = riskMoments(this.clock.now());
    return this.work.read(actor, async (tx) => ({
      offerings: await this.overview.offerings(tx, filter, moments),
      counts: await this.overview.months(tx, filter),
    }));
  }

  /** Newest place first, one more than `limit`. */
  async learners(
    actor: Actor,
    group: LearnerGroup,
    filter: OverviewFilter,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<JudgedLearner[]> {
    const after: Cursor | null = readCursor(cursor);
    const now = this.clock.now();
    const page = { moments: riskMoments(now), after, limit };
    const rows = await this.work.read(actor, (tx) => this.overview.learners(tx, group, filter, page));
    return rows.map((row) => ({ ...row, risk: row.state === 'active' ? riskOf(row, now) : null }));
  }
}
