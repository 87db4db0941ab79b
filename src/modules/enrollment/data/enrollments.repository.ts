import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import { idArray } from '../../../platform/database/id-array.js';
import { insertion } from '../../../platform/database/insertion.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { EnrollmentState } from '../domain/enrollment-state.js';
import type { StaffRole } from '../domain/staff-role.js';
import { DeadlineExtension } from './deadline-extension.entity.js';
import { Enrollment } from './enrollment.entity.js';
import { Offering } from './offering.entity.js';

export interface EnrollmentFilter {
  offeringId?: string | undefined;
  personId?: string | undefined;
  state?: EnrollmentState | undefined;
}

/** A place with its offering, as somebody looks at it. */
export interface SeenEnrollment {
  enrollment: Enrollment;
  offering: Offering;
  /** What whoever looks does in the offering. */
  staffRoles: StaffRole[];
}

/** A place as lists show it. */
export interface ListedEnrollment {
  enrollment: Enrollment;
  /** Empty for somebody whom the institution no longer knows. */
  personName: string;
}

/** How many places of an offering are held, and how long its waitlist is. */
export interface SeatCounts {
  taken: number;
  waiting: number;
}

/** How many are on an edition in one state. */
export interface EditionLearners {
  editionId: string;
  state: EnrollmentState;
  learners: number;
}

/** Who learns what, where. */
export type EnrollmentPlace = Pick<Enrollment, 'id' | 'institutionId' | 'offeringId' | 'editionId' | 'personId' | 'state'>;

const COLUMNS = {
  id: 'uuid',
  institution_id: 'uuid',
  offering_id: 'uuid',
  edition_id: 'uuid',
  person_id: 'uuid',
  state: 'text',
  created_at: 'timestamptz',
  started_at: 'timestamptz',
  ended_at: 'timestamptz',
  project_due_at: 'timestamptz',
  version: 'integer',
};

@Injectable()
export class EnrollmentsRepository {
  async add(tx: Tx, enrollment: Enrollment): Promise<void> {
    await tx.manager.insert(Enrollment, { ...enrollment });
  }

  /** In one statement; some hundreds at once. */
  async addAll(tx: Tx, enrollments: readonly Enrollment[]): Promise<void> {
    if (enrollments.length === 0) return;
    const rows = enrollments.map((one) => [
      one.id,
      one.institutionId,
      one.offeringId,
      one.editionId,
      one.personId,
      one.state,
      one.createdAt,
      one.startedAt,
      one.endedAt,
      one.projectDueAt,
      one.version,
    ]);
    const { text, values } = insertion('enrollment', COLUMNS, rows);
    await tx.query(text, values);
  }

  async find(tx: Tx, id: string): Promise<Enrollment | null> {
    return tx.manager.findOneBy(Enrollment, { id });
  }

  async seen(tx: Tx, id: string, lookerId: string): Promise<SeenEnrollment | null> {
    const { entities, raw } = await tx.manager
      .createQueryBuilder(Enrollment, 'enrollment')
      .innerJoinAndMapOne('enrollment.offering', Offering, 'offering', 'offering.id = enrollment.offeringId')
      .addSelect(
        'array(select s.role from offering_staff s where s.offering_id = offering.id and s.person_id = :lookerId)',
        'staff_roles',
      )
      .where('enrollment.id = :id', { id, lookerId })
      .getRawAndEntities<{ staff_roles: StaffRole[] }>();
    const [found] = entities as (Enrollment & { offering: Offering })[];
    if (!found) return null;
    const { offering, ...enrollment } = found;
    return { enrollment, offering, staffRoles: raw[0]?.staff_roles ?? [] };
  }

  /** Places that a person still holds, in the order of their offerings, so that two of these never wait for each other. */
  async heldBy(tx: Tx, personId: string): Promise<Pick<Enrollment, 'id' | 'offeringId'>[]> {
    return tx.query(
      `select id, offering_id as "offeringId" from enrollment
        where person_id = $1 and state in ('invited', 'waitlisted', 'active') order by offering_id, id`,
      [personId],
    );
  }

  /** In no order; who is not found is missing. By the bare rows: issuing asks for 500 at once. */
  async places(tx: Tx, ids: readonly string[]): Promise<EnrollmentPlace[]> {
    return tx.query<EnrollmentPlace>(
      `select id, institution_id as "institutionId", offering_id as "offeringId", edition_id as "editionId",
              person_id as "personId", state
         from enrollment where id = any($1::uuid[])`,
      [idArray(ids)],
    );
  }

  /** Places that are pinned to one of the editions, by their ids. */
  async onEditions(tx: Tx, editionIds: readonly string[], afterId: string | null, limit: number): Promise<EnrollmentPlace[]> {
    return tx.query<EnrollmentPlace>(
      `select id, institution_id as "institutionId", offering_id as "offeringId", edition_id as "editionId",
              person_id as "personId", state
         from enrollment where edition_id = any($1::uuid[]) and ($2::uuid is null or id > $2) order by id limit $3`,
      [editionIds, afterId, limit],
    );
  }

  async byEdition(tx: Tx, microCredentialId: string): Promise<EditionLearners[]> {
    return tx.query<EditionLearners>(
      `select e.edition_id as "editionId", e.state, count(*)::int as learners
         from enrollment e join edition on edition.id = e.edition_id
        where edition.micro_credential_id = $1
        group by edition.number, e.edition_id, e.state order by edition.number desc, e.state`,
      [microCredentialId],
    );
  }

  async findLocked(tx: Tx, id: string): Promise<Enrollment | null> {
    return tx.manager.findOne(Enrollment, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The one enrolment of a person in an offering that is not withdrawn or expired. */
  async findLive(tx: Tx, offeringId: string, personId: string): Promise<Enrollment | null> {
    return tx.manager.findOneBy(Enrollment, {
      offeringId,
      personId,
      state: In(['invited', 'waitlisted', 'active', 'completed']),
    });
  }

  /** The newest place of a person in an offering, whatever became of it; one that is held comes before one that ended. */
  async latestOf(tx: Tx, offeringId: string, personId: string): Promise<Enrollment | null> {
    const all = await tx.manager.find(Enrollment, { where: { offeringId, personId }, order: { createdAt: 'DESC', id: 'DESC' } });
    return all.find(({ state }) => state !== 'withdrawn' && state !== 'expired') ?? all[0] ?? null;
  }

  /** Places in any of the offerings that any of the people hold, as `findLive` finds them. */
  async liveAmong(tx: Tx, offeringIds: readonly string[], personIds: readonly string[]): Promise<EnrollmentPlace[]> {
    return tx.query<EnrollmentPlace>(
      `select id, institution_id as "institutionId", offering_id as "offeringId", edition_id as "editionId",
              person_id as "personId", state
         from enrollment
        where offering_id = any($1::uuid[]) and person_id = any($2::uuid[]) and state not in ('withdrawn', 'expired')`,
      [idArray(offeringIds), idArray(personIds)],
    );
  }

  /** Who of them has or had a place there, whatever became of it. */
  async everAmong(tx: Tx, offeringId: string, personIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(
      'select distinct person_id as "personId" from enrollment where offering_id = $1 and person_id = any($2::uuid[])',
      [offeringId, idArray(personIds)],
    );
    return rows.map(({ personId }) => personId);
  }

  async save(tx: Tx, enrollment: Enrollment): Promise<void> {
    await tx.manager.update(Enrollment, { id: enrollment.id }, { ...enrollment });
  }

  async seatCounts(tx: Tx, offeringId: string): Promise<SeatCounts> {
    const [counts] = await tx.query<SeatCounts>(
      `select count(*) filter (where state in ('invited', 'active', 'completed'))::int as taken,
              count(*) filter (where state = 'waitlisted')::int as waiting
         from enrollment where offering_id = $1`,
      [offeringId],
    );
    return counts ?? { taken: 0, waiting: 0 };
  }

  /** Who waits, longest first. */
  async waitlist(tx: Tx, offeringId: string, limit: number): Promise<Enrollment[]> {
    return tx.manager.find(Enrollment, {
      where: { offeringId, state: 'waitlisted' },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: limit,
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** With the names that go with them, in one statement. */
  async list(
    tx: Tx,
    { offeringId, personId, state }: EnrollmentFilter,
    after: Cursor | null,
    limit: number,
  ): Promise<ListedEnrollment[]> {
    const query = tx.manager
      .createQueryBuilder(Enrollment, 'enrollment')
      .addSelect('(select p.name from person p where p.id = enrollment.personId)', 'person_name')
      .orderBy('enrollment.createdAt', 'DESC')
      .addOrderBy('enrollment.id', 'DESC')
      .limit(limit + 1);
    if (offeringId) query.andWhere('enrollment.offeringId = :offeringId', { offeringId });
    if (personId) query.andWhere('enrollment.personId = :personId', { personId });
    if (state) query.andWhere('enrollment.state = :state', { state });
    if (after) query.andWhere('(enrollment.createdAt, enrollment.id) < (:at, :id)', after);
    const { entities, raw } = await query.getRawAndEntities<{ person_name: string | null }>();
    return entities.map((enrollment, at) => ({ enrollment, personName: raw[at]?.person_name ?? '' }));
  }

  async activeOf(tx: Tx, personId: string): Promise<Enrollment[]> {
    return tx.manager.find(Enrollment, {
      where: { personId, state: 'active' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Who holds a place there now. */
  async learners(tx: Tx, offeringId: string): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(
      `select person_id as "personId" from enrollment where offering_id = $1 and state = 'active'`,
      [offeringId],
    );
    return rows.map(({ personId }) => personId);
  }

  async activeIn(tx: Tx, offeringId: string): Promise<Enrollment[]> {
    return tx.manager.find(Enrollment, {
      where: { offeringId, state: 'active' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Somebody's time has begun there. */
  async hasBegun(tx: Tx, offeringId: string, now: Date): Promise<boolean> {
    return tx.manager.existsBy(Enrollment, { offeringId, startedAt: LessThanOrEqual(now) });
  }

  /** Places in offerings that ended before `now`, but for those of learners whose own deadline is still to come. */
  async overdue(tx: Tx, now: Date, limit: number): Promise<Enrollment[]> {
    return tx.manager
      .createQueryBuilder(Enrollment, 'enrollment')
      .innerJoin(Offering, 'offering', 'offering.id = enrollment.offeringId and offering.endsAt <= :now')
      .where('enrollment.state in (:...states)', { states: ['active', 'invited', 'waitlisted'] })
      .andWhere('(enrollment.projectDueAt is null or enrollment.projectDueAt <= :now)', { now })
      .orderBy('enrollment.id')
      .limit(limit)
      .setLock('pessimistic_write', undefined, ['enrollment'])
      .setOnLocked('skip_locked')
      .getMany();
  }

  async addExtension(tx: Tx, extension: DeadlineExtension): Promise<void> {
    await tx.manager.insert(DeadlineExtension, { ...extension });
  }

  async extensions(tx: Tx, enrollmentId: string): Promise<DeadlineExtension[]> {
    return tx.manager.find(DeadlineExtension, { where: { enrollmentId }, order: { grantedAt: 'ASC' } });
  }
}
