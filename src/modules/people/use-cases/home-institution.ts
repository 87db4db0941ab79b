import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { MembersRepository } from '../data/members.repository.js';

/**
 * The institution in whose name Cairn writes to a person about their account, and whose history keeps what happened to it:
 * the first that they still belong to. `null` for who never belonged anywhere.
 */
export async function homeInstitution(members: MembersRepository, tx: Tx, personId: string): Promise<string | null> {
  const all = await members.ofPerson(tx, personId);
  const home = all.find(({ suspendedAt }) => suspendedAt === null) ?? all[0];
  return home?.institutionId ?? null;
}
