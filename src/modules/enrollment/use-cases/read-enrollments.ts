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
import { isOffice, maySeeEnrollment } from '../policy.js';

/** An enrolment with the name that goes with it. */
export interface NamedEnrollment {
  enrollment: Enrollment;
  personName: string;
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
    return this.work.run(actor, async (tx) => {
      const enrollment = await this.enrollments.find(tx, id);
      const isStaff = enrollment ? await this.offerings.isStaff(tx, enrollment.offeringId, actor.personId) : false;
      if (!enrollment || !maySeeEnrollment(actor, enrollment, isStaff)) throw new Problem(notFound);
      return this.named(tx, enrollment);
    });
  }

  async named(tx: Tx, enrollment: Enrollment): Promise<NamedEnrollment> {
    const [named] = await this.withNames(tx, [enrollment]);
    if (!named) throw new Error(`Enrolment ${enrollment.id} lost its name`);
    return named;
  }

  /** The name for an enrolment that was just changed. */
  async nameOf(actor: Actor, enrollment: Enrollment): Promise<NamedEnrollment> {
    return this.work.run(actor, (tx) => this.named(tx, enrollment));
  }

  /** One's own places, newest first, one more than `limit`. */
  async mine(actor: Actor, query: EnrollmentPageQuery): Promise<NamedEnrollment[]> {
    return this.work.run(actor, (tx) => this.page(tx, { personId: actor.personId, state: query.state }, query));
  }

  /** Everybody in an offering, for its staff and the office. */
  async ofOffering(actor: Actor, offeringId: string, query: EnrollmentPageQuery): Promise<NamedEnrollment[]> {
    return this.work.run(actor, async (tx) => {
      const offering = await this.offerings.find(tx, offeringId);
      if (!offering || !(isOffice(actor) || (await this.offerings.isStaff(tx, offeringId, actor.personId))))
        throw new Problem(notFound);
      return this.page(tx, { offeringId, state: query.state }, query);
    });
  }

  private async page(tx: Tx, filter: EnrollmentFilter, { cursor, limit }: EnrollmentPageQuery): Promise<NamedEnrollment[]> {
    return this.withNames(tx, await this.enrollments.list(tx, filter, readCursor(cursor), limit));
  }

  private async withNames(tx: Tx, enrollments: Enrollment[]): Promise<NamedEnrollment[]> {
    const people = await this.people.findMany(
      tx,
      enrollments.map(({ personId }) => personId),
    );
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return enrollments.map((enrollment) => ({ enrollment, personName: names.get(enrollment.personId) ?? '' }));
  }
}
