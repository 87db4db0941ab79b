import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { ForgetWebhookDeliveries } from '../../src/modules/webhooks/index.js';
import { type Receiver, startReceiver } from '../support/receiver.js';
import { administrator, webhooksOf } from '../support/webhooks.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

const LONG = 60_000;
const DAY = 86_400_000;

describe('Webhooks', () => {
  let world: Riverside;
  let alma: Member;
  let hooks: ReturnType<typeof webhooksOf>;
  const receivers: Receiver[] = [];
  beforeAll(async () => {
    world = await startRiverside();
    alma = await administrator(world);
    hooks = webhooksOf(world, alma);
  }, LONG);
  afterEach(async () => {
    // An endpoint that is left behind would hear of the next test's events.
    await world.rows('delete from webhook_endpoint');
    await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
  });
  afterAll(() => world?.close());

  const receiver = async (...first: Parameters<typeof startReceiver>) => {
    const started = await startReceiver(...first);
    receivers.push(started);
    return started;
  };
  const withdraw = async (name: string): Promise<string> => {
    const { enrollmentId } = await world.enroll(await world.member(name, ['learner']));
    const { status, text } = await world.olga.browser.post(`/api/v1/enrollments/${enrollmentId}/withdrawal`, {});
    if (status >= 300) throw new Error(text);
    return enrollmentId;
  };
  const only = async (id: string) => (await hooks.messages(id))[0];
  const settled = (id: string, attempts: number) =>
    hooks.until(async () => {
      const message = await only(id);
      return message?.attempts === attempts;
    });
  const post = (path: string, body: object = {}) => alma.browser.post(`/api/v1/${path}`, body);

  it(
    'tell an endpoint of an event that it wants to hear of, signed as the library of the standard verifies, with ids alone',
    async () => {
      const registry = await receiver();
      const endpoint = await hooks.register(registry.url);
      const enrollmentId = await withdraw('Amara');
      await hooks.until(async () => registry.received.length > 0);
      const { body = '', headers = {} } = registry.received[0] ?? {};
      expect(new Webhook(endpoint.secret).verify(body, headers as Record<string, string>)).toEqual({
        type: 'enrollment.withdrawn',
        timestamp: expect.any(String),
        data: {
          institutionId: world.institutionId,
          enrollmentId,
          offeringId: world.offeringId,
          personId: expect.any(String),
          from: 'active',
        },
      });
      expect(body).not.toContain('Amara');
      expect(headers['content-type']).toBe('application/json');
      await settled(endpoint.id, 1);
      expect(await hooks.messages(endpoint.id)).toMatchObject([{ state: 'delivered', webhookId: headers['webhook-id'] }]);
      expect(registry.received).toHaveLength(1);
      expect(await hooks.endpoint(endpoint.id)).toMatchObject({ state: 'active', waiting: 0, dead: 0 });
    },
    LONG,
  );

  it(
    'are sent again with the same id and the same bytes at another time, until they arrive',
    async () => {
      const registry = await receiver(500);
      const endpoint = await hooks.register(registry.url);
      await withdraw('Jonas');
      await settled(endpoint.id, 1);
      // The second try comes by itself, after five seconds.
      await settled(endpoint.id, 2);
      registry.answers(204);
      await hooks.hurry();
      await settled(endpoint.id, 3);
      expect(await only(endpoint.id)).toMatchObject({ state: 'delivered', lastStatus: 204 });
      const [first, second, third] = registry.received;
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4_900);
      for (const again of [second, third]) {
        expect(again?.body).toBe(first?.body);
        expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
        expect(() =>
          new Webhook(endpoint.secret).verify(again?.body ?? '', again?.headers as Record<string, string>),
        ).not.toThrow();
      }
      expect(third?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp']);
    },
    LONG,
  );

  it(
    'follow no redirect: not to elsewhere, and not to an address of the network inside',
    async () => {
      const inside = await receiver();
      const registry = await receiver((response) => void response.writeHead(307, { location: inside.url }).end());
      const endpoint = await hooks.register(registry.url);
      await hooks.test(endpoint.id);
      await settled(endpoint.id, 1);
      expect(await only(endpoint.id)).toMatchObject({ state: 'waiting', lastStatus: 307, type: 'webhook.test' });
      expect(inside.received).toEqual([]);
    },
    LONG,
  );

  it(
    'end with 410: the endpoint is told no more, its administrators hear of it, and it can be resumed',
    async () => {
      const registry = await receiver(410);
      const endpoint = await hooks.register(registry.url);
      await hooks.test(endpoint.id);
      await settled(endpoint.id, 1);
      expect(await only(endpoint.id)).toMatchObject({ state: 'dead', deadBecause: 'gone' });
      expect(await hooks.endpoint(endpoint.id)).toMatchObject({ state: 'gone', dead: 1 });
      const letters = await world.rows('select from mail_message where recipient = $1 and starts_with(dedupe_key, $2)', [
        alma.email,
        `webhook-disabled:${endpoint.id}`,
      ]);
      expect(letters).toHaveLength(1);
      const refused = await post(`webhook-endpoints/${endpoint.id}/test-messages`);
      expect(refused.json()).toMatchObject({ status: 409, code: 'webhook.disabled' });
      registry.answers(200);
      await alma.browser.delete(`/api/v1/webhook-endpoints/${endpoint.id}/pause`);
      const { replayed } = (
        await post(`webhook-endpoints/${endpoint.id}/replays`, { since: new Date(Date.now() - DAY).toISOString() })
      ).json<{ replayed: number }>();
      expect(replayed).toBe(1);
      await settled(endpoint.id, 2);
      expect(await only(endpoint.id)).toMatchObject({ state: 'delivered' });
      const ids = registry.received.map(({ headers }) => headers['webhook-id']);
      expect(new Set(ids).size).toBe(1);
    },
    LONG,
  );

  it(
    'leave an endpoint alone that asks for a rest, other messages too',
    async () => {
      const registry = await receiver((response) => void response.writeHead(429, { 'retry-after': '600' }).end());
      const endpoint = await hooks.register(registry.url);
      await hooks.test(endpoint.id);
      await settled(endpoint.id, 1);
      const rest = Date.parse(String((await hooks.endpoint(endpoint.id))?.['notBefore']));
      expect(rest - world.clock.now().getTime()).toBeGreaterThan(590_000);
      expect(Date.parse((await only(endpoint.id))?.nextAttemptAt ?? '')).toBeGreaterThanOrEqual(rest);
      await hooks.test(endpoint.id);
      await hooks.until(async () => Date.parse((await only(endpoint.id))?.nextAttemptAt ?? '') > rest);
      expect(registry.received).toHaveLength(1);
    },
    LONG,
  );

  it(
    'count silence and an answer without end for what they are, and do not hold up other endpoints',
    async () => {
      const silent = await receiver(() => undefined);
      const endless = await receiver((response) => {
        response.writeHead(200);
        const flood = setInterval(() => response.write('x'.repeat(65_536)), 1);
        response.on('close', () => clearInterval(flood));
      });
      const [slow, chatty, quick] = [await hooks.register(silent.url), await hooks.register(endless.url), await receiver()];
      const good = await hooks.register(quick.url);
      for (let message = 0; message < 8; message++) await hooks.test(slow.id);
      await hooks.until(async () => silent.received.length > 0);
      const began = performance.now();
      await hooks.test(chatty.id);
      await hooks.test(good.id);
      await settled(good.id, 1);
      await settled(chatty.id, 1);
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(await only(chatty.id)).toMatchObject({ state: 'delivered', lastStatus: 200 });
      // No more than its lanes are under way at a time.
      expect(silent.received.length).toBeLessThanOrEqual(4);
      await hooks.until(async () => (await hooks.messages(slow.id)).some(({ lastFailure }) => lastFailure === 'timed_out'));
      expect(await hooks.endpoint(slow.id)).toMatchObject({ state: 'failing' });
    },
    LONG,
  );

  it(
    'carry two signatures for a day when the secret is replaced',
    async () => {
      const registry = await receiver();
      const endpoint = await hooks.register(registry.url);
      const { secret } = (await post(`webhook-endpoints/${endpoint.id}/secrets`)).json<{ secret: string }>();
      await hooks.test(endpoint.id);
      await settled(endpoint.id, 1);
      const sent = registry.received[0];
      for (const one of [endpoint.secret, secret]) {
        expect(() => new Webhook(one).verify(sent?.body ?? '', sent?.headers as Record<string, string>)).not.toThrow();
      }
      await world.rows(`update webhook_secret set expires_at = now() - interval '1 day' where expires_at is not null`);
      await hooks.test(endpoint.id);
      await hooks.until(async () => registry.received.length === 2);
      const later = registry.received[1];
      expect(later?.headers['webhook-signature']?.toString().split(' ')).toHaveLength(1);
      expect(() => new Webhook(secret).verify(later?.body ?? '', later?.headers as Record<string, string>)).not.toThrow();
      const kept = await world.rows<{ sealed: Buffer }>('select sealed from webhook_secret');
      const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64');
      expect(kept.some(({ sealed }) => sealed.includes(bytes))).toBe(false);
    },
    LONG,
  );

  it(
    'are given up after ten tries, and the endpoint after five days of nothing else',
    async () => {
      const registry = await receiver(503);
      const endpoint = await hooks.register(registry.url);
      await hooks.test(endpoint.id);
      for (let tries = 1; tries <= 10; tries++) {
        await settled(endpoint.id, tries);
        await hooks.hurry();
      }
      expect(await only(endpoint.id)).toMatchObject({ state: 'dead', deadBecause: 'tries_used_up' });
      expect(await hooks.endpoint(endpoint.id)).toMatchObject({ state: 'failing', dead: 1 });
      await world.rows(`update webhook_endpoint set failing_since = failing_since - interval '5 days'`);
      await hooks.test(endpoint.id);
      await hooks.until(async () => (await hooks.endpoint(endpoint.id))?.['state'] === 'given_up');
      expect(await only(endpoint.id)).toMatchObject({ state: 'dead', deadBecause: 'endpoint_disabled' });
      const letters = await world.rows('select from mail_message where recipient = $1 and starts_with(dedupe_key, $2)', [
        alma.email,
        `webhook-disabled:${endpoint.id}`,
      ]);
      expect(letters).toHaveLength(1);
      const sent = new Set(registry.received.map(({ body, headers }) => `${String(headers['webhook-id'])} ${body}`));
      expect(sent.size).toBe(2);
    },
    LONG,
  );

  it(
    'make one message of an event, however often the queue brings it, and none for whom it does not concern',
    async () => {
      const [registry, other] = [await receiver(), await receiver()];
      const endpoint = await hooks.register(registry.url);
      const paused = await hooks.register(other.url);
      await alma.browser.put(`/api/v1/webhook-endpoints/${paused.id}/pause`);
      const lakeside = webhooksOf(world, await administrator(world, 'Nils', world.lakesideId));
      const theirs = await lakeside.register(other.url);
      await withdraw('Lea');
      await settled(endpoint.id, 1);
      await world.rows(
        `with again as (
           update outbox set done_at = null, dispatched_at = null, epoch = epoch + 1 where job in ('tell-webhooks', 'deliver-webhook') returning id)
         select pg_notify('cairn_outbox', '') from again`,
      );
      await hooks.until(async () => (await world.rows('select from outbox where done_at is null')).length === 0);
      await pause(200);
      expect(registry.received).toHaveLength(1);
      expect(await hooks.messages(endpoint.id)).toHaveLength(1);
      expect(await lakeside.messages(theirs.id)).toEqual([]);
      expect(await hooks.messages(paused.id)).toEqual([]);
      expect(other.received).toEqual([]);
    },
    LONG,
  );

  it(
    'are kept for 30 days once they are settled',
    async () => {
      const registry = await receiver();
      const endpoint = await hooks.register(registry.url);
      await hooks.test(endpoint.id);
      await settled(endpoint.id, 1);
      const forget = world.get(ForgetWebhookDeliveries);
      expect(await forget.run()).toBe(0);
      await world.rows(`update webhook_delivery set created_at = created_at - interval '31 days'`);
      expect(await forget.run()).toBe(1);
      expect(await hooks.messages(endpoint.id)).toEqual([]);
    },
    LONG,
  );

  it('go nowhere but to https on the public internet, or to this machine while Cairn itself is there', async () => {
    const wish = { description: '', eventTypes: ['credential.issued'] };
    const refused = await post('webhook-endpoints', { ...wish, url: 'http://registry.example/hooks' });
    expect(refused.json()).toMatchObject({ code: 'webhook.unfit_address', errors: [{ field: 'url', code: 'not_https' }] });
    const { id } = await hooks.register('https://10.0.0.8/hooks');
    await hooks.test(id);
    await settled(id, 1);
    expect(await only(id)).toMatchObject({ state: 'waiting', lastFailure: 'address_not_allowed' });
  });

  it('are changed by who saw the version that they change', async () => {
    const { id, url } = await hooks.register('https://registry.example/hooks');
    const wish = { url, description: 'New', eventTypes: ['course.completed'] };
    const path = `/api/v1/webhook-endpoints/${id}`;
    expect((await alma.browser.put(path, wish, { 'if-match': '"v1"' })).status).toBe(204);
    expect((await alma.browser.put(path, wish, { 'if-match': '"v1"' })).status).toBe(412);
    expect(await hooks.endpoint(id)).toMatchObject({ description: 'New', eventTypes: ['course.completed'], version: 2 });
    expect((await alma.browser.delete(path)).status).toBe(204);
    expect(await hooks.endpoint(id)).toBeUndefined();
  });
});
