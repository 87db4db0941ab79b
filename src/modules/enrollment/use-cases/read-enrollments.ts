import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { PeopleDirectory } from '../../people/index.js';
import type { Enrollment } from '../data/enrollment.entity.js';
import { type EnrollmentFilter, EnrollmentsRepository } from '../data/enrollments.repository.js';
import { OfferingsRepository } from '../data/offerings.repository.js';
import { maySeeEnrollment, maySeeLearners } from '../policy.js';

/** An enrolment with the name that goes with it, and whether whoever asks teaches its offering. */
export interface NamedEnrollment {
  enrollment: Enrollment;
  personName: string;
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
    const [named] = await this.withNames(tx, [enrollment], isInstructor);
    if (!named) throw new Error(`Enrolment ${enrollment.id} lost its name`);
    return named;
  }

  private async page(
    tx: Tx,
    filter: EnrollmentFilter,
    { cursor, limit }: EnrollmentPageQuery,
    isInstructor: boolean,
  ): Promise<NamedEnrollment[]> {
    return this.withNames(tx, await this.enrollments.list(tx, filter, readCursor(cursor), limit), isInstructor);
  }

  private async withNames(tx: Tx, enrollments: Enrollment[], isInstructor: boolean): Promise<NamedEnrollment[]> {
    const people = await this.people.findMany(
      tx,
      enrollments.map(({ personId }) => personId),
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return enrollments.map((enrollment) => ({ enrollment, personName: names.get(enrollment.personId) ?? '', isInstructor }));
  }
}
