import { Injectable } from '@nestjs/common';
import { idArray } from '../../../platform/database/id-array.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { StaffRole } from '../domain/staff-role.js';
import { OfferingStaff } from './offering-staff.entity.js';
import { Offering } from './offering.entity.js';

export interface OfferingFilter {
  editionId?: string | undefined;
  microCredentialId?: string | undefined;
  /** Those that learners may enrol themselves in at this moment. */
  openTo?: Date | undefined;
}

/** An offering, as far as it says who may read what of it. */
export interface SeenOffering extends Pick<Offering, 'id' | 'editionId'> {
  /** What whoever looks does there. */
  staffRoles: StaffRole[];
}

/** Who does what in which offering. */
export type StaffPlace = Pick<OfferingStaff, 'offeringId' | 'personId' | 'role'>;

@Injectable()
export class OfferingsRepository {
  async add(tx: Tx, offering: Offering): Promise<void> {
    await tx.manager.insert(Offering, { ...offering });
  }

  async find(tx: Tx, id: string): Promise<Offering | null> {
    return tx.manager.findOneBy(Offering, { id });
  }

  /** Locks the offering until the transaction ends: seats are counted by one at a time. */
  async findLocked(tx: Tx, id: string): Promise<Offering | null> {
    return tx.manager.findOne(Offering, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(tx: Tx, offering: Offering): Promise<void> {
    await tx.manager.update(Offering, { id: offering.id }, { ...offering });
  }

  async list(
    tx: Tx,
    { editionId, microCredentialId, openTo }: OfferingFilter,
    after: Cursor | null,
    limit: number,
  ): Promise<Offering[]> {
    const query = tx.manager
      .createQueryBuilder(Offering, 'offering')
      .orderBy('offering.createdAt', 'DESC')
      .addOrderBy('offering.id', 'DESC')
      .limit(limit + 1);
    if (editionId) query.andWhere('offering.editionId = :editionId', { editionId });
    if (microCredentialId) {
      query.andWhere('offering.editionId in (select id from edition where micro_credential_id = :microCredentialId)', {
        microCredentialId,
      });
    }
    if (openTo) {
      query.andWhere('offering.openEnrollment and offering.cancelledAt is null');
      query.andWhere('offering.enrollFrom <= :openTo and (offering.enrollUntil is null or offering.enrollUntil > :openTo)');
      query.andWhere('(offering.endsAt is null or offering.endsAt > :openTo)', { openTo });
    }
    if (after) query.andWhere('(offering.createdAt, offering.id) < (:at, :id)', after);
    return query.getMany();
  }

  /** By each of the names, an id or a title in lower case: the offerings that go by it and were not called off. */
  async named(tx: Tx, names: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await tx.query<{ id: string; title: string }>(
      `select id, lower(title) as title from offering
        where cancelled_at is null and (id::text = any($1::text[]) or lower(title) = any($1::text[])) order by starts_at desc, id`,
      [names],
    );
    const found = names.map(
      (name) => [name, rows.filter(({ id, title }) => id === name || title === name).map(({ id }) => id)] as const,
    );
    return new Map(found);
  }

  async staff(tx: Tx, offeringId: string): Promise<OfferingStaff[]> {
    return tx.manager.find(OfferingStaff, { where: { offeringId }, order: { addedAt: 'ASC', personId: 'ASC' } });
  }

  /** As `lookerId` sees it. By the bare row: what decides whether lists of an offering may be read is asked for with each of them. */
  async seen(tx: Tx, id: string, lookerId: string): Promise<SeenOffering | null> {
    const [offering] = await tx.query<SeenOffering>(
      `select o.id, o.edition_id as "editionId",
              array(select s.role from offering_staff s where s.offering_id = o.id and s.person_id = $2) as "staffRoles"
         from offering o where o.id = $1`,
      [id, lookerId],
    );
    return offering ?? null;
  }

  async isStaff(tx: Tx, offeringId: string, personId: string, role?: StaffRole): Promise<boolean> {
    return tx.manager.existsBy(OfferingStaff, { offeringId, personId, ...(role ? { role } : {}) });
  }

  async addStaff(tx: Tx, member: OfferingStaff): Promise<boolean> {
    const { institutionId, offeringId, personId, role, addedAt, fromLti } = member;
    const added = await tx.query(
      `insert into offering_staff as held (institution_id, offering_id, person_id, role, added_at, from_lti) values ($1, $2, $3, $4, $5, $6)
       on conflict (offering_id, person_id, role) do update set from_lti = false where held.from_lti and not excluded.from_lti
       returning 1`,
      [institutionId, offeringId, personId, role, addedAt, fromLti],
    );
    return added.length > 0;
  }

  /** Both roles in each of the offerings, because an LMS says so; answers what is new. */
  async addContextStaff(
    tx: Tx,
    institutionId: string,
    offeringIds: readonly string[],
    personIds: readonly string[],
    now: Date,
  ): Promise<StaffPlace[]> {
    return tx.query<StaffPlace>(
      `insert into offering_staff (institution_id, offering_id, person_id, role, added_at, from_lti)
       select $1, o, p, r, $4, true from unnest($2::uuid[]) as o, unnest($3::uuid[]) as p, unnest('{instructor,assessor}'::text[]) as r
       on conflict do nothing returning offering_id as "offeringId", person_id as "personId", role`,
      [institutionId, idArray(offeringIds), idArray(personIds), now],
    );
  }

  /** Takes back what an LMS said, and nothing that was arranged by hand; answers what is gone. */
  async removeContextStaff(tx: Tx, offeringIds: readonly string[], personIds: readonly string[]): Promise<StaffPlace[]> {
    return tx.query<StaffPlace>(
      `delete from offering_staff where from_lti and offering_id = any($1::uuid[]) and person_id = any($2::uuid[])
       returning offering_id as "offeringId", person_id as "personId", role`,
      [idArray(offeringIds), idArray(personIds)],
    );
  }

  async removeStaff(tx: Tx, offeringId: string, personId: string, role: StaffRole): Promise<boolean> {
    const { affected } = await tx.manager.delete(OfferingStaff, { offeringId, personId, role });
    return Boolean(affected);
  }
}
