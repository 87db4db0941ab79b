import type { Job, JobHandler } from './job.js';

const HANDLES = Symbol('handles');

/** Marks a provider as the one handler of a job. */
export function HandlesJob<Payload extends object>(job: Job<Payload>) {
  return (target: new (...args: never[]) => Omit<JobHandler<Payload>, 'job'>): void => {
    Reflect.defineMetadata(HANDLES, job, target);
  };
}

export type Handlers = ReadonlyMap<string, { job: Job<object>; handler: Omit<JobHandler<object>, 'job'> }>;

/** Pairs jobs and handlers; throws, naming each fault, unless it is one to one. */
export function handlersByJob(providers: { instance?: unknown; metatype?: unknown }[], jobs: Job<object>[]): Handlers {
  const handlers = new Map<string, { job: Job<object>; handler: Omit<JobHandler<object>, 'job'> }>();
  const faults: string[] = [];
  for (const { instance, metatype } of providers) {
    const job = typeof metatype === 'function' ? (Reflect.getMetadata(HANDLES, metatype) as Job<object> | undefined) : undefined;
    if (!job) continue;
    if (handlers.has(job.name)) faults.push(`${job.name} has two handlers`);
    handlers.set(job.name, { job, handler: instance as Omit<JobHandler<object>, 'job'> });
  }
  faults.push(
    ...jobs.filter(({ name }) => !handlers.has(name)).map(({ name }) => `${name} has no handler (@HandlesJob is missing)`),
  );
  if (faults.length > 0) throw new Error(`Jobs and handlers do not fit: ${faults.join('; ')}`);
  return handlers;
}
