import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forgeries } from '../support/fake-lms/index.js';
import type { Course, Person } from '../support/fake-lms/model.js';
import { LtiGuests, sendClaim } from '../support/lti-guests.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';

describe('A data privacy launch', () => {
  let world: LtiWorld;
  let guests: LtiGuests;
  beforeAll(async () => {
    world = await startLtiWorld();
    guests = new LtiGuests(world);
  });
  afterAll(() => world.close());

  const look = (person: Person, course: Course) => world.lms.launchOverHttp({ person, course, kind: 'dataPrivacy' });

  it('makes nobody known, and says so', async () => {
    const course = world.lms.course();
    const people = async () => (await world.riverside.rows('select from person')).length;
    const before = await people();
    const { text, browser, status } = await look(world.lms.addPerson(course, { roles: ['Learner'] }), course);
    expect([status, text]).toEqual([200, expect.stringContaining('Nothing: you have not opened anything')]);
    expect(await people()).toBe(before);
    expect((await browser.get(`${world.origin}/api/v1/session`)).status).toBe(401);
  });

  it('tells a guest how much is held, and how they get it', async () => {
    const guest = await guests.launch('Amara Okafor');
    await guests.learn(guest);
    const { text, headers } = await look(guest.person, guest.course);
    expect(text).toMatch(/“Amara Okafor”.*places in courses: 1.*steps of learning: 1.*badges: 0.*write to Riverside University/s);
    expect(headers.get('content-security-policy')).toContain(world.lms.origin);
    await world.riverside.rows('update membership set suspended_at = now() where person_id = $1', [guest.personId]);
    expect((await look(guest.person, guest.course)).text).toContain('places in courses: 1');
  });

  it('tells nothing of an account but where to sign in', async () => {
    const guest = await guests.launch('Ben Adeyemi');
    const { token, code } = await guests.asked(guest, 'ben@example.org');
    await sendClaim(guests.browser(), { token, code, newPassword: 'four brave little herons' });
    const { text } = await look(guest.person, guest.course);
    expect(text).toContain('/app/account/privacy');
    expect(text).not.toMatch(/Ben Adeyemi|ben@example|places in courses/);
  });

  it('speaks German', async () => {
    const guest = await guests.launch('Cleo Marsh');
    const { text } = await world.lms.launchOverHttp({
      person: guest.person,
      course: guest.course,
      kind: 'dataPrivacy',
      headers: { 'accept-language': 'de' },
    });
    expect(text).toContain('Was Cairn über Sie speichert');
  });

  it.each(forgeries.filter(({ name }) => !/resource_link|roles/.test(name)))('is not believed: $name', async (forgery) => {
    const course = world.lms.course();
    const person = world.lms.addPerson(course, { roles: ['Learner'] });
    const { mutate, signWith } = forgery;
    const visit = { person, course, kind: 'dataPrivacy' as const };
    const landing = await world.lms.launchOverHttp({
      ...visit,
      ...(mutate ? { mutate } : {}),
      ...(signWith ? { signWith } : {}),
    });
    expect(landing.status).toBeGreaterThanOrEqual(400);
    expect(landing.text).not.toContain('What Cairn holds about you');
  });
});
