import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Environment } from '../config/environment.js';
import { DATABASE, type DatabaseConnections } from '../database/connections.js';
import { newId } from '../ids.js';
import { QueueBackend, type Delivery } from './backend.js';
import type { QueueName } from './job.js';
import { within } from './within.js';

const PATIENCE_MS = 3_000;
const NOT_SOON_MS = 3_600_000;
const PAGE = 500;

/** The producing side: one queue of each name, opened when first needed. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private readonly open = new Map<QueueName, Queue<Delivery>>();
  readonly backend: QueueBackend;

  constructor(environment: Environment, @Inject(DATABASE) connections: DatabaseConnections) {
    this.backend = new QueueBackend(environment, connections);
  }

  /** Adds the deliveries; throws when the queue does not answer in time, and the caller's rows stay in the outbox. */
  async deliver(name: QueueName, deliveries: { id: string; job: string; outboxIds: string[] }[]): Promise<void> {
    const jobs = deliveries.map(({ id, job, outboxIds }) => ({
      name: job,
      data: { outboxIds },
      opts: { jobId: id, attempts: 1, removeOnComplete: true, removeOnFail: true },
    }));
    await within(PATIENCE_MS, this.queue(name).addBulk(jobs), `The queue ${name} does not answer`);
  }

  /** Whether the queue still knows a delivery. */
  async knows(name: QueueName, deliveryId: string): Promise<boolean> {
    return Boolean(await within(PATIENCE_MS, this.queue(name).getJob(deliveryId), `The queue ${name} does not answer`));
  }

  /** Resolves when the queue answers. */
  async answers(): Promise<void> {
    await within(PATIENCE_MS, this.queue('maintenance').getJobCounts('waiting'), 'The queue does not answer');
  }

  /** Adds a job that is not due, finds it and takes it back; throws what goes wrong. */
  async check(): Promise<void> {
    const queue = this.queue('maintenance');
    const complaint = 'The queue does not answer';
    const options = { jobId: newId(), delay: NOT_SOON_MS, removeOnComplete: true, removeOnFail: true };
    const job = await within(PATIENCE_MS, queue.add('check', { outboxIds: [] }, options), complaint);
    if (!(await within(PATIENCE_MS, queue.getJob(options.jobId), complaint))) throw new Error('The queue lost a job at once');
    await within(PATIENCE_MS, job.remove(), complaint);
  }

  /** What the queue holds that is not finished, some at a time. Jobs that move meanwhile may be told twice, or not at all. */
  async *waiting(name: QueueName): AsyncGenerator<{ id: string; outboxIds: string[] }[]> {
    const queue = this.queue(name);
    for (let start = 0; ; start += PAGE) {
      const jobs = await within(
        PATIENCE_MS,
        queue.getJobs(['waiting', 'active', 'delayed', 'prioritized'], start, start + PAGE - 1),
        `The queue ${name} does not answer`,
      );
      if (jobs.length === 0) return;
      yield jobs.map((job) => ({ id: job.id ?? '', outboxIds: job.data.outboxIds }));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.open.values()].map((queue) => this.close(queue)));
  }

  private async close(queue: Queue<Delivery>): Promise<void> {
    try {
      await within(PATIENCE_MS, queue.close(), 'The queue does not take leave');
    } catch {
      // It is away. Cutting the connection is all that is left to do, and is not awaited: an absent server confirms nothing.
      queue.disconnect().catch((error: unknown) => this.logger.warn({ message: 'A queue was left open', error: String(error) }));
    }
  }

  private giveUp(name: QueueName, queue: Queue<Delivery>): void {
    if (this.open.get(name) === queue) this.open.delete(name);
    void this.close(queue);
  }

  private queue(name: QueueName): Queue<Delivery> {
    const existing = this.open.get(name);
    if (existing) return existing;
    const queue = this.backend.queue(name);
    queue.on('error', (error) => this.logger.warn({ message: `Queue ${name}`, error: error.message }));
    this.open.set(name, queue);
    // BullMQ never forgets that its first contact failed. Such a queue is given up, and whoever needs it next opens another.
    queue.waitUntilReady().catch(() => this.giveUp(name, queue));
    return queue;
  }
}
