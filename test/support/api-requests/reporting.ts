import { type ApiRequests, as } from './request.js';

export const reportingRequests: ApiRequests = {
  listCompletions: async (things) => ({
    path: `/api/v1/completions?offeringId=${things.world.walked.offeringId}`,
    by: await as(things, 'olga'),
  }),
  findByName: async (things) => ({ path: '/api/v1/found?q=a', by: await as(things, 'ines') }),
  downloadCompletions: async (things) => ({ path: '/api/v1/completions.csv', by: await as(things, 'olga') }),
  getOverview: async (things) => ({ path: '/api/v1/overview?from=2026-01', by: await as(things, 'olga') }),
  listLearnerGroup: async (things) => ({ path: '/api/v1/overview/learners?group=enrolled', by: await as(things, 'olga') }),
  listAuditEvents: async (things) => ({ path: '/api/v1/audit-events?kind=people', by: await as(things, 'admin') }),
  downloadAuditEvents: async (things) => ({ path: '/api/v1/audit-events.csv', by: await as(things, 'admin') }),
};
