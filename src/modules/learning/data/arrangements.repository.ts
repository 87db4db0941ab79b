import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Something that was changed for one learner on purpose. */
export interface Arrangement {
  kind: 'extension' | 'waiver' | 'edition-move';
  at: Date;
  /** Empty for somebody who is no member any more. */
  byName: string;
  reason: string;
  /** Of an extension: until when. */
  dueAt: Date | null;
  /** Of a waiver: what counts as done since. */
  activityIds: string[];
  /** Of a move, the numbers of the editions. */
  fromEdition: number | null;
  toEdition: number | null;
}

@Injectable()
export class ArrangementsRepository {
  /** All of an enrolment, newest first. What was waived in one act is one arrangement. */
  async of(tx: Tx, enrollmentId: string): Promise<Arrangement[]> {
    return tx.query<Arrangement>(
      `select a.kind, a.at, coalesce(p.name, '') as "byName", a.reason, a.due_at as "dueAt", a.activity_ids as "activityIds",
              a.from_edition as "fromEdition", a.to_edition as "toEdition"
         from (
           select 'extension' as kind, x.granted_at as at, x.granted_by as by_id, x.reason, x.due_at, '{}'::text[] as activity_ids,
                  null::integer as from_edition, null::integer as to_edition
             from deadline_extension x where x.enrollment_id = $1
           union all
           select 'waiver', f.recorded_at, f.actor_id, coalesce(f.reason, ''), null, array_agg(f.activity_id::text order by f.id), null, null
             from progress_fact f where f.enrollment_id = $1 and f.source = 'waiver'
            group by f.recorded_at, f.actor_id, f.reason
           union all
           select 'edition-move', m.moved_at, m.moved_by, m.reason, null, '{}', f.number, t.number
             from edition_move m join edition f on f.id = m.from_edition_id join edition t on t.id = m.to_edition_id
            where m.enrollment_id = $1
         ) a
         left join person p on p.id = a.by_id
        order by a.at desc, a.kind`,
      [enrollmentId],
    );
  }
}
