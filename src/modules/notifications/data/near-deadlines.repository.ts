import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

export interface NearDeadline {
  institutionId: string;
  personId: string;
  enrollmentId: string;
  dueAt: Date;
}

/** Names the deadline: another day is another one. */
export function deadlineKey({ enrollmentId, dueAt }: Pick<NearDeadline, 'enrollmentId' | 'dueAt'>): string {
  return `deadline:${enrollmentId}:${dueAt.getTime()}`;
}

@Injectable()
export class NearDeadlinesRepository {
  /**
   * Projects that are due between the two moments and still to be handed in, of learners who were not told yet and want to hear of it in
   * the product or by mail. One institution after the other.
   */
  async untold(tx: Tx, from: Date, until: Date, limit: number): Promise<NearDeadline[]> {
    return tx.query<NearDeadline>(
      `select e.institution_id as "institutionId", e.person_id as "personId", e.id as "enrollmentId", e.project_due_at as "dueAt"
         from enrollment e
         left join notice_preference c
           on c.institution_id = e.institution_id and c.person_id = e.person_id and c.kind = 'deadline_near'
        where e.state = 'active' and e.project_due_at > $1 and e.project_due_at <= $2
          and coalesce(c.in_product or c.by_mail, true)
          and not exists (
            select from attempt t
              left join lateral (
                select verdict from assessment a where a.attempt_id = t.id and a.final order by a.version desc limit 1
              ) final on true
             where t.enrollment_id = e.id and final.verdict is distinct from 'returned'
               and not exists (select from attempt_withdrawal w where w.attempt_id = t.id))
          and not exists (
            select from notice n
             where n.institution_id = e.institution_id and n.person_id = e.person_id
               and n.dedupe_key = 'deadline:' || e.id || ':' || floor(extract(epoch from e.project_due_at) * 1000)::bigint)
          and not exists (
            select from mail_message m
             where m.dedupe_key = 'notice:' || e.institution_id || ':' || e.person_id || ':deadline:' || e.id || ':'
                                  || floor(extract(epoch from e.project_due_at) * 1000)::bigint)
        order by e.institution_id, e.project_due_at limit $3`,
      [from, until, limit],
    );
  }
}
