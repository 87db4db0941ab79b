import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import type { MembersRepository } from '../data/members.repository.js';
import { lastAdministrator } from '../problems.js';

/** Refuses when nobody but this person can administer the institution. Holds the answer until the transaction ends. */
export async function refuseLastAdministrator(
  members: MembersRepository,
  tx: Tx,
  institutionId: string,
  personId: string,
): Promise<void> {
  const administrators = await members.lockAdministrators(tx, institutionId);
  if (administrators.length === 1 && administrators[0] === personId) {
    throw new Problem(lastAdministrator, { detail: 'Make somebody else an administrator first.' });
  }
}
