import type { Tx } from '../../../platform/database/unit-of-work.js';
import { enqueue } from '../../../platform/queue/enqueue.js';
import { defineJob } from '../../../platform/queue/job.js';
import { namedAfter } from './named-after.js';

/** Credentials are there: their learners are to hear of it. */
export const tellLearners = defineJob<{ credentialIds: readonly string[] }>('tell-learners', 'notifications', 30);

/** Of one credential, or of a whole chunk. */
export async function enqueueTelling(
  tx: Tx,
  credentialIds: readonly string[],
  { institutionId, now }: { institutionId: string; now: Date },
): Promise<void> {
  if (credentialIds.length === 0) return;
  const dedupeKey = `${institutionId}:${namedAfter(credentialIds)}`;
  await enqueue(tx, tellLearners, { credentialIds }, { institutionId, dedupeKey, now });
}
