import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransportAnswer } from '../../demo/api-client.js';
import { RawRoutes } from '../../src/platform/http/raw-routes.js';
import { type ApiWorld, type Caller, openApiWorld } from '../support/api-world.js';
import { startTestApp } from '../support/app.js';

const CSP =
  "default-src 'none';script-src 'self';style-src 'self' 'sha256-STYLE';img-src 'self';font-src 'self';media-src 'self';frame-src 'self';connect-src 'self';form-action 'self';" +
  "base-uri 'none';object-src 'none';frame-ancestors 'none'";

/** On every answer, whatever it is. */
const ALWAYS = {
  'content-security-policy': CSP,
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};
const OURS = { ...ALWAYS, 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'no-referrer' };
const SPOKEN = { 'content-language': 'en', vary: 'accept-language, cookie' };
const FORM_PAGE = {
  ...OURS,
  ...SPOKEN,
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
  'content-type': 'text/html; charset=utf-8',
};
const PAGE = { ...OURS, ...SPOKEN, 'content-type': 'text/html; charset=utf-8' };
const PROBLEM = {
  ...OURS,
  'content-language': 'en',
  vary: 'accept-language',
  'cache-control': 'no-store',
  'content-type': 'application/problem+json; charset=utf-8',
};
const OWN = { ...OURS, 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' };
const OPEN = {
  ...ALWAYS,
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
};

const CREDENTIAL = { ...OPEN, 'cache-control': 'no-cache', vary: 'accept', 'x-robots-tag': 'noindex' };

/** Each form of a route that is answered before Nest is reached: who is asked how, what every answer with it says, and what a 404 adds. */
const RAW = [
  {
    form: 'a credential’s document',
    path: '/credentials/:publicId',
    accept: 'application/vc+ld+json',
    type: 'application/vc+ld+json; charset=utf-8',
    says: CREDENTIAL,
    missing: { vary: 'accept, accept-language', 'x-robots-tag': 'noindex' },
  },
  {
    form: 'a credential’s VC-JWT',
    path: '/credentials/:publicId',
    accept: 'application/vc+jwt',
    type: 'application/vc+jwt',
    says: CREDENTIAL,
    missing: { vary: 'accept, accept-language', 'x-robots-tag': 'noindex' },
  },
  {
    form: 'a status list',
    path: '/status-lists/:id',
    accept: '*/*',
    type: 'application/vc+ld+json; charset=utf-8',
    says: { ...OPEN, 'cache-control': 'public, max-age=1, must-revalidate' },
    missing: { vary: 'accept-language' },
  },
];
const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** What differs with every request. */
const VARIABLE = ['connection', 'content-length', 'date', 'etag', 'set-cookie', 'x-request-id'];

/** ASVS 5.0 V3.4, V14.3.2 */
describe('the headers of an answer', () => {
  let world: ApiWorld;
  let ines: Caller;
  let badge: string;

  beforeAll(async () => {
    world = await openApiWorld();
    ines = await world.session(world.walked.cast.ines.id);
    badge = new URL(world.walked.badges[0]?.url ?? '').pathname;
  }, 180_000);
  afterAll(() => world.close());

  it.each<[string, string, () => string, object, Record<string, string>]>([
    ['the catalogue', 'GET', () => '/', { ...PAGE, 'cache-control': 'public, no-cache' }, {}],
    ['a form page', 'GET', () => '/password-reset', FORM_PAGE, {}],
    ['the account page', 'GET', () => '/account', FORM_PAGE, {}],
    [
      'the logo that platforms show',
      'GET',
      () => '/assets/lti-logo.svg',
      {
        ...OURS,
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=600',
        'content-type': 'image/svg+xml',
      },
      {},
    ],
    ['a list of the API', 'GET', () => '/api/v1/courses', OWN, {}],
    ['a version of the API', 'GET', () => '/api/v1/institution', { ...OWN, 'cache-control': 'private, no-cache' }, {}],
    ['an account of the API', 'GET', () => '/api/v1/me', OWN, {}],
    [
      'a badge for verifiers',
      'GET',
      () => badge,
      {
        ...OPEN,
        'cache-control': 'no-cache',
        'content-type': 'application/vc+ld+json; charset=utf-8',
        vary: 'accept',
        'x-robots-tag': 'noindex',
      },
      {},
    ],
    [
      'a badge for people',
      'GET',
      () => badge,
      { ...PAGE, 'cache-control': 'no-cache', vary: 'accept, accept-language, cookie', 'x-robots-tag': 'noindex' },
      { accept: 'text/html' },
    ],
    [
      'a DID document',
      'GET',
      () => '/issuers/riverside/did.json',
      { ...OPEN, 'cache-control': 'public, max-age=60', 'content-type': 'application/did+ld+json; charset=utf-8' },
      {},
    ],
    ['an address that is not there', 'GET', () => '/nothing', PROBLEM, {}],
    ['an address of the API that is not there', 'GET', () => '/api/v1/nothing', PROBLEM, {}],
    ['a method that is not there', 'TRACE', () => '/', PROBLEM, {}],
    ['an address that cannot be decoded', 'GET', () => '/api/v1/courses/%zz', PROBLEM, {}],
    ['fields that cannot be used', 'POST', () => '/api/v1/courses', PROBLEM, {}],
    ['a body of a type that is not read', 'POST', () => '/api/v1/courses', PROBLEM, { 'content-type': 'text/plain' }],
    [
      'somebody who is not signed in',
      'GET',
      () => '/api/v1/me',
      { ...PROBLEM, 'www-authenticate': 'Bearer realm="Cairn"' },
      { cookie: 'cairn=none' },
    ],
    ['a change that says no version', 'PATCH', () => '/api/v1/institution', PROBLEM, {}],
  ])('are the expected ones for %s', async (_, method, path, expected, headers) => {
    const body = headers['content-type'] ? { body: 'a' } : {};
    const { cookie, ...others } = headers;
    const { answer } = await world.ask(cookie ? { cookie } : ines, { method, path: path(), headers: others, ...body });
    expect(constant(answer)).toEqual(expected);
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are known of every route that is answered before Nest is reached', () => {
    // What is posted to `/verify` is compared with the controller's answers in credentials-verify.test.ts.
    const known = new Set([...RAW.map(({ path }) => path), '/verify']);
    expect(new Set(world.app.get(RawRoutes, { strict: false }).paths)).toEqual(known);
  });

  it.each(RAW)('are those of a controller’s answer for $form', async ({ path, accept, type, says, missing }) => {
    const ask = async (method: string, place: string, known = {}) =>
      (await world.ask({}, { method, path: place, headers: { accept, ...known } })).answer;
    const place = await placeOf(path);
    // The first to ask may bring it into memory; what is sent from there is what counts.
    await ask('GET', place);
    const whole = await ask('GET', place);
    const { etag } = whole.headers;
    expect([whole.status, constant(whole)]).toEqual([200, { ...says, 'content-type': type }]);
    expect(etag).toMatch(/^"[\w-]{22,}"$/);
    const head = await ask('HEAD', place);
    expect([head.status, head.body, head.headers.etag]).toEqual([200, '', etag]);
    expect(constant(head)).toEqual(constant(whole));
    const known = await ask('GET', place, { 'if-none-match': `W/${String(etag)}` });
    expect([known.status, known.body, constant(known), known.headers.etag]).toEqual([304, '', says, etag]);
    const changed = await ask('GET', place, { 'if-none-match': '"another"' });
    expect([changed.status, changed.body]).toEqual([200, whole.body]);
    const none = await ask('GET', path.replace(/:\w+/, NOBODYS));
    expect([none.status, constant(none)]).toEqual([404, { ...PROBLEM, ...missing }]);
    expect(JSON.parse(none.body)).toMatchObject({ code: 'request.not_found', requestId: none.headers['x-request-id'] });
    for (const { headers } of [whole, head, known, none]) expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  const placeOf = async (path: string): Promise<string> => {
    if (path.startsWith('/credentials/')) return badge;
    const { answer } = await world.ask({}, { method: 'GET', path: badge });
    const { credentialStatus } = JSON.parse(answer.body) as { credentialStatus: { statusListCredential: string } };
    return new URL(credentialStatus.statusListCredential).pathname;
  };

  it('hold a session cookie that scripts and other sites do not get', async () => {
    const body = { email: 'amara@riverside.example', password: 'stone-by-stone-7' };
    const { answer } = await world.ask({}, { method: 'POST', path: '/api/v1/session', body });
    expect(String(answer.headers['set-cookie'])).toMatch(/^cairn=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  });

  it('keep browsers on https where Cairn is served so', async () => {
    const secure = await startTestApp({ CAIRN_ROLES: 'api', CAIRN_PUBLIC_URL: 'https://cairn.riverside.example' });
    const { headers } = await secure.app.inject('/sign-in');
    await secure.close();
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  });
});

function constant({ headers }: TransportAnswer): object {
  const named = Object.entries(headers).filter(([name]) => !VARIABLE.includes(name));
  return Object.fromEntries(named.map(([name, value]) => [name, String(value).replace(/'sha256-[^']+'/, "'sha256-STYLE'")]));
}
