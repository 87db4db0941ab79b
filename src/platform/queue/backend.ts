import { createPostgresBackend, type PostgresQueueBackend, Queue, Worker, type Processor } from 'bullmq';
import type { DatabaseConnections } from '../database/connections.js';
import type { Environment } from '../config/environment.js';
import type { QueueName } from './job.js';
import { QueuePool } from './queue-pool.js';

/** What a queue job carries: the outbox rows to load, several for a chunk. Everything else is read from the database. */
export interface Delivery {
  outboxIds: string[];
}

// A killed worker's job is taken up again within seconds, as often as it takes; giving up is the outbox's decision.
const WORKER_OPTIONS = { lockDuration: 5_000, stalledInterval: 2_000, maxStalledCount: 1_000 };

// BullMQ's own pauses grow to 20 seconds, and badges would wait for them long after Redis is back.
const retryStrategy = (tries: number): number => Math.min(tries * 200, 2_000);

/** Builds queues and workers on Redis when REDIS_URL is set, else on PostgreSQL. The rest of Cairn does not know which. */
export class QueueBackend {
  constructor(
    private readonly environment: Environment,
    private readonly connections: DatabaseConnections,
  ) {}

  get kind(): 'redis' | 'postgresql' {
    return this.environment.REDIS_URL ? 'redis' : 'postgresql';
  }

  queue(name: QueueName): Queue<Delivery> {
    const { REDIS_URL: url, QUEUE_PREFIX: prefix } = this.environment;
    if (!url)
      return this.onPostgres(
        (connection) => new Queue(name, { connection }, createPostgresBackend),
      ) as unknown as Queue<Delivery>;
    // A producer must hear at once that Redis is down: the outbox keeps the work.
    return new Queue(name, {
      prefix,
      connection: { url, retryStrategy, enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2_000 },
    });
  }

  worker(name: QueueName, processor: Processor<Delivery>, concurrency: number): Worker<Delivery> {
    const { REDIS_URL: url, QUEUE_PREFIX: prefix } = this.environment;
    const options = { ...WORKER_OPTIONS, concurrency };
    if (!url) {
      // BullMQ types a queue by its backend; what is used of it here is the same on both.
      return this.onPostgres(
        (connection) => new Worker(name, processor as never, { ...options, connection }, createPostgresBackend),
      ) as unknown as Worker<Delivery>;
    }
    return new Worker(name, processor, { ...options, prefix, connection: { url, retryStrategy, maxRetriesPerRequest: null } });
  }

  private onPostgres<Made extends { getBackend(): PostgresQueueBackend }>(make: (connection: QueuePool) => Made): Made {
    const pool = new QueuePool(this.connections.applicationUrl);
    const made = make(pool);
    // BullMQ ends no pool that it was given.
    made.getBackend().once('close', () => void pool.end());
    return made;
  }
}
