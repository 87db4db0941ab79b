import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestBrowser } from '../support/browser.js';
import { addressOf, PASSWORD, type PeopleWorld, personIdOf, startPeopleWorld, tokenOf } from '../support/people.js';

const DAY = 24 * 3_600_000;

describe('Inviting', () => {
  let world: PeopleWorld;
  let office: TestBrowser;
  beforeAll(async () => {
    world = await startPeopleWorld();
    office = await world.join('Olga', ['office']);
  });
  afterAll(() => world.close());

  const wish = (name: string, roles: string[]) => ({ email: addressOf(name), name, roles });

  it('is for administrators with any role and for the office with learners', async () => {
    expect((await office.post('/api/v1/invitations', wish('Lea', ['learner']))).status).toBe(201);
    expect((await office.post('/api/v1/invitations', wish('Lea', ['learner', 'assessor']))).status).toBe(403);
    expect((await world.ada.post('/api/v1/invitations', wish('Lea', ['admin']))).status).toBe(201);
    const learner = await world.join('Jonas', ['learner']);
    expect((await learner.post('/api/v1/invitations', wish('Lea', ['learner']))).status).toBe(403);
  });

  it('sends one mail, also when the request is sent twice with one key', async () => {
    const key = { 'idempotency-key': 'invite-mehmet' };
    const first = await office.post('/api/v1/invitations', wish('Mehmet', ['learner']), key);
    const again = await office.post('/api/v1/invitations', wish('Mehmet', ['learner']), key);
    expect(again.json()).toEqual(first.json());
    expect(await world.letters(addressOf('Mehmet'))).toHaveLength(1);
  });

  it('says what is wrong with the wish', async () => {
    const answer = await office.post('/api/v1/invitations', { email: 'nonsense', name: '—', roles: ['learner'] });
    expect(answer.json()).toMatchObject({ code: 'person.unfit_details', errors: [{ field: 'email' }, { field: 'name' }] });
    expect((await office.post('/api/v1/invitations', wish('Noor', []))).status).toBe(400);
    expect((await office.post('/api/v1/invitations', wish('Noor', ['dean']))).status).toBe(400);
    expect((await office.post('/api/v1/invitations', wish('Olga', ['learner']))).json()).toMatchObject({
      code: 'invitation.already_member',
      facts: { personId: await personIdOf(office) },
    });
  });

  it('shows the office what became of each, newest first, and lets it take back its own kind', async () => {
    await world.ada.post('/api/v1/invitations', wish('Assessor', ['assessor']));
    const { items } = (await office.get('/api/v1/invitations?limit=2')).json<{
      items: { id: string; email: string; state: string; can: { revoke: boolean } }[];
    }>();
    expect(items.map(({ email, state, can }) => [email, state, can.revoke])).toEqual([
      [addressOf('Assessor'), 'open', false],
      [addressOf('Mehmet'), 'open', true],
    ]);
    const [assessor, mehmet] = items.map(({ id }) => id);
    expect((await office.delete(`/api/v1/invitations/${assessor}`)).status).toBe(403);
    const path = await world.link(addressOf('Mehmet'));
    expect((await office.delete(`/api/v1/invitations/${mehmet}`)).status).toBe(204);
    expect((await office.delete(`/api/v1/invitations/${mehmet}`)).status).toBe(404);
    expect((await world.browser().get(`/api/v1/invitations/by-token/${tokenOf(path)}`)).status).toBe(410);
    expect((await world.browser().get(path)).status).toBe(410);
  });
});

describe('Accepting an invitation', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld();
  });
  afterAll(() => world.close());

  const accept = (body: object, browser = world.browser()) => browser.post('/api/v1/invitations/acceptance', body);
  const invite = async (name: string, roles = ['learner'], inviter = world.ada) => {
    await inviter.post('/api/v1/invitations', { email: addressOf(name), name, roles });
    return tokenOf(await world.link(addressOf(name)));
  };

  it('shows a newcomer what is offered and makes them a member, signed in', async () => {
    const token = await invite('Lea', ['learner', 'assessor']);
    expect((await world.browser().get(`/api/v1/invitations/by-token/${token}`)).json()).toMatchObject({
      institution: { name: 'My institution' },
      email: addressOf('Lea'),
      roles: ['learner', 'assessor'],
      accepted: false,
      hasAccount: false,
    });
    const lea = world.browser();
    const accepted = await accept({ token, name: 'Lea Hoffmann', password: PASSWORD }, lea);
    expect([accepted.status, accepted.json()['roles']]).toEqual([201, ['assessor', 'learner']]);
    expect((await lea.get('/api/v1/session')).json()).toMatchObject({
      person: { name: 'Lea Hoffmann', email: addressOf('Lea'), operator: false },
      institution: { id: world.institutionId },
    });
  });

  it('needs a password that can be used, and a name', async () => {
    const token = await invite('Jonas');
    expect((await accept({ token })).json()).toMatchObject({ code: 'person.unfit_password', errors: [{ field: 'password' }] });
    expect((await accept({ token, password: 'password1' })).json()).toMatchObject({ errors: [{ code: 'too_common' }] });
    expect((await accept({ token, password: PASSWORD, name: '—' })).json()).toMatchObject({ errors: [{ field: 'name' }] });
    expect((await accept({ token, password: PASSWORD })).status).toBe(201);
  });

  it('is one acceptance however often it is clicked, even at once', async () => {
    const token = await invite('Mehmet');
    const clicks = await Promise.all(Array.from({ length: 3 }, () => accept({ token, password: PASSWORD })));
    expect(clicks.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(clicks.map(({ text }) => text)).size).toBe(1);
    expect((await accept({ token, password: PASSWORD })).status).toBe(201);
    expect((await accept({ token, password: 'another long one' })).status).toBe(401);
    const counts = await world.rows(
      `select (select count(*)::int from person where email = $1) as people,
              (select count(*)::int from event where type = 'invitation.accepted' and particulars ->> 'personId' = p.id::text) as acceptances
         from person p where p.email = $1`,
      [addressOf('Mehmet')],
    );
    expect(counts).toEqual([{ people: 1, acceptances: 1 }]);
  });

  it('never links somebody’s account silently: they are signed in, or give its password', async () => {
    const opened = await world.ada.post('/api/v1/institutions', {
      slug: 'hillside',
      name: 'Hillside',
      language: 'en',
      timeZone: 'UTC',
    });
    const noor = await world.join('Noor', ['learner']);
    await world.ada.put('/api/v1/session/institution', { institutionId: opened.json<{ id: string }>().id });
    const token = await invite('Noor', ['office']);

    expect((await world.browser().get(`/api/v1/invitations/by-token/${token}`)).json()).toMatchObject({ hasAccount: true });
    expect((await accept({ token })).json()).toMatchObject({ status: 401, code: 'invitation.prove_yourself' });
    expect((await accept({ token, password: 'a guess at it', name: 'Mallory' })).json()).toMatchObject({
      code: 'invitation.prove_yourself',
    });
    const jonas = world.browser();
    await jonas.post('/api/v1/session', { email: addressOf('Jonas'), password: PASSWORD });
    expect((await accept({ token, password: PASSWORD }, jonas)).json()).toMatchObject({ code: 'invitation.for_somebody_else' });
    expect(await world.rows('select 1 from membership where person_id = $1', [await personIdOf(noor)])).toHaveLength(1);

    expect((await accept({ token }, noor)).status).toBe(201);
    expect((await noor.get('/api/v1/session')).json()).toMatchObject({
      person: { name: 'Noor' },
      institution: { slug: 'hillside' },
      roles: ['office'],
      memberships: [{ roles: ['learner'] }, { roles: ['office'] }],
    });
    expect((await accept({ token }, noor)).status).toBe(201);
    expect((await accept({ token, password: PASSWORD })).status).toBe(201);
    await world.ada.put('/api/v1/session/institution', { institutionId: world.institutionId });
  });

  it('asks who has no password yet to choose one by mail first', async () => {
    await world.join('Olu', ['learner']);
    await world.rows(`update person set password_hash = null, email = 'olu.other@riverside.example' where email = $1`, [
      addressOf('Olu'),
    ]);
    await world.ada.post('/api/v1/invitations', { email: 'olu.third@riverside.example', name: 'Olu', roles: ['learner'] });
    const token = tokenOf(await world.link('olu.third@riverside.example'));
    await world.rows(`update person set email = 'olu.third@riverside.example' where email = 'olu.other@riverside.example'`);
    expect((await accept({ token, password: PASSWORD })).json()).toMatchObject({ code: 'invitation.prove_yourself' });
  });

  it('ends with a newer invitation, after 14 days, and with a token that is none', async () => {
    const older = await invite('Priya');
    const newer = await invite('Priya');
    expect((await accept({ token: older, password: PASSWORD })).json()).toMatchObject({
      status: 410,
      code: 'invitation.not_valid',
    });
    world.clock.advance(14 * DAY + 1);
    expect((await accept({ token: newer, password: PASSWORD })).status).toBe(410);
    expect((await accept({ token: 'nonsense', password: PASSWORD })).status).toBe(410);
    world.clock.advance(-14 * DAY);
  });

  it('gives no roles that the inviter may no longer give', async () => {
    const paul = await world.join('Paul', ['admin']);
    const token = await invite('Quentin', ['admin'], paul);
    await world.ada.delete(`/api/v1/members/${await personIdOf(paul)}/roles/admin`);
    expect((await accept({ token, password: PASSWORD })).status).toBe(410);
    expect(await world.rows('select 1 from person where email = $1', [addressOf('Quentin')])).toEqual([]);
  });

  it('does not lift a suspension', async () => {
    const token = await invite('Rosa');
    const rosa = world.browser();
    await accept({ token, password: PASSWORD }, rosa);
    await world.ada.post(`/api/v1/members/${await personIdOf(rosa)}/suspension`);
    expect((await accept({ token }, rosa)).json()).toMatchObject({ status: 403, code: 'member.suspended' });
  });
});
