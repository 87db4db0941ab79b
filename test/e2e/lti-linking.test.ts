import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestBrowser } from '../support/browser.js';
import { type Launched, LtiGuests, sendClaim } from '../support/lti-guests.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';
import type { Member } from '../support/worlds.js';

const PASSWORD = 'four brave little herons';
const WAYS = '/api/v1/me/lms-ways-in';

describe('An account that there is already', () => {
  let world: LtiWorld;
  let guests: LtiGuests;
  beforeAll(async () => {
    world = await startLtiWorld();
    guests = new LtiGuests(world);
  });
  afterAll(() => world.close());

  const linked = async (member: Member, guest: Launched): Promise<Launched> => {
    const { token, code } = await guests.asked(guest, member.email);
    const { status, text } = await sendClaim(member.browser, { token, code });
    if (status !== 200) throw new Error(text);
    return guests.launchAgain(guest);
  };
  const waysOf = async ({ browser }: { browser: TestBrowser }) =>
    (await browser.get(WAYS)).json<{ id: string; platform: string; institution: string; lastLaunchAt: string | null }[]>();
  const eventsOf = (personId: string) =>
    world.riverside.rows<{ type: string }>(
      `select type from event where subject_id = $1 and type like 'lti.%' order by occurred_at`,
      [personId],
    );

  it('is whom the course opens from then on, with the place that the guest had', async () => {
    const lea = await world.riverside.member('Lea', ['learner']);
    const guest = await guests.launch('L. Berger');
    const { token, code } = await guests.asked(guest, lea.email);
    const shown = await lea.browser.get(`/lti/account/${token}`);
    expect(shown.text).toMatch(/Link your account.*Riverside Learning.*L\. Berger.*Whoever opens the course/s);
    expect(shown.text).not.toContain('name="password"');
    const done = await sendClaim(lea.browser, { token, code });
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('Your account is linked')]);
    expect((await guest.browser.get('/api/v1/session')).status).toBe(401);
    const again = await guests.launchAgain(guest);
    expect([again.personId, again.enrollmentId]).toEqual([lea.personId, guest.enrollmentId]);
    expect((await lea.browser.get(`/api/v1/enrollments/${guest.enrollmentId}`)).status).toBe(200);
    expect(await guests.letterTo(lea.email)).toContain('opens your account');
    expect(await eventsOf(lea.personId)).toEqual([{ type: 'lti.account_linked' }]);
  });

  it('is linked by its password where nobody is signed in to it', async () => {
    const mia = await world.riverside.member('Mia', ['learner']);
    expect((await mia.browser.put('/api/v1/me/password', { newPassword: PASSWORD })).status).toBe(204);
    const { token, code } = await guests.asked(await guests.launch('M. Roth'), mia.email);
    const other = guests.browser();
    expect((await other.get(`/lti/account/${token}`)).text).toContain('name="password"');
    expect((await sendClaim(other, { token, code, password: 'something else entirely' })).status).toBe(422);
    expect((await sendClaim(other, { token, code })).status).toBe(422);
    expect((await sendClaim(other, { token, code, password: PASSWORD })).status).toBe(200);
  });

  it('is not linked by who is signed in as somebody else, nor by what an LMS vouches for', async () => {
    const nora = await world.riverside.member('Nora', ['learner']);
    const guest = await guests.launch('N. Weiss');
    const { token, code } = await guests.asked(guest, nora.email);
    const somebody = (await world.riverside.member('Otto', ['learner'])).browser;
    expect((await somebody.get(`/lti/account/${token}`)).text).toContain('signed in here as somebody else');
    expect((await sendClaim(somebody, { token, code })).status).toBe(403);
    expect((await sendClaim(guest.browser, { token, code })).status).toBe(422);
    expect(await guests.identityOf(guest)).toMatchObject({ personId: guest.personId });
  });

  it('of an administrator gives a launch no more than the course says', async () => {
    const paul = await world.riverside.member('Paul', ['learner', 'office']);
    await world.riverside.rows(
      `insert into membership_role (institution_id, membership_id, role, granted_at)
       select institution_id, id, 'admin', now() from membership where person_id = $1`,
      [paul.personId],
    );
    const { browser } = await linked(paul, await guests.launch('P. Adams'));
    expect((await browser.get('/api/v1/session')).json()).toMatchObject({
      person: { id: paul.personId, email: null },
      roles: ['learner'],
      byLms: true,
    });
    const status = async (path: string) => (await browser.get(`/api/v1/${path}`)).status;
    for (const path of ['me', 'me/lms-ways-in', 'me/exports', 'members', 'lti/platforms', 'micro-credentials'])
      expect([path, await status(path)]).toEqual([path, 403]);
    expect((await paul.browser.get('/api/v1/lti/platforms')).status).toBe(200);
  });

  it('is not linked once something is recorded of the guest; that becomes an account of its own', async () => {
    const rosa = await world.riverside.member('Rosa', ['learner']);
    const guest = await guests.launch('R. Lang');
    const { token, code } = await guests.asked(guest, rosa.email);
    await guests.learn(guest);
    expect((await rosa.browser.get(`/lti/account/${token}`)).text).toContain('with another address');
    expect((await sendClaim(rosa.browser, { token, code })).status).toBe(409);
    expect(await guests.identityOf(guest)).toMatchObject({ personId: guest.personId, isGuest: true });
    const own = await guests.asked(guest, 'rosa.lang@example.org');
    expect((await sendClaim(guests.browser(), { ...own, newPassword: PASSWORD })).status).toBe(200);
  });

  it('is not linked while suspended, and stays suspended for a launch once it is', async () => {
    const suspend = (personId: string, since: string | null) =>
      world.riverside.rows('update membership set suspended_at = $2 where person_id = $1', [personId, since]);
    const sven = await world.riverside.member('Sven', ['learner']);
    const guest = await guests.launch('S. Holm');
    const { token, code } = await guests.asked(guest, sven.email);
    await suspend(sven.personId, '2026-01-01');
    expect((await sendClaim(sven.browser, { token, code })).status).toBe(409);
    await suspend(sven.personId, null);
    expect((await sendClaim(sven.browser, { token, code })).status).toBe(200);
    await suspend(sven.personId, '2026-01-01');
    const refused = await world.lms.launchOverHttp({ person: guest.person, link: guest.link });
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('<code>suspended</code>')]);
    // Unlinked, they would come back as somebody who is not suspended.
    const [way] = await waysOf(sven);
    expect((await sven.browser.delete(`${WAYS}/${way?.id}`)).status).toBe(403);
  });

  it('shows by which LMS it is opened, and can end that: the next launch is somebody new', async () => {
    const tara = await world.riverside.member('Tara', ['learner']);
    expect(await waysOf(tara)).toEqual([]);
    const inCourse = await linked(tara, await guests.launch('T. Blum'));
    const [way, ...others] = await waysOf(tara);
    expect(way).toMatchObject({ platform: 'Riverside Learning', institution: 'Riverside University' });
    expect(others).toEqual([]);
    const foreigner = await world.riverside.member('Ulf', ['learner']);
    expect((await foreigner.browser.delete(`${WAYS}/${way?.id}`)).status).toBe(404);
    expect((await tara.browser.delete(`${WAYS}/${way?.id}`)).status).toBe(204);
    expect((await tara.browser.delete(`${WAYS}/${way?.id}`)).status).toBe(404);
    expect((await inCourse.browser.get('/api/v1/session')).status).toBe(401);
    expect(await guests.letterTo(tara.email)).toContain('no longer opens your account');
    expect(await eventsOf(tara.personId)).toEqual([{ type: 'lti.account_linked' }, { type: 'lti.account_unlinked' }]);
    const anew = await guests.launchAgain(inCourse);
    expect(anew.personId).not.toBe(tara.personId);
    expect(await guests.identityOf(inCourse)).toMatchObject({ personId: anew.personId, isGuest: true });
    expect((await tara.browser.get(`/api/v1/enrollments/${inCourse.enrollmentId}`)).status).toBe(200);
  });

  it('keeps the last way in', async () => {
    const vera = await world.riverside.member('Vera', ['learner']);
    await linked(vera, await guests.launch('V. Kern'));
    await world.riverside.rows('update person set email = null where id = $1', [vera.personId]);
    const [way] = await waysOf(vera);
    const kept = await vera.browser.delete(`${WAYS}/${way?.id}`);
    expect([kept.status, kept.json()]).toEqual([409, expect.objectContaining({ code: 'lti.last_way_in' })]);
    expect(await waysOf(vera)).toHaveLength(1);
  });

  it('of another institution becomes a member here, as a learner, and stays what it is there', async () => {
    const { lakesideId, institutionId } = world.riverside;
    const wim = await world.riverside.member('Wim', ['office'], lakesideId);
    const { browser, personId } = await linked(wim, await guests.launch('W. Post'));
    expect(personId).toBe(wim.personId);
    expect((await browser.get('/api/v1/session')).json()).toMatchObject({
      institution: { id: institutionId },
      roles: ['learner'],
    });
    expect((await wim.browser.get('/api/v1/session')).json()).toMatchObject({
      institution: { id: lakesideId },
      roles: ['office'],
    });
    expect(await waysOf(wim)).toHaveLength(1);
  });
});
