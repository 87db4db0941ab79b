import { Injectable } from '@nestjs/common';
import { idArray } from '../../../platform/database/id-array.js';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { ToldBefore } from '../domain/desired-score.js';
import type { Score } from '../domain/score.js';
import type { Target } from '../domain/target.js';

/** A person in a column of a gradebook. */
export interface ScoreKey {
  lineItemId: string;
  identityId: string;
}

/** A score that is to be worked out, from a place in the section of the column's context. */
export interface ScorePlace extends ScoreKey {
  enrollmentId: string;
  target: Target;
  told: ToldBefore;
}

/** As a platform should show it, and how far telling it has come. */
export interface KeptScore extends ScoreKey {
  institutionId: string;
  /** As the platform calls the person. */
  subject: string;
  /** Grows with each change of `score`. */
  desired: number;
  score: Score;
  /** The newest `desired` that arrived. */
  sent: number;
  sentAt: Date | null;
  lastTimestamp: Date | null;
  attempts: number;
  leasedUntil: Date | null;
  parked: string | null;
  lastProblem: string | null;
}

/** What asks for scores to be worked out anew. */
export interface ScoresAsked {
  personIds: readonly string[];
  lineItemIds: readonly string[];
}

const COLUMNS = `s.line_item_id as "lineItemId", s.identity_id as "identityId", s.institution_id as "institutionId",
  (select i.subject from lti_identity i where i.id = s.identity_id) as subject, s.desired, s.score,
  s.sent, s.sent_at as "sentAt", s.last_timestamp as "lastTimestamp", s.attempts, s.leased_until as "leasedUntil", s.parked,
  s.last_problem as "lastProblem"`;

const WISHED = {
  line_item_id: 'uuid',
  identity_id: 'uuid',
  institution_id: 'uuid',
  desired: 'integer',
  desired_at: 'timestamptz',
  score: 'jsonb',
  sent: 'integer',
  attempts: 'integer',
};

/** Those who learn in the section of a column's context; staff are never given scores. */
const PLACES = `
    from lti_line_item l
    join lti_context c on c.id = l.context_id
    join lti_deployment d on d.id = c.deployment_id
    join lti_section x on x.context_id = c.id and x.micro_credential_id = (l.target ->> 'microCredentialId')::uuid
    join enrollment e on e.offering_id = x.offering_id
    join lti_identity i on i.registration_id = d.registration_id and i.person_id = e.person_id
   where (e.person_id = any($1::uuid[]) or l.id = any($2::uuid[]))
     and not exists (select from offering_staff o where o.offering_id = e.offering_id and o.person_id = e.person_id)`;

@Injectable()
export class ScoresRepository {
  /** Of two who work out the scores of a person at once, the second reads what is recorded after the first has written. */
  async lockIdentities(tx: Tx, { personIds, lineItemIds }: ScoresAsked): Promise<void> {
    await tx.query(`select from lti_identity where id in (select i.id ${PLACES}) order by id for no key update`, [
      idArray(personIds),
      idArray(lineItemIds),
    ]);
  }

  /** One for each person and column. Of several places of a person the one that was not given back, and then the newest. */
  async places(tx: Tx, { personIds, lineItemIds }: ScoresAsked): Promise<ScorePlace[]> {
    return tx.query<ScorePlace>(
      `select distinct on (l.id, i.id) l.id as "lineItemId", i.id as "identityId", e.id as "enrollmentId", l.target,
              coalesce((select case when s.score ->> 'given' is null then 'pending' else 'decided' end
                          from lti_score s where s.line_item_id = l.id and s.identity_id = i.id), 'nothing') as told
         ${PLACES}
        order by l.id, i.id, e.state in ('withdrawn', 'expired'), e.created_at desc, e.id`,
      [idArray(personIds), idArray(lineItemIds)],
    );
  }

  /** Writes what is to be shown, where it is not what is known already; answers what changed. A change is tried, whatever the last one met. */
  async wish(tx: Tx, wished: readonly (ScoreKey & { score: Score })[], institutionId: string, now: Date): Promise<ScoreKey[]> {
    if (wished.length === 0) return [];
    const rows = wished.map(({ lineItemId, identityId, score }) => [
      lineItemId,
      identityId,
      institutionId,
      1,
      now,
      JSON.stringify(score),
      0,
      0,
    ]);
    const { text, values } = insertion('lti_score', WISHED, rows);
    return tx.query<ScoreKey>(
      `${text} order by 1, 2
       on conflict on constraint lti_score_pk do update
         set desired = lti_score.desired + 1, desired_at = excluded.desired_at, score = excluded.score, attempts = 0, parked = null
       where lti_score.score is distinct from excluded.score
       returning line_item_id as "lineItemId", identity_id as "identityId"`,
      values,
    );
  }

  async findLocked(tx: Tx, { lineItemId, identityId }: ScoreKey): Promise<KeptScore | null> {
    const [kept] = await tx.query<KeptScore>(
      `select ${COLUMNS} from lti_score s where s.line_item_id = $1 and s.identity_id = $2 for update`,
      [lineItemId, identityId],
    );
    return kept ?? null;
  }

  /** How far telling it has come; what is to be shown, `wish` alone writes. */
  async save(tx: Tx, one: KeptScore): Promise<void> {
    await tx.query(
      `update lti_score set sent = $3, sent_at = $4, last_timestamp = $5, attempts = $6, leased_until = $7, parked = $8, last_problem = $9
        where line_item_id = $1 and identity_id = $2`,
      [
        one.lineItemId,
        one.identityId,
        one.sent,
        one.sentAt,
        one.lastTimestamp,
        one.attempts,
        one.leasedUntil,
        one.parked,
        one.lastProblem,
      ],
    );
  }

  /** As if it had changed: what arrived last may not be what was sent last. */
  async askAnew(tx: Tx, { lineItemId, identityId }: ScoreKey): Promise<void> {
    await tx.query('update lti_score set desired = desired + 1 where line_item_id = $1 and identity_id = $2', [
      lineItemId,
      identityId,
    ]);
  }

  /** All scores of a column are to be sent, whatever arrived before or was given up. */
  async askAllAnew(tx: Tx, lineItemId: string): Promise<ScoreKey[]> {
    return tx.query<ScoreKey>(
      `update lti_score set desired = desired + 1, attempts = 0, leased_until = null, parked = null
        where line_item_id = $1 returning line_item_id as "lineItemId", identity_id as "identityId"`,
      [lineItemId],
    );
  }

  /** Unsent ones, of any institution, that nobody has looked after since `before`; and those that wait for a platform that is in use again. */
  async takeOverdue(
    tx: Tx,
    { now, before, limit }: { now: Date; before: Date; limit: number },
  ): Promise<(ScoreKey & { institutionId: string })[]> {
    return tx.query<ScoreKey & { institutionId: string }>(
      `update lti_score u set leased_until = $1, parked = null
         from (
           select s.line_item_id, s.identity_id from lti_score s
            where s.sent < s.desired and (
              (s.parked is null and coalesce(s.leased_until, s.desired_at) < $2)
              or (s.parked = 'paused' and exists (
                select from lti_line_item l join lti_context c on c.id = l.context_id join lti_deployment d on d.id = c.deployment_id
                  join lti_registration r on r.id = d.registration_id
                 where l.id = s.line_item_id and d.state = 'approved' and r.state = 'active' and (r.settings ->> 'sendScores')::boolean)))
            order by s.line_item_id, s.identity_id limit $3 for update of s skip locked
         ) due
        where u.line_item_id = due.line_item_id and u.identity_id = due.identity_id
        returning u.line_item_id as "lineItemId", u.identity_id as "identityId", u.institution_id as "institutionId"`,
      [now, before, limit],
    );
  }
}
