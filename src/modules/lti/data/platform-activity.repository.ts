import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { ParkReason } from '../domain/score-attempts.js';

/** How much a platform is used, and what waits for an administrator. */
export interface PlatformActivity {
  registrationId: string;
  pendingDeployments: number;
  contexts: number;
  lastLaunchAt: Date | null;
}

export interface ParkedScores {
  reason: ParkReason;
  count: number;
  /** Of these, work without a grade. */
  awaitingGrade: number;
}

/** What does not get on between Cairn and one platform. */
export interface PlatformTroubles {
  scoresWaiting: number;
  /** No longer tried, by reason. */
  scoresParked: ParkedScores[];
}

@Injectable()
export class PlatformActivityRepository {
  /** Of all platforms of the institution, or of one. */
  async overview(tx: Tx, registrationId: string | null = null): Promise<PlatformActivity[]> {
    return tx.query<PlatformActivity>(
      `select r.id as "registrationId", used.contexts, used."lastLaunchAt",
              (select count(*)::int from lti_deployment d where d.registration_id = r.id and d.state = 'pending') as "pendingDeployments"
         from lti_registration r
         cross join lateral (
           select count(*)::int as contexts, max(c.last_launch_at) as "lastLaunchAt"
             from lti_deployment d join lti_context c on c.deployment_id = d.id where d.registration_id = r.id) used
        where r.institution_id = $1 and ($2::uuid is null or r.id = $2)`,
      [tx.institutionId, registrationId],
    );
  }

  async troubles(tx: Tx, registrationId: string): Promise<PlatformTroubles> {
    const scores = await tx.query<{ parked: ParkReason | null; count: number; awaitingGrade: number }>(
      `select s.parked, count(*)::int as count, count(*) filter (where s.score ->> 'given' is null)::int as "awaitingGrade"
         from lti_deployment d join lti_context c on c.deployment_id = d.id join lti_line_item l on l.context_id = c.id
         join lti_score s on s.line_item_id = l.id
        where d.registration_id = $1 and (s.parked is not null or s.sent < s.desired) group by s.parked order by 2 desc, 1`,
      [registrationId],
    );
    return {
      scoresWaiting: scores.find(({ parked }) => parked === null)?.count ?? 0,
      scoresParked: scores.flatMap(({ parked, ...counts }) => (parked === null ? [] : [{ reason: parked, ...counts }])),
    };
  }

  /** What sessions that came by a platform are limited to. */
  async contextIds(tx: Tx, registrationId: string): Promise<string[]> {
    const found = await tx.query<{ id: string }>(
      'select c.id from lti_deployment d join lti_context c on c.deployment_id = d.id where d.registration_id = $1',
      [registrationId],
    );
    return found.map(({ id }) => id);
  }
}
