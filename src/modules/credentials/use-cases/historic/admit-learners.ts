import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { PeopleDirectory } from '../../../people/index.js';
import type { ConfirmedRow } from '../../data/historic-awards.repository.js';

/** The person of a row, or why there is none. */
export type Admitted = { personId: string; suspended: boolean } | { refused: string };

/**
 * Makes the people of rows into learners of the institution. Who is new gets an account that nobody has signed in to, and hears of it only
 * if the office writes letters. Somebody known keeps the name and the language they have.
 */
@Injectable()
export class AdmitLearners {
  constructor(private readonly people: PeopleDirectory) {}

  /** By row. */
  async all(tx: Tx, rows: readonly ConfirmedRow[]): Promise<Map<string, Admitted>> {
    const known = await this.people.membersByEmail(
      tx,
      rows.map(({ award }) => award.email),
    );
    const admitted = new Map<string, Admitted>();
    // In one order, so that two files with the same people never wait for each other in a circle.
    for (const row of rows.toSorted((a, b) => (a.award.email < b.award.email ? -1 : 1))) {
      const member = known.get(row.award.email);
      const settled = member !== undefined && (member.suspendedAt !== null || member.roles.has('learner'));
      admitted.set(
        row.id,
        settled ? { personId: member.personId, suspended: member.suspendedAt !== null } : await this.admit(tx, row),
      );
    }
    return admitted;
  }

  private async admit(tx: Tx, { award, confirmedBy, letters }: ConfirmedRow): Promise<Admitted> {
    const { email, name, language } = award;
    const wish = { email, name, roles: ['learner'] as const, addedBy: confirmedBy, quiet: !letters };
    const ensured = await this.people.ensureMember(tx, { ...wish, ...(language ? { locale: language } : {}) });
    return ensured.ensured ? { personId: ensured.person.id, suspended: false } : { refused: ensured.reason.replaceAll('_', '-') };
  }
}
