import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestBrowser } from '../support/browser.js';
import { addressOf, type PeopleWorld, personIdOf, startPeopleWorld } from '../support/people.js';

const DAY = 24 * 3_600_000;

describe('API tokens', () => {
  let world: PeopleWorld;
  let office: TestBrowser;
  beforeAll(async () => {
    world = await startPeopleWorld();
    office = await world.join('Olga', ['office']);
  });
  afterAll(() => world.close());

  const create = async (scopes: string[], more: object = {}, browser = office) =>
    (await browser.post('/api/v1/me/api-tokens', { name: 'Sync', scopes, ...more })).json<{ id: string; token: string }>();
  const call = (token: string, url: string, method: 'GET' | 'POST' = 'GET', payload?: object) =>
    world.app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload ? { payload } : {}) });

  it('let a program act for me within its scopes, without cookies or browser headers', async () => {
    const { token } = await create(['people:read']);
    expect(token).toMatch(/^cairn_[\w-]{43}$/);
    expect((await call(token, '/api/v1/members')).statusCode).toBe(200);
    const wish = { email: 'x@riverside.example', name: 'X', roles: ['learner'] };
    const refused = await call(token, '/api/v1/invitations', 'POST', wish);
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'access.scope_missing']);
    expect(refused.headers['www-authenticate']).toBe('Bearer realm="Cairn", error="insufficient_scope", scope="people:write"');
    expect((await call((await create(['people:write'])).token, '/api/v1/invitations', 'POST', wish)).statusCode).toBe(201);
    expect((await call((await create(['people:write'])).token, '/api/v1/members')).statusCode).toBe(403);
  });

  it('never go beyond my roles, and follow them at once', async () => {
    const noor = await world.join('Noor', ['office']);
    const { token } = await create(['people:read', 'people:write', 'institution:write'], {}, noor);
    const id = await personIdOf(noor);
    expect((await call(token, `/api/v1/members/${id}/suspension`, 'POST')).statusCode).toBe(403);
    expect((await call(token, '/api/v1/members')).statusCode).toBe(200);
    await world.ada.delete(`/api/v1/members/${id}/roles/office`);
    expect((await call(token, '/api/v1/members')).statusCode).toBe(403);
    await world.ada.post(`/api/v1/members/${id}/roles`, { role: 'office' });
    await world.ada.post(`/api/v1/members/${id}/suspension`);
    expect((await call(token, '/api/v1/members')).statusCode).toBe(401);
  });

  it('end when they expire, are revoked, or their owner is suspended', async () => {
    const soon = await create(['people:read'], { expiresAt: new Date(Date.now() + DAY).toISOString() });
    expect((await call(soon.token, '/api/v1/members')).statusCode).toBe(200);
    world.clock.advance(DAY + 1);
    expect((await call(soon.token, '/api/v1/members')).statusCode).toBe(401);
    const other = await create(['people:read']);
    expect((await world.ada.delete(`/api/v1/me/api-tokens/${other.id}`)).status).toBe(404);
    expect((await office.delete(`/api/v1/me/api-tokens/${other.id}`)).status).toBe(204);
    expect((await call(other.token, '/api/v1/members')).statusCode).toBe(401);
    const last = await create(['people:read']);
    await world.rows('update person set suspended_at = now() where email = $1', [addressOf('Olga')]);
    expect((await call(last.token, '/api/v1/members')).statusCode).toBe(401);
    await world.rows('update person set suspended_at = null where email = $1', [addressOf('Olga')]);
  });

  it('open no account: what belongs to a session is refused to them', async () => {
    const { token } = await create(['people:read', 'people:write']);
    for (const url of ['/api/v1/session', '/api/v1/me', '/api/v1/me/sessions', '/api/v1/me/api-tokens']) {
      expect((await call(token, url)).statusCode).toBe(403);
    }
    expect((await call(token, '/api/v1/me/api-tokens', 'POST', { name: 'More', scopes: ['people:read'] })).statusCode).toBe(403);
  });

  it('are shown once and kept as a hash; the list tells when one was last used', async () => {
    const { id, token } = await create(['people:read']);
    await call(token, '/api/v1/members');
    const listed = await office.get('/api/v1/me/api-tokens');
    expect(listed.text).not.toContain(token);
    expect(listed.json<{ id: string; lastUsedAt: string | null }[]>().find((each) => each.id === id)?.lastUsedAt).toEqual(
      expect.any(String),
    );
    const [kept] = await world.rows<{ all: string }>(`select string_agg(to_jsonb(api_token)::text, ' ') as all from api_token`);
    expect(kept?.all).not.toContain(token);
    expect(kept?.all).not.toContain(token.replace('cairn_', ''));
  });

  it('belong to one institution', async () => {
    const opened = await world.ada.post('/api/v1/institutions', {
      slug: 'hillside',
      name: 'Hillside',
      language: 'en',
      timeZone: 'UTC',
    });
    const { token } = await create(['institution:read'], {}, world.ada);
    await world.ada.put('/api/v1/session/institution', { institutionId: opened.json<{ id: string }>().id });
    expect((await call(token, '/api/v1/institution')).json<{ slug: string }>().slug).toBe('my-institution');
    expect((await world.ada.get('/api/v1/me/api-tokens')).json()).toEqual([]);
    await world.ada.put('/api/v1/session/institution', { institutionId: world.institutionId });
  });

  it('are refused with scopes that there are not, a time gone by, and beyond twenty', async () => {
    expect((await office.post('/api/v1/me/api-tokens', { name: 'X', scopes: ['everything'] })).status).toBe(400);
    expect((await office.post('/api/v1/me/api-tokens', { name: 'X', scopes: [] })).status).toBe(400);
    const past = { name: 'X', scopes: ['people:read'], expiresAt: '2020-01-01T00:00:00Z' };
    expect((await office.post('/api/v1/me/api-tokens', past)).json()).toMatchObject({
      errors: [{ field: 'expiresAt', code: 'past' }],
    });
    const lea = await world.join('Lea', ['learner']);
    for (let count = 0; count < 20; count++) await create(['learning:read'], {}, lea);
    expect((await lea.post('/api/v1/me/api-tokens', { name: 'X', scopes: ['learning:read'] })).json()).toMatchObject({
      code: 'api_token.too_many',
    });
  });

  it('are asked for by a standard header, which tells a token that is not good from none at all', async () => {
    const asks = (headers: Record<string, string>, url = '/api/v1/members') =>
      world.app.inject({ method: 'GET', url, headers }).then((answer) => [answer.statusCode, answer.headers['www-authenticate']]);
    const [none, bad] = ['Bearer realm="Cairn"', 'Bearer realm="Cairn", error="invalid_token"'];
    expect(await asks({})).toEqual([401, none]);
    expect(await asks({ cookie: 'cairn=over' })).toEqual([401, none]);
    expect(await asks({ authorization: 'Basic YTpi' })).toEqual([401, none]);
    expect(await asks({ authorization: `Bearer cairn_${'A'.repeat(43)}` })).toEqual([401, bad]);
    const { token } = await create(['people:read']);
    expect(await asks({ authorization: `Bearer ${token}` })).toEqual([200, undefined]);
    const payload = { email: addressOf('Olga'), password: 'not this one' };
    const wrong = await world.app.inject({ method: 'POST', url: '/api/v1/session', payload });
    expect([wrong.statusCode, wrong.headers['www-authenticate']]).toEqual([401, none]);
  });

  it('are not guessed from what resembles one', async () => {
    for (const token of ['cairn_short', `cairn_${'A'.repeat(43)}`, 'A'.repeat(43), office.cookie?.replace('cairn=', '') ?? '']) {
      expect((await call(token, '/api/v1/members')).statusCode).toBe(401);
    }
  });
});
