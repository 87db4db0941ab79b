import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateIndependently, issueIndependently } from '../../demo/independent-verifier.mjs';
import { badgeOf, issue, passed, revoke, type StoredBadge } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { bearer, ConnectedService, SCOPE } from '../support/connected-service.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

type Json = Record<string, unknown>;

const BASE = '/ims/ob/v3p0';

let world: Riverside;
let amara: Member;
let badge: StoredBadge;
let http: TestBrowser;
let access: Record<string, string>;

beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
  http = new TestBrowser(world.app);
  const learner = await passed(world);
  await issue(world, learner);
  badge = await badgeOf(world, learner);
  amara = learner;
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.rows('delete from rate_limit');
  await world.rows('delete from backpack_credential');
  access = await connectedBy(amara);
});

async function connectedBy(member: Member): Promise<Record<string, string>> {
  const service = new ConnectedService(world);
  await service.register();
  return bearer(await service.tokensFrom(member.browser));
}

/** A badge of another issuer, signed by the reference library. */
async function foreignBadge(changes: Json = {}, key?: Awaited<ReturnType<typeof generateIndependently>>): Promise<Json> {
  const made = key ?? (await generateIndependently('did:key:z'));
  const did = `did:key:${made.publicKeyMultibase}`;
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'https://elsewhere.example/badges/1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: did, type: ['Profile'], name: 'Elsewhere' },
    validFrom: '2026-01-01T00:00:00Z',
    name: 'Sailing',
    credentialSubject: {
      id: 'did:example:amara',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://elsewhere.example/achievements/1',
        type: ['Achievement'],
        name: 'Sailing',
        description: 'Sailed.',
        criteria: { narrative: 'Sail.' },
      },
    },
    ...changes,
  };
  const own = { ...made, id: `${did}#${made.publicKeyMultibase}`, controller: did };
  return issueIndependently(document, own, new Date('2026-01-02T00:00:00Z'));
}

const list = async (query = '', headers = access) => http.get(`${BASE}/credentials${query}`, headers);
const store = async (credential?: object, headers = access) => http.post(`${BASE}/credentials`, credential, headers);

describe('GET /discovery', () => {
  it('describes what is here and where to register and ask', async () => {
    const answer = await http.get(`${BASE}/discovery`);
    expect(answer.json()).toMatchObject({
      openapi: '3.0.1',
      info: { termsOfService: expect.any(String) as unknown, 'x-imssf-privacyPolicyUrl': expect.any(String) as unknown },
      servers: [{ url: 'http://localhost:3000/ims/ob/v3p0' }],
      components: {
        securitySchemes: {
          OAuth2ACG: {
            'x-imssf-registrationUrl': 'http://localhost:3000/oauth/register',
            flows: { authorizationCode: { authorizationUrl: 'http://localhost:3000/oauth/authorize' } },
          },
        },
      },
    });
  });
});

describe('GET /credentials', () => {
  it('gives the very bytes that were signed, of standing awards alone', async () => {
    const answer = await list();
    expect(answer).toMatchObject({ status: 200, headers: { 'x-total-count': '1' } });
    expect(answer.text).toBe(`{"credential":[${badge.signed}],"compactJwsString":[]}`);
    const learner = await passed(world, await world.ready('Noor'));
    await issue(world, learner);
    const own = await connectedBy(learner);
    expect((await list('', own)).headers).toMatchObject({ 'x-total-count': '1' });
    await revoke(world, (await badgeOf(world, learner)).id);
    expect((await list('', own)).json()).toEqual({ credential: [], compactJwsString: [] });
  });

  it('goes page by page, and since a moment', async () => {
    const key = await generateIndependently('did:key:z');
    for (const number of [1, 2, 3, 4])
      expect(await store(await foreignBadge({ id: `https://elsewhere.example/badges/${number}` }, key))).toMatchObject({
        status: 201,
      });
    const names: unknown[] = [];
    let link = '?limit=2';
    for (let pages = 0; link !== '' && pages < 5; pages++) {
      const answer = await list(link);
      names.push(...answer.json<{ credential: Json[] }>().credential.map(({ id }) => id));
      expect(answer.headers['x-total-count']).toBe('5');
      link = /credentials(\?[^>]*)>; rel="next"/.exec(String(answer.headers['link']))?.[1] ?? '';
    }
    expect(names).toEqual(
      [4, 3, 2, 1]
        .map((number) => `https://elsewhere.example/badges/${number}`)
        .concat(String((JSON.parse(badge.signed) as Json)['id'])),
    );
    const last = await list('?limit=2&offset=4');
    expect(last.headers['link']).toMatch(/offset=0>; rel="first".*offset=2>; rel="prev".*offset=4>; rel="last"/);
    expect((await list(`?since=${new Date(world.clock.now().getTime() + 1_000).toISOString()}`)).headers['x-total-count']).toBe(
      '0',
    );
    expect((await list('?since=2020-01-01T00:00:00Z')).headers['x-total-count']).toBe('5');
    expect((await list('?offset=99')).json()).toMatchObject({ credential: [] });
  });

  it.each([
    'limit=0',
    'limit=x',
    'limit=1&limit=2',
    'offset=-1',
    'offset=99999999',
    'since=yesterday',
    'since=2026-02-30T00:00:00Z',
  ])('refuses ?%s as imsx_StatusInfo', async (query) => {
    const answer = await list(`?${query}`);
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.json()).toMatchObject({
      imsx_codeMajor: 'failure',
      imsx_severity: 'error',
      imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: 'invalid_query_parameter' }] },
    });
  });

  it('says in whole sentences what is wrong with a question', async () => {
    const { imsx_description: said } = (await list('?limit=0', access)).json<{ imsx_description: string }>();
    expect(said).toMatch(/^Some fields cannot be used\. limit: Use a whole number from 1 to 1000000\. \(/);
  });

  it('opens to nobody without a token of a service', async () => {
    const none = 'Bearer realm="Cairn"';
    for (const [headers, challenge] of [
      [{}, none],
      [{ authorization: 'Bearer nonsense' }, `${none}, error="invalid_token"`],
      [{ cookie: amara.browser.cookie ?? '' }, none],
    ] as const) {
      const answer = await list('', headers);
      expect({ status: answer.status, ...answer.json() }).toMatchObject({ status: 401, imsx_codeMajor: 'failure' });
      expect(answer.headers['www-authenticate']).toBe(challenge);
    }
  });
});

describe('POST /credentials', () => {
  it('adds a badge, replaces it by a newer form, and keeps it before an older one', async () => {
    const key = await generateIndependently('did:key:z');
    const first = await foreignBadge({}, key);
    expect((await store(first)).json()).toEqual(first);
    expect(await store(first)).toMatchObject({ status: 304, text: '' });
    const newer = await foreignBadge({ validFrom: '2026-01-01T12:00:00Z', name: 'Sailing again' }, key);
    expect(await store(newer)).toMatchObject({ status: 200 });
    expect(await store(first)).toMatchObject({ status: 304 });
    const held = (await list()).json<{ credential: Json[] }>().credential;
    expect(held.map(({ name }) => name)).toContain('Sailing again');
    expect(held).toHaveLength(2);
  });

  it('keeps two badges with one id apart when their issuers differ', async () => {
    expect(await store(await foreignBadge())).toMatchObject({ status: 201 });
    expect(await store(await foreignBadge())).toMatchObject({ status: 201 });
  });

  it('stores one of two that come at once', async () => {
    const credential = await foreignBadge();
    const answers = await Promise.all([store(credential), store(credential)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 304]);
  });

  it('has an award of ours already', async () => {
    expect(await store(JSON.parse(badge.signed) as Json)).toMatchObject({ status: 304 });
  });

  it.each<[string, () => Promise<object | undefined>]>([
    ['nothing', async () => undefined],
    ['a list', async () => []],
    ['one that was changed', async () => ({ ...(await foreignBadge()), name: 'Doctor' })],
    ['one without a proof', async () => ({ ...(await foreignBadge()), proof: undefined })],
    ['one that has expired', () => foreignBadge({ validUntil: '2026-01-02T00:00:00Z' })],
    [
      'a credential that is no badge',
      () => foreignBadge({ type: ['VerifiableCredential'], credentialSubject: { id: 'did:example:amara' } }),
    ],
  ])('refuses %s', async (_, make) => {
    const answer = await store(await make());
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.json()).toMatchObject({ imsx_codeMajor: 'failure' });
    expect(await world.rows('select from backpack_credential')).toHaveLength(0);
  });

  it('needs the scope for it', async () => {
    const service = new ConnectedService(world);
    await service.register();
    const reading = bearer(await service.tokensFrom(amara.browser, { scope: `${SCOPE}credential.readonly` }));
    expect(await list('', reading)).toMatchObject({ status: 200 });
    expect(await store(await foreignBadge(), reading)).toMatchObject({ status: 403 });
  });
});

describe('/profile', () => {
  it('names the learner as their badges do, and shows no address', async () => {
    const { credentialSubject } = JSON.parse(badge.signed) as { credentialSubject: { id: string } };
    const profile = (await http.get(`${BASE}/profile`, access)).json<Json>();
    expect(profile).toEqual({ id: credentialSubject.id, type: ['Profile'], name: amara.name });
  });

  it('keeps what a service puts there, and leaves the account alone', async () => {
    const put = (profile: object) => http.put(`${BASE}/profile`, profile, access);
    const image = { id: 'https://backpack.example/amara.png', type: 'Image' };
    const answer = await put({ type: ['Profile'], name: 'Amara D.', url: 'https://amara.example/', image });
    expect(answer).toMatchObject({ status: 200 });
    expect((await http.get(`${BASE}/profile`, access)).json()).toMatchObject({ name: 'Amara D.', image });
    expect(await put({ type: ['Profile'], description: 'Sails.', dateOfBirth: '1992-02-29' })).toMatchObject({ status: 200 });
    expect((await http.get(`${BASE}/profile`, access)).json()).not.toHaveProperty('url');
    expect((await amara.browser.get('/api/v1/me')).text).not.toContain('Sails.');
  });

  it.each<[string, object]>([
    ['another’s id', { id: 'urn:uuid:another', type: ['Profile'] }],
    ['no type', { name: 'Amara' }],
    ['a member that is not kept', { type: ['Profile'], roles: 'admin' }],
    ['a number for a name', { type: ['Profile'], name: 7 }],
    ['a birthday long ago', { type: ['Profile'], dateOfBirth: 'long ago' }],
    ['an empty birthday', { type: ['Profile'], dateOfBirth: '' }],
    ['a birthday that no year has', { type: ['Profile'], dateOfBirth: '1990-02-30' }],
    ['a script for an address', { type: ['Profile'], url: 'javascript:alert(1)' }],
    ['a picture that is text', { type: ['Profile'], image: 'data:image/png;base64,AA' }],
    ['a name without end', { type: ['Profile'], name: 'a'.repeat(10_000) }],
  ])('refuses %s', async (_, profile) => {
    expect(await http.put(`${BASE}/profile`, profile, access)).toMatchObject({ status: 400 });
  });
});
