import type { JobName } from './job-names.js';

/** The queues there are. Few, because each one costs connections. */
export const QUEUES = ['credentials', 'notifications', 'integrations', 'maintenance'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Outbox rows that one delivery of a chunked job carries at most. */
export const MOST_IN_CHUNK = 500;

/** One kind of later work. The payload holds ids only: the handler reads the rest from the database, which is the truth. */
export interface Job<Payload extends object> {
  readonly name: string;
  readonly queue: QueueName;
  /** Tries before it is set aside for a person to look at. */
  readonly attempts: number;
  /** Whether one delivery carries whatever of it is pending for an institution, up to `MOST_IN_CHUNK`. */
  readonly inChunks: boolean;
  /** Type only; never set. */
  readonly payload?: Payload;
}

export interface SingleJob<Payload extends object> extends Job<Payload> {
  readonly inChunks: false;
}

export interface ChunkedJob<Payload extends object> extends Job<Payload> {
  readonly inChunks: true;
}

const jobs = new Map<string, Job<object>>();

/** Adds a kind of work to the catalogue. At start, each one must have exactly one handler. */
export function defineJob<Payload extends object>(name: JobName, queue: QueueName, attempts = 12): SingleJob<Payload> {
  return define<SingleJob<Payload>>({ name, queue, attempts, inChunks: false });
}

/** As `defineJob`, for work that costs far less when much of it is done together. Tries are still counted for each piece. */
export function defineChunkedJob<Payload extends object>(name: JobName, queue: QueueName, attempts = 12): ChunkedJob<Payload> {
  return define<ChunkedJob<Payload>>({ name, queue, attempts, inChunks: true });
}

function define<Kind extends Job<object>>(job: Kind): Kind {
  if (jobs.has(job.name)) throw new Error(`Job ${job.name} is defined twice`);
  jobs.set(job.name, Object.freeze(job));
  return job;
}

export function definedJobs(): Job<object>[] {
  return [...jobs.values()];
}

/** Does the work of one job. Must be idempotent: deliveries repeat, and two may run at once. */
export interface JobHandler<Payload extends object> {
  handle(payload: Payload, context: JobContext): Promise<void>;
}

/** Does the work of a chunk. As idempotent as a `JobHandler`; what it throws is the fault of the whole chunk. */
export interface ChunkHandler<Payload extends object> {
  /** In the order of the payloads: what kept each one from being done, or `null`. */
  handleChunk(payloads: readonly Payload[], context: JobContext): Promise<Outcome[]>;
}

export type Outcome = Error | null;

export interface JobContext {
  institutionId: string;
  /** Raised when the process is asked to stop. */
  signal: AbortSignal;
}
