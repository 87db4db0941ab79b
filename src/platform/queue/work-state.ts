import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/unit-of-work.js';
import { definedJobs, QUEUES, type QueueName } from './job.js';

/** The work of one queue that is not done, as the outbox knows it: it is the truth, on whatever the queue runs. */
export interface QueueState {
  queue: QueueName;
  /** Due, and not handed to the queue yet. */
  waiting: number;
  /** Handed to the queue: waiting there for a worker, or being done. */
  underWay: number;
  /** To be done, or tried again, later. */
  later: number;
  /** Its tries are used up, or trying again cannot help. */
  setAside: number;
  /** Since when the oldest of what is due waits; `null`: nothing does. */
  oldestDueAt: Date | null;
}

interface JobState extends Omit<QueueState, 'queue'> {
  job: string;
}

@Injectable()
export class WorkState {
  /** Of the institution of the scope, or of all. */
  async read(tx: Tx): Promise<QueueState[]> {
    const jobs = await tx.query<JobState>(
      `select job,
              count(*) filter (where dead_at is null and dispatched_at is null and available_at <= now())::int as waiting,
              count(*) filter (where dead_at is null and dispatched_at is not null)::int as "underWay",
              count(*) filter (where dead_at is null and dispatched_at is null and available_at > now())::int as later,
              count(*) filter (where dead_at is not null)::int as "setAside",
              min(coalesce(dispatched_at, available_at)) filter (where dead_at is null and available_at <= now()) as "oldestDueAt"
         from outbox where done_at is null group by job`,
    );
    const queueOf = new Map(definedJobs().map(({ name, queue }) => [name, queue]));
    return QUEUES.map((queue) =>
      sum(
        queue,
        jobs.filter(({ job }) => queueOf.get(job) === queue),
      ),
    );
  }
}

function sum(queue: QueueName, jobs: readonly JobState[]): QueueState {
  const total = (count: (job: JobState) => number) => jobs.reduce((all, job) => all + count(job), 0);
  const due = jobs.flatMap(({ oldestDueAt }) => (oldestDueAt ? [oldestDueAt.getTime()] : []));
  return {
    queue,
    waiting: total(({ waiting }) => waiting),
    underWay: total(({ underWay }) => underWay),
    later: total(({ later }) => later),
    setAside: total(({ setAside }) => setAside),
    oldestDueAt: due.length === 0 ? null : new Date(Math.min(...due)),
  };
}
