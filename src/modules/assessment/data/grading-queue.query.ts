import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { Assessment } from './assessment.entity.js';
import type { Attempt } from './attempt.entity.js';
import type { GradingLease } from './grading-lease.entity.js';

/** An attempt as a list of work shows it: without the work itself, which may be long. */
export interface QueuedAttempt {
  attempt: Pick<Attempt, 'id' | 'personId' | 'number' | 'submittedAt'>;
  /** Empty for somebody whom the institution no longer knows. */
  learnerName: string;
  /** Oldest first. */
  marks: Pick<Assessment, 'marker' | 'assessorId' | 'final' | 'verdict' | 'decidedAt'>[];
  leases: Pick<GradingLease, 'marker' | 'assessorId' | 'takenAt' | 'expiresAt'>[];
}

type Row = QueuedAttempt['attempt'] & {
  learnerName: string | null;
  marks: Written<QueuedAttempt['marks'][number], 'decidedAt'>[];
  leases: Written<QueuedAttempt['leases'][number], 'takenAt' | 'expiresAt'>[];
};

/** As JSON has moments. */
type Written<Value, Moment extends keyof Value> = Omit<Value, Moment> & Record<Moment, string>;

const WAITING = `not exists (select from attempt_withdrawal w where w.attempt_id = t.id)
  and not exists (select from assessment g where g.attempt_id = t.id and g.final)
  and ($2::timestamptz is null or (t.submitted_at, t.id) > ($2, $3::uuid))`;

const DECIDED = `exists (select from assessment g where g.attempt_id = t.id and g.final)
  and ($2::timestamptz is null or (t.submitted_at, t.id) < ($2, $3::uuid))`;

/** What waits for a verdict and what has one: the attempts with their marks, leases and names in one statement. */
@Injectable()
export class GradingQueueQuery {
  /** Attempts of an offering without a verdict, oldest first, one more than `limit`. */
  async waiting(tx: Tx, offeringId: string, after: Cursor | null, limit: number): Promise<QueuedAttempt[]> {
    return this.page(tx, WAITING, 'asc', [offeringId, after?.at ?? null, after?.id ?? null, limit + 1]);
  }

  /** Attempts of an offering whose verdict stands, last handed in first, one more than `limit`. */
  async decided(tx: Tx, offeringId: string, after: Cursor | null, limit: number): Promise<QueuedAttempt[]> {
    return this.page(tx, DECIDED, 'desc', [offeringId, after?.at ?? null, after?.id ?? null, limit + 1]);
  }

  private async page(tx: Tx, which: string, direction: 'asc' | 'desc', values: unknown[]): Promise<QueuedAttempt[]> {
    const rows = await tx.query<Row>(
      `with page as materialized (
         select t.id, t.person_id, t.number, t.submitted_at from attempt t
          where t.offering_id = $1 and ${which}
          order by t.submitted_at ${direction}, t.id ${direction} limit $4
       )
       select page.id, page.person_id as "personId", page.number, page.submitted_at as "submittedAt",
              (select p.name from person p where p.id = page.person_id) as "learnerName",
              (select coalesce(json_agg(json_build_object('marker', g.marker, 'assessorId', g.assessor_id, 'final', g.final,
                        'verdict', g.verdict, 'decidedAt', g.decided_at) order by g.version), '[]')
                 from assessment g where g.attempt_id = page.id) as marks,
              (select coalesce(json_agg(json_build_object('marker', l.marker, 'assessorId', l.assessor_id,
                        'takenAt', l.taken_at, 'expiresAt', l.expires_at)), '[]')
                 from grading_lease l where l.attempt_id = page.id) as leases
         from page order by page.submitted_at ${direction}, page.id ${direction}`,
      values,
    );
    return rows.map(({ learnerName, marks, leases, ...attempt }) => ({
      attempt,
      learnerName: learnerName ?? '',
      marks: marks.map((mark) => ({ ...mark, decidedAt: new Date(mark.decidedAt) })),
      leases: leases.map((lease) => ({ ...lease, takenAt: new Date(lease.takenAt), expiresAt: new Date(lease.expiresAt) })),
    }));
  }
}
