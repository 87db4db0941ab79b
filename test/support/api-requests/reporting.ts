import type { Things } from '../api-things.js';
import { type ApiRequests, as } from './request.js';

const ACTS = '/api/v1/enrollment-acts';

/** More time, or the end, for the learner of a fresh place. */
async function act(things: Things) {
  const { enrollmentId } = await things.place();
  return { path: ACTS, body: { kind: 'withdraw', reason: 'They asked for it', enrollmentIds: [enrollmentId] } };
}

async function planned(things: Things): Promise<string> {
  const { answer } = await things.world.ask(await as(things, 'olga'), { method: 'POST', ...(await act(things)) });
  return (JSON.parse(answer.body) as { id: string }).id;
}

/** One that is done: nobody waits for the worker here. */
async function finished(things: Things): Promise<string> {
  const id = await planned(things);
  await things.world.rows(`update enrollment_act_row set outcome = 'done', earlier_state = 'active' where act_id = $1`, [id]);
  await things.world.rows('update enrollment_act set confirmed_at = requested_at, finished_at = requested_at where id = $1', [
    id,
  ]);
  return id;
}

export const reportingRequests: ApiRequests = {
  listCompletions: async (things) => ({
    path: `/api/v1/completions?offeringId=${things.world.walked.offeringId}`,
    by: await as(things, 'olga'),
  }),
  findByName: async (things) => ({ path: '/api/v1/found?q=a', by: await as(things, 'ines') }),
  downloadCompletions: async (things) => ({ path: '/api/v1/completions.csv', by: await as(things, 'olga') }),
  getOverview: async (things) => ({ path: '/api/v1/overview?from=2026-01', by: await as(things, 'olga') }),
  listLearnerGroup: async (things) => ({ path: '/api/v1/overview/learners?group=enrolled', by: await as(things, 'olga') }),
  listRoster: async (things) => ({ path: '/api/v1/roster?q=a&sort=name', by: await as(things, 'olga') }),
  countRoster: async (things) => ({ path: '/api/v1/roster/count?atRisk=true', by: await as(things, 'olga') }),
  downloadRoster: async (things) => ({ path: '/api/v1/roster.csv?state=active', by: await as(things, 'olga') }),
  planEnrollmentAct: async (things) => ({ ...(await act(things)), by: await as(things, 'olga') }),
  listEnrollmentActs: async (things) => ({ path: ACTS, by: await as(things, 'olga') }),
  getEnrollmentAct: async (things) => ({ path: `${ACTS}/${await planned(things)}`, by: await as(things, 'olga') }),
  listEnrollmentActRows: async (things) => ({ path: `${ACTS}/${await planned(things)}/rows`, by: await as(things, 'olga') }),
  confirmEnrollmentAct: async (things) => ({
    path: `${ACTS}/${await planned(things)}/confirmation`,
    body: {},
    by: await as(things, 'olga'),
  }),
  undoEnrollmentAct: async (things) => ({
    path: `${ACTS}/${await finished(things)}/undoing`,
    body: {},
    by: await as(things, 'olga'),
  }),
  listAuditEvents: async (things) => ({ path: '/api/v1/audit-events?kind=people', by: await as(things, 'admin') }),
  downloadAuditEvents: async (things) => ({ path: '/api/v1/audit-events.csv', by: await as(things, 'admin') }),
};
