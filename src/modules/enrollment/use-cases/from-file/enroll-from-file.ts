import { Injectable } from '@nestjs/common';
import { blamesRow } from '../../../../platform/database/blames-row.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Outcome } from '../../../../platform/queue/job.js';
import { sortOut } from '../../../../platform/sort-out.js';
import { PeopleDirectory } from '../../../people/index.js';
import { EnrollmentImportsRepository, type RowResult, type WaitingRow } from '../../data/enrollment-imports.repository.js';
import { EnrollmentsRepository } from '../../data/enrollments.repository.js';
import { OfferingsRepository } from '../../data/offerings.repository.js';
import { AdmitLearner } from '../admit-learner.js';
import { explainRefusal } from '../explain-refusal.js';

// Whoever enrols one by one in the same offering waits no longer than these take.
const AT_ONCE = 50;

type Entered = { personId: string } | { refused: string };

const REFUSED: Readonly<Record<string, string>> = {
  email_unusable: 'The address cannot be used.',
  name_unusable: 'The name cannot be used.',
  member_suspended: 'The member is suspended.',
};

/**
 * Gives the places of confirmed rows: makes the person a learner, who is written to if they are new, and admits them as the office does one
 * by one. A row is done once, in the transaction that gives the place.
 */
@Injectable()
export class EnrollFromFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: EnrollmentImportsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly people: PeopleDirectory,
    private readonly admit: AdmitLearner,
  ) {}

  /** Up to a chunk. In the order asked: what kept each one from being done, or `null`. */
  async chunk(scope: InstitutionScope, rowIds: readonly string[]): Promise<Outcome[]> {
    const faults = new Map<string, Error>();
    for (let start = 0; start < rowIds.length; start += AT_ONCE) {
      const some = rowIds.slice(start, start + AT_ONCE);
      for (const { item, fault } of await sortOut(some, (part) => this.enrollAll(scope, part), blamesRow)) {
        if (fault) faults.set(item, fault);
      }
    }
    return rowIds.map((id) => faults.get(id) ?? null);
  }

  private async enrollAll(scope: InstitutionScope, rowIds: readonly string[]): Promise<readonly string[]> {
    await this.work.run(scope, async (tx) => {
      const rows = await this.imports.waiting(tx, rowIds);
      const entered = await this.enter(tx, rows);
      for (const row of rows) await this.imports.settle(tx, await this.place(tx, row, entered.get(row.id)));
    });
    return rowIds;
  }

  /** In one order, so that two files with the same people never wait for each other in a circle. */
  private async enter(tx: Tx, rows: readonly WaitingRow[]): Promise<Map<string, Entered>> {
    const offeringIds = [...new Set(rows.map(({ wish }) => wish.offeringId))].toSorted();
    for (const id of offeringIds) await this.offerings.findLocked(tx, id);
    const entered = new Map<string, Entered>();
    for (const { id, wish, confirmedBy } of rows.toSorted((a, b) => (a.wish.email < b.wish.email ? -1 : 1))) {
      const { email, name } = wish;
      const ensured = await this.people.ensureMember(tx, { email, name, roles: ['learner'], addedBy: confirmedBy });
      entered.set(id, ensured.ensured ? { personId: ensured.person.id } : { refused: REFUSED[ensured.reason] ?? ensured.reason });
    }
    return entered;
  }

  private async place(tx: Tx, { id: rowId, wish, confirmedBy }: WaitingRow, entered: Entered | undefined): Promise<RowResult> {
    const refused = (reason: string): RowResult => ({ rowId, outcome: 'refused', reason, enrollmentId: null });
    const offering = await this.offerings.find(tx, wish.offeringId);
    if (!offering || offering.cancelledAt) return refused('The offering was cancelled.');
    if (!entered || 'refused' in entered) return refused(entered?.refused ?? 'The person cannot be added.');
    const existing = await this.enrollments.findLive(tx, offering.id, entered.personId);
    if (existing) return { rowId, outcome: 'already', reason: null, enrollmentId: existing.id };
    const admitted = await this.admit.in(tx, offering, entered.personId, { personId: confirmedBy, isOffice: true });
    if ('refused' in admitted) return refused(explainRefusal(admitted.refused));
    const { id: enrollmentId, state } = admitted.enrollment;
    return { rowId, outcome: state === 'active' ? 'enrolled' : 'waitlisted', reason: null, enrollmentId };
  }
}
