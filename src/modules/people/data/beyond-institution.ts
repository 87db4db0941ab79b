import type { Tx } from '../../../platform/database/unit-of-work.js';

/**
 * Runs `work` with sight of every institution's rows inside the caller's transaction. For the one thing that is not bound to
 * an institution: an e-mail address names one person here, whichever institution met them first. After an error the scope
 * does not matter any more, because the transaction can only be rolled back.
 */
export async function beyondInstitution<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  if (tx.institutionId === null) return work();
  await tx.query(`select set_config('app.scope', 'system', true)`);
  const result = await work();
  await tx.query(`select set_config('app.scope', 'institution', true)`);
  return result;
}
