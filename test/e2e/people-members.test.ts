import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestBrowser } from '../support/browser.js';
import { addressOf, type PeopleWorld, personIdOf, startPeopleWorld } from '../support/people.js';

interface MembersPage {
  items: { personId: string; name: string; roles: string[]; suspendedAt: string | null; can: object }[];
  next: string | null;
}

describe('Members of an institution', () => {
  let world: PeopleWorld;
  let office: TestBrowser;
  let jonas: TestBrowser;
  beforeAll(async () => {
    world = await startPeopleWorld();
    office = await world.join('Olga', ['office']);
    jonas = await world.join('Jonas', ['learner', 'assessor']);
    await world.join('Lea', ['learner']);
  });
  afterAll(() => world.close());

  const names = async (query: string) =>
    (await office.get(`/api/v1/members?${query}`)).json<MembersPage>().items.map(({ name }) => name);

  it('are listed in the order they joined, page by page', async () => {
    const first = (await office.get('/api/v1/members?limit=3')).json<MembersPage>();
    expect(first.items.map(({ name }) => name)).toEqual(['Ada', 'Olga', 'Jonas']);
    const second = (await office.get(`/api/v1/members?limit=3&cursor=${first.next}`)).json<MembersPage>();
    expect([second.items.map(({ name }) => name), second.next]).toEqual([['Lea'], null]);
    expect((await office.get('/api/v1/members?cursor=nonsense')).json()).toMatchObject({ code: 'request.invalid_cursor' });
  });

  it('are found by role and by part of name or address, taken literally', async () => {
    expect(await names('role=learner')).toEqual(['Jonas', 'Lea']);
    expect(await names('role=learner&q=LEA')).toEqual(['Lea']);
    expect(await names('q=olga%40')).toEqual(['Olga']);
    expect(await names('q=%25')).toEqual([]);
    expect(await names('q=_')).toEqual([]);
    expect((await office.get('/api/v1/members?role=dean')).status).toBe(400);
  });

  it('come with what the asker may do', async () => {
    const id = await personIdOf(jonas);
    expect((await office.get(`/api/v1/members/${id}`)).json()).toMatchObject({
      email: addressOf('Jonas'),
      roles: ['assessor', 'learner'],
      can: { grantRoles: [], revokeRoles: false, suspend: false },
    });
    expect((await world.ada.get(`/api/v1/members/${id}`)).json()).toMatchObject({
      can: { grantRoles: ['instructor', 'office', 'admin'], revokeRoles: true, suspend: true },
    });
  });

  it('are seen by the office and administrators alone', async () => {
    for (const path of ['/api/v1/members', `/api/v1/members/${await personIdOf(jonas)}`, '/api/v1/invitations']) {
      expect((await jonas.get(path)).status).toBe(403);
      expect((await world.browser().get(path)).status).toBe(401);
      expect((await office.get(path)).status).toBe(200);
    }
  });

  it('get the role of a learner from the office, and others from an administrator', async () => {
    const id = await personIdOf(office);
    expect((await office.post(`/api/v1/members/${id}/roles`, { role: 'admin' })).json()).toMatchObject({
      status: 403,
      detail: 'Only an administrator gives the role admin.',
    });
    expect((await office.post(`/api/v1/members/${id}/roles`, { role: 'learner' })).json()).toMatchObject({
      roles: ['learner', 'office'],
    });
    expect((await office.delete(`/api/v1/members/${id}/roles/learner`)).status).toBe(403);
    expect((await jonas.post(`/api/v1/members/${await personIdOf(jonas)}/roles`, { role: 'learner' })).status).toBe(403);
    expect((await world.ada.delete(`/api/v1/members/${id}/roles/learner`)).json()).toMatchObject({ roles: ['office'] });
    expect((await world.ada.delete(`/api/v1/members/${id}/roles/learner`)).status).toBe(404);
    expect((await world.ada.delete(`/api/v1/members/${id}/roles/dean`)).status).toBe(404);
  });

  it('have a history of roles that an examiner can replay; granting twice is once', async () => {
    const id = await personIdOf(jonas);
    const key = { 'idempotency-key': 'grant-jonas-instructor' };
    const [first, again] = [
      await world.ada.post(`/api/v1/members/${id}/roles`, { role: 'instructor' }, key),
      await world.ada.post(`/api/v1/members/${id}/roles`, { role: 'instructor' }, key),
    ];
    expect(again?.json()).toEqual(first?.json());
    await world.ada.post(`/api/v1/members/${id}/roles`, { role: 'instructor' });
    await world.ada.delete(`/api/v1/members/${id}/roles/instructor`);
    const history = await world.rows<{ type: string; role: string; actor: string }>(
      `select type, particulars ->> 'role' as role, (select name from person where id = actor_id) as actor from event
        where subject_id = $1 and type like 'role.%' order by occurred_at, type, role`,
      [id],
    );
    expect(history).toEqual([
      { type: 'role.granted', role: 'assessor', actor: 'Ada' },
      { type: 'role.granted', role: 'learner', actor: 'Ada' },
      { type: 'role.granted', role: 'instructor', actor: 'Ada' },
      { type: 'role.revoked', role: 'instructor', actor: 'Ada' },
    ]);
  });

  it('always include somebody who can administer', async () => {
    const ada = await personIdOf(world.ada);
    for (const refused of [
      await world.ada.delete(`/api/v1/members/${ada}/roles/admin`),
      await world.ada.post(`/api/v1/members/${ada}/suspension`),
    ]) {
      expect(refused.json()).toMatchObject({ status: 409, code: 'member.last_administrator' });
    }
    const mehmet = await world.join('Mehmet', ['admin']);
    expect((await world.ada.post(`/api/v1/members/${ada}/suspension`)).status).toBe(403);
    expect((await mehmet.delete(`/api/v1/members/${ada}/roles/admin`)).status).toBe(200);
    expect((await mehmet.delete(`/api/v1/members/${await personIdOf(mehmet)}/roles/admin`)).status).toBe(409);
    expect((await mehmet.post(`/api/v1/members/${ada}/roles`, { role: 'admin' })).status).toBe(201);
  });

  it('can be shut out and let back in, with the roles they had', async () => {
    const lea = await world.join('Leonie', ['assessor']);
    const id = await personIdOf(lea);
    expect((await office.post(`/api/v1/members/${id}/suspension`)).status).toBe(403);
    expect((await world.ada.post(`/api/v1/members/${id}/suspension`)).json()).toMatchObject({ suspendedAt: expect.any(String) });
    expect((await world.ada.post(`/api/v1/members/${id}/suspension`)).status).toBe(201);
    expect((await lea.get('/api/v1/institution')).status).toBe(403);
    expect((await world.ada.delete(`/api/v1/members/${id}/suspension`)).json()).toMatchObject({
      suspendedAt: null,
      roles: ['assessor'],
    });
    expect((await world.ada.delete(`/api/v1/members/${id}/suspension`)).status).toBe(404);
    expect((await lea.get('/api/v1/institution')).status).toBe(200);
  });
});

describe('Two institutions on one installation', () => {
  let world: PeopleWorld;
  let hillside: string;
  let hannah: TestBrowser;
  let lea: string;
  beforeAll(async () => {
    world = await startPeopleWorld();
    lea = await personIdOf(await world.join('Lea', ['learner']));
    const opened = await world.ada.post('/api/v1/institutions', {
      slug: 'hillside',
      name: 'Hillside',
      language: 'en',
      timeZone: 'UTC',
    });
    hillside = opened.json<{ id: string }>().id;
    await world.ada.put('/api/v1/session/institution', { institutionId: hillside });
    hannah = await world.join('Hannah', ['admin', 'office']);
    await world.ada.put('/api/v1/session/institution', { institutionId: world.institutionId });
  });
  afterAll(() => world.close());

  it('do not see each other’s members: a foreign one is answered like one that is not there', async () => {
    expect((await hannah.get('/api/v1/members')).json<MembersPage>().items.map(({ name }) => name)).toEqual(['Ada', 'Hannah']);
    expect((await hannah.get('/api/v1/members?q=lea')).json<MembersPage>().items).toEqual([]);
    const absent = '01890000-0000-7000-8000-000000000000';
    const asks = (id: string) => [
      hannah.get(`/api/v1/members/${id}`),
      hannah.post(`/api/v1/members/${id}/roles`, { role: 'learner' }),
      hannah.delete(`/api/v1/members/${id}/roles/learner`),
      hannah.post(`/api/v1/members/${id}/suspension`),
      hannah.delete(`/api/v1/members/${id}/suspension`),
    ];
    const foreign = await Promise.all(asks(lea));
    const nobody = await Promise.all(asks(absent));
    expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    const body = (answer: (typeof foreign)[number]) => ({ ...answer.json(), requestId: '' });
    expect(foreign.map(body)).toEqual(nobody.map(body));
  });

  it('do not take back each other’s invitations', async () => {
    const invited = await world.ada.post('/api/v1/invitations', {
      email: 'new@riverside.example',
      name: 'New',
      roles: ['learner'],
    });
    expect((await hannah.delete(`/api/v1/invitations/${invited.json<{ id: string }>().id}`)).status).toBe(404);
    const theirs = (await hannah.get('/api/v1/invitations')).json<{ items: { email: string }[] }>().items;
    expect(theirs.map(({ email }) => email)).toEqual([addressOf('Hannah')]);
  });

  it('suspend a member of both each for itself', async () => {
    const ada = await personIdOf(world.ada);
    expect((await hannah.post(`/api/v1/members/${ada}/suspension`)).status).toBe(201);
    expect((await world.ada.get('/api/v1/institution')).status).toBe(200);
    expect((await world.ada.put('/api/v1/session/institution', { institutionId: hillside })).status).toBe(404);
    await hannah.delete(`/api/v1/members/${ada}/suspension`);
  });
});
