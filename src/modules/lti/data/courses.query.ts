import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { RosterFacts } from '../domain/roster-state.js';
import { SETTINGS } from './registrations.repository.js';

/** A course of a platform, as administrators see it. */
export interface CourseSummary extends RosterFacts {
  id: string;
  title: string;
  label: string;
  lastLaunchAt: Date;
  learners: number;
  staff: number;
  left: number;
  skipped: number;
  leaving: number | null;
}

/** What administrators ask of the courses of platforms. */
@Injectable()
export class CoursesQuery {
  /** Those opened last first, one more than `limit`. */
  async ofPlatform(
    tx: Tx,
    registrationId: string,
    { after, limit }: { after: Cursor | null; limit: number },
  ): Promise<CourseSummary[]> {
    return tx.query<CourseSummary>(
      `select c.id, c.title, c.label, c.last_launch_at as "lastLaunchAt", c.memberships_url is not null as "isOffered",
              (select count(*)::int from lti_section s where s.context_id = c.id) as shown,
              r.state = 'active' and d.state = 'approved' and (${SETTINGS} ->> 'syncRosters')::boolean as "isOn",
              o.asked_at as "askedAt", o.answered_at as "answeredAt", o.read_at as "readAt", o.problem, o.leaving,
              coalesce(o.skipped, 0) as skipped, people.*
         from lti_context c join lti_deployment d on d.id = c.deployment_id join lti_registration r on r.id = d.registration_id
         left join lti_roster o on o.context_id = c.id
         cross join lateral (
           select count(*) filter (where m.ended_at is null and not m.is_staff)::int as learners,
                  count(*) filter (where m.ended_at is null and m.is_staff)::int as staff,
                  count(*) filter (where m.ended_at is not null)::int as "left"
             from lti_member m where m.context_id = c.id) people
        where r.id = $1 and ($2::timestamptz is null or (c.last_launch_at, c.id) < ($2, $3::uuid))
        order by c.last_launch_at desc, c.id desc limit $4`,
      [registrationId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }
}
