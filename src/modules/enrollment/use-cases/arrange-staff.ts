import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { PeopleDirectory } from '../../people/index.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import type { StaffRole } from '../domain/staff-role.js';
import { unsuitableStaff } from '../problems.js';

export interface StaffMember {
  personId: string;
  name: string;
  role: StaffRole;
}

/** Who teaches and who assesses an offering. Both ways may be repeated without harm. */
@Injectable()
export class ArrangeStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    private readonly people: PeopleDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(actor: Actor, offeringId: string): Promise<StaffMember[]> {
    return this.work.read(actor, (tx) => this.present(tx, offeringId));
  }

  async add(actor: Actor, offeringId: string, personId: string, role: StaffRole): Promise<StaffMember[]> {
    return this.work.run(actor, async (tx) => {
      if (!(await this.offerings.find(tx, offeringId))) throw new Problem(notFound);
      if (!(await this.people.hasRole(tx, personId, role))) {
        throw new Problem(unsuitableStaff, {
          errors: [
            { field: 'personId', code: 'role_missing', detail: `Give the person the role ${role} first.`, params: { role } },
          ],
        });
      }
      const addedAt = this.clock.now();
      const added = await this.offerings.addStaff(tx, {
        institutionId: actor.institutionId,
        offeringId,
        personId,
        role,
        addedAt,
        fromLti: false,
      });
      if (added) await this.record(tx, actor, 'offering.staff_added', offeringId, personId, role);
      return this.present(tx, offeringId);
    });
  }

  async remove(actor: Actor, offeringId: string, personId: string, role: StaffRole): Promise<void> {
    await this.work.run(actor, async (tx) => {
      if (!(await this.offerings.find(tx, offeringId))) throw new Problem(notFound);
      if (await this.offerings.removeStaff(tx, offeringId, personId, role)) {
        await this.record(tx, actor, 'offering.staff_removed', offeringId, personId, role);
      }
    });
  }

  private async present(tx: Tx, offeringId: string): Promise<StaffMember[]> {
    if (!(await this.offerings.find(tx, offeringId))) throw new Problem(notFound);
    const staff = await this.offerings.staff(tx, offeringId);
    const people = await this.people.findMany(
      tx,
      staff.map(({ personId }) => personId),
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return staff.map(({ personId, role }) => ({ personId, role, name: names.get(personId) ?? '' }));
  }

  private async record(tx: Tx, actor: Actor, type: string, offeringId: string, personId: string, role: StaffRole): Promise<void> {
    await recordEvent(tx, {
      institutionId: actor.institutionId,
      type,
      actorId: actor.personId,
      subject: { type: 'offering', id: offeringId },
      particulars: { personId, role },
      occurredAt: this.clock.now(),
    });
  }
}
