import { Injectable } from '@nestjs/common';
import { idArray } from '../../../platform/database/id-array.js';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { KnownMember } from '../domain/roster-changes.js';

const COLUMNS = {
  identity_id: 'uuid',
  context_id: 'uuid',
  institution_id: 'uuid',
  is_staff: 'boolean',
  joined_at: 'timestamptz',
};
const NOT_KEPT_OUT = `not exists (select from membership held join person p on p.id = held.person_id
  where held.institution_id = m.institution_id and held.person_id = i.person_id and (held.suspended_at is not null or p.suspended_at is not null))`;
const ACTIVE = `from lti_member m join lti_identity i on i.id = m.identity_id where m.context_id = $1 and m.ended_at is null`;

/** Who is in which course of a platform, as its roster says. */
@Injectable()
export class CourseMembersRepository {
  /** All that were ever found there. */
  async known(tx: Tx, contextId: string): Promise<KnownMember[]> {
    return tx.query<KnownMember>(
      `select m.identity_id as "identityId", i.subject, i.person_id as "personId", p.name, i.is_guest as "isGuest",
              m.ended_at is null as "isActive", m.is_staff as "isStaff"
         from lti_member m join lti_identity i on i.id = m.identity_id join person p on p.id = i.person_id
        where m.context_id = $1`,
      [contextId],
    );
  }

  /** They are there, as what is said of them: for the first time, again, or in another role. */
  async keep(
    tx: Tx,
    { contextId, institutionId }: { contextId: string; institutionId: string },
    members: readonly { identityId: string; isStaff: boolean }[],
    now: Date,
  ): Promise<void> {
    if (members.length === 0) return;
    const rows = members.map(({ identityId, isStaff }) => [identityId, contextId, institutionId, isStaff, now]);
    const { text, values } = insertion('lti_member', COLUMNS, rows);
    await tx.query(
      `${text} order by 1 on conflict on constraint lti_member_pk do update set is_staff = excluded.is_staff, ended_at = null`,
      values,
    );
  }

  async end(tx: Tx, contextId: string, identityIds: readonly string[], now: Date): Promise<void> {
    await tx.query(
      'update lti_member set ended_at = $3 where context_id = $1 and identity_id = any($2::uuid[]) and ended_at is null',
      [contextId, idArray(identityIds), now],
    );
  }

  /**
   * Learners of the course who never had a place in one of its offerings, in the order of their ids. Who has one is read once, as a set:
   * asked for each learner, ten thousand places that came a moment ago, and that the planner has not counted yet, were read as often.
   */
  async withoutPlace(
    tx: Tx,
    contextId: string,
    offeringId: string,
    { after, limit }: { after: string | null; limit: number },
  ): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(
      `select distinct i.person_id as "personId" ${ACTIVE} and not m.is_staff and ($3::uuid is null or i.person_id > $3)
          and i.person_id not in (select e.person_id from enrollment e where e.offering_id = $2)
          and ${NOT_KEPT_OUT}
        order by 1 limit $4`,
      [contextId, offeringId, after, limit],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Who teaches there, by the roster. */
  async staff(tx: Tx, contextId: string): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(
      `select distinct i.person_id as "personId" ${ACTIVE} and m.is_staff and ${NOT_KEPT_OUT} order by 1`,
      [contextId],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Who has rights of staff there by a platform’s word, and only learns there by its roster. They are few, so they come first. */
  async noLongerStaff(tx: Tx, contextId: string): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(
      `select o.person_id as "personId"
         from lti_section s
         join offering_staff o on o.offering_id = s.offering_id and o.from_lti
         join lti_identity i on i.person_id = o.person_id
         join lti_member m on m.context_id = s.context_id and m.identity_id = i.id and m.ended_at is null
        where s.context_id = $1
        group by o.person_id having not bool_or(m.is_staff)
        order by 1`,
      [contextId],
    );
    return rows.map(({ personId }) => personId);
  }
}
