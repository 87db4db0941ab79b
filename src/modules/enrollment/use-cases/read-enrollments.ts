import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { PeopleDirectory } from '../../people/index.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { type EnrollmentFilter, EnrollmentsRepository, type ListedEnrollment } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { maySeeEnrollment, maySeeLearners } from '../policy.js';

/** An enrolment with the name that goes with it, and whether whoever asks teaches its offering. */
export interface NamedEnrollment extends ListedEnrollment {
  isInstructor: boolean;
}

export interface EnrollmentPageQuery {
  state?: EnrollmentFilter['state'];
  cursor?: string | undefined;
  limit: number;
}

@Injectable()
export class ReadEnrollments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly enrollments: EnrollmentsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly people: PeopleDirectory,
  ) {}

  async one(actor: Actor, id: string): Promise<NamedEnrollment> {
    return this.work.read(actor, async (tx) => {
      const enrollment = await this.enrollments.find(tx, id);
      const isStaff = enrollment ? await this.offerings.isStaff(tx, enrollment.offeringId, actor.personId) : false;
      if (!enrollment || !maySeeEnrollment(actor, enrollment, isStaff)) throw new Problem(notFound);
      return this.named(tx, actor, enrollment);
    });
  }

  /** The name for an enrolment that was just changed. */
  async nameOf(actor: Actor, enrollment: Enrollment): Promise<NamedEnrollment> {
    return this.work.read(actor, (tx) => this.named(tx, actor, enrollment));
  }

  /** One's own places, newest first, one more than `limit`. */
  async mine(actor: Actor, query: EnrollmentPageQuery): Promise<NamedEnrollment[]> {
    return this.work.read(actor, (tx) => this.page(tx, { personId: actor.personId, state: query.state }, query, false));
  }

  /** Everybody in an offering, for its staff and the office. */
  async ofOffering(actor: Actor, offeringId: string, query: EnrollmentPageQuery): Promise<NamedEnrollment[]> {
    return this.work.read(actor, async (tx) => {
      const offering = await this.offerings.seen(tx, offeringId, actor.personId);
      if (!offering || !maySeeLearners(actor, offering.staffRoles.length > 0)) throw new Problem(notFound);
      return this.page(tx, { offeringId, state: query.state }, query, offering.staffRoles.includes('instructor'));
    });
  }

  private async named(tx: Tx, actor: Actor, enrollment: Enrollment): Promise<NamedEnrollment> {
    const isInstructor = await this.offerings.isStaff(tx, enrollment.offeringId, actor.personId, 'instructor');
    const person = await this.people.find(tx, enrollment.personId);
    return { enrollment, personName: person?.name ?? '', isInstructor };
  }

  private async page(
    tx: Tx,
    filter: EnrollmentFilter,
    { cursor, limit }: EnrollmentPageQuery,
    isInstructor: boolean,
  ): Promise<NamedEnrollment[]> {
    const listed = await this.enrollments.list(tx, filter, readCursor(cursor), limit);
    return listed.map((one) => ({ ...one, isInstructor }));
  }
}
