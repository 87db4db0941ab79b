import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../support/chromium.js';
import { type FakeLms, type FakeLmsOptions, formsOf, startFakeLms } from '../support/fake-lms/index.js';
import { type PeopleWorld, startPeopleWorld } from '../support/people.js';

const LONG = 60_000;
const SCORES = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';

interface Row {
  state: string;
  issuer: string;
  client_id: string;
  token_audience: string | null;
  frame_origins: string[];
  scopes: string[];
  version: number;
}

describe('An LMS that registers itself', () => {
  let world: PeopleWorld;
  let origin: string;
  const running: FakeLms[] = [];
  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    world = await startPeopleWorld({ CAIRN_PUBLIC_URL: origin });
    await world.app.listen(port, '127.0.0.1');
  }, LONG);
  afterEach(async () => {
    await Promise.all(running.splice(0).map((lms) => lms.stop()));
    await world.rows('delete from lti_registration_link');
    await world.rows('delete from lti_registration');
  });
  afterAll(() => world?.close());

  const lmsOf = async (options: FakeLmsOptions = {}) => {
    const lms = await startFakeLms({ profile: 'moodle', ...options });
    running.push(lms);
    return lms;
  };
  const newLink = async () => (await world.ada.post('/api/v1/lti/registration-links', {})).json<{ url: string }>().url;
  const pathOf = (url: string) => url.slice(origin.length);
  const rows = () => world.rows<Row>('select * from lti_registration order by created_at');
  const deployments = () =>
    world.rows<{ deployment_id: string; state: string }>('select deployment_id, state from lti_deployment');
  const unspent = async () => (await world.rows('select from lti_registration_link where used_at is null')).length;

  /** Opens the page as the LMS does, and presses the button. */
  const register = async (lms: FakeLms, link: string, options: Parameters<FakeLms['registrationUrlFor']>[1] = {}) => {
    const stranger = world.browser();
    const shown = await stranger.get(pathOf(lms.registrationUrlFor(link, options)));
    const [form] = formsOf(shown.text);
    if (!form) return { shown, done: shown };
    return { shown, done: await stranger.submit(form.action, form.fields) };
  };

  it('says who would register what, and is active with its deployment once the button is pressed', async () => {
    const lms = await lmsOf();
    const link = await newLink();
    const { shown, done } = await register(lms, link);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain(new URL(lms.issuer).host);
    expect(shown.text).toContain('Moodle');
    expect(shown.text).toContain('My institution');
    expect(shown.text).not.toContain('href="/account"');
    expect(done.status).toBe(200);
    expect(done.text).toContain('Cairn is registered.');
    expect(done.text).toContain('choose Activate');
    expect(lms.refusals).toEqual([]);
    const [row] = await rows();
    expect(row).toMatchObject({
      state: 'active',
      issuer: lms.issuer,
      frame_origins: [lms.origin],
      token_audience: null,
      version: 1,
    });
    expect(row?.scopes).toContain(SCORES);
    expect(await deployments()).toEqual([{ deployment_id: expect.any(String), state: 'approved' }]);
    expect(await unspent()).toBe(0);
    const [event] = await world.rows<{ particulars: object }>(
      `select particulars from event where type = 'lti.platform_registered' order by id desc`,
    );
    expect(event?.particulars).toMatchObject({ by: 'link' });
  });

  it('may show the page in a frame of any site, and nothing else', async () => {
    const lms = await lmsOf();
    for (const path of [pathOf(lms.registrationUrlFor(await newLink())), '/lti/register']) {
      const { headers } = await world.browser().get(path);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
      expect(headers).not.toHaveProperty('x-frame-options');
      expect(headers['cache-control']).toBe('no-store');
    }
    expect((await world.browser().get('/sign-in')).headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('keeps what it was granted, and the audience that it names', async () => {
    await register(await lmsOf({ profile: 'strict', grants: [SCORES] }), await newLink());
    const [row] = await rows();
    expect(row?.scopes).toEqual([SCORES]);
    expect(row?.token_audience).toEqual(expect.any(String));
  });

  it('needs no deployment: the first that launches will do', async () => {
    const { done } = await register(await lmsOf({ profile: 'shared-issuer' }), await newLink());
    expect(done.text).toContain('The first of these deployments');
    expect(await rows()).toHaveLength(1);
    expect(await deployments()).toEqual([]);
  });

  it('renews a registration that it has, without losing what the administrator chose', async () => {
    const lms = await lmsOf();
    await register(lms, await newLink());
    await world.rows(`update lti_registration set name = 'Our Moodle', frame_origins = array['https://moodle.example']`);
    const [known] = await rows();
    const registration = lms.registrations.find(({ clientId }) => clientId === known?.client_id);
    const { done } = await register(lms, await newLink(), registration ? { updates: registration } : {});
    expect(done.text).toContain('up to date');
    expect(await rows()).toEqual([
      expect.objectContaining({ name: 'Our Moodle', version: 2, frame_origins: ['https://moodle.example', lms.origin] }),
    ]);
  });

  describe('is told what to do, and nothing is written,', () => {
    afterEach(async () => expect(await rows()).toEqual([]));

    it.each(['', '?invitation=nonsense', `?invitation=${'a'.repeat(43)}`])('without an invitation (%s)', async (query) => {
      const page = await world.browser().get(`/lti/register${query}`);
      expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(page.text).toContain('invitation_unknown');
    });

    it('with one that is too old, or was withdrawn', async () => {
      const lms = await lmsOf();
      const old = await newLink();
      await world.rows(`update lti_registration_link set expires_at = now() - interval '1 minute'`);
      expect((await register(lms, old)).done.status).toBe(404);
      const withdrawn = (await world.ada.post('/api/v1/lti/registration-links', {})).json<{ id: string; url: string }>();
      expect((await world.ada.delete(`/api/v1/lti/registration-links/${withdrawn.id}`)).status).toBe(204);
      expect((await register(lms, withdrawn.url)).done.status).toBe(404);
      expect(lms.requests).toEqual([]);
    });

    it('when the link is opened by hand', async () => {
      const page = await world.browser().get(pathOf(await newLink()));
      expect([page.status, page.text.includes('configuration_missing')]).toEqual([400, true]);
    });

    it('when the settings name another host as the issuer', async () => {
      const { done } = await register(await lmsOf({ announcedIssuer: 'http://127.0.0.1:9' }), await newLink());
      expect([done.status, done.text.includes('issuer_foreign')]).toEqual([422, true]);
    });

    it.each([
      ['a private address', 'https://10.0.0.1/configuration', 'address_not_allowed'],
      ['cloud metadata', 'http://169.254.169.254/latest', 'scheme_not_allowed'],
      ['a file', 'file:///etc/passwd', 'scheme_not_allowed'],
      ['nonsense', 'nonsense', 'address_invalid'],
    ])('when the settings are at %s', async (_, address, answered) => {
      const url = new URL(await newLink());
      url.searchParams.set('openid_configuration', address);
      const page = await world.browser().get(pathOf(url.href));
      expect(page.status).toBe(422);
      expect(page.text).toContain('configuration_unreachable');
      expect(page.text).toContain(answered);
    });

    it.each([
      ['refuses', { status: 401 }, 502, 'registration_refused'],
      ['redirects', { status: 302, headers: { location: 'http://10.0.0.1/' } }, 502, 'registration_refused'],
      ['breaks off', 'reset', 502, 'registration_unreachable'],
      ['answers something else', 'html', 502, 'answer_malformed'],
      ['answers without end', 'huge', 502, 'registration_unreachable'],
    ] as const)('when the LMS %s; the link can be used again', async (_, fault, status, code) => {
      const lms = await lmsOf();
      lms.faults.next('registration', fault);
      const { done } = await register(lms, await newLink());
      expect([done.status, done.text.includes(code)]).toEqual([status, true]);
      expect(await unspent()).toBe(1);
    });
  });

  it('registers once by one link, also when two press the button at once', async () => {
    const lms = await lmsOf({ profile: 'lenient' });
    const link = await newLink();
    const [one, other] = await Promise.all([register(lms, link), register(lms, link)]);
    expect(new Set([one.done.status, other.done.status])).toEqual(new Set([200, 404]));
    expect(await rows()).toHaveLength(1);
    expect((await register(lms, link)).done.status).toBe(404);
  });

  it('is not taken from another institution', async () => {
    const lms = await lmsOf();
    await register(lms, await newLink());
    const [known] = await rows();
    await world.ada.post('/api/v1/institutions', { slug: 'lakeside', name: 'Lakeside College', language: 'en', timeZone: 'UTC' });
    await world.rows(`update lti_registration set institution_id = (select id from institution where slug = 'lakeside')`);
    const registration = lms.registrations.find(({ clientId }) => clientId === known?.client_id);
    const { done } = await register(lms, await newLink(), registration ? { updates: registration } : {});
    expect([done.status, done.text.includes('registered_elsewhere')]).toEqual([409, true]);
  });
});

describe('Platforms by hand', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await startPeopleWorld({ CAIRN_PUBLIC_URL: 'https://cairn.example' });
  }, LONG);
  afterAll(() => world?.close());

  const WISH = {
    name: ' Moodle ',
    productFamily: 'Moodle',
    issuer: 'https://lms.example',
    clientId: 'client',
    authorizationUrl: 'https://lms.example/auth',
    tokenUrl: 'https://lms.example/token',
    tokenAudience: null,
    jwksUrl: 'https://lms.example/jwks',
    frameOrigins: ['https://lms.example/course/view.php?id=1'],
    settings: { sendScores: true, syncRosters: true, acceptFirstDeployment: false },
  };
  const add = (changes: object) => world.ada.post('/api/v1/lti/platforms', { ...WISH, ...changes });

  it('are added, found again and changed over their version', async () => {
    const added = await add({});
    expect(added.status).toBe(201);
    const path = `/api/v1/lti/platforms/${added.json<{ id: string }>().id}`;
    const answer = await world.ada.get(path);
    // Deployments come and go without a change of the terms: a browser must not take its own copy for the answer.
    expect(answer.headers).not.toHaveProperty('etag');
    const shown = answer.json();
    expect(shown).toMatchObject({ name: 'Moodle', productFamily: 'moodle', state: 'active', termsVersion: 1 });
    expect(shown['frameOrigins']).toEqual(['https://lms.example']);
    expect((await add({})).json()).toMatchObject({ code: 'lti.platform_known' });
    const { issuer: _issuer, clientId: _clientId, ...terms } = WISH;
    const change = (version: number) => world.ada.put(path, { ...terms, name: 'LMS' }, { 'if-match': `"v${version}"` });
    expect((await change(1)).status).toBe(204);
    expect((await change(1)).status).toBe(412);
    expect((await world.ada.delete(`${path}/activation`)).status).toBe(204);
    expect((await world.ada.get(path)).json()).toMatchObject({ name: 'LMS', state: 'disabled', termsVersion: 3 });
  });

  it.each([
    ['jwksUrl', { jwksUrl: 'http://lms.example/jwks' }],
    ['issuer', { issuer: 'http://lms.example' }],
    ['frameOrigins', { frameOrigins: ['*'] }],
  ])('are refused for an unfit address, at %s', async (field, changes) => {
    const refused = (await add({ clientId: 'other', ...changes })).json<{ code: string; errors: { field: string }[] }>();
    expect([refused.code, refused.errors.map((error) => error.field)]).toEqual(['lti.unfit_address', [field]]);
  });

  it('end the sessions of who came by them, when they or a deployment are switched off', async () => {
    const { id } = (await add({ clientId: 'sessions' })).json<{ id: string }>();
    const path = `/api/v1/lti/platforms/${id}`;
    const deployment = (await world.ada.post(`${path}/deployments`, { deploymentId: '7' })).json<{ id: string }>();
    expect((await world.ada.post(`${path}/deployments`, { deploymentId: '7' })).status).toBe(409);
    const contextId = '0195c1a0-0000-7000-8000-000000000001';
    await world.rows(
      `insert into lti_context (id, institution_id, deployment_id, kind, context_id, title, label, scopes, created_at, last_launch_at)
       values ($1, $2, $3, 'course', 'c', 'Course', '', '{}', now(), now())`,
      [contextId, world.institutionId, deployment.id],
    );
    const [{ id: personId } = { id: '' }] = await world.rows<{ id: string }>('select id from person limit 1');
    const live = async () => {
      const [row] = await world.rows<{ count: number }>(
        'select count(*)::int as count from session where context_id = $1 and revoked_at is null',
        [contextId],
      );
      return row?.count;
    };
    const open = () =>
      world.rows(
        `insert into session (id, token_hash, person_id, acting_institution_id, roles, context_id, created_at, last_seen_at, expires_at, user_agent)
         values (gen_random_uuid(), gen_random_uuid()::text, $1, $2, '{learner}', $3, now(), now(), now() + interval '1 hour', 'test')`,
        [personId, world.institutionId, contextId],
      );
    await open();
    expect((await world.ada.put(`${path}/deployments/${deployment.id}/decision`, { decision: 'refused' })).status).toBe(204);
    expect(await live()).toBe(0);
    await open();
    expect((await world.ada.delete(`${path}/activation`)).status).toBe(204);
    expect(await live()).toBe(0);
    expect((await world.ada.get('/api/v1/me')).status).toBe(200);
  });

  it('know Cairn by keys that are shown a day before they sign', async () => {
    const keys = async () =>
      (await world.browser().get('/.well-known/jwks.json')).json<{ keys: { kid: string; alg: string }[] }>().keys;
    const first = await keys();
    expect(first).toEqual([expect.objectContaining({ alg: 'RS256', use: 'sig', kty: 'RSA' })]);
    expect(first[0]).not.toHaveProperty('d');
    expect((await world.ada.post('/api/v1/lti/tool/keys', {})).status).toBe(204);
    expect(await keys()).toHaveLength(2);
    expect((await world.ada.post('/api/v1/lti/tool/keys', {})).json()).toMatchObject({ code: 'lti.next_key_waits' });
    const shown = (await world.ada.get('/api/v1/lti/tool/keys')).json<{ items: { state: string }[]; can: object }>();
    expect([shown.items.map(({ state }) => state), shown.can]).toEqual([['next', 'signing'], { rotate: false }]);
  });
});
