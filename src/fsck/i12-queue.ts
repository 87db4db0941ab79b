import { QUEUES } from '../platform/queue/job.js';
import type { Breach, Findings, Inspection, Invariant } from './inspection.js';

export const queueInDatabase: Invariant = {
  id: 'I12',
  says: 'the queue holds nothing that the outbox does not, and no work stays open',
  check: async (inspection) => {
    const queued = await queuedDeliveries(inspection);
    const open = await openWork(inspection);
    return { counts: { ...queued.counts, ...open.counts }, breaches: [...queued.breaches, ...open.breaches] };
  },
};

async function queuedDeliveries({ queues, current, settledBefore }: Inspection): Promise<Findings> {
  let queued = 0;
  const breaches: Breach[] = [];
  for (const name of QUEUES) {
    for await (const jobs of queues.waiting(name)) {
      queued += jobs.length;
      // Asked after the queue was read: a job that has been done meanwhile has been done just now.
      const rows = await current<{ id: string; settled: boolean }>(
        `select id, coalesce(done_at, dead_at, now()) < $2 as settled from outbox where id = any($1::uuid[])`,
        [jobs.flatMap(({ outboxIds }) => outboxIds), settledBefore],
      );
      const settled = new Map(rows.map((row) => [row.id, row.settled]));
      for (const { id, outboxIds } of jobs) {
        const subject = `job ${id} in ${name}`;
        if (outboxIds.some((outboxId) => !settled.has(outboxId)))
          breaches.push({ subject, detail: 'the outbox does not know it' });
        else if (outboxIds.every((outboxId) => settled.get(outboxId))) {
          breaches.push({ subject, detail: 'its work was over long ago' });
        }
      }
    }
  }
  return { counts: { queued }, breaches };
}

interface OpenRow {
  id: string;
  job: string;
  since: Date;
  attempts: number;
  lastError: string | null;
}

async function openWork({ snapshot, settledBefore }: Inspection): Promise<Findings> {
  const [counts] = await snapshot<{ open: number; setAside: number }>(
    `select count(*) filter (where done_at is null and dead_at is null)::int as open,
            count(*) filter (where dead_at is not null and done_at is null)::int as "setAside" from outbox`,
  );
  // What is to happen later is not late; what is being tried again counts from when it was first due.
  const late = await snapshot<OpenRow>(
    `select id, job, created_at as since, attempts, last_error as "lastError" from outbox
      where done_at is null and dead_at is null and (available_at < $1 or (attempts > 0 and created_at < $1)) order by created_at`,
    [settledBefore],
  );
  const breaches = late.map(({ id, job, since, attempts, lastError }) => ({
    subject: `outbox row ${id}`,
    detail: `${job} is open since ${since.toISOString()} after ${attempts} tries${lastError ? `: ${lastError}` : ''}`,
  }));
  return { counts: { ...counts }, breaches };
}
