/** The queues there are. Few, because each one costs connections. */
export const QUEUES = ['credentials', 'notifications', 'integrations', 'maintenance'] as const;
export type QueueName = (typeof QUEUES)[number];

/** One kind of later work. The payload holds ids only: the handler reads the rest from the database, which is the truth. */
export interface Job<Payload extends object> {
  readonly name: string;
  readonly queue: QueueName;
  /** Tries before it is set aside for a person to look at. */
  readonly attempts: number;
  /** Type only; never set. */
  readonly payload?: Payload;
}

const jobs = new Map<string, Job<object>>();

/** Adds a kind of work to the catalogue. At start, each one must have exactly one handler. */
export function defineJob<Payload extends object>(name: string, queue: QueueName, attempts = 12): Job<Payload> {
  if (jobs.has(name)) throw new Error(`Job ${name} is defined twice`);
  const job: Job<Payload> = Object.freeze({ name, queue, attempts });
  jobs.set(name, job);
  return job;
}

export function definedJobs(): Job<object>[] {
  return [...jobs.values()];
}

/** Does the work of one job. Must be idempotent: deliveries repeat, and two may run at once. */
export interface JobHandler<Payload extends object> {
  readonly job: Job<Payload>;
  handle(payload: Payload, context: JobContext): Promise<void>;
}

export interface JobContext {
  institutionId: string;
  /** Raised when the process is asked to stop. */
  signal: AbortSignal;
}
