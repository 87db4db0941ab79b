import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestBrowser } from '../support/browser.js';
import { ALL_SCOPES, bearer, ConnectedService, REDIRECT_URI, SCOPE, type Tokens } from '../support/connected-service.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

let world: Riverside;
let amara: Member;
let anybody: TestBrowser;
let service: ConnectedService;

beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
  amara = await world.member('Amara', ['learner']);
  anybody = new TestBrowser(world.app);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.rows(`delete from rate_limit`);
  service = new ConnectedService(world);
  await service.register();
});

const locationOf = (answer: { headers: Record<string, unknown> }) => new URL(String(answer.headers['location']));
const profileFor = (tokens: Pick<Tokens, 'access_token'>) => anybody.get('/ims/ob/v3p0/profile', bearer(tokens));

describe('registering a service (RFC 7591)', () => {
  it('gives it a name and a secret, and tells what it may ask for', async () => {
    const answer = await new ConnectedService(world).register({ software_id: 'ignored' });
    expect(answer).toMatchObject({ status: 201 });
    expect(answer.json()).toMatchObject({
      client_name: 'Backpack',
      redirect_uris: [REDIRECT_URI],
      token_endpoint_auth_method: 'client_secret_basic',
      client_secret_expires_at: 0,
      scope: expect.stringContaining('credential.readonly') as unknown,
    });
  });

  it('keeps no secret that could be read', async () => {
    const [row] = await world.rows<{ secret_hash: string }>('select secret_hash from oauth_client where id = $1', [service.id]);
    expect(row?.secret_hash).not.toContain(service.secret);
    expect(service.secret).toHaveLength(43);
  });

  it.each<[string, object, string]>([
    ['no redirect address', { redirect_uris: [] }, 'invalid_redirect_uri'],
    ['a redirect over http', { redirect_uris: ['http://backpack.example/'] }, 'invalid_redirect_uri'],
    ['a redirect into a script', { redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
    ['a redirect with a fragment', { redirect_uris: ['https://backpack.example/#x'] }, 'invalid_redirect_uri'],
    ['a redirect that names a user', { redirect_uris: ['https://cairn@backpack.example/'] }, 'invalid_redirect_uri'],
    ['no name', { client_name: '  ' }, 'invalid_client_metadata'],
    ['a name that turns text around', { client_name: 'Back\u202epack' }, 'invalid_client_metadata'],
    ['a secret in the body', { token_endpoint_auth_method: 'client_secret_post' }, 'invalid_client_metadata'],
    ['the implicit flow', { response_types: ['token'] }, 'invalid_client_metadata'],
    ['client credentials', { grant_types: ['client_credentials'] }, 'invalid_client_metadata'],
    ['a scope of its own', { scope: 'everything' }, 'invalid_client_metadata'],
    ['a page that is a script', { client_uri: 'javascript:alert(1)' }, 'invalid_client_metadata'],
  ])('is refused with %s', async (_, changes, error) => {
    const answer = await new ConnectedService(world).register(changes);
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.json()).toMatchObject({ error });
  });

  it('answers malformed JSON in the form of the standard, and stops whoever registers without end', async () => {
    const malformed = await world.app.inject({
      method: 'POST',
      url: '/oauth/register',
      headers: { 'content-type': 'application/json' },
      payload: '{',
    });
    expect({ status: malformed.statusCode, ...malformed.json<object>() }).toMatchObject({
      status: 400,
      error: 'invalid_request',
    });
    const statuses: number[] = [];
    for (let times = 0; times < 21; times++) statuses.push((await new ConnectedService(world).register()).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('is told of by metadata (RFC 8414)', async () => {
    expect((await anybody.get('/.well-known/oauth-authorization-server')).json()).toMatchObject({
      issuer: 'http://localhost:3000',
      authorization_endpoint: 'http://localhost:3000/oauth/authorize',
      code_challenge_methods_supported: ['S256'],
    });
  });
});

describe('asking the learner', () => {
  it('signs them in first, and brings them back to the very question', async () => {
    const answer = await anybody.get(service.address());
    const next = new URL(String(answer.headers['location']), 'http://localhost').searchParams.get('next') ?? '';
    expect(answer.status).toBe(303);
    expect(Object.fromEntries(new URL(next, 'http://localhost').searchParams)).toEqual(service.request());
    const signIn = await anybody.get(String(answer.headers['location']));
    expect(signIn.text).toContain(next.replaceAll('&', '&amp;'));
  });

  it('shows who asks, for what, and where the answer goes', async () => {
    const { status, text, headers } = await amara.browser.get(service.address());
    expect(status).toBe(200);
    for (const words of ['Backpack', 'backpack.example', 'Riverside University', 'Amara', 'Read the badges'])
      expect(text).toContain(words);
    expect(headers['content-security-policy']).toContain(`form-action 'self' https://backpack.example;`);
  });

  it('escapes the name that the service gave itself', async () => {
    await service.register({ client_name: '<script>alert(1)</script>' });
    const { text } = await amara.browser.get(service.address());
    expect(text).not.toContain('<script>');
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['an unknown service', { client_id: 'nobody' }],
    ['no service', { client_id: undefined }],
    ['another redirect address', { redirect_uri: 'https://evil.example/callback' }],
    ['one that only begins the same', { redirect_uri: `${REDIRECT_URI}/more` }],
    ['one with a query added', { redirect_uri: `${REDIRECT_URI}?more=1` }],
    ['no redirect address', { redirect_uri: undefined }],
  ])('sends nobody anywhere for %s', async (_, changes) => {
    for (const answer of [
      await amara.browser.get(service.address(changes)),
      await amara.browser.submit('/oauth/authorize', { ...service.request(changes), decision: 'allow' }),
    ]) {
      expect(answer).toMatchObject({ status: 400 });
      expect(answer.headers).not.toHaveProperty('location');
      expect(answer.text).toContain('cannot be made');
    }
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ['no state', { state: undefined }, 'invalid_request'],
    ['no challenge', { code_challenge: undefined }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no method', { code_challenge_method: undefined }, 'invalid_request'],
    ['a token at once', { response_type: 'token' }, 'unsupported_response_type'],
    ['a scope it did not register for', { scope: 'everything' }, 'invalid_scope'],
  ])('tells the service of %s', async (_, changes, error) => {
    for (const answer of [
      await amara.browser.get(service.address(changes)),
      await amara.browser.submit('/oauth/authorize', { ...service.request(changes), decision: 'allow' }),
    ]) {
      const location = locationOf(answer);
      expect(`${location.origin}${location.pathname}`).toBe(REDIRECT_URI);
      expect(Object.fromEntries(location.searchParams)).toMatchObject({ error, iss: 'http://localhost:3000' });
      expect(location.searchParams.has('code')).toBe(false);
    }
  });

  it('takes no for an answer, and silence too', async () => {
    for (const form of [{ decision: 'deny' }, { decision: '' }]) {
      const answer = await amara.browser.submit('/oauth/authorize', { ...service.request(), ...form });
      expect(Object.fromEntries(locationOf(answer).searchParams)).toMatchObject({ error: 'access_denied', state: 'the state' });
    }
    expect((await amara.browser.get('/api/v1/me/services')).json()).toEqual([]);
  });

  it('takes no answer from another site, nor from a program without a page', async () => {
    const { app } = world;
    const send = (headers: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: '/oauth/authorize',
        headers: { cookie: amara.browser.cookie ?? '', 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams({ ...service.request(), decision: 'allow' }).toString(),
      });
    expect((await send({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await send({})).statusCode).toBe(403);
    expect((await amara.browser.get('/api/v1/me/services')).json()).toEqual([]);
  });
});

describe('tokens', () => {
  it('are given for a code, with its verifier and the secret, and open what was agreed to', async () => {
    const answer = await service.redeem(await service.allowedBy(amara.browser));
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(answer.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3_600, scope: ALL_SCOPES.join(' ') });
    expect(await profileFor(answer.json<Tokens>())).toMatchObject({ status: 200 });
    const stored = JSON.stringify(await world.rows('select * from service_token'));
    expect(stored).not.toContain(answer.json<Tokens>().access_token);
  });

  it('come once for a code: a second try ends what the first gave', async () => {
    const code = await service.allowedBy(amara.browser);
    const tokens = (await service.redeem(code)).json<Tokens>();
    const again = await service.redeem(code);
    expect({ status: again.status, ...again.json() }).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await profileFor(tokens)).toMatchObject({ status: 401 });
    expect(await service.refresh(tokens.refresh_token)).toMatchObject({ status: 400 });
  });

  it('come to one of two that redeem a code at once', async () => {
    const code = await service.allowedBy(amara.browser);
    const answers = await Promise.all([service.redeem(code), service.redeem(code)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400]);
  });

  it.each<[string, Record<string, string>]>([
    ['another verifier', { code_verifier: 'a'.repeat(43) }],
    ['another redirect address', { redirect_uri: 'https://backpack.example/other' }],
  ])('do not come with %s, nor with that code afterwards', async (_, changes) => {
    const code = await service.allowedBy(amara.browser);
    expect((await service.redeem(code, changes)).json()).toMatchObject({ error: 'invalid_grant' });
    expect((await service.redeem(code)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  it.each(['code', 'code_verifier', 'redirect_uri'])('do not come without a %s', async (field) => {
    const code = await service.allowedBy(amara.browser);
    expect((await service.redeem(code, { [field]: '' })).json()).toMatchObject({ error: 'invalid_request' });
  });

  it('do not come after the time of the code', async () => {
    const code = await service.allowedBy(amara.browser);
    world.clock.advance(10 * 60_000);
    expect((await service.redeem(code)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('do not come to another service, nor without the right secret in HTTP Basic', async () => {
    const code = await service.allowedBy(amara.browser);
    const other = new ConnectedService(world);
    await other.register();
    expect((await other.redeem(code, { code_verifier: service.verifier })).json()).toMatchObject({ error: 'invalid_grant' });
    for (const headers of [{}, service.basic('a'.repeat(43)), { authorization: 'Basic !!!' }]) {
      const fields = { client_id: service.id, client_secret: service.secret };
      const answer = await service.redeem(code, fields, headers);
      expect({ status: answer.status, ...answer.json() }).toMatchObject({ status: 401, error: 'invalid_client' });
      expect(answer.headers['www-authenticate']).toMatch(/^Basic/);
    }
  });

  it('of access end after an hour, and are renewed by refresh tokens that work once', async () => {
    const first = await service.tokensFrom(amara.browser);
    world.clock.advance(61 * 60_000);
    expect(await profileFor(first)).toMatchObject({ status: 401 });
    const second = (await service.refresh(first.refresh_token)).json<Tokens>();
    expect(await profileFor(second)).toMatchObject({ status: 200 });
    // A thief or the service itself: nobody knows which, so both are out.
    expect(await service.refresh(first.refresh_token)).toMatchObject({ status: 400 });
    expect(await profileFor(second)).toMatchObject({ status: 401 });
    expect(await service.refresh(second.refresh_token)).toMatchObject({ status: 400 });
  });

  it('of refresh come only where the learner agreed to it', async () => {
    const tokens = await service.tokensFrom(amara.browser, { scope: `${SCOPE}profile.readonly` });
    expect(tokens).not.toHaveProperty('refresh_token');
    expect((await service.refresh(tokens.access_token)).json()).toMatchObject({ error: 'invalid_grant' });
    const refused = await anybody.get('/ims/ob/v3p0/credentials', bearer(tokens));
    expect({ status: refused.status, ...refused.json() }).toMatchObject({ status: 403, imsx_codeMajor: 'failure' });
    expect(refused.headers['www-authenticate']).toMatch(/^Bearer realm="Cairn", error="insufficient_scope", scope="https:\S+"$/);
  });

  it('can be given back (RFC 7009), which says nothing of tokens that are not theirs', async () => {
    const tokens = await service.tokensFrom(amara.browser);
    const other = new ConnectedService(world);
    await other.register();
    expect(await other.post('/oauth/revoke', { token: tokens.access_token })).toMatchObject({ status: 200 });
    expect(await profileFor(tokens)).toMatchObject({ status: 200 });
    expect(await service.post('/oauth/revoke', { token: tokens.access_token })).toMatchObject({ status: 200 });
    expect(await profileFor(tokens)).toMatchObject({ status: 401 });
    const renewed = (await service.refresh(tokens.refresh_token)).json<Tokens>();
    await service.post('/oauth/revoke', { token: renewed.refresh_token ?? '' });
    expect(await profileFor(renewed)).toMatchObject({ status: 401 });
  });

  it('open nothing of the rest of the API', async () => {
    const tokens = await service.tokensFrom(amara.browser);
    for (const path of ['/api/v1/credentials', '/api/v1/me', '/api/v1/me/services'])
      expect(await anybody.get(path, bearer(tokens))).toMatchObject({ status: 401 });
  });

  it.each(['a grant of its own', ''])('are not given for %j', async (grantType) => {
    const answer = await service.post('/oauth/token', grantType ? { grant_type: grantType } : {});
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.json()).toMatchObject({ error: grantType ? 'unsupported_grant_type' : 'invalid_request' });
  });
});

describe('the learner', () => {
  it('sees the services that they connected, and ends one at once', async () => {
    const noor = await world.member('Noor', ['learner']);
    const tokens = await service.tokensFrom(noor.browser);
    await profileFor(tokens);
    const services = (await noor.browser.get('/api/v1/me/services')).json<{ id: string }[]>();
    expect(services).toEqual([
      {
        id: expect.any(String) as unknown,
        name: 'Backpack',
        scopes: ALL_SCOPES,
        connectedAt: expect.any(String) as unknown,
        lastUsedAt: expect.any(String) as unknown,
      },
    ]);
    const path = `/api/v1/me/services/${services[0]?.id ?? ''}`;
    expect(await amara.browser.delete(path)).toMatchObject({ status: 404 });
    expect(await noor.browser.delete(path)).toMatchObject({ status: 204 });
    expect(await profileFor(tokens)).toMatchObject({ status: 401 });
    expect(await service.refresh(tokens.refresh_token)).toMatchObject({ status: 400 });
    expect((await noor.browser.get('/api/v1/me/services')).json()).toEqual([]);
  });

  it('takes their services along when they are suspended', async () => {
    const sven = await world.member('Sven', ['learner']);
    const tokens = await service.tokensFrom(sven.browser);
    await world.rows('update membership set suspended_at = now() where person_id = $1', [sven.personId]);
    expect(await profileFor(tokens)).toMatchObject({ status: 401 });
  });
});
