import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { enqueueAll } from '../../../../platform/queue/enqueue.js';
import type { AskedRoster } from '../../data/rosters.repository.js';
import { readRoster } from '../../jobs/read-roster.js';

/** Puts a reading of each into the outbox. Under a new key each time: whether there is anything to read is asked of the row, later. */
export async function planReading(tx: Tx, courses: readonly AskedRoster[], now: Date, at = now): Promise<void> {
  await enqueueAll(
    tx,
    readRoster,
    courses.map(({ contextId, institutionId }) => ({
      payload: { contextId },
      institutionId,
      dedupeKey: newId(now.getTime()),
      now,
      availableAt: at,
    })),
  );
}
