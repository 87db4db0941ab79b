import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { enqueueAll } from '../../../../platform/queue/enqueue.js';
import type { ScoreKey } from '../../data/scores.repository.js';
import { sendScore } from '../../jobs/send-score.js';

/** Puts an attempt for each into the outbox. Under a new key each time: whether there is anything to send is asked of the row, later. */
export async function planSending(
  tx: Tx,
  scores: readonly (ScoreKey & { institutionId: string })[],
  now: Date,
  at = now,
): Promise<void> {
  await enqueueAll(
    tx,
    sendScore,
    scores.map(({ lineItemId, identityId, institutionId }) => ({
      payload: { lineItemId, identityId },
      institutionId,
      dedupeKey: newId(now.getTime()),
      now,
      availableAt: at,
    })),
  );
}
