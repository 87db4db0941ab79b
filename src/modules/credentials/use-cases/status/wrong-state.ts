import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { Problem } from '../../../../platform/http/problem.js';
import type { Credential } from '../../data/credential.entity.js';
import type { CredentialsRepository } from '../../data/credentials.repository.js';
import { credentialState } from '../../problems.js';

/** Refuses an act on a form in this state; of one that was replaced it says by which. */
export async function wrongState(tx: Tx, credentials: CredentialsRepository, { state, publicId }: Credential): Promise<Problem> {
  if (state !== 'superseded') return new Problem(credentialState, { detail: `It is ${state}.`, facts: { state } });
  const newest = await credentials.findByPublicId(tx, publicId);
  const facts = { state, ...(newest ? { newestId: newest.id } : {}) };
  return new Problem(credentialState, { detail: 'A newer form of it has replaced it: act on that one.', facts });
}
