import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Worker } from 'bullmq';
import type { Delivery } from './backend.js';
import { DeliverOutboxRow } from './deliver-outbox-row.js';
import { type Handlers, handlersByJob } from './handler-catalogue.js';
import { definedJobs, type QueueName, QUEUES } from './job.js';
import { Queues } from './queues.js';
import { within } from './within.js';

const CONCURRENCY: Record<QueueName, number> = { credentials: 4, notifications: 4, integrations: 16, maintenance: 2 };
const PATIENCE_MS = 5_000;
const EMPLOY_AGAIN_MS = 1_000;

/** Runs the handlers. Refuses to start when a job has no handler, or two. */
@Injectable()
export class WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private readonly workers = new Set<Worker<Delivery>>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly queues: Queues,
    private readonly delivery: DeliverOutboxRow,
  ) {}

  onApplicationBootstrap(): void {
    const handlers = handlersByJob(this.discovery.getProviders(), definedJobs());
    const used = QUEUES.filter((queue) => definedJobs().some((job) => job.queue === queue));
    for (const name of used) this.employ(name, handlers);
  }

  /** Finishes what is in hand and leaves the rest in the queue. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    const queueIsAway = await this.queues.answers().then(
      () => false,
      () => true,
    );
    // BullMQ's own orderly end would wait for an absent queue for ever. The outbox knows what is done, so nothing needs telling it.
    const closing = Promise.all(queueIsAway ? [] : [...this.workers].map((worker) => worker.close()));
    while (this.running.size > 0) await Promise.allSettled(this.running);
    if (queueIsAway) await Promise.all([...this.workers].map((worker) => worker.close(true)));
    // Nothing runs any more; a queue that goes away only now must not hold the end up either.
    await within(PATIENCE_MS, closing, 'The queue does not take leave').catch((error: unknown) =>
      this.logger.warn({ message: 'Workers were left open', error: String(error) }),
    );
  }

  private employ(name: QueueName, handlers: Handlers): void {
    const worker = this.queues.backend.worker(name, (job) => this.deliver(job.data.outboxIds, handlers), CONCURRENCY[name]);
    worker.on('error', (error) => this.logger.warn({ message: `Worker ${name}`, error: error.message }));
    this.workers.add(worker);
    // BullMQ never forgets that its first contact failed: such a worker would be idle for ever.
    worker.waitUntilReady().catch(async () => {
      this.workers.delete(worker);
      await worker.close(true);
      await pause(EMPLOY_AGAIN_MS, undefined, { ref: false });
      if (!this.stopping.signal.aborted) this.employ(name, handlers);
    });
  }

  private async deliver(outboxIds: readonly string[], handlers: Handlers): Promise<void> {
    const run = this.delivery.run(outboxIds, handlers, this.stopping.signal);
    this.running.add(run);
    try {
      await run;
    } finally {
      this.running.delete(run);
    }
  }
}
