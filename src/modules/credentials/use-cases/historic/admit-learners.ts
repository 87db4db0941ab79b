import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { type EnsuredMember, PeopleDirectory } from '../../../people/index.js';
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
    const members = await this.people.membersByEmail(
      tx,
      rows.map(({ award }) => award.email),
    );
    const admitted = new Map<string, Admitted>();
    const unknown: ConfirmedRow[] = [];
    for (const row of rows) {
      const member = members.get(row.award.email);
      const settled = member !== undefined && (member.suspendedAt !== null || member.roles.has('learner'));
      if (settled) admitted.set(row.id, { personId: member.personId, suspended: member.suspendedAt !== null });
      else unknown.push(row);
    }
    const silent = unknown.filter(({ letters }) => !letters);
    const ensured = await this.people.ensureLearners(tx, silent.map(wishOf));
    for (const [index, { id }] of silent.entries()) admitted.set(id, admittedAs(ensured[index]));
    // In one order, so that two files with the same people never wait for each other in a circle.
    for (const row of unknown.toSorted((a, b) => (a.award.email < b.award.email ? -1 : 1))) {
      if (row.letters)
        admitted.set(row.id, admittedAs(await this.people.ensureMember(tx, { ...wishOf(row), roles: ['learner'] })));
    }
    return admitted;
  }
}

function wishOf({ award: { email, name, language }, confirmedBy: addedBy }: ConfirmedRow) {
  return { email, name, addedBy, ...(language ? { locale: language } : {}) };
}

function admittedAs(ensured: EnsuredMember | undefined): Admitted {
  if (!ensured) throw new Error('Nothing became of a row’s learner');
  return ensured.ensured ? { personId: ensured.person.id, suspended: false } : { refused: ensured.reason.replaceAll('_', '-') };
}
