import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Worker } from 'bullmq';
import type { Delivery } from './backend.js';
import { DeliverOutboxRow } from './deliver-outbox-row.js';
import { handlersByJob } from './handler-catalogue.js';
import { definedJobs, type QueueName, QUEUES } from './job.js';
import { Queues } from './queues.js';

const CONCURRENCY: Record<QueueName, number> = { credentials: 4, notifications: 4, integrations: 4, maintenance: 2 };

/** Runs the handlers. Refuses to start when a job has no handler, or two. */
@Injectable()
export class WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private readonly stopping = new AbortController();
  private workers: Worker<Delivery>[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly queues: Queues,
    private readonly delivery: DeliverOutboxRow,
  ) {}

  onApplicationBootstrap(): void {
    const handlers = handlersByJob(this.discovery.getProviders(), definedJobs());
    const used = QUEUES.filter((queue) => definedJobs().some((job) => job.queue === queue));
    this.workers = used.map((name) => {
      const worker = this.queues.backend.worker(
        name,
        (job) => this.delivery.run(job.data.outboxId, handlers, this.stopping.signal),
        CONCURRENCY[name],
      );
      worker.on('error', (error) => this.logger.warn({ message: `Worker ${name}`, error: error.message }));
      return worker;
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.workers.map((worker) => worker.close()));
  }
}
