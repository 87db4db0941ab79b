import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeLms, startFakeLms, StoppedShort } from '../support/fake-lms/index.js';
import { HonestTool, type Spoils } from '../support/fake-lms/honest-tool.js';
import type { Course, Link, Person } from '../support/fake-lms/model.js';
import { AGS, type Claims, DL, LTI, mediaTypes, NRPS, scopes } from '../support/fake-lms/words.js';

const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const MINUTE = 60;

let lms: FakeLms;
let tool: HonestTool;
let course: Course;
let ines: Person;
let ada: Person;
let link: Link;
let launch: Claims;

beforeAll(async () => {
  lms = await startFakeLms();
  tool = await new HonestTool().listen();
  await tool.register(lms);
  lms.activate();
  course = lms.course();
  ines = lms.addPerson(course, { roles: ['Instructor'] });
  ada = lms.addPerson(course);
  link = lms.addLink(course, { lineItem: { scoreMaximum: 10 } });
  await lms.launchOverHttp({ person: ada, link });
  launch = tool.launches[0] ?? {};
});

afterAll(async () => {
  await Promise.all([lms.stop(), tool.stop()]);
});

beforeEach(() => {
  tool.spoils = {};
});

/** The rule that was broken since. */
async function rule(act: () => Promise<unknown>): Promise<string | undefined> {
  const before = lms.refusals.length;
  await act().catch((error: unknown) => {
    if (!(error instanceof StoppedShort)) throw error;
  });
  return lms.refusals[before]?.rule;
}

const nothing = undefined as unknown;
const inTool = (name: string, value: unknown) => (body: Claims) =>
  void (body[TOOL] = { ...(body[TOOL] as Claims), [name]: value });
const sets = (name: string, value: unknown) => (body: Claims) => void (body[name] = value);

describe('a strict platform refuses to register a tool', () => {
  const elsewhere = 'https://elsewhere.example/lti';
  const table: [string, NonNullable<Spoils['registration']>][] = [
    ['registration/tool-configuration', sets(TOOL, nothing)],
    ['registration/client-id', sets('client_id', 'of-my-own')],
    ['registration/application-type', sets('application_type', 'native')],
    ['registration/response-types', sets('response_types', ['code'])],
    ['registration/grant-types', sets('grant_types', ['client_credentials'])],
    ['registration/auth-method', sets('token_endpoint_auth_method', 'client_secret_post')],
    ['registration/client-name', sets('client_name', '')],
    ['registration/inline-keys', sets('jwks', { keys: [] })],
    ['registration/scope', sets('scope', ['openid'])],
    ['registration/redirects', sets('redirect_uris', [])],
    ['registration/domain', inTool('domain', 'elsewhere.example')],
    ['registration/domain', inTool('domain', 'localhost')],
    ['registration/claims', inTool('claims', ['name'])],
    ['registration/messages', inTool('messages', [{ type: 'LtiUnheardOfRequest' }])],
    ['registration/custom', inTool('custom_parameters', { node: 1 })],
    ['registration/address-initiate_login_uri', sets('initiate_login_uri', '/lti/login')],
    ['registration/address-initiate_login_uri', (body) => void (body['initiate_login_uri'] += '#here')],
    ['registration/foreign-initiate_login_uri', sets('initiate_login_uri', elsewhere)],
    ['registration/foreign-jwks_uri', sets('jwks_uri', elsewhere)],
    ['registration/foreign-redirect_uris', (body) => void (body['redirect_uris'] as string[]).push(elsewhere)],
    ['registration/foreign-logo_uri', sets('logo_uri', elsewhere)],
    ['registration/foreign-messages', inTool('messages', [{ type: 'LtiDeepLinkingRequest', target_link_uri: elsewhere }])],
  ];

  it.each(table)('%s', async (expected, registration) => {
    tool.spoils = { registration };
    expect(await rule(() => tool.register(lms))).toBe(expected);
  });

  it('without a token, or with one that was used', async () => {
    expect(await rule(() => tool.register(lms, { token: false }))).toBe('registration/token');
    const url = lms.registrationUrlFor(`${tool.origin}/register`);
    const { clientId, deploymentId } = tool;
    expect(await rule(() => fetch(url))).toBeUndefined();
    expect(await rule(() => fetch(url))).toBe('registration/token');
    Object.assign(tool, { clientId, deploymentId });
  });

  const sets1 = (change: (key: Claims) => void) => (keys: Claims[]) => keys.forEach(change);
  it.each<[string, NonNullable<Spoils['keySet']>]>([
    ['registration/key-set', sets1((key) => delete key['alg'])],
    ['registration/key-set', sets1((key) => delete key['kid'])],
    ['registration/key-set', sets1((key) => (key['use'] = 'enc'))],
    ['tool-keys/secret-published', sets1((key) => (key['d'] = 'AQAB'))],
  ])('with a bad key set: %s', async (expected, keySet) => {
    tool.spoils = { keySet };
    expect(await rule(() => tool.register(lms))).toBe(expected);
  });
});

describe('a strict platform refuses to sign somebody in', () => {
  const to = (name: string, value: string) => (parameters: Record<string, string>) => void (parameters[name] = value);
  const without = (name: string) => (parameters: Record<string, string>) => void delete parameters[name];
  it.each<[string, NonNullable<Spoils['auth']>]>([
    ['auth/client', to('client_id', 'of-somebody-else')],
    ['auth/redirect-uri', (parameters) => void (parameters['redirect_uri'] += '?to=course')],
    ['auth/response-mode', without('response_mode')],
    ['auth/response-mode', to('response_mode', 'query')],
    ['auth/prompt', without('prompt')],
    ['auth/state', without('state')],
    ['auth/state', to('state', 'a b{c}')],
    ['auth/nonce', without('nonce')],
    ['auth/response-type', to('response_type', 'code')],
    ['auth/scope', to('scope', 'openid profile')],
    ['auth/hint', without('lti_message_hint')],
    ['auth/hint', (parameters) => void (parameters['lti_message_hint'] = parameters['lti_message_hint']!.replaceAll('+', ' '))],
    ['auth/hint', (parameters) => void (parameters['login_hint'] = encodeURIComponent(parameters['login_hint']!))],
  ])('%s', async (expected, auth) => {
    tool.spoils = { auth };
    expect(await rule(() => lms.launchOverHttp({ person: ada, link }))).toBe(expected);
  });

  it('again with the same nonce, or the same hint', async () => {
    let first: Record<string, string> = {};
    tool.spoils = { auth: (parameters) => void (first = { ...parameters }) };
    await lms.launchOverHttp({ person: ada, link });
    const again = (changes: object) => () =>
      fetch(`${lms.authEndpoint}?${new URLSearchParams({ ...first, ...changes }).toString()}`);
    expect(await rule(again({}))).toBe('auth/nonce-replayed');
    expect(await rule(again({ nonce: 'fresh' }))).toBe('auth/hint');
  });
});

describe('a strict platform refuses a token', () => {
  it.each<[string, NonNullable<Spoils['assertion']>]>([
    ['token/alg', (_, header) => void (header['alg'] = 'HS256')],
    ['token/kid', (_, header) => void delete header['kid']],
    ['token/unknown-kid', (_, header) => void (header['kid'] = 'another')],
    ['token/iss', sets('iss', 'somebody')],
    ['token/client', sets('sub', 'somebody')],
    ['token/aud', (claims) => void (claims['aud'] = lms.tokenEndpoint)],
    ['token/aud', (claims) => void (claims['aud'] = [claims['aud'], 'https://other.example'])],
    ['token/iat', (claims) => void delete claims['iat']],
    ['token/exp', (claims) => void delete claims['exp']],
    ['token/jti', (claims) => void delete claims['jti']],
    ['token/expired', (claims) => void (claims['exp'] = Number(claims['iat']) - 2 * MINUTE)],
    ['token/iat-ahead', (claims) => void (claims['iat'] = Number(claims['iat']) + 2 * MINUTE)],
    ['token/too-long', (claims) => void (claims['exp'] = Number(claims['iat']) + 6 * MINUTE)],
  ])('%s', async (expected, assertion) => {
    tool.spoils = { assertion };
    expect(await rule(() => tool.askForToken(scopes.score))).toBe(expected);
  });

  it.each<[string, NonNullable<Spoils['token']>]>([
    ['token/grant-type', (form) => void (form['grant_type'] = 'authorization_code')],
    ['token/assertion-type', (form) => void delete form['client_assertion_type']],
    ['token/assertion', (form) => void delete form['client_assertion']],
    ['token/scope', (form) => void (form['scope'] = 'everything')],
    ['token/scope', (form) => void (form['scope'] = '')],
    ['token/signature', (form) => void (form['client_assertion'] = form['client_assertion']!.replace(/[^.]{8}$/, 'AAAAAAAA'))],
  ])('%s', async (expected, token) => {
    tool.spoils = { token };
    expect(await rule(() => tool.askForToken(scopes.score))).toBe(expected);
  });

  it('for an assertion that it has seen', async () => {
    tool.spoils = { assertion: sets('jti', 'the-same') };
    expect(await rule(() => tool.askForToken(scopes.score))).toBeUndefined();
    expect(await rule(() => tool.askForToken(scopes.score))).toBe('token/jti-replayed');
  });
});

describe('a strict platform refuses a service', () => {
  const grades = () => launch[AGS] as { lineitem: string; lineitems: string };
  const at = (address: string, suffix = '') => {
    const url = new URL(address);
    url.pathname += suffix;
    return url;
  };
  const post = (changes: Claims, { type = mediaTypes.score, scope = scopes.score }: { type?: string; scope?: string } = {}) => {
    const good = {
      userId: ada.id,
      timestamp: new Date().toISOString(),
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      scoreGiven: 1,
      scoreMaximum: 1,
    };
    const init = { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify({ ...good, ...changes }) };
    return tool.call(scope, at(grades().lineitem, '/scores').href, init);
  };

  it.each<[string, Claims]>([
    ['score/user', { userId: 7 }],
    ['score/timestamp', { timestamp: '2026-11-29T01:00:00.5' }],
    ['score/timestamp', { timestamp: undefined }],
    ['score/sub-seconds', { timestamp: '2026-11-29T01:00:00Z' }],
    ['score/ahead', { timestamp: '2099-01-01T00:00:00.0Z' }],
    ['score/activity', { activityProgress: 'Done' }],
    ['score/grading', { gradingProgress: undefined }],
    ['score/given', { scoreGiven: -1 }],
    ['score/given', { scoreGiven: '1' }],
    ['score/maximum', { scoreMaximum: undefined }],
    ['score/maximum', { scoreMaximum: 0 }],
    ['score/comment', { comment: null }],
    ['score/submission', { submission: { submittedAt: 'yesterday' } }],
    ['score/submission-order', { submission: { startedAt: '2026-01-02T00:00:00Z', submittedAt: '2026-01-01T00:00:00Z' } }],
    ['score/ungradable', { userId: 'nobody' }],
  ])('%s %j', async (expected, changes) => {
    expect(await rule(() => post(changes))).toBe(expected);
  });

  it('score/ungradable of a teacher, and score/not-later', async () => {
    expect(await rule(() => post({ userId: ines.id }))).toBe('score/ungradable');
    const timestamp = new Date().toISOString();
    expect(await rule(() => post({ timestamp }))).toBeUndefined();
    expect(await rule(() => post({ timestamp }))).toBe('score/not-later');
  });

  it('of another media type, scope, token or address', async () => {
    expect(await rule(() => post({}, { type: 'application/json' }))).toBe('http/content-type');
    expect(await rule(() => post({}, { scope: scopes.result }))).toBe('bearer/scope');
    expect(await rule(() => fetch(grades().lineitems))).toBe('bearer/token');
    const bare = grades().lineitems.split('?')[0] ?? '';
    const accept = { accept: mediaTypes.lineItems };
    expect(await rule(() => tool.call(scopes.lineItem, bare, { headers: accept }))).toBe('address/query');
    expect(await rule(() => tool.call(scopes.lineItem, grades().lineitems, { headers: { accept: '*/*' } }))).toBe('http/accept');
    expect(await rule(() => tool.call(scopes.lineItem, `${grades().lineitems}&limit=0`, { headers: accept }))).toBe('list/limit');
    const roster = launch[NRPS] as { context_memberships_url: string };
    const headers = { accept: mediaTypes.roster };
    expect(await rule(() => tool.call(scopes.roster, `${roster.context_memberships_url}&rlid=7`, { headers }))).toBe(
      'roster/rlid',
    );
  });

  it('with a token that expired', async () => {
    const { body } = await tool.askForToken(scopes.lineItem);
    lms.expireTokens();
    const headers = { authorization: `Bearer ${String(body['access_token'])}`, accept: mediaTypes.lineItems };
    expect(await rule(() => fetch(grades().lineitems, { headers }))).toBe('bearer/token');
  });

  it.each<[string, Claims]>([
    ['line-item/label', { label: '' }],
    ['line-item/maximum', { scoreMaximum: 0 }],
    ['line-item/link', { resourceLinkId: 'elsewhere' }],
    ['line-item/dates', { endDateTime: '2026-12-01' }],
    ['line-item/texts', { resourceId: 5 }],
  ])('%s', async (expected, changes) => {
    const body = JSON.stringify({ label: 'Quiz', scoreMaximum: 1, ...changes });
    const init = { method: 'POST', headers: { 'content-type': mediaTypes.lineItem }, body };
    expect(await rule(() => tool.call(scopes.lineItem, grades().lineitems, init))).toBe(expected);
  });

  it.each<[string, Claims]>([
    ['notices/type', { notice_type: 'LtiHelloWorldNotice' }],
    ['notices/handler', { handler: 'https://elsewhere.example/notices' }],
  ])('%s', async (expected, changes) => {
    const service = launch[`${LTI}platformnotificationservice`] as { platform_notification_service_url: string };
    const body = JSON.stringify({ notice_type: 'LtiContextCopyNotice', handler: `${tool.origin}/notices`, ...changes });
    const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body };
    expect(await rule(() => tool.call(scopes.notices, service.platform_notification_service_url, init))).toBe(expected);
  });
});

describe('a strict platform refuses what was picked', () => {
  const good = { type: 'ltiResourceLink', title: 'A wall' };
  const pick = async ({
    items = [good] as Claims[],
    picked,
    settings,
  }: {
    items?: Claims[];
    picked?: NonNullable<Spoils['picked']>;
    settings?: Claims;
  }) => {
    await lms.launchOverHttp({ person: ines, course, kind: 'deepLinking', ...(settings ? { deepLinking: settings } : {}) });
    tool.spoils = picked ? { picked } : {};
    const form = await tool.picks(tool.launches.at(-1) ?? {}, items);
    const post = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(form.fields) });
    return { post, form };
  };

  it.each<[string, NonNullable<Spoils['picked']>]>([
    ['deep-linking/iss', sets('iss', 'somebody')],
    ['deep-linking/aud', (claims) => void (claims['aud'] = claims['iss'])],
    ['deep-linking/nonce', sets('nonce', nothing)],
    ['deep-linking/jti', sets('jti', nothing)],
    ['deep-linking/kid', (_, header) => void delete header['kid']],
    ['deep-linking/too-long', (claims) => void (claims['exp'] = Number(claims['iat']) + 6 * MINUTE)],
    ['deep-linking/deployment', sets(`${LTI}deployment_id`, 'another')],
    ['deep-linking/message-type', sets(`${LTI}message_type`, 'LtiDeepLinkingRequest')],
    ['deep-linking/version', sets(`${LTI}version`, nothing)],
    ['deep-linking/data', (claims) => void (claims[`${DL}data`] = String(claims[`${DL}data`]).trim().replaceAll('+', ' '))],
    ['deep-linking/data', sets(`${DL}data`, nothing)],
    ['deep-linking/items', sets(`${DL}content_items`, { type: 'link' })],
  ])('%s', async (expected, picked) => {
    const { post } = await pick({ picked });
    expect(await rule(post)).toBe(expected);
  });

  it.each<{ broken: string; items: Claims[]; settings?: Claims }>([
    { broken: 'items/accept-multiple', items: [good, good], settings: { accept_multiple: false } },
    { broken: 'items/accept-types', items: [{ type: 'file', url: 'https://x.example' }] },
    {
      broken: 'items/line-item-refused',
      items: [{ ...good, lineItem: { scoreMaximum: 1 } }],
      settings: { accept_lineitem: false },
    },
    { broken: 'items/line-item', items: [{ ...good, lineItem: { scoreMaximum: 0 } }] },
    {
      broken: 'items/target-window',
      items: [{ ...good, window: {} }],
      settings: { accept_presentation_document_targets: ['iframe'] },
    },
    { broken: 'items/custom', items: [{ ...good, custom: { node: 5 } }] },
    { broken: 'items/url', items: [{ ...good, url: '/lti/launch' }] },
    { broken: 'items/pictures', items: [{ ...good, icon: { url: 'https://x.example/i.png', width: 1.5 } }] },
    {
      broken: 'items/dates',
      items: [{ ...good, available: { startDateTime: '2026-12-02T00:00:00Z', endDateTime: '2026-12-01T00:00:00Z' } }],
    },
    {
      broken: 'items/dates',
      items: [{ ...good, available: { startDateTime: '2026-12-01T00:00:00Z', endDateTime: '2026-12-01T00:00:00Z' } }],
    },
    { broken: 'items/dates', items: [{ ...good, submission: { endDateTime: '2026-12-01T00:00:00' } }] },
    { broken: 'items/dates', items: [{ ...good, submission: { endDateTime: 1_796_083_200 } }] },
    { broken: 'items/dates', items: [{ ...good, submission: {} }] },
    { broken: 'items/dates', items: [{ ...good, available: { until: '2026-12-01T00:00:00Z' } }] },
    {
      broken: 'items/dates-of-links',
      items: [{ type: 'link', url: 'https://x.example', available: { endDateTime: '2026-12-01T00:00:00Z' } }],
    },
  ])('$broken', async ({ broken, items, settings }) => {
    const { post } = await pick({ items, ...(settings ? { settings } : {}) });
    expect(await rule(post)).toBe(broken);
  });

  it('twice, or echoes data that were not given', async () => {
    const { post, form } = await pick({});
    expect(await rule(post)).toBeUndefined();
    expect(await rule(post)).toBe('deep-linking/jti-replayed');
    const fresh = await tool.picks(tool.launches.at(-1) ?? {}, []);
    expect(await rule(() => fetch(form.action, { method: 'POST', body: new URLSearchParams(fresh.fields) }))).toBe(
      'deep-linking/answered',
    );
    const withoutData = await pick({ settings: { data: undefined }, picked: sets(`${DL}data`, 'invented') });
    expect(await rule(withoutData.post)).toBe('deep-linking/data');
  });
});
