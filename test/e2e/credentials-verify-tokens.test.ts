import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { badgeOf, issue, passed, publishLists, revoke, type StoredBadge } from '../support/badges.js';
import { freePort } from '../support/chromium.js';
import { choose, makeForms } from '../support/vc-jwts.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

interface VerificationBody {
  verified: boolean;
  checks: { check: string; outcome: string; reason?: string }[];
}

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const;
type Algorithm = (typeof ALGORITHMS)[number];

let world: Riverside;
let origin: string;
let badge: StoredBadge;
const tokens = new Map<Algorithm, string>();

// As somebody tries Cairn out: on their own machine, over plain http.
beforeAll(async () => {
  origin = `http://127.0.0.1:${await freePort()}`;
  world = await startRiverside({ CAIRN_ROLES: 'api', CAIRN_PUBLIC_URL: origin });
  await choose(world, [...ALGORITHMS]);
  const amara = await passed(world);
  await issue(world, amara);
  await makeForms(world);
  badge = await badgeOf(world, amara);
  await world.app.listen(new URL(origin).port, '127.0.0.1');
  for (const algorithm of ALGORITHMS)
    tokens.set(algorithm, await (await fetch(`${origin}/credentials/${badge.public_id}/credential.jwt?alg=${algorithm}`)).text());
});
afterAll(() => world.close());

const tokenOf = (algorithm: Algorithm) => tokens.get(algorithm) ?? '';

async function answerTo(init: RequestInit): Promise<Response> {
  return fetch(`${origin}/verify`, { method: 'POST', ...init });
}

/** As the API takes it, as JSON takes it, and as a form sends it. */
const ways: [string, (token: string) => RequestInit][] = [
  ['as a token', (body) => ({ body, headers: { 'content-type': 'application/vc+jwt' } })],
  ['in JSON', (credential) => ({ body: JSON.stringify({ credential }), headers: { 'content-type': 'application/json' } })],
  ['as a file', (token) => ({ body: formWith('file', new Blob([`${token}\n`], { type: 'text/plain' })) })],
];

function formWith(name: string, value: Blob): FormData {
  const form = new FormData();
  form.append(name, value, 'credential.jwt');
  return form;
}

const verdict = async (init: RequestInit) => (await (await answerTo(init)).json()) as VerificationBody;

/** Parts of a compact JWS, one of them made anew. */
function changed(token: string, part: 'header' | 'payload', change: (value: Record<string, unknown>) => object): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const read = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Record<string, unknown>;
  const write = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return part === 'header'
    ? [write(change(read(header))), payload, signature].join('.')
    : [header, write(change(read(payload))), signature].join('.');
}

describe.each(ALGORITHMS)('our own badge as a token with %s', (algorithm) => {
  it.each(ways)('is verified when it is brought %s', async (_, way) => {
    expect(await verdict(way(tokenOf(algorithm)))).toMatchObject({
      verified: true,
      provenFor: new URL(origin).host,
      credential: { name: 'Data Storytelling' },
    });
  });

  it('is called genuine by the page, pasted or uploaded', async () => {
    const accept = { accept: 'text/html' };
    for (const init of [
      { body: new URLSearchParams({ credential: ` ${tokenOf(algorithm)} ` }), headers: accept },
      { body: formWith('file', new Blob([tokenOf(algorithm)])), headers: accept },
    ]) {
      const text = await (await answerTo(init)).text();
      for (const words of ['✓ Genuine and valid', '<h1>Data Storytelling</h1>']) expect(text).toContain(words);
    }
  });

  it.each<[string, (token: string) => string, string]>([
    ['another name', (token) => changed(token, 'payload', (said) => ({ ...said, name: 'Doctor' })), 'signature-wrong'],
    ['one more word', (token) => changed(token, 'payload', (said) => ({ ...said, description: 'x' })), 'signature-wrong'],
    ['another signature', (token) => token.replace(/.{12}$/, 'AAAAAAAAAAAA'), 'signature-wrong'],
    [
      'the key of another institution here',
      (token) => changed(token, 'header', ({ kid, ...rest }) => ({ ...rest, kid: String(kid).replace('riverside', 'lakeside') })),
      'method-of-another',
    ],
    [
      'a key of the attacker’s own in its header',
      (token) =>
        changed(token, 'header', ({ kid: _kid, ...rest }) => ({ ...rest, jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } })),
      'key-in-header',
    ],
    [
      'another institution as issuer',
      (token) =>
        changed(token, 'payload', ({ issuer, iss, ...said }) => ({
          ...said,
          iss: String(iss).replace('riverside', 'lakeside'),
          issuer: { ...(issuer as object), id: String(iss).replace('riverside', 'lakeside') },
        })),
      'method-of-another',
    ],
  ])('is refused with %s', async (_, tamper, reason) => {
    for (const [, way] of ways) {
      const { verified, checks } = await verdict(way(tamper(tokenOf(algorithm))));
      expect({ verified, reasons: checks.map((check) => check.reason) }).toEqual({
        verified: false,
        reasons: expect.arrayContaining([reason]) as unknown,
      });
    }
  });
});

describe('a badge that was taken back', () => {
  it('is not verified in any of its forms', async () => {
    await revoke(world, badge.id);
    await publishLists(world);
    for (const algorithm of ALGORITHMS)
      expect(await verdict({ body: tokenOf(algorithm), headers: { 'content-type': 'application/vc+jwt' } })).toMatchObject({
        verified: false,
      });
  });
});
