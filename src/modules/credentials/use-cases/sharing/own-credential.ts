import type { Tx } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import type { Credential } from '../../data/credential.entity.js';
import type { CredentialsRepository } from '../../data/credentials.repository.js';

/** The actor's own credential, locked. Who sees it and how is nobody else's decision, the office's neither. */
export async function ownCredential(
  tx: Tx,
  credentials: CredentialsRepository,
  { personId }: Actor,
  id: string,
): Promise<Credential> {
  const credential = await credentials.findLocked(tx, id);
  if (credential?.personId !== personId) throw new Problem(notFound);
  return credential;
}
