import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PrepareFirstAdministrator } from '../../src/modules/people/index.js';
import { ADA, addressOf, PASSWORD, type PeopleWorld, personIdOf, startPeopleWorld, tokenOf } from '../support/people.js';

const HOUR = 3_600_000;

describe('My details', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  it('lets me change how I am called and addressed', async () => {
    const lea = await world.join('Lea', ['learner']);
    const answer = await lea.patch('/api/v1/me', { name: ' Lea  Żak', locale: 'de-ch', timeZone: 'europe/zurich' });
    expect(answer.json()).toMatchObject({ name: 'Lea Żak', locale: 'de-CH', timeZone: 'Europe/Zurich', operator: false });
    expect((await lea.get('/api/v1/me')).json()).toEqual(answer.json());
  });

  it('says of each field why it cannot be used', async () => {
    const answer = await world.ada.patch('/api/v1/me', { name: '\u202e', locale: 'not a tag', timeZone: 'Mars/Olympus' });
    expect(answer.status).toBe(422);
    expect(answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toEqual([
      'name',
      'locale',
      'timeZone',
    ]);
  });

  it('lets nobody make themselves an operator, or another person (ASVS 5.0 V15.3.3)', async () => {
    const jonas = await world.join('Jonas', ['learner']);
    for (const change of [
      { operator: true },
      { id: await personIdOf(world.ada) },
      { email: ADA },
      { suspendedAt: null },
      { passwordHash: '' },
    ]) {
      expect((await jonas.patch('/api/v1/me', change)).status).toBe(400);
    }
    const opening = { slug: 'hillside', name: 'Hillside', language: 'en', timeZone: 'UTC' };
    expect((await jonas.post('/api/v1/institutions', opening)).status).toBe(403);
  });

  it('tells an operator what is wrong with a new institution', async () => {
    const taken = { slug: 'my-institution', name: 'Again', language: 'en', timeZone: 'UTC' };
    expect((await world.ada.post('/api/v1/institutions', taken)).json()).toMatchObject({
      code: 'institution.slug_taken',
      status: 409,
    });
    expect((await world.ada.post('/api/v1/institutions', { ...taken, slug: 'No Spaces' })).status).toBe(400);
    expect((await world.ada.post('/api/v1/institutions', { ...taken, slug: 'x', timeZone: 'Nowhere' })).status).toBe(400);
    expect((await world.ada.post('/api/v1/institutions', { ...taken, slug: 'xyz', timeZone: 'Nowhere' })).status).toBe(422);
  });
});

describe('Changing the password', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  it('needs the current one', async () => {
    for (const body of [{ newPassword: 'nine green otters' }, { currentPassword: 'wrong', newPassword: 'nine green otters' }]) {
      const answer = await world.ada.put('/api/v1/me/password', body);
      expect(answer.json()).toMatchObject({ status: 422, code: 'person.wrong_password', errors: [{ field: 'currentPassword' }] });
    }
  });

  it.each([
    ['otters', 'too_short'],
    ['Password123!', 'too_common'],
    ['xx-ada@riverside.example', 'contains_email'],
    ['o'.repeat(20) + 'tters '.repeat(45), 'too_long'],
  ])('refuses %s', async (newPassword, code) => {
    const answer = await world.ada.put('/api/v1/me/password', { currentPassword: PASSWORD, newPassword });
    expect(answer.json()).toMatchObject({ status: 422, code: 'person.unfit_password', errors: [{ field: 'newPassword', code }] });
  });

  it('ends every other session, rotates this one, and tells the person', async () => {
    const lea = await world.join('Lea', ['learner']);
    const phone = world.browser();
    await phone.post('/api/v1/session', { email: addressOf('Lea'), password: PASSWORD });
    const before = lea.cookie;
    expect((await lea.put('/api/v1/me/password', { currentPassword: PASSWORD, newPassword: 'nine green otters' })).status).toBe(
      204,
    );
    expect((await phone.get('/api/v1/me')).status).toBe(401);
    expect((await lea.get('/api/v1/me')).status).toBe(200);
    phone.cookie = before;
    expect((await phone.get('/api/v1/me')).status).toBe(401);
    expect((await world.letters(addressOf('Lea')))[0]?.subject).toBe('Your password for Cairn was changed');
    expect((await phone.post('/api/v1/session', { email: addressOf('Lea'), password: PASSWORD })).status).toBe(401);
    expect((await phone.post('/api/v1/session', { email: addressOf('Lea'), password: 'nine green otters' })).status).toBe(201);
  });

  it('records who changed it and never the password', async () => {
    const events = await world.rows<{ type: string; particulars: object }>(
      `select type, particulars from event where type = 'person.password_changed'`,
    );
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toContain('otters');
  });
});

describe('A forgotten password', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  const ask = (email: string) => world.browser().post('/api/v1/password-resets', { email });
  const reset = (token: string, newPassword: string) => world.browser().submit('/sign-in/link', { token, newPassword });

  it('is answered the same whether somebody has the address', async () => {
    const [known, unknown] = await Promise.all([ask(ADA), ask('nobody@riverside.example')]);
    expect([known?.status, known?.text]).toEqual([202, '']);
    expect([unknown?.status, unknown?.text]).toEqual([202, '']);
    expect(await world.letters('nobody@riverside.example')).toEqual([]);
    expect((await world.letters(ADA))[0]?.subject).toBe('Choose a new password for Cairn');
  });

  it('is replaced with the link, once; every session ends and a new one begins', async () => {
    const lea = await world.join('Lea', ['learner']);
    await ask(addressOf('Lea'));
    const token = tokenOf(await world.link(addressOf('Lea')));
    expect((await reset(token, 'otters')).status).toBe(422);
    const chosen = await reset(token, 'nine green otters');
    expect([chosen.status, chosen.headers['location']]).toEqual([303, '/app']);
    expect(chosen.setCookie).toContain('cairn=');
    expect((await lea.get('/api/v1/me')).status).toBe(401);
    expect((await reset(token, 'ten blue otters')).status).toBe(410);
    expect(
      (await world.browser().post('/api/v1/session', { email: addressOf('Lea'), password: 'nine green otters' })).status,
    ).toBe(201);
  });

  it('gives only the newest link, for an hour', async () => {
    await world.join('Jonas', ['learner']);
    await ask(addressOf('Jonas'));
    const first = tokenOf(await world.link(addressOf('Jonas')));
    await ask(addressOf('Jonas'));
    const second = tokenOf(await world.link(addressOf('Jonas')));
    expect((await reset(first, 'nine green otters')).status).toBe(410);
    world.clock.advance(HOUR + 1);
    expect((await reset(second, 'nine green otters')).status).toBe(410);
  });

  it('opens nothing for who is suspended, before and after the link was sent', async () => {
    await world.join('Olu', ['learner']);
    await ask(addressOf('Olu'));
    const token = tokenOf(await world.link(addressOf('Olu')));
    await world.rows('update person set suspended_at = now() where email = $1', [addressOf('Olu')]);
    expect((await reset(token, 'nine green otters')).status).toBe(410);
    const letters = (await world.letters(addressOf('Olu'))).length;
    await ask(addressOf('Olu'));
    expect(await world.letters(addressOf('Olu'))).toHaveLength(letters);
  });

  it('can be asked for five times an hour for one address, known or not', async () => {
    await world.join('Mehmet', ['learner']);
    for (const email of [addressOf('Mehmet'), 'somebody@riverside.example']) {
      const answers = [];
      for (let count = 0; count < 6; count++) answers.push((await ask(email)).status);
      expect(answers).toEqual([202, 202, 202, 202, 202, 429]);
    }
  });

  it('is used up by one of two who try at once', async () => {
    await world.join('Noor', ['learner']);
    await ask(addressOf('Noor'));
    const token = tokenOf(await world.link(addressOf('Noor')));
    const tries = await Promise.all([reset(token, 'nine green otters'), reset(token, 'ten blue otters')]);
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([303, 410]));
  });

  it('leaves no token in the database', async () => {
    await ask(ADA);
    const token = tokenOf(await world.link(ADA));
    const [kept] = await world.rows<{ all: string }>(
      `select string_agg(to_jsonb(sign_in_link)::text, ' ') as all from sign_in_link`,
    );
    expect(kept?.all).not.toContain(token);
  });
});

describe('Another e-mail address', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  it('counts when the link sent there is used, and the old address hears of it', async () => {
    const lea = await world.join('Lea', ['learner']);
    const asked = await lea.put('/api/v1/me/email', { email: 'Lea.New@riverside.example', password: PASSWORD });
    expect([asked.status, asked.json()]).toEqual([202, { confirmed: false }]);
    expect((await lea.get('/api/v1/me')).json()).toMatchObject({ email: addressOf('Lea') });
    const path = await world.link('lea.new@riverside.example');
    expect((await world.browser().get(path)).text).toContain('lea.new@riverside.example');
    const used = await world.browser().submit('/sign-in/link', { token: tokenOf(path) });
    expect([used.status, used.setCookie]).toEqual([200, undefined]);
    expect((await lea.get('/api/v1/me')).json()).toMatchObject({ email: 'lea.new@riverside.example' });
    expect((await world.letters(addressOf('Lea')))[0]?.subject).toBe('Your e-mail address for Cairn was changed');
    expect((await world.browser().submit('/sign-in/link', { token: tokenOf(path) })).status).toBe(410);
  });

  it('is never taken from somebody else, and the asker does not learn of them', async () => {
    const jonas = await world.join('Jonas', ['learner']);
    const asked = await jonas.put('/api/v1/me/email', { email: ADA, password: PASSWORD });
    expect([asked.status, asked.json()]).toEqual([202, { confirmed: false }]);
    const [letter] = await world.letters(ADA);
    expect(letter?.body).not.toContain('/sign-in/link/');
    expect((await jonas.get('/api/v1/me')).json()).toMatchObject({ email: addressOf('Jonas') });
  });

  it('is refused when somebody came by it before the link was used', async () => {
    const mehmet = await world.join('Mehmet', ['learner']);
    await mehmet.put('/api/v1/me/email', { email: addressOf('Noor'), password: PASSWORD });
    const token = tokenOf(await world.link(addressOf('Noor')));
    await world.join('Noor', ['learner']);
    expect((await world.browser().submit('/sign-in/link', { token })).status).toBe(410);
  });

  it('needs the password, and an address', async () => {
    const answer = await world.ada.put('/api/v1/me/email', { email: 'other@riverside.example' });
    expect(answer.json()).toMatchObject({ status: 422, code: 'person.wrong_password' });
    expect((await world.ada.put('/api/v1/me/email', { email: 'nonsense', password: PASSWORD })).json()).toMatchObject({
      code: 'person.unfit_details',
      errors: [{ field: 'email' }],
    });
  });

  it('spoils a reset link that went to the old address', async () => {
    const olu = await world.join('Olu', ['learner']);
    await world.browser().post('/api/v1/password-resets', { email: addressOf('Olu') });
    const old = tokenOf(await world.link(addressOf('Olu')));
    await olu.put('/api/v1/me/email', { email: 'olu.new@riverside.example', password: PASSWORD });
    await world.browser().submit('/sign-in/link', { token: tokenOf(await world.link('olu.new@riverside.example')) });
    expect((await world.browser().submit('/sign-in/link', { token: old, newPassword: 'nine green otters' })).status).toBe(410);
  });
});

describe('The first administrator', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  it('gets no more links once they can sign in', async () => {
    expect(await world.app.get(PrepareFirstAdministrator).run()).toBeNull();
  });

  it('gets a fresh link at each start while they have no password, and the older one stops working', async () => {
    await world.rows('update person set password_hash = null where email = $1', [ADA]);
    const first = await world.app.get(PrepareFirstAdministrator).run();
    const second = await world.app.get(PrepareFirstAdministrator).run();
    expect(first).toMatch(/^\/sign-in\/link\/[\w-]{43}$/);
    expect((await world.browser().get(first ?? '')).status).toBe(410);
    const opened = world.browser();
    for (let preview = 0; preview < 3; preview++) expect((await opened.get(second ?? '')).status).toBe(200);
    const used = await opened.submit('/sign-in/link', { token: tokenOf(second ?? '') });
    expect([used.status, used.headers['location']]).toEqual([303, '/app/first-steps']);
    expect((await opened.get('/api/v1/session')).json()).toMatchObject({
      roles: ['admin'],
      person: { hasPassword: false, operator: true },
    });
    expect((await world.browser().submit('/sign-in/link', { token: tokenOf(second ?? '') })).status).toBe(410);
  });

  it('may use the link for a day', async () => {
    const path = await world.app.get(PrepareFirstAdministrator).run();
    world.clock.advance(24 * HOUR + 1);
    expect((await world.browser().get(path ?? '')).status).toBe(410);
  });

  it('changes the address of a session that is not fresh only after signing in again', async () => {
    const path = await world.app.get(PrepareFirstAdministrator).run();
    const ada = world.browser();
    await ada.submit('/sign-in/link', { token: tokenOf(path ?? '') });
    world.clock.advance(HOUR);
    expect((await ada.put('/api/v1/me/email', { email: 'ada.new@riverside.example' })).json()).toMatchObject({
      status: 403,
      code: 'access.fresh_sign_in_needed',
    });
  });
});
