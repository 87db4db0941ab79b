import { type ApiRequests, as } from './request.js';

export const reportingRequests: ApiRequests = {
  listCompletions: async (things) => ({
    path: `/api/v1/completions?offeringId=${things.world.walked.offeringId}`,
    by: await as(things, 'olga'),
  }),
  downloadCompletions: async (things) => ({ path: '/api/v1/completions.csv', by: await as(things, 'olga') }),
};
