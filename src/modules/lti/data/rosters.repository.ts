import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { RosterProblem } from '../domain/roster-problem.js';
import { type Registration, SETTINGS } from './registrations.repository.js';

/** How reading the roster of a course gets on. */
export interface Roster {
  contextId: string;
  /** It is to be read while this is later than `answeredAt`. */
  askedAt: Date;
  /** When the last reading began that came to an end. */
  answeredAt: Date | null;
  /** The reading that runs: a later one takes its turn away. */
  readingId: string | null;
  leasedUntil: Date | null;
  attempts: number;
  readAt: Date | null;
  readWholeAt: Date | null;
  differencesUrl: string | null;
  problem: RosterProblem | null;
  leaving: number | null;
  mayLeave: number | null;
  skipped: number;
}

/** A course, with what is needed to ask its platform who is in it. */
export interface RosterCourse {
  contextId: string;
  membershipsUrl: string | null;
  /** Micro-credentials that it shows. */
  shown: number;
  registration: Pick<Registration, 'id' | 'institutionId' | 'state' | 'clientId' | 'tokenUrl' | 'tokenAudience' | 'settings'>;
  deploymentState: 'pending' | 'approved' | 'refused';
}

export interface AskedRoster {
  contextId: string;
  institutionId: string;
}

const COLUMNS = `o.context_id as "contextId", o.asked_at as "askedAt", o.answered_at as "answeredAt", o.reading_id as "readingId",
  o.leased_until as "leasedUntil", o.attempts, o.read_at as "readAt", o.read_whole_at as "readWholeAt", o.differences_url as "differencesUrl",
  o.problem, o.leaving, o.may_leave as "mayLeave", o.skipped`;
const NEW = 'insert into lti_roster as o (context_id, institution_id, asked_at, attempts, skipped)';
/** Asked anew: at once, unless one runs. */
const ANEW = `asked_at = $1, attempts = 0, problem = null, leaving = null,
  leased_until = case when o.reading_id is null then null else o.leased_until end`;
const ASKED = `context_id as "contextId", institution_id as "institutionId"`;

@Injectable()
export class RostersRepository {
  async course(tx: Tx, contextId: string): Promise<RosterCourse | null> {
    const [course] = await tx.query<RosterCourse>(
      `select c.id as "contextId", c.memberships_url as "membershipsUrl", d.state as "deploymentState",
              (select count(*)::int from lti_section s where s.context_id = c.id) as shown,
              json_build_object('id', r.id, 'institutionId', r.institution_id, 'state', r.state, 'clientId', r.client_id,
                'tokenUrl', r.token_url, 'tokenAudience', r.token_audience, 'settings', ${SETTINGS}) as registration
         from lti_context c join lti_deployment d on d.id = c.deployment_id join lti_registration r on r.id = d.registration_id
        where c.id = $1`,
      [contextId],
    );
    return course ?? null;
  }

  async findLocked(tx: Tx, contextId: string): Promise<Roster | null> {
    const [roster] = await tx.query<Roster>(`select ${COLUMNS} from lti_roster o where o.context_id = $1 for update`, [
      contextId,
    ]);
    return roster ?? null;
  }

  /**
   * Asks for a course that shows something, unless somebody has since `notSince`. Whoever holds the row is reading it just now, and is not
   * waited for: a launch is waited for by a person.
   */
  async askUnlessAsked(tx: Tx, contextId: string, now: Date, notSince: Date): Promise<AskedRoster[]> {
    const added = await tx.query<AskedRoster>(
      `${NEW} select c.id, c.institution_id, $1, 0, 0 from lti_context c
        where c.id = $2 and c.memberships_url is not null and exists (select from lti_section s where s.context_id = c.id)
       on conflict (context_id) do nothing returning ${ASKED}`,
      [now, contextId],
    );
    if (added.length > 0) return added;
    return tx.query<AskedRoster>(
      `update lti_roster o set ${ANEW}
        where o.context_id in (select r.context_id from lti_roster r where r.context_id = $2 and r.asked_at < $3 for update skip locked)
        returning ${ASKED}`,
      [now, contextId, notSince],
    );
  }

  /** Somebody wants the whole of it, and says how many may leave by it. */
  async askWhole(tx: Tx, { contextId, institutionId }: AskedRoster, mayLeave: number | null, now: Date): Promise<void> {
    await tx.query(
      `${NEW} values ($2, $3, $1, 0, 0)
       on conflict (context_id) do update set ${ANEW}, differences_url = null, may_leave = $4`,
      [now, contextId, institutionId, mayLeave],
    );
  }

  /** Asks for courses of any institution that are in use and were not asked for since `notSince`. */
  async askDue(
    tx: Tx,
    { now, notSince, usedSince, limit }: { now: Date; notSince: Date; usedSince: Date; limit: number },
  ): Promise<AskedRoster[]> {
    return tx.query<AskedRoster>(
      `${NEW} select c.id, c.institution_id, $1, 0, 0
         from lti_context c join lti_deployment d on d.id = c.deployment_id join lti_registration r on r.id = d.registration_id
        where c.memberships_url is not null and c.last_launch_at > $3 and d.state = 'approved' and r.state = 'active'
          and (${SETTINGS} ->> 'syncRosters')::boolean
          and exists (select from lti_section s where s.context_id = c.id)
          and not exists (select from lti_roster known where known.context_id = c.id and known.asked_at > $2)
        order by c.id limit $4
       on conflict (context_id) do update set ${ANEW} returning ${ASKED}`,
      [now, notSince, usedSince, limit],
    );
  }

  /** What becomes of it; when it was asked for, and what may leave, is said by those who ask. */
  async save(tx: Tx, one: Roster): Promise<void> {
    await tx.query(
      `update lti_roster set answered_at = $2, reading_id = $3, leased_until = $4, attempts = $5, read_at = $6, read_whole_at = $7,
         differences_url = $8, problem = $9, leaving = $10, may_leave = $11, skipped = $12 where context_id = $1`,
      [
        one.contextId,
        one.answeredAt,
        one.readingId,
        one.leasedUntil,
        one.attempts,
        one.readAt,
        one.readWholeAt,
        one.differencesUrl,
        one.problem,
        one.leaving,
        one.mayLeave,
        one.skipped,
      ],
    );
  }

  /** Goes on with a reading, whose row stays locked until the transaction ends; false when it is somebody else's turn. */
  async goOn(tx: Tx, contextId: string, readingId: string, until: Date): Promise<boolean> {
    const own = await tx.query(
      'update lti_roster set leased_until = $3 where context_id = $1 and reading_id = $2 returning context_id',
      [contextId, readingId, until],
    );
    return own.length > 0;
  }
}
