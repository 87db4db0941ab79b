import { awaitFact } from './badges.js';
import { makeAdministrator, type Member, type Riverside } from './worlds.js';

export interface Registered {
  id: string;
  url: string;
  version: number;
  secret: string;
}

export interface MessageRow {
  id: string;
  state: string;
  type: string;
  webhookId: string;
  attempts: number;
  deadBecause: string | null;
  lastStatus: number | null;
  lastFailure: string | null;
  nextAttemptAt: string | null;
}

/** Somebody who may administer Riverside. */
export async function administrator(world: Riverside, name = 'Alma', institutionId = world.institutionId): Promise<Member> {
  const member = await world.member(name, ['office'], institutionId);
  await makeAdministrator(world, member);
  return member;
}

/** What an administrator does with webhooks, through the API. */
export function webhooksOf(world: Riverside, { browser }: Member) {
  const endpoints = '/api/v1/webhook-endpoints';
  const list = async () => (await browser.get(endpoints)).json<{ items: (Registered & Record<string, unknown>)[] }>().items;
  return {
    register: async (url: string, eventTypes: string[] = ['enrollment.withdrawn']): Promise<Registered> => {
      const answer = await browser.post(endpoints, { url, description: 'Registry', eventTypes });
      if (answer.status !== 201) throw new Error(answer.text);
      const { endpoint, secret } = answer.json<{ endpoint: Registered; secret: string }>();
      return { ...endpoint, secret };
    },
    endpoint: async (id: string) => (await list()).find((one) => one.id === id),
    test: async (id: string) => (await browser.post(`${endpoints}/${id}/test-messages`, {})).json<MessageRow>(),
    messages: async (id: string, query = '') =>
      (await browser.get(`${endpoints}/${id}/deliveries${query}`)).json<{ items: MessageRow[]; next: string | null }>().items,
    /** Attempts that are planned for later are made now. */
    hurry: () =>
      world.rows(
        `with due as (update outbox set available_at = now() where job = 'deliver-webhook' and done_at is null and dispatched_at is null)
         select pg_notify('cairn_outbox', '')`,
      ),
    until: awaitFact,
  };
}
