import { newId } from '../../../src/platform/ids.js';
import { type ApiRequests, as } from './request.js';

export const operationsRequests: ApiRequests = {
  readHealthReport: async (things) => ({ path: '/api/v1/health-report', by: await as(things, 'admin') }),
  listDeadLetters: async (things) => ({ path: '/api/v1/dead-letters', by: await as(things, 'admin') }),
  redriveDeadLetter: async (things) => {
    const id = newId();
    // A letter that is not there any more: done at once when it is tried again.
    await things.world.rows(
      `insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts, dead_at, last_error)
       values ($1::uuid, $2, 'publish-key-history', '{"version": 0}', $1::text, 1, now(), now(), 30, now(), 'Error: away')`,
      [id, things.world.riverside],
    );
    return { path: `/api/v1/dead-letters/${id}/redrives`, by: await as(things, 'admin') };
  },
};
