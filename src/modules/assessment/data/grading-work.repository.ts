import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** How much of an offering's work has its verdict, and who is at the rest of it. */
export interface OfferingWork {
  offeringId: string;
  title: string;
  waiting: number;
  decided: number;
  /** When the one that waits longest was handed in. */
  oldestAt: Date | null;
  /** Who has most at the top. A name is empty for somebody whom the institution no longer knows. */
  claims: { assessorId: string; attempts: number; name: string }[];
}

/** Counts over whole offerings, which hold thousands of attempts: by the bare rows, all in one statement. */
@Injectable()
export class GradingWorkRepository {
  /** Of the offerings that a person assesses and that were not called off, newest first. A lease is over with the mark it was taken for. */
  async assessedBy(tx: Tx, personId: string, now: Date): Promise<OfferingWork[]> {
    return tx.query<OfferingWork>(
      `select o.id as "offeringId", o.title, work.waiting, work.decided, work."oldestAt", claims.claims
         from offering o
        cross join lateral (
          select (count(*) filter (where not t.decided))::int as waiting, (count(*) filter (where t.decided))::int as decided,
                 min(t.submitted_at) filter (where not t.decided) as "oldestAt"
            from (select a.submitted_at, exists (select from assessment g where g.attempt_id = a.id and g.final) as decided
                    from attempt a
                   where a.offering_id = o.id and not exists (select from attempt_withdrawal w where w.attempt_id = a.id)) t
        ) work
        cross join lateral (
          select coalesce(json_agg(json_build_object('assessorId', held.assessor_id, 'attempts', held.attempts,
                   'name', coalesce((select p.name from person p where p.id = held.assessor_id), ''))
                   order by held.attempts desc, held.assessor_id), '[]') as claims
            from (select l.assessor_id, count(*)::int as attempts
                    from grading_lease l join attempt a on a.id = l.attempt_id
                   where a.offering_id = o.id and l.expires_at > $2
                     and not exists (select from assessment g where g.attempt_id = l.attempt_id and (g.final or g.marker = l.marker))
                   group by l.assessor_id) held
        ) claims
        where o.cancelled_at is null
          and exists (select from offering_staff s where s.offering_id = o.id and s.person_id = $1 and s.role = 'assessor')
        order by o.created_at desc, o.id desc`,
      [personId, now],
    );
  }
}
