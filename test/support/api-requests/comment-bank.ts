import type { Things } from '../api-things.js';
import type { Caller } from '../api-world.js';
import { type ApiRequests, as, ifMatch } from './request.js';

const WISH = { scope: 'micro_credential', shared: true };
let texts = 0;

async function bank(things: Things): Promise<{ path: string; by: Caller }> {
  const { offeringId } = await things.attempt();
  return { path: `/api/v1/offerings/${offeringId}/comment-bank`, by: await as(things, 'ada') };
}

/** One that Ada has just kept. */
async function kept(things: Things): Promise<{ path: string; by: Caller }> {
  const { path, by } = await bank(things);
  const body = { ...WISH, text: `Name the source ${(texts += 1)}.` };
  const { answer } = await things.world.ask(by, { method: 'POST', path, body });
  return { path: `/api/v1/kept-comments/${(JSON.parse(answer.body) as { id: string }).id}`, by };
}

export const commentBankRequests: ApiRequests = {
  listKeptComments: bank,
  keepComment: async (things) => ({ ...(await bank(things)), body: { ...WISH, text: 'Say where the figures come from.' } }),
  changeKeptComment: async (things) => ({
    ...(await kept(things)),
    headers: ifMatch(1),
    body: { text: `Name the source, and its date ${texts}.`, shared: false },
  }),
  useKeptComment: async (things) => {
    const { path, by } = await kept(things);
    return { path: `${path}/uses`, by };
  },
  dropKeptComment: kept,
};
