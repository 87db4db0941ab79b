import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { Problem } from '../../../../platform/http/problem.js';
import { versionChanged } from '../../../../platform/http/problems.js';
import {
  type AnnouncedDates,
  announcedDates,
  type CourseDays,
  courseDays,
  EnrollmentDirectory,
  GiveCourseDates,
  NO_DAYS,
  type Offering,
  sameDays,
} from '../../../enrollment/index.js';
import { InstitutionsRepository } from '../../../institutions/index.js';
import { ContextsRepository, type LtiContext } from '../../data/contexts.repository.js';
import type { WaitingLaunch } from '../../data/launches.repository.js';
import { SectionOffering } from './section-offering.js';

/** The dates that stand in a course, by micro-credential. */
export interface StandingDates {
  /** Of the institution, where the days begin and end. */
  timeZone: string;
  of: (microCredentialId: string) => CourseDays;
}

/** Dates that somebody wants, and those that they saw when they wrote them. */
export interface WishedDates {
  days: CourseDays;
  seen: CourseDays;
}

/** The dates of what a course shows: those of its own offerings, which its learners keep, and which its platform is told. */
@Injectable()
export class DateSections {
  constructor(
    private readonly contexts: ContextsRepository,
    private readonly sections: SectionOffering,
    private readonly enrollments: EnrollmentDirectory,
    private readonly giveDates: GiveCourseDates,
    private readonly institutions: InstitutionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `null` where there is no course that could have dates. */
  async standing(tx: Tx, { contextId }: WaitingLaunch): Promise<StandingDates | null> {
    const context = await this.contexts.find(tx, contextId);
    if (!context || !isPlace(context)) return null;
    const timeZone = await this.timeZone(tx, context);
    const standing = new Map<string, CourseDays>();
    for (const { microCredentialId, offeringId } of await this.contexts.sections(tx, contextId)) {
      const offering = await this.enrollments.offering(tx, offeringId);
      if (offering) standing.set(microCredentialId, courseDays(offering, timeZone, this.clock.now()));
    }
    return { timeZone, of: (id) => standing.get(id) ?? NO_DAYS };
  }

  /**
   * Gives dates to what was chosen, where somebody wishes for others than stand, and answers what the platform is told of each. Throws
   * problems whose fields begin with the micro-credential.
   */
  async give(
    tx: Tx,
    { contextId, personId }: WaitingLaunch,
    microCredentialIds: readonly string[],
    wishFor: (microCredentialId: string) => WishedDates | null,
  ): Promise<Map<string, AnnouncedDates>> {
    const announced = new Map<string, AnnouncedDates>();
    const context = await this.contexts.findLocked(tx, contextId);
    if (!context || !isPlace(context)) return announced;
    const timeZone = await this.timeZone(tx, context);
    for (const id of microCredentialIds) {
      const offering = await this.offering(tx, context, id);
      const stand = offering ? courseDays(offering, timeZone, this.clock.now()) : NO_DAYS;
      const wish = wishFor(id);
      const dated =
        wish && !sameDays(wish.days, stand) ? await this.change(tx, context, id, stand, wish, { personId, timeZone }) : offering;
      if (dated) announced.set(id, announcedDates(dated, this.clock.now()));
    }
    return announced;
  }

  private async change(
    tx: Tx,
    context: LtiContext,
    microCredentialId: string,
    stand: CourseDays,
    { days, seen }: WishedDates,
    by: { personId: string; timeZone: string },
  ): Promise<Offering | null> {
    if (!sameDays(seen, stand))
      throw new Problem(versionChanged, { detail: 'Look at the dates that stand now, and change them again.' });
    const offeringId = await this.sections.in(tx, context, microCredentialId);
    if (!offeringId) return null;
    try {
      return await this.giveDates.in(tx, offeringId, days, by);
    } catch (error) {
      throw error instanceof Problem ? within(microCredentialId, error) : error;
    }
  }

  private async offering(tx: Tx, { id }: LtiContext, microCredentialId: string): Promise<Offering | null> {
    const offeringId = await this.contexts.sectionFor(tx, id, microCredentialId);
    return offeringId === null ? null : this.enrollments.offering(tx, offeringId);
  }

  private async timeZone(tx: Tx, { institutionId }: LtiContext): Promise<string> {
    return (await this.institutions.find(tx, institutionId))?.timeZone ?? 'UTC';
  }
}

/** Not the deployment as a whole, which asks for links to nowhere in particular. */
function isPlace({ kind, contextId }: LtiContext): boolean {
  return kind === 'course' || contextId !== '';
}

function within(microCredentialId: string, { type, particulars }: Problem): Problem {
  const errors = particulars.errors?.map((error) => ({ ...error, field: `${microCredentialId}.${error.field}` }));
  return new Problem(type, { ...particulars, ...(errors ? { errors } : {}) });
}
