import { setTimeout as pause } from 'node:timers/promises';
import type { Things } from '../api-things.js';
import { foreignEndorsement } from '../foreign-endorsement.js';
import { type ApiRequests, as } from './request.js';

const FAR = new Date(Date.now() + 100 * 86_400_000).toISOString();

/** An endorsement that Riverside gave to somebody outside, once it is signed. */
async function givenEndorsement({ cast }: Things): Promise<{ id: string; url: string }> {
  const wish = { subject: 'https://guild.example/achievements/1', comment: 'Sound.', validUntil: FAR };
  const { id } = await cast.olga.client.post<{ id: string }>('/api/v1/endorsements', wish);
  for (;;) {
    const given = await cast.olga.client.get<{ id: string; url: string; state: string }>(`/api/v1/endorsements/${id}`);
    if (given.state === 'given') return given;
    await pause(20);
  }
}

async function endorsementOfRiverside({ world }: Things): Promise<Record<string, unknown>> {
  const { answer } = await world.ask({}, { method: 'GET', path: '/issuers/riverside' });
  return foreignEndorsement((JSON.parse(answer.body) as { id: string }).id);
}

async function receivedEndorsement(things: Things): Promise<string> {
  const document = await endorsementOfRiverside(things);
  return (await things.cast.olga.client.post<{ id: string }>('/api/v1/received-endorsements', document)).id;
}

export const endorsementRequests: ApiRequests = {
  listEndorsements: async (things) => ({ path: '/api/v1/endorsements', by: await as(things, 'olga') }),
  giveEndorsement: async (things) => ({
    path: '/api/v1/endorsements',
    body: { subject: 'https://guild.example/achievements/2', comment: 'Sound.', validUntil: FAR },
    by: await as(things, 'olga'),
  }),
  getEndorsement: async (things) => ({
    path: `/api/v1/endorsements/${(await givenEndorsement(things)).id}`,
    by: await as(things, 'olga'),
  }),
  withdrawEndorsement: async (things) => ({
    path: `/api/v1/endorsements/${(await givenEndorsement(things)).id}/withdrawal`,
    by: await as(things, 'olga'),
  }),
  listReceivedEndorsements: async (things) => ({ path: '/api/v1/received-endorsements', by: await as(things, 'olga') }),
  receiveEndorsement: async (things) => ({
    path: '/api/v1/received-endorsements',
    body: await endorsementOfRiverside(things),
    by: await as(things, 'olga'),
  }),
  acceptEndorsement: async (things) => ({
    path: `/api/v1/received-endorsements/${await receivedEndorsement(things)}/acceptance`,
    by: await as(things, 'olga'),
  }),
  rejectEndorsement: async (things) => ({
    path: `/api/v1/received-endorsements/${await receivedEndorsement(things)}/rejection`,
    by: await as(things, 'olga'),
  }),
  showEndorsement: async (things) => ({ path: new URL((await givenEndorsement(things)).url).pathname }),
};
