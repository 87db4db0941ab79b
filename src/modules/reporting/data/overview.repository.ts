import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { RiskMoments } from '../domain/learner-risk.js';
import type { GroupedLearner, LearnerGroup, MonthCounts, OfferingStanding, OverviewFilter } from '../domain/overview.js';
import { groupedLearners, monthCounts, offeringStandings } from './overview.sql.js';

@Injectable()
export class OverviewRepository {
  /** Offerings, newest first, with how their learners stand now. */
  async offerings(tx: Tx, filter: OverviewFilter, { activeSince, dueBefore }: RiskMoments): Promise<OfferingStanding[]> {
    const { text, values } = offeringStandings(filter);
    return tx.query<OfferingStanding>(text, [activeSince, dueBefore, ...values]);
  }

  /** In no order; what has nothing is missing. */
  async months(tx: Tx, filter: OverviewFilter): Promise<MonthCounts[]> {
    const { text, values } = monthCounts(filter);
    return tx.query<MonthCounts>(text, values);
  }

  /** Newest place first, one more than `limit`. */
  async learners(
    tx: Tx,
    group: LearnerGroup,
    filter: OverviewFilter,
    { moments, after, limit }: { moments: RiskMoments; after: Cursor | null; limit: number },
  ): Promise<GroupedLearner[]> {
    const { text, values } = groupedLearners(group, filter, after, limit + 1);
    return tx.query<GroupedLearner>(text, [moments.activeSince, moments.dueBefore, ...values]);
  }
}
