import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADA, addressOf, PASSWORD, type PeopleWorld, startPeopleWorld, tokenOf } from '../support/people.js';

describe('Pages for people, without JavaScript', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  it('lead whoever is not signed in through the form to where they wanted to go', async () => {
    const ada = world.browser();
    const wanted = await ada.get('/account?done=email');
    expect([wanted.status, wanted.headers['location']]).toEqual([303, '/sign-in?next=%2Faccount%3Fdone%3Demail']);
    const form = await ada.get(String(wanted.headers['location']));
    expect(form.text).toContain('<input type="hidden" name="next" value="/account?done=email"');
    const sent = await ada.submit('/sign-in', { email: ADA, password: PASSWORD, next: '/account?done=email' });
    expect([sent.status, sent.headers['location']]).toEqual([303, '/account?done=email']);
    expect((await ada.get('/sign-in')).headers['location']).toBe('/app');
    expect((await ada.get('/account')).text).toContain('<dd>My institution</dd>');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never lead to %s',
    async (next) => {
      const sent = await world.browser().submit('/sign-in', { email: ADA, password: PASSWORD, next });
      expect(sent.headers['location']).toBe('/app');
      expect((await world.browser().get(`/sign-in?next=${encodeURIComponent(next)}`)).text).toContain('name="next" value="/app"');
    },
  );

  it('show a refused form again, with what was typed but not the password', async () => {
    const refused = await world.browser().submit('/sign-in', { email: '"><script>x</script>', password: 'wrong otters' });
    expect(refused.status).toBe(401);
    expect(refused.text).toContain('role="alert"');
    expect(refused.text).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
    expect(refused.text).not.toContain('wrong otters');
    expect(refused.text).not.toContain('<script>x');
  });

  it('are kept by nobody, name no address to other sites and cannot be framed', async () => {
    for (const path of ['/sign-in', '/password-reset', '/account']) {
      const { headers } = await world.ada.get(path);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  it('answer what cannot be read as a form with a refusal, not a fault', async () => {
    const missing = await world.browser().submit('/sign-in', { email: ADA });
    expect([missing.status, missing.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    const unknown = await world.browser().submit('/sign-in', { email: ADA, password: PASSWORD, operator: 'true' });
    expect(unknown.status).toBe(400);
    for (const path of ['/sign-in', '/password-reset']) {
      expect(
        (await world.browser().submit(path, { email: 'a\u0000b@riverside.example', password: 'x\u0000' })).status,
      ).toBeLessThan(500);
    }
    const token = tokenOf(await inviteLea());
    const named = await world.browser().submit('/invitations/acceptance', { token, name: 'Lea\u0000', password: PASSWORD });
    expect([named.status, named.json<{ errors: { field: string }[] }>().errors[0]?.field]).toEqual([400, 'name']);
  });

  it('lead a newcomer by their invitation to the offering whose link brought them, once', async () => {
    const way = '/go/0193a1f0-7c1e-7c4b-9a51-5f0d6d2f3a10?show=project';
    await world.ada.post('/api/v1/invitations', { email: addressOf('Wanda'), name: 'Wanda', roles: ['learner'] });
    const wanda = world.browser();
    const asked = await wanda.get(way, { accept: 'text/html' });
    const signIn = await wanda.get(String(asked.headers['location']));
    expect(signIn.setCookie).toMatch(/^cairn-way=.*Max-Age=1209600; .*HttpOnly.*SameSite=Lax/);
    const kept = wanda.cookie;
    const token = tokenOf(await world.link(addressOf('Wanda')));
    const refused = await wanda.submit('/invitations/acceptance', { token, name: 'Wanda', password: 'short' });
    expect([refused.status, refused.setCookie]).toEqual([422, undefined]);
    const accepted = await wanda.submit('/invitations/acceptance', { token, name: 'Wanda', password: PASSWORD });
    expect(accepted.headers['location']).toBe(way);
    expect([accepted.headers['set-cookie']].flat()).toContainEqual(expect.stringMatching(/^cairn-way=;.*Max-Age=0/));

    // Another letter, in a browser that kept it: a link that signs in does so too.
    await world.browser().submit('/password-reset', { email: addressOf('Wanda') });
    const other = world.browser();
    other.cookie = kept;
    const reset = { token: tokenOf(await world.link(addressOf('Wanda'))), newPassword: 'eight calm otters' };
    expect((await other.submit('/sign-in/link', reset)).headers['location']).toBe(way);
  });

  it('keep no way for who signs in, none that says something of a person, and believe no cookie', async () => {
    const shown = await world.browser().get('/sign-in?next=%2Fapp%2Flearning%2F7');
    expect(shown.setCookie).toBeUndefined();
    const ada = world.browser();
    await ada.get('/sign-in?next=%2Fgo%2F7');
    const signedIn = await ada.submit('/sign-in', { email: ADA, password: PASSWORD, next: '/account' });
    expect(signedIn.headers['location']).toBe('/account');
    expect([signedIn.headers['set-cookie']].flat()).toContainEqual(expect.stringMatching(/^cairn-way=;/));
    for (const [at, planted] of ['https://evil.example/go/', '/%2Fevil.example', '%E0%A4%A', '/account'].entries()) {
      const name = `Visitor${at}`;
      await world.ada.post('/api/v1/invitations', { email: addressOf(name), name, roles: ['learner'] });
      const visitor = world.browser();
      visitor.cookie = `cairn-way=${planted}`;
      const token = tokenOf(await world.link(addressOf(name)));
      const accepted = await visitor.submit('/invitations/acceptance', { token, name, password: PASSWORD });
      expect([planted, accepted.headers['location']]).toEqual([planted, '/app']);
    }
  });

  const inviteLea = async () => {
    await world.ada.post('/api/v1/invitations', { email: addressOf('Lea'), name: 'Lea', roles: ['learner'] });
    return world.link(addressOf('Lea'));
  };

  it('let a newcomer accept an invitation', async () => {
    const path = await inviteLea();
    const lea = world.browser();
    const shown = await lea.get(path);
    expect(shown.text).toContain('Join My institution');
    expect(shown.text).toContain('value="Lea"');
    const short = await lea.submit('/invitations/acceptance', { token: tokenOf(path), name: 'Lea', password: 'otters' });
    expect([short.status, short.text.includes('id="password-fault"')]).toEqual([422, true]);
    const sent = await lea.submit('/invitations/acceptance', { token: tokenOf(path), name: 'Lea', password: PASSWORD });
    expect(sent.headers['location']).toBe('/app');
    expect((await lea.get('/account')).text).toContain('<dd>My institution</dd>');
    expect((await lea.get(path)).text).toContain('You have accepted');
  });

  it('offer to sign out to who is signed in as somebody else', async () => {
    await world.ada.post('/api/v1/invitations', { email: addressOf('Jonas'), name: 'Jonas', roles: ['learner'] });
    expect((await world.ada.get(await world.link(addressOf('Jonas')))).text).toContain('You are signed in as somebody else');
  });

  it('show the mailbox to administrators only', async () => {
    const mehmet = await world.join('Mehmet', ['instructor']);
    expect((await world.ada.get('/account')).text).toContain('href="/mailbox"');
    expect((await mehmet.get('/account')).text).not.toContain('href="/mailbox"');
    expect((await mehmet.get('/account')).text).toContain('href="/api/docs"');
  });

  it('change the password and show its fault at its field', async () => {
    const noor = await world.join('Noor', ['learner']);
    const wrong = await noor.submit('/account/password', { currentPassword: 'wrong', newPassword: 'nine green otters' });
    expect([wrong.status, wrong.text.includes('id="currentPassword-fault"')]).toEqual([422, true]);
    const right = await noor.submit('/account/password', { currentPassword: PASSWORD, newPassword: 'nine green otters' });
    expect(right.headers['location']).toBe('/account?done=password');
    expect((await noor.get('/account?done=password')).text).toContain('Your password is saved');
    const address = await noor.submit('/account/email', { email: 'nonsense', password: 'nine green otters' });
    expect([address.status, address.text.includes('id="email-fault"')]).toEqual([422, true]);
    const asked = await noor.submit('/account/email', { email: 'noor.new@riverside.example', password: 'nine green otters' });
    expect(asked.headers['location']).toBe('/account?done=confirmation');
  });

  it('reset a forgotten password, showing a fault without using up the link', async () => {
    const asked = await world.browser().submit('/password-reset', { email: addressOf('Mehmet') });
    expect(asked.text).toContain('Look at your mail');
    const path = await world.link(addressOf('Mehmet'));
    const mehmet = world.browser();
    expect((await mehmet.get(path)).text).toContain('name="newPassword"');
    const common = await mehmet.submit('/sign-in/link', { token: tokenOf(path), newPassword: 'password1' });
    expect([common.status, common.text.includes('id="newPassword-fault"')]).toEqual([422, true]);
    expect((await mehmet.submit('/sign-in/link', { token: tokenOf(path), newPassword: 'nine green otters' })).status).toBe(303);
    expect((await mehmet.get(path)).text).toContain('This link cannot be used');
  });

  it('move between institutions, and sign out', async () => {
    const opened = await world.ada.post('/api/v1/institutions', {
      slug: 'hillside',
      name: 'Hillside',
      language: 'en',
      timeZone: 'UTC',
    });
    const institutionId = opened.json<{ id: string }>().id;
    expect((await world.ada.get('/account')).text).toContain('Act for Hillside');
    expect((await world.ada.submit('/account/institution', { institutionId })).status).toBe(303);
    expect((await world.ada.get('/account')).text).toContain('<dd>Hillside</dd>');
    expect(
      (await world.ada.submit('/account/institution', { institutionId: '01890000-0000-7000-8000-000000000000' })).status,
    ).toBe(404);
    const left = await world.ada.submit('/sign-out', {});
    expect([left.status, left.headers['location']]).toEqual([303, '/sign-in']);
    expect((await world.ada.get('/account')).status).toBe(303);
    expect((await world.ada.submit('/sign-out', {})).status).toBe(303);
  });
});
