import type { Queues } from '../queue/queues.js';
import type { Check } from './check.js';

export function queueCheck(queues: Queues): Check {
  return {
    what: 'queue',
    advice: 'check REDIS_URL; badges wait in the outbox meanwhile and are not lost',
    run: async () => {
      await queues.check();
      return `${queues.backend.kind}: added, found and removed a job`;
    },
  };
}
