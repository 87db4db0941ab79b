import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestBrowser } from '../support/browser.js';
import { ADA, addressOf, PASSWORD, type PeopleWorld, personIdOf, startPeopleWorld } from '../support/people.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('Signing in with a password', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  it('answers who I am, where I act and as what', async () => {
    const ada = world.browser();
    const answer = await ada.post('/api/v1/session', { email: ' ADA@Riverside.example ', password: PASSWORD });
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({
      person: { name: 'Ada', email: ADA, operator: true, hasPassword: true },
      institution: { slug: 'my-institution' },
      roles: ['admin'],
      memberships: [{ roles: ['admin'], suspendedAt: null }],
    });
    expect((await ada.get('/api/v1/session')).json()).toEqual(answer.json());
    expect(answer.text).not.toContain('argon2');
  });

  it('keeps only a hash of the session’s token, and gives a cookie that scripts and other sites cannot use', async () => {
    const ada = world.browser();
    const answer = await ada.post('/api/v1/session', { email: ADA, password: PASSWORD });
    expect(answer.setCookie).toMatch(/^cairn=[\w-]{43}; Path=\/; Max-Age=5184000; HttpOnly; SameSite=Lax$/);
    const token = (ada.cookie ?? '').replace('cairn=', '');
    const kept = await world.rows<{ all: string }>(`select string_agg(to_jsonb(session)::text, ' ') as all from session`);
    expect(kept[0]?.all).not.toContain(token);
  });

  it('answers unknown, wrong, passwordless and suspended alike', async () => {
    const jonas = await world.join('Jonas', ['learner']);
    await world.rows('update person set suspended_at = now() where email = $1', [addressOf('Jonas')]);
    const lea = await world.join('Lea', ['learner']);
    await world.rows('update person set password_hash = null where email = $1', [addressOf('Lea')]);
    const refusals = await Promise.all(
      [
        { email: 'nobody@riverside.example', password: PASSWORD },
        { email: 'not an address', password: PASSWORD },
        { email: ADA, password: 'eight loud otters' },
        { email: addressOf('Jonas'), password: PASSWORD },
        { email: addressOf('Lea'), password: PASSWORD },
      ].map((body) => world.browser().post('/api/v1/session', body)),
    );
    for (const { status, setCookie, json } of refusals) {
      const { requestId, ...body } = json();
      expect(requestId).toEqual(expect.any(String));
      expect({ status, body }).toEqual({
        status: 401,
        body: {
          type: '/problems/access.sign_in_failed',
          title: 'This e-mail address and password do not fit',
          status: 401,
          code: 'access.sign_in_failed',
          detail: 'Check both and try again. If you have forgotten the password, ask for a link.',
        },
      });
      expect(setCookie).toBeUndefined();
    }
    expect((await jonas.get('/api/v1/session')).status).toBe(401);
    expect((await lea.get('/api/v1/session')).status).toBe(200);
  });

  it('gives a new session each time and ends the browser’s old one (ASVS 5.0 V7.2.4)', async () => {
    const ada = world.browser();
    await ada.post('/api/v1/session', { email: ADA, password: PASSWORD });
    const fixed = ada.cookie;
    await ada.post('/api/v1/session', { email: ADA, password: PASSWORD });
    expect(ada.cookie).not.toBe(fixed);
    const attacker = world.browser();
    attacker.cookie = fixed;
    expect((await attacker.get('/api/v1/session')).status).toBe(401);
  });

  it('never makes a session of a token that the browser brought along', async () => {
    const planted = 'A'.repeat(43);
    const victim = world.browser();
    victim.cookie = `cairn=${planted}`;
    await victim.post('/api/v1/session', { email: ADA, password: PASSWORD });
    expect(victim.cookie).not.toContain(planted);
    const attacker = world.browser();
    attacker.cookie = `cairn=${planted}`;
    expect((await attacker.get('/api/v1/session')).status).toBe(401);
  });

  it('ends with signing out, on the server too', async () => {
    const ada = world.browser();
    await ada.post('/api/v1/session', { email: ADA, password: PASSWORD });
    const before = ada.cookie;
    const answer = await ada.delete('/api/v1/session');
    expect(answer.status).toBe(204);
    expect(answer.setCookie).toMatch(/^cairn=; Path=\/; Max-Age=0/);
    ada.cookie = before;
    expect((await ada.get('/api/v1/session')).status).toBe(401);
  });

  it('shows where I am signed in, and ends one of them at once', async () => {
    const mehmet = await world.join('Mehmet', ['learner']);
    const phone = world.browser();
    await phone.post('/api/v1/session', { email: addressOf('Mehmet'), password: PASSWORD });
    const sessions = (await mehmet.get('/api/v1/me/sessions')).json<{ id: string; current: boolean; userAgent: string }[]>();
    expect(sessions.map(({ current }) => current)).toEqual([false, true]);
    expect(sessions[0]?.userAgent).toBe('Test browser');
    const other = sessions.find(({ current }) => !current)?.id ?? '';
    expect((await world.ada.delete(`/api/v1/me/sessions/${other}`)).status).toBe(404);
    expect((await mehmet.delete(`/api/v1/me/sessions/${other}`)).status).toBe(204);
    expect((await mehmet.delete(`/api/v1/me/sessions/${other}`)).status).toBe(404);
    expect((await phone.get('/api/v1/session')).status).toBe(401);
    expect((await mehmet.get('/api/v1/session')).status).toBe(200);
  });

  it('signs me out everywhere but here, and nobody else', async () => {
    const sol = await world.join('Sol', ['learner']);
    const phone = world.browser();
    await phone.post('/api/v1/session', { email: addressOf('Sol'), password: PASSWORD });
    expect((await sol.delete('/api/v1/me/sessions')).status).toBe(204);
    expect((await phone.get('/api/v1/session')).status).toBe(401);
    expect((await sol.get('/api/v1/session')).status).toBe(200);
    expect((await world.ada.get('/api/v1/session')).status).toBe(200);
  });

  it('lets a role count with the next request, and end with the next request (ASVS 5.0 V8.3.2)', async () => {
    const noor = await world.join('Noor', ['learner']);
    const id = await personIdOf(noor);
    expect((await noor.get('/api/v1/members')).status).toBe(403);
    await world.ada.post(`/api/v1/members/${id}/roles`, { role: 'office' });
    expect((await noor.get('/api/v1/members')).status).toBe(200);
    await world.ada.delete(`/api/v1/members/${id}/roles/office`);
    expect((await noor.get('/api/v1/members')).status).toBe(403);
  });

  it('refuses a person who is suspended meanwhile at once', async () => {
    const olu = await world.join('Olu', ['learner']);
    await world.rows('update person set suspended_at = now() where email = $1', [addressOf('Olu')]);
    expect((await olu.get('/api/v1/session')).status).toBe(401);
  });
});

describe('Acting for one of several institutions', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  it('changes the institution, the roles and the token', async () => {
    const opened = await world.ada.post('/api/v1/institutions', {
      slug: 'hillside',
      name: 'Hillside College',
      language: 'en',
      timeZone: 'Europe/Dublin',
    });
    expect(opened.status).toBe(201);
    const hillside = opened.json<{ id: string }>().id;
    const before = world.ada.cookie;
    const moved = await world.ada.put('/api/v1/session/institution', { institutionId: hillside });
    expect(moved.json()).toMatchObject({ institution: { id: hillside, name: 'Hillside College' }, roles: ['admin'] });
    expect(world.ada.cookie).not.toBe(before);
    const old = world.browser();
    old.cookie = before;
    expect((await old.get('/api/v1/session')).status).toBe(401);
    expect((await world.ada.get('/api/v1/institution')).json()).toMatchObject({ slug: 'hillside' });
    await world.ada.put('/api/v1/session/institution', { institutionId: world.institutionId });
  });

  it('begins the next session where the last one acted', async () => {
    const hillside = (await world.rows<{ id: string }>(`select id from institution where slug = 'hillside'`))[0]?.id ?? '';
    await world.ada.put('/api/v1/session/institution', { institutionId: hillside });
    const elsewhere = world.browser();
    const answer = await elsewhere.post('/api/v1/session', { email: ADA, password: PASSWORD });
    expect(answer.json()).toMatchObject({ institution: { id: hillside } });
    await world.ada.put('/api/v1/session/institution', { institutionId: world.institutionId });
  });

  it('refuses an institution that one does not belong to like one that is not there', async () => {
    const lea = await world.join('Lea', ['learner']);
    const hillside = (await world.rows<{ id: string }>(`select id from institution where slug = 'hillside'`))[0]?.id ?? '';
    const foreign = await lea.put('/api/v1/session/institution', { institutionId: hillside });
    const absent = await lea.put('/api/v1/session/institution', { institutionId: '01890000-0000-7000-8000-000000000000' });
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect({ ...foreign.json<object>(), requestId: '' }).toEqual({ ...absent.json<object>(), requestId: '' });
  });

  it('leaves who is suspended there signed in, but acting nowhere', async () => {
    const jonas = await world.join('Jonas', ['office']);
    await world.ada.post(`/api/v1/members/${await personIdOf(jonas)}/suspension`);
    expect((await jonas.get('/api/v1/session')).json()).toMatchObject({
      institution: null,
      roles: [],
      memberships: [{ suspendedAt: expect.any(String) }],
    });
    expect((await jonas.get('/api/v1/members')).status).toBe(403);
    expect((await jonas.put('/api/v1/session/institution', { institutionId: world.institutionId })).status).toBe(404);
  });
});

describe('Requests from elsewhere', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  const change = { method: 'PATCH', url: '/api/v1/me', payload: { name: 'Ada' } } as const;

  it('refuses a change that brings a cookie and says not where it comes from', async () => {
    const headers = { cookie: world.ada.cookie ?? '' };
    const silent = await world.app.inject({ ...change, headers });
    expect([silent.statusCode, silent.json<{ code: string }>().code]).toEqual([403, 'access.cross_site']);
    const program = await world.app.inject({ ...change, headers: { ...headers, 'x-cairn-request': '1' } });
    expect(program.statusCode).toBe(200);
  });

  it('refuses changes and sign-ins that another site sends', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
    ]) {
      const forged = await world.app.inject({ ...change, headers: { ...headers, cookie: world.ada.cookie ?? '' } });
      expect(forged.statusCode).toBe(403);
      const planted = await world.app.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: `email=${ADA}&password=${PASSWORD}`,
      });
      expect([planted.statusCode, planted.headers['set-cookie']]).toEqual([403, undefined]);
    }
  });

  it('reads with a cookie from anywhere, because reading changes nothing', async () => {
    const reading = await world.app.inject({ method: 'GET', url: '/api/v1/me', headers: { cookie: world.ada.cookie ?? '' } });
    expect(reading.statusCode).toBe(200);
  });
});

describe('Guessing passwords', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  it('stops after ten wrong tries for an account, from wherever they come, known or not', async () => {
    await world.join('Lea', ['learner']);
    for (const email of [addressOf('Lea'), 'nobody@riverside.example']) {
      const tries = [];
      for (let count = 0; count < 11; count++)
        tries.push(await world.browser().post('/api/v1/session', { email, password: `guess ${count}` }));
      expect(tries.map(({ status }) => status)).toEqual([...Array<number>(10).fill(401), 429]);
      expect(Number(tries.at(-1)?.headers['retry-after'])).toBeGreaterThan(800);
    }
    const right = await world.browser().post('/api/v1/session', { email: addressOf('Lea'), password: PASSWORD });
    expect([right.status, right.json()['code']]).toEqual([429, 'request.too_many']);
  });

  it('counts tries on every path that asks for the password', async () => {
    const jonas = await world.join('Jonas', ['learner']);
    for (let count = 0; count < 5; count++) {
      expect(
        (await jonas.put('/api/v1/me/password', { currentPassword: 'wrong', newPassword: 'nine green otters' })).status,
      ).toBe(422);
      expect((await jonas.put('/api/v1/me/email', { email: 'new@riverside.example', password: 'wrong' })).status).toBe(422);
    }
    expect((await world.browser().post('/api/v1/session', { email: addressOf('Jonas'), password: PASSWORD })).status).toBe(429);
    const page = await world.browser().submit('/sign-in', { email: addressOf('Jonas'), password: PASSWORD });
    expect([page.status, page.text.includes('Too many tries')]).toEqual([429, true]);
  });

  it('forgives an account after a success', async () => {
    await world.join('Mehmet', ['learner']);
    for (let round = 0; round < 2; round++) {
      const browser = world.browser();
      for (let count = 0; count < 9; count++)
        await browser.post('/api/v1/session', { email: addressOf('Mehmet'), password: 'wrong' });
      expect((await browser.post('/api/v1/session', { email: addressOf('Mehmet'), password: PASSWORD })).status).toBe(201);
    }
  });

  it('stops after a hundred failures from one network, which successes in between do not excuse', async () => {
    const campus = { 'x-forwarded-for': '2001:db8:5:5::1' };
    const attempt = (email: string, password: string) =>
      new TestBrowser(world.app, campus).post('/api/v1/session', { email, password });
    for (let round = 0; round < 10; round++) {
      await Promise.all(Array.from({ length: 10 }, (_, index) => attempt(`n${round}.${index}@riverside.example`, 'guess')));
      if (round < 9) expect((await attempt(ADA, PASSWORD)).status).toBe(201);
    }
    expect((await attempt(ADA, PASSWORD)).status).toBe(429);
    const neighbour = new TestBrowser(world.app, { 'x-forwarded-for': '2001:db8:5:5:ffff::9' });
    expect((await neighbour.post('/api/v1/session', { email: ADA, password: PASSWORD })).status).toBe(429);
    const forged = new TestBrowser(world.app, { 'x-forwarded-for': '198.51.100.1, 2001:db8:5:5::1' });
    expect((await forged.post('/api/v1/session', { email: ADA, password: PASSWORD })).status).toBe(429);
    expect((await world.browser().post('/api/v1/session', { email: ADA, password: PASSWORD })).status).toBe(201);
  });
});

describe('Time and https', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld({ CAIRN_PUBLIC_URL: 'https://cairn.riverside.example' });
  });
  afterAll(() => world.close());

  it('binds the cookie to the host over https, and takes no other', async () => {
    const ada = world.browser();
    const answer = await ada.post('/api/v1/session', { email: ADA, password: PASSWORD });
    expect(answer.setCookie).toMatch(/^__Host-cairn=[\w-]{43}; Path=\/; Max-Age=5184000; HttpOnly; Secure; SameSite=Lax$/);
    expect((await ada.get('/api/v1/session')).status).toBe(200);
    ada.cookie = (ada.cookie ?? '').replace('__Host-', '');
    expect((await ada.get('/api/v1/session')).status).toBe(401);
  });

  it('notes when a session was last seen, to the minute', async () => {
    const seen = async () =>
      (await world.rows<{ at: Date }>('select max(last_seen_at) as at from session where revoked_at is null'))[0]?.at.getTime() ??
      0;
    await world.ada.post('/api/v1/session', { email: ADA, password: PASSWORD });
    const opened = await seen();
    world.clock.advance(MINUTE / 2);
    await world.ada.get('/api/v1/me');
    expect(await seen()).toBe(opened);
    world.clock.advance(MINUTE);
    await world.ada.get('/api/v1/me');
    expect(await seen()).toBeGreaterThanOrEqual(opened + 1.5 * MINUTE);
  });

  it('ends a session that nobody used for 14 days, and any after 60', async () => {
    const used = world.browser();
    const forgotten = world.browser();
    await used.post('/api/v1/session', { email: ADA, password: PASSWORD });
    await forgotten.post('/api/v1/session', { email: ADA, password: PASSWORD });
    for (let days = 13; days < 60; days += 13) {
      world.clock.advance(13 * DAY);
      expect((await used.get('/api/v1/me')).status).toBe(200);
    }
    expect((await forgotten.get('/api/v1/me')).status).toBe(401);
    world.clock.advance(8 * DAY);
    expect((await used.get('/api/v1/me')).status).toBe(401);
  });
});
