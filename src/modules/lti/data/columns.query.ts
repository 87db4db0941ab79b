import { Injectable } from '@nestjs/common';
import type { Cursor } from '../../../platform/http/paging.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Score } from '../domain/score.js';
import type { ParkReason } from '../domain/score-attempts.js';
import type { Target } from '../domain/target.js';
import type { ScoreKey } from './scores.repository.js';

/** How telling the scores of one column gets on. */
export interface ColumnSummary {
  id: string;
  contextTitle: string;
  linkTitle: string;
  target: Target;
  arrived: number;
  waiting: number;
  awaitingGrade: number;
  parked: number;
}

/** `awaiting_grade`: given up, but no grade was: the one that comes is sent. */
export type ScoreState = 'waiting' | 'arrived' | 'awaiting_grade' | 'parked';

/** One score, as who looks after a platform sees it. */
export interface ScoreStatus {
  identityId: string;
  subject: string;
  personId: string;
  personName: string;
  state: ScoreState;
  score: Score;
  desiredAt: Date;
  sentAt: Date | null;
  attempts: number;
  nextAttemptAt: Date | null;
  parked: ParkReason | null;
  lastProblem: string | null;
}

const STATE = `case when s.sent >= s.desired then 'arrived' when s.parked is null then 'waiting'
  when s.score ->> 'given' is null then 'awaiting_grade' else 'parked' end`;
const STATUS = `i.id as "identityId", i.subject, p.id as "personId", p.name as "personName", ${STATE} as state, s.score,
  s.desired_at as "desiredAt", s.sent_at as "sentAt", s.attempts, case when s.sent < s.desired and s.parked is null then s.leased_until end as "nextAttemptAt",
  s.parked, s.last_problem as "lastProblem"`;
const FROM = `from lti_score s join lti_identity i on i.id = s.identity_id join person p on p.id = i.person_id`;

/** What administrators ask of the columns of gradebooks. */
@Injectable()
export class ColumnsQuery {
  /** Those in which something waits first. */
  async ofPlatform(tx: Tx, registrationId: string, limit: number): Promise<ColumnSummary[]> {
    return tx.query<ColumnSummary>(
      `select l.id, c.title as "contextTitle", coalesce(k.title, '') as "linkTitle", l.target,
              count(s.identity_id) filter (where ${STATE} = 'arrived')::int as arrived,
              count(s.identity_id) filter (where ${STATE} = 'waiting')::int as waiting,
              count(s.identity_id) filter (where ${STATE} = 'awaiting_grade')::int as "awaitingGrade",
              count(s.identity_id) filter (where ${STATE} = 'parked')::int as parked
         from lti_deployment d join lti_context c on c.deployment_id = d.id join lti_line_item l on l.context_id = c.id
         left join lti_resource_link k on k.id = l.resource_link_id
         left join lti_score s on s.line_item_id = l.id
        where d.registration_id = $1
        group by l.id, c.id, k.id order by parked desc, waiting desc, c.title, l.created_at, l.id limit $2`,
      [registrationId, limit],
    );
  }

  /** The newest first, one more than `limit`. */
  async scores(
    tx: Tx,
    lineItemId: string,
    { state, after, limit }: { state: ScoreState | undefined; after: Cursor | null; limit: number },
  ): Promise<ScoreStatus[]> {
    return tx.query<ScoreStatus>(
      `select ${STATUS} ${FROM}
        where s.line_item_id = $1 and ($2::text is null or ${STATE} = $2)
          and ($3::timestamptz is null or (s.desired_at, i.id) < ($3, $4::uuid))
        order by s.desired_at desc, i.id desc limit $5`,
      [lineItemId, state ?? null, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** Begins anew with scores that have not arrived and are not being sent just now, of a platform or of one column; or one, whether it has arrived or not. */
  async toResend(
    tx: Tx,
    {
      registrationId,
      lineItemId,
      identityId,
    }: { registrationId: string | null; lineItemId: string | null; identityId: string | null },
    now: Date,
  ): Promise<(ScoreKey & { institutionId: string })[]> {
    return tx.query(
      `update lti_score u set desired = case when u.sent >= u.desired then u.desired + 1 else u.desired end, attempts = 0, leased_until = null,
              parked = null, last_problem = null
         from lti_line_item l join lti_context c on c.id = l.context_id join lti_deployment d on d.id = c.deployment_id
        where l.id = u.line_item_id and ($1::uuid is null or d.registration_id = $1) and ($2::uuid is null or l.id = $2)
          and case when $3::uuid is null then u.sent < u.desired else u.identity_id = $3 end
          and (u.leased_until is null or u.leased_until < $4 or u.last_problem is not null)
        returning u.line_item_id as "lineItemId", u.identity_id as "identityId", u.institution_id as "institutionId"`,
      [registrationId, lineItemId, identityId, now],
    );
  }
}
