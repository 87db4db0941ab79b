import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LtiGuests, sendClaim } from '../support/lti-guests.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';

const PASSWORD = 'four brave little herons';

describe('Who came by an LMS and wants an account of their own', () => {
  let world: LtiWorld;
  let guests: LtiGuests;
  beforeAll(async () => {
    world = await startLtiWorld();
    guests = new LtiGuests(world);
  });
  afterAll(() => world.close());

  let people = 0;
  const address = () => `guest.${(people += 1)}@example.org`;
  const signIn = (email: string) => {
    const browser = guests.browser();
    return browser.post('/api/v1/session', { email, password: PASSWORD }).then((answer) => ({ browser, answer }));
  };

  it('gets one with the letter and the code, stays who they are, and signs in without the LMS', async () => {
    const amara = await guests.launch('Amara Okafor');
    await guests.learn(amara);
    const email = address();
    const { code } = (await guests.ask(amara, email.toUpperCase())).json<{ code: string }>();
    const token = await guests.tokenTo(email);
    const top = guests.browser();
    const shown = await top.get(`/lti/account/${token}`);
    expect(shown.text).toMatch(/An account of your own.*Riverside Learning.*Amara Okafor/s);
    const made = await sendClaim(top, { token, code, newPassword: PASSWORD });
    expect([made.status, made.text]).toEqual([200, expect.stringContaining('It is your account')]);
    expect((await top.get('/api/v1/me')).json()).toMatchObject({ id: amara.personId, email });
    expect(await guests.identityOf(amara)).toMatchObject({ personId: amara.personId, isGuest: false });

    const { browser, answer } = await signIn(email);
    expect(answer.json()).toMatchObject({ person: { id: amara.personId, email }, byLms: false, roles: ['learner'] });
    expect((await browser.get(`/api/v1/enrollments/${amara.enrollmentId}`)).status).toBe(200);
    // In the course everything goes on, and the course is not told the address.
    expect((await amara.browser.get('/api/v1/session')).json()).toMatchObject({ byLms: true, person: { email: null } });
    expect((await amara.browser.get('/api/v1/me/lms-account')).json()).toEqual({
      platform: 'Riverside Learning',
      hasAccount: true,
    });
    expect((await guests.ask(amara, address())).json()).toMatchObject({ code: 'lti.account_settled' });
    const again = await guests.launchAgain(amara);
    expect([again.personId, again.enrollmentId]).toEqual([amara.personId, amara.enrollmentId]);
    expect((await again.browser.get('/api/v1/me')).status).toBe(403);
  });

  it('gets none without the code, and none with it after ten tries', async () => {
    const guest = await guests.launch('Bo Lind');
    const email = address();
    const { token, code } = await guests.asked(guest, email);
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (let tries = 1; tries <= 10; tries++) {
      const refused = await sendClaim(guests.browser(), { token, code: other, newPassword: PASSWORD });
      expect(refused.status).toBe(tries === 10 ? 410 : 422);
    }
    expect((await sendClaim(guests.browser(), { token, code, newPassword: PASSWORD })).status).toBe(410);
    expect((await signIn(email)).answer.status).toBe(401);
    expect(await guests.identityOf(guest)).toMatchObject({ isGuest: true });
  });

  it('uses the link once, even in two browsers at the same moment', async () => {
    const guest = await guests.launch('Cleo Marsh');
    const { token, code } = await guests.asked(guest, address());
    const answers = await Promise.all(
      ['one', 'two'].map(() => sendClaim(guests.browser(), { token, code, newPassword: PASSWORD })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await guests.browser().get(`/lti/account/${token}`)).status).toBe(410);
  });

  it('opens only the newest link, and that for an hour', async () => {
    const guest = await guests.launch('Dov Adler');
    const email = address();
    const first = await guests.asked(guest, email);
    world.riverside.clock.advance(1_000);
    const second = await guests.asked(guest, email);
    expect((await sendClaim(guests.browser(), { ...first, newPassword: PASSWORD })).status).toBe(410);
    world.riverside.clock.advance(3_600_000);
    expect((await sendClaim(guests.browser(), { ...second, newPassword: PASSWORD })).status).toBe(410);
    expect((await guests.browser().get('/lti/account/unknown')).status).toBe(410);
  });

  it('keeps the link when the password is too weak', async () => {
    const guest = await guests.launch('Esi Boateng');
    const { token, code } = await guests.asked(guest, address());
    const weak = await sendClaim(guests.browser(), { token, code, newPassword: 'short' });
    expect([weak.status, weak.text]).toEqual([422, expect.stringContaining('at least 8 characters')]);
    expect((await sendClaim(guests.browser(), { token, code, newPassword: PASSWORD })).status).toBe(200);
  });

  it('is answered the same whether somebody has the address or not', async () => {
    const guest = await guests.launch('Finn Ostby');
    const known = await world.riverside.member('Known', ['learner']);
    const unknown = address();
    const answers = [await guests.ask(guest, known.email), await guests.ask(guest, unknown)];
    const said = answers.map(({ status, headers, json }) => [status, Object.keys(json()), Object.keys(headers).toSorted()]);
    expect(said[0]).toEqual(said[1]);
    expect(await guests.letterTo(known.email)).toContain('You have an account with it already');
    expect(await guests.letterTo(unknown)).not.toContain('You have an account with it already');
    // What the LMS says of them goes to no address that nobody has proved.
    expect(await guests.letterTo(unknown)).not.toContain('Finn');
  });

  it('may ask five times an hour', async () => {
    const guest = await guests.launch('Gus Reed');
    const statuses: number[] = [];
    for (let times = 0; times < 6; times++) statuses.push((await guests.ask(guest, address())).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
  });

  it('gets none while suspended, whenever that happened', async () => {
    const guest = await guests.launch('Hana Sato');
    const { token, code } = await guests.asked(guest, address());
    await world.riverside.rows('update membership set suspended_at = now() where person_id = $1', [guest.personId]);
    expect((await guests.ask(guest, address())).status).toBe(403);
    expect((await guests.browser().get(`/lti/account/${token}`)).text).toContain('One of the two accounts is suspended');
    const refused = await sendClaim(guests.browser(), { token, code, newPassword: PASSWORD });
    expect(refused.status).toBe(409);
    expect(await guests.identityOf(guest)).toMatchObject({ isGuest: true });
  });

  it('asks from within a course only', async () => {
    const member = await world.riverside.member('Ivo', ['learner']);
    expect((await member.browser.get('/api/v1/me/lms-account')).status).toBe(403);
    expect((await guests.ask(member, address())).status).toBe(403);
  });
});
