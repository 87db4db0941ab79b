import { Injectable } from '@nestjs/common';
import { blamesRow } from '../../../../platform/database/blames-row.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Outcome } from '../../../../platform/queue/job.js';
import { sortOut } from '../../../../platform/sort-out.js';
import { WelcomeLearners } from '../../../people/index.js';
import { EnrollmentImportsRepository, type RowResult, type WaitingRow } from '../../data/enrollment-imports.repository.js';
import { EnrollmentsRepository } from '../../data/enrollments.repository.js';
import type { Offering } from '../../data/offering.entity.js';
import { OfferingsRepository } from '../../data/offerings.repository.js';
import { isRowRefusal, type RowRefusal } from '../../domain/row-refusal.js';
import { AdmitLearners } from '../admit-learners.js';

type Entered = { personId: string } | { refused: RowRefusal };

/**
 * Gives the places of confirmed rows: makes the people learners, who are written to if they are new, and admits them as the office does one
 * by one, a chunk by some twenty statements. A row is done once, in the transaction that gives the place.
 */
@Injectable()
export class EnrollFromFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: EnrollmentImportsRepository,
    private readonly offerings: OfferingsRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly welcome: WelcomeLearners,
    private readonly admit: AdmitLearners,
  ) {}

  /** Up to a chunk. In the order asked: what kept each one from being done, or `null`. */
  async chunk(scope: InstitutionScope, rowIds: readonly string[]): Promise<Outcome[]> {
    const sorted = await sortOut(rowIds, (part) => this.enrollAll(scope, part), blamesRow);
    return sorted.map(({ fault = null }) => fault);
  }

  private async enrollAll(scope: InstitutionScope, rowIds: readonly string[]): Promise<readonly string[]> {
    await this.work.run(scope, async (tx) => {
      const rows = await this.imports.waiting(tx, rowIds);
      if (rows.length === 0) return;
      const offerings = await this.lockOfferings(tx, rows);
      const entered = await this.enter(tx, scope.institutionId, rows);
      const results: RowResult[] = [];
      for (const [offeringId, offering] of offerings) {
        const ofOffering = rows.filter(({ wish }) => wish.offeringId === offeringId);
        results.push(...(await this.place(tx, offering, ofOffering, entered)));
      }
      await this.imports.settleAll(tx, results);
    });
    return rowIds;
  }

  /** In one order, so that two files with the same people never wait for each other in a circle. */
  private async lockOfferings(tx: Tx, rows: readonly WaitingRow[]): Promise<Map<string, Offering | null>> {
    const offerings = new Map<string, Offering | null>();
    for (const id of [...new Set(rows.map(({ wish }) => wish.offeringId))].toSorted()) {
      offerings.set(id, await this.offerings.findLocked(tx, id));
    }
    return offerings;
  }

  private async enter(tx: Tx, institutionId: string, rows: readonly WaitingRow[]): Promise<Map<string, Entered>> {
    const wishes = rows.map(({ wish: { email, name }, confirmedBy }) => ({ email, name, addedBy: confirmedBy }));
    const ensured = await this.welcome.in(tx, institutionId, wishes);
    return new Map(
      rows.map(({ id }, index): [string, Entered] => {
        const one = ensured[index];
        if (one?.ensured) return [id, { personId: one.person.id }];
        return [id, { refused: one && isRowRefusal(one.reason) ? one.reason : 'cannot_be_added' }];
      }),
    );
  }

  /** The rows of one offering, in the order of the file: who stands there twice gets one place. */
  private async place(
    tx: Tx,
    offering: Offering | null,
    rows: readonly WaitingRow[],
    entered: ReadonlyMap<string, Entered>,
  ): Promise<RowResult[]> {
    const refused = (rowId: string, reason: RowRefusal): RowResult => ({ rowId, outcome: 'refused', reason, enrollmentId: null });
    if (!offering || offering.cancelledAt) return rows.map(({ id }) => refused(id, 'offering_cancelled'));
    const known = rows.flatMap(({ id, confirmedBy }) => {
      const one = entered.get(id);
      return one && 'personId' in one ? [{ personId: one.personId, by: { personId: confirmedBy, isOffice: true } }] : [];
    });
    const applicants = [...new Map(known.toReversed().map((one) => [one.personId, one])).values()].toReversed();
    const held = await this.enrollments.liveAmong(
      tx,
      [offering.id],
      applicants.map(({ personId }) => personId),
    );
    const places = new Map(held.map(({ personId, id }) => [personId, id]));
    const admitted = await this.admit.in(
      tx,
      offering,
      applicants.filter(({ personId }) => !places.has(personId)),
    );
    return rows.map(({ id: rowId }): RowResult => {
      const one = entered.get(rowId);
      if (!one || 'refused' in one) return refused(rowId, one?.refused ?? 'cannot_be_added');
      const result = admitted.get(one.personId);
      const place = places.get(one.personId);
      if (place !== undefined || !result) return { rowId, outcome: 'already', reason: null, enrollmentId: place ?? null };
      if ('refused' in result) return refused(rowId, result.refused.key);
      const { id: enrollmentId, state } = result.enrollment;
      places.set(one.personId, enrollmentId);
      return { rowId, outcome: state === 'active' ? 'enrolled' : 'waitlisted', reason: null, enrollmentId };
    });
  }
}
