import type { Tx } from '../../../platform/database/unit-of-work.js';
import { enqueue } from '../../../platform/queue/enqueue.js';
import { defineJob } from '../../../platform/queue/job.js';
import { namedAfter } from './named-after.js';

/** Credentials are there: their VC-JWT forms are to follow. */
export const makeVcJwts = defineJob<{ credentialIds: readonly string[] }>('make-vc-jwts', 'credentials', 12);

/** Puts the VC-JWT forms of credentials into the outbox: of one, or of a whole chunk. The same credentials `for` the same cause are queued once. */
export async function enqueueVcJwts(
  tx: Tx,
  credentialIds: readonly string[],
  { institutionId, cause = 'issued', now }: { institutionId: string; cause?: string; now: Date },
): Promise<void> {
  const dedupeKey = `${institutionId}:${cause}:${namedAfter(credentialIds)}`;
  await enqueue(tx, makeVcJwts, { credentialIds }, { institutionId, dedupeKey, now });
}
