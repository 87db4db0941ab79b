import { type ApiRequests, as } from './request.js';

export const reportingRequests: ApiRequests = {
  listCompletions: async (things) => ({
    path: `/api/v1/completions?offeringId=${things.world.walked.offeringId}`,
    by: await as(things, 'olga'),
  }),
  findByName: async (things) => ({ path: '/api/v1/found?q=a', by: await as(things, 'ines') }),
  downloadCompletions: async (things) => ({ path: '/api/v1/completions.csv', by: await as(things, 'olga') }),
};
