import type { DeadLetter } from '../../../platform/queue/dead-letters.js';
import { isJobName } from '../../../platform/queue/job-names.js';
import type { Health } from '../use-cases/read-health.js';
import type { DeadLetterView, HealthView } from './operations.dto.js';

export function presentHealth({ isOperator, checkedAt, checks, queues, duties, keys, databaseBytes }: Health): HealthView {
  return {
    isOperator,
    checkedAt: checkedAt.toISOString(),
    checks,
    queues: queues.map((queue) => ({ ...queue, oldestDueAt: queue.oldestDueAt?.toISOString() ?? null })),
    duties: duties.map(({ name, startedAt, finishedAt, error }) => ({
      name,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
      error,
    })),
    keys: keys.map(({ algorithm, createdAt }) => ({ algorithm, createdAt: createdAt.toISOString() })),
    databaseBytes,
  };
}

export function presentDeadLetter({ id, institutionId, job, attempts, deadAt, lastError: reason }: DeadLetter): DeadLetterView {
  return { id, institutionId, job: isJobName(job) ? job : null, attempts, deadAt: deadAt.toISOString(), reason };
}
