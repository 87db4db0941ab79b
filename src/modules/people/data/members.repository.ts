import { Injectable } from '@nestjs/common';
import { idArray } from '../../../platform/database/id-array.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Role } from '../../../platform/http/access.js';
import type { Cursor } from '../../../platform/http/paging.js';
import { newId } from '../../../platform/ids.js';
import { Membership, MembershipRole } from './membership.entity.js';

/** A membership with the person and the roles: what lists and rules look at. */
export interface Member {
  membershipId: string;
  institutionId: string;
  personId: string;
  name: string;
  email: string | null;
  roles: Role[];
  joinedAt: Date;
  suspendedAt: Date | null;
}

/** A membership as its person looks at it. */
export interface MemberPlace extends Pick<Member, 'roles' | 'suspendedAt'> {
  institution: { id: string; slug: string; name: string };
}

export interface MemberFilter {
  role: Role | null;
  /** Part of a name or address. */
  q: string | null;
}

const MEMBER = `
  select m.id as "membershipId", m.institution_id as "institutionId", m.person_id as "personId", p.name, p.email,
         m.created_at as "joinedAt", m.suspended_at as "suspendedAt",
         array(select r.role from membership_role r where r.membership_id = m.id order by r.role) as roles
    from membership m join person p on p.id = m.person_id`;

@Injectable()
export class MembersRepository {
  async find(tx: Tx, institutionId: string, personId: string): Promise<Member | null> {
    const [member] = await tx.query<Member>(`${MEMBER} where m.institution_id = $1 and m.person_id = $2`, [
      institutionId,
      personId,
    ]);
    return member ?? null;
  }

  /** In no order; who is no member is missing. */
  async findMany(tx: Tx, institutionId: string, personIds: readonly string[]): Promise<Member[]> {
    return tx.query<Member>(`${MEMBER} where m.institution_id = $1 and m.person_id = any($2::uuid[])`, [
      institutionId,
      personIds,
    ]);
  }

  /** As `findMany`, without all that asks for the person and the roles: issuing asks for 500 at once. */
  async suspensions(
    tx: Tx,
    institutionId: string,
    personIds: readonly string[],
  ): Promise<Pick<Member, 'personId' | 'suspendedAt'>[]> {
    return tx.query(
      `select person_id as "personId", suspended_at as "suspendedAt" from membership
        where institution_id = $1 and person_id = any($2::uuid[])`,
      [institutionId, idArray(personIds)],
    );
  }

  /** Who of them is kept out, here or everywhere. One by one within the statement, as `PeopleRepository.findMany`. */
  async keptOut(tx: Tx, institutionId: string, personIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select asked.id from unnest($2::uuid[]) as asked (id)
         left join membership m on m.institution_id = $1 and m.person_id = asked.id
         left join lateral (select p.suspended_at from person p where p.id = asked.id limit 1) as p on true
        where m.suspended_at is not null or p.suspended_at is not null`,
      [institutionId, idArray(personIds)],
    );
    return rows.map(({ id }) => id);
  }

  /** In no order; whose address is no member's is missing. */
  async findByEmail(tx: Tx, institutionId: string, emails: readonly string[]): Promise<Member[]> {
    return tx.query<Member>(`${MEMBER} where m.institution_id = $1 and p.email = any($2::text[])`, [institutionId, emails]);
  }

  /** As `ofPerson`, each with its institution. */
  async placesOf(tx: Tx, personId: string): Promise<MemberPlace[]> {
    return tx.query<MemberPlace>(
      `select json_build_object('id', i.id, 'slug', i.slug, 'name', i.name) as institution, m.suspended_at as "suspendedAt",
              array(select r.role from membership_role r where r.membership_id = m.id order by r.role) as roles
         from membership m join institution i on i.id = m.institution_id
        where m.person_id = $1 order by m.created_at, m.id`,
      [personId],
    );
  }

  /** Every membership of a person, oldest first. Sees other institutions in a system scope only. */
  async ofPerson(tx: Tx, personId: string): Promise<Member[]> {
    return tx.query<Member>(`${MEMBER} where m.person_id = $1 order by m.created_at, m.id`, [personId]);
  }

  async list(tx: Tx, institutionId: string, { role, q }: MemberFilter, after: Cursor | null, limit: number): Promise<Member[]> {
    return tx.query<Member>(
      `${MEMBER}
        where m.institution_id = $1
          and ($2::text is null or exists (select from membership_role r where r.membership_id = m.id and r.role = $2))
          -- Who was erased is nobody's member any more; the row keeps what they did from hanging in the air.
          and not (p.suspended_at is not null and p.email is null)
          and ($3::text is null or p.name ilike $3 or p.email ilike $3)
          and ($4::timestamptz is null or (m.created_at, m.id) > ($4, $5::uuid))
        order by m.created_at, m.id limit $6`,
      [institutionId, role, q === null ? null : `%${escapeLike(q)}%`, after?.at ?? null, after?.id ?? null, limit],
    );
  }

  /** Adds the membership unless the person has one; says whether it did. */
  async join(tx: Tx, institutionId: string, personId: string, now: Date): Promise<boolean> {
    const inserted = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Membership)
      .values({ id: newId(now.getTime()), institutionId, personId, createdAt: now, suspendedAt: null })
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** Adds the role unless it is held; says whether it did. */
  async grant(tx: Tx, member: Member, role: Role, grantedBy: string | null, now: Date): Promise<boolean> {
    const { membershipId, institutionId } = member;
    const inserted = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(MembershipRole)
      .values({ membershipId, role, institutionId, grantedBy, grantedAt: now })
      .orIgnore()
      .returning('role')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** As `join`, for many; answers who joined. */
  async joinAll(tx: Tx, institutionId: string, personIds: readonly string[], now: Date): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(
      `insert into membership (id, institution_id, person_id, created_at)
       select id, $1, person_id, $4 from unnest($2::uuid[], $3::uuid[]) as new (id, person_id) order by person_id
       on conflict do nothing returning person_id as "personId"`,
      [institutionId, personIds.map(() => newId(now.getTime())), personIds, now],
    );
    return rows.map(({ personId }) => personId);
  }

  /** As `grant`, to many members; answers to whom it was new. */
  async grantAll(
    tx: Tx,
    institutionId: string,
    personIds: readonly string[],
    role: Role,
    grantedBy: ReadonlyMap<string, string | null>,
    now: Date,
  ): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(
      `with granted as (
         insert into membership_role (institution_id, membership_id, role, granted_by, granted_at)
         select $1, m.id, $4, new.granted_by, $5
           from unnest($2::uuid[], $3::uuid[]) as new (person_id, granted_by)
           join membership m on m.institution_id = $1 and m.person_id = new.person_id order by m.id
         on conflict do nothing returning membership_id
       )
       select m.person_id as "personId" from granted g join membership m on m.id = g.membership_id`,
      [institutionId, personIds, personIds.map((id) => grantedBy.get(id) ?? null), role, now],
    );
    return rows.map(({ personId }) => personId);
  }

  async revoke(tx: Tx, member: Member, role: Role): Promise<void> {
    await tx.manager.delete(MembershipRole, { membershipId: member.membershipId, role });
  }

  async suspend(tx: Tx, member: Member, suspendedAt: Date | null): Promise<void> {
    await tx.manager.update(Membership, { id: member.membershipId }, { suspendedAt });
  }

  /**
   * People who can administer the institution now. Locks their roles first, so that of two who remove the last two at once,
   * the second counts what the first left.
   */
  async lockAdministrators(tx: Tx, institutionId: string): Promise<string[]> {
    await tx.query(`select from membership_role where institution_id = $1 and role = 'admin' order by membership_id for update`, [
      institutionId,
    ]);
    // A statement of its own: only a new snapshot sees what was committed while the lock was waited for.
    const rows = await tx.query<{ personId: string }>(
      `select m.person_id as "personId" from membership_role r
         join membership m on m.id = r.membership_id and m.suspended_at is null
         join person p on p.id = m.person_id and p.suspended_at is null
        where r.institution_id = $1 and r.role = 'admin'`,
      [institutionId],
    );
    return rows.map(({ personId }) => personId);
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
