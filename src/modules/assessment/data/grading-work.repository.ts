import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** How much of an offering's work has its verdict. */
export interface WorkCount {
  offeringId: string;
  waiting: number;
  decided: number;
  /** When the one that waits longest was handed in. */
  oldestAt: Date | null;
}

export interface ClaimCount {
  offeringId: string;
  assessorId: string;
  attempts: number;
}

/** Counts over whole offerings, which hold thousands of attempts: by the bare rows, in one statement each. */
@Injectable()
export class GradingWorkRepository {
  async counts(tx: Tx, offeringIds: readonly string[]): Promise<WorkCount[]> {
    return tx.query<WorkCount>(
      `select t.offering_id as "offeringId", (count(*) filter (where not t.decided))::int as waiting,
              (count(*) filter (where t.decided))::int as decided, min(t.submitted_at) filter (where not t.decided) as "oldestAt"
         from (select a.offering_id, a.submitted_at,
                      exists (select from assessment g where g.attempt_id = a.id and g.final) as decided
                 from attempt a
                where a.offering_id = any($1::uuid[])
                  and not exists (select from attempt_withdrawal w where w.attempt_id = a.id)) t
        group by t.offering_id`,
      [offeringIds],
    );
  }

  /** Who is grading at `now`. A lease is over with the mark it was taken for. */
  async claims(tx: Tx, offeringIds: readonly string[], now: Date): Promise<ClaimCount[]> {
    return tx.query<ClaimCount>(
      `select a.offering_id as "offeringId", l.assessor_id as "assessorId", count(*)::int as attempts
         from grading_lease l join attempt a on a.id = l.attempt_id
        where a.offering_id = any($1::uuid[]) and l.expires_at > $2
          and not exists (select from assessment g where g.attempt_id = l.attempt_id and (g.final or g.marker = l.marker))
        group by 1, 2 order by 3 desc, 2`,
      [offeringIds, now],
    );
  }
}
