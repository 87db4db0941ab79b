import type { ChunkedJob, ChunkHandler, Job, JobContext, JobHandler, Outcome, SingleJob } from './job.js';

const HANDLES = Symbol('handles');

/** Marks a provider as the one handler of a job. */
export function HandlesJob<Payload extends object>(job: SingleJob<Payload>) {
  return (target: new (...args: never[]) => JobHandler<Payload>): void => {
    Reflect.defineMetadata(HANDLES, job, target);
  };
}

/** Marks a provider as the one handler of a job whose work comes in chunks. */
export function HandlesChunks<Payload extends object>(job: ChunkedJob<Payload>) {
  return (target: new (...args: never[]) => ChunkHandler<Payload>): void => {
    Reflect.defineMetadata(HANDLES, job, target);
  };
}

export interface Handler {
  job: Job<object>;
  /** In the order of the payloads; one payload only, unless the job comes in chunks. */
  run(payloads: readonly object[], context: JobContext): Promise<Outcome[]>;
}

export type Handlers = ReadonlyMap<string, Handler>;

/** Pairs jobs and handlers; throws, naming each fault, unless it is one to one. */
export function handlersByJob(providers: { instance?: unknown; metatype?: unknown }[], jobs: Job<object>[]): Handlers {
  const handlers = new Map<string, Handler>();
  const faults: string[] = [];
  for (const { instance, metatype } of providers) {
    const job = typeof metatype === 'function' ? (Reflect.getMetadata(HANDLES, metatype) as Job<object> | undefined) : undefined;
    if (!job) continue;
    if (handlers.has(job.name)) faults.push(`${job.name} has two handlers`);
    handlers.set(job.name, {
      job,
      run: job.inChunks ? inChunks(instance as ChunkHandler<object>) : oneByOne(instance as JobHandler<object>),
    });
  }
  faults.push(
    ...jobs.filter(({ name }) => !handlers.has(name)).map(({ name }) => `${name} has no handler (@HandlesJob is missing)`),
  );
  if (faults.length > 0) throw new Error(`Jobs and handlers do not fit: ${faults.join('; ')}`);
  return handlers;
}

function inChunks(handler: ChunkHandler<object>): Handler['run'] {
  return (payloads, context) => handler.handleChunk(payloads, context);
}

function oneByOne(handler: JobHandler<object>): Handler['run'] {
  return async (payloads, context) => {
    for (const payload of payloads) await handler.handle(payload, context);
    return payloads.map(() => null);
  };
}
