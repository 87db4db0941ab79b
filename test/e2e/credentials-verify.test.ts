import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { badgeOf, issue, passed, revoke, type StoredBadge } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { iTXt, png } from '../support/png.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

type Json = Record<string, unknown>;

interface VerificationBody {
  verified: boolean;
  checks: { check: string; outcome: string; reason?: string }[];
}

const CHECKS = ['context', 'schema', 'proof', 'issuer', 'validity', 'status'];

let world: Riverside;
let anybody: TestBrowser;
let badge: StoredBadge;

beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
  anybody = new TestBrowser(world.app);
  const amara = await passed(world);
  await issue(world, amara);
  badge = await badgeOf(world, amara);
});
afterAll(() => world.close());

const genuine = (): Json => JSON.parse(badge.signed) as Json;
const proof = (): Json => (genuine().proof as Json[])[0] ?? {};
const issuerOf = () => (genuine().issuer as { id: string }).id;

describe('POST /verify', () => {
  it('tells a genuine badge, in every type that a badge may be sent as', async () => {
    for (const type of ['application/json', 'application/vc+ld+json', 'application/ld+json', 'application/vc']) {
      const answer = await anybody.post('/verify', genuine(), { 'content-type': type });
      expect(answer).toMatchObject({ status: 200 });
      expect(answer.json()).toEqual({
        verified: true,
        checks: CHECKS.map((check) => ({ check, outcome: 'passed', message: expect.any(String) })),
        format: 'open-badge-3',
        provenFor: 'localhost:3000',
        credential: genuine(),
      });
    }
  });

  const nested = (depth: number): unknown => (depth === 0 ? 'x' : { a: nested(depth - 1) });
  const hostile: [string, () => unknown, string][] = [
    ['an empty object', () => ({}), 'context-missing'],
    ['a list', () => [genuine()], 'not-a-json-object'],
    ['a list of nothing', () => [], 'not-a-json-object'],
    ['without a proof', () => ({ ...genuine(), proof: undefined }), 'proof-missing'],
    ['an empty proof', () => ({ ...genuine(), proof: {} }), 'proof-malformed'],
    ['a proof that is text', () => ({ ...genuine(), proof: 'trust me' }), 'proof-malformed'],
    ['five thousand proofs', () => ({ ...genuine(), proof: Array(5_000).fill(proof()) }), 'too-large'],
    ['another name', () => ({ ...genuine(), name: 'Doctor' }), 'signature-wrong'],
    ['one more word', () => ({ ...genuine(), description: 'x' }), 'signature-wrong'],
    ['a word that nobody defined', () => ({ ...genuine(), surprise: 1 }), 'not-canonicalizable'],
    ['no contexts', () => ({ ...genuine(), '@context': [] }), 'context-order'],
    ['a context of its own', () => ({ ...genuine(), '@context': [{ name: 'https://evil.example/name' }] }), 'context-order'],
    ['a context from inside our network', () => ({ ...genuine(), '@context': ['http://169.254.169.254/'] }), 'context-order'],
    ['null in it', () => ({ ...genuine(), name: null }), 'null-value'],
    ['a number that text cannot hold', () => ({ ...genuine(), points: 1e-7 }), 'unsafe-number'],
    ['a graph in disguise', () => ({ ...genuine(), '@graph': [] }), 'keyword'],
    ['forty levels deep', () => ({ ...genuine(), a: nested(40) }), 'too-deep'],
    ['too many values', () => ({ ...genuine(), a: Array(6_000).fill(0) }), 'too-large'],
    ['somebody else as issuer', () => ({ ...genuine(), issuer: 'did:web:harvard.example' }), 'method-of-another'],
    ['an issuer that is us, and is not there', () => elsewhere('did:web:localhost%3A3000:issuers:nowhere'), 'issuer-unreachable'],
    ['an issuer with a strange name', () => elsewhere("did:web:localhost%3A3000:issuers:'drop-table'"), 'issuer-unreachable'],
    ['an issuer inside our network', () => elsewhere('did:web:127.0.0.1%3A5432'), 'issuer-unreachable'],
    ['an issuer in the cloud’s metadata', () => elsewhere('http://169.254.169.254/latest/meta-data'), 'issuer-unreachable'],
    ['an issuer of an unknown kind', () => elsewhere('did:evil:1'), 'issuer-unreachable'],
    [
      'a key of the attacker’s own',
      () => elsewhere('did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'),
      'signature-wrong',
    ],
    ['a signature of other length', () => withProof({ proofValue: 'z1111' }), 'proof-value'],
    ['a signature that is none', () => withProof({ proofValue: 'not base58 !' }), 'proof-value'],
    ['an unknown cryptosuite', () => withProof({ cryptosuite: 'none' }), 'cryptosuite-unsupported'],
    ['a proof for another purpose', () => withProof({ proofPurpose: 'authentication' }), 'proof-purpose'],
    ['the status list of another place', () => withStatus({ statusListIndex: '1' }), 'signature-wrong'],
    ['no status', () => ({ ...genuine(), credentialStatus: undefined }), 'signature-wrong'],
    ['dates in the wrong century', () => ({ ...genuine(), validFrom: '3026-01-01T00:00:00Z' }), 'signature-wrong'],
    [
      'an old badge of version 2',
      () => ({ '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' }),
      'hosted-address-missing',
    ],
  ];
  const elsewhere = (issuer: string) => ({
    ...genuine(),
    issuer: { ...(genuine().issuer as Json), id: issuer },
    proof: { ...proof(), verificationMethod: `${issuer}#${issuer.split(':').at(-1)}` },
  });
  const withProof = (change: Json) => ({ ...genuine(), proof: { ...proof(), ...change } });
  const withStatus = (change: Json) => ({
    ...genuine(),
    credentialStatus: { ...(genuine().credentialStatus as Json), ...change },
  });

  it.each(hostile)('does not take %s for a badge, and says why', async (_, document, reason) => {
    const answer = await anybody.post('/verify', document() as object);
    expect(answer.status).toBe(200);
    const { verified, checks } = answer.json<VerificationBody>();
    expect(verified).toBe(false);
    expect(checks.map(({ check }) => check)).toEqual(CHECKS);
    expect(checks.map((check) => check.reason)).toContain(reason);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{"@context": ['],
    ['text', '"a badge"'],
    ['a number', '42'],
    ['null', 'null'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['a prototype', '{"__proto__": {"verified": true}}'],
    ['a hundred thousand brackets', '['.repeat(100_000)],
    ['half a character', '{"name": "\\ud800"}'],
  ])('answers a request with %s in it with what is wrong', async (_, payload) => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/verify',
      payload,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ detail: expect.any(String) });
  });

  it('refuses what is too large, and types that are no badge', async () => {
    const send = (type: string, payload: string) =>
      world.app.inject({ method: 'POST', url: '/verify', payload, headers: { 'content-type': type } });
    expect((await send('application/json', `{"a":"${'x'.repeat(3_000_000)}"}`)).statusCode).toBe(413);
    expect((await send('text/html', '<html>')).statusCode).toBe(415);
    expect((await send('image/png', 'PNG')).statusCode).toBe(415);
  });

  it.each<[string, () => unknown, string?]>([
    ['a genuine badge', genuine],
    ['a badge that was altered', () => ({ ...genuine(), name: 'Doctor' })],
    ['a badge in an object', () => ({ credential: genuine() })],
    ['two things at once', () => ({ credential: {}, url: 'https://a.example/' })],
    ['a token', () => 'eyJhbGciOiJub25lIn0.e30.', 'application/vc+jwt'],
    ['nothing', () => ''],
    ['half of it', () => '{"@context": ['],
    ['too much', () => `{"a":"${'x'.repeat(3_000_000)}"}`],
    ['a type that is no badge', () => 'PNG', 'image/png'],
  ])('answers %s before Nest is reached as its controller does', async (_, body, type = 'application/json') => {
    const payload = typeof body() === 'string' ? (body() as string) : JSON.stringify(body());
    for (const language of ['en', 'de']) {
      const ask = async (headers: Record<string, string>) => {
        const sent = { 'content-type': type, 'accept-language': language, ...headers };
        const answer = await world.app.inject({ method: 'POST', url: '/verify', payload, headers: sent });
        const { 'x-request-id': _id, date: _date, ...told } = answer.headers;
        return { status: answer.statusCode, told, body: answer.body.replace(/"requestId":"[^"]+"/, '') };
      };
      // A cookie, whatever it says, is for the guard to look at.
      expect(await ask({})).toEqual(await ask({ cookie: 'visited=yes' }));
    }
  });

  it('leaves who says who they are to the guard', async () => {
    const ask = (headers: Record<string, string>) => anybody.post('/verify', genuine(), headers);
    expect(await ask({ cookie: 'cairn=none', 'x-cairn-request': '1' })).toMatchObject({ status: 200 });
    const forged = await world.app.inject({
      method: 'POST',
      url: '/verify',
      payload: genuine(),
      headers: { cookie: 'cairn=none' },
    });
    expect(forged.statusCode).toBe(403);
  });

  it('keeps nothing of what it was asked', async () => {
    const count = () => world.rows('select from event');
    const before = await count();
    await anybody.post('/verify', genuine());
    expect(await count()).toHaveLength(before.length);
    expect(issuerOf()).toBe('did:web:localhost%3A3000:issuers:riverside');
  });
});

describe('POST /verify with a file, a token or an address', () => {
  const picture = () => png(iTXt('openbadgecredential', badge.signed, true));

  it('tells a genuine badge in a picture, to programs and to people', async () => {
    const answer = await anybody.upload('/verify', 'badge.png', picture());
    expect(answer.json()).toMatchObject({ verified: true, provenFor: 'localhost:3000', credential: { id: genuine().id } });
    const page = await anybody.upload('/verify', 'badge.png', picture(), { accept: 'text/html' });
    for (const words of [
      '✓ Genuine and valid',
      'whoever runs localhost:3000 vouches',
      'Completed both courses',
      'Everything in the credential',
    ]) {
      expect(page.text).toContain(words);
    }
    expect(page.text).not.toContain('<script');
  });

  it.each<[string, () => Buffer, string]>([
    ['a picture without a badge', () => png(), 'nothing-inside'],
    ['half a picture', () => picture().subarray(0, 200), 'png-malformed'],
    ['two badges in a picture', () => png(iTXt('openbadges', '{}'), iTXt('openbadgecredential', badge.signed)), 'two-inside'],
    ['half a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj <</Type/EmbeddedFile'), 'nothing-inside'],
    ['five megabytes and one byte', () => Buffer.alloc(5 * 1024 * 1024 + 1), 'file-too-large'],
    ['a vector picture with entities', () => Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'), 'svg-malformed'],
  ])('does not take %s for a badge, and says why', async (_, file, reason) => {
    const { status, json } = await anybody.upload('/verify', 'badge', file());
    expect(status).toBe(200);
    expect(json<VerificationBody>().checks.map((check) => check.reason)).toContain(reason);
    expect(json<VerificationBody>().verified).toBe(false);
  });

  it.each([
    ['a token', 'application/vc+jwt', 'eyJhbGciOiJub25lIn0.e30.', 'algorithm-not-allowed'],
    ['a token that is none', 'application/jwt', 'trust me', 'not-json'],
    ['an address inside our network', 'application/json', '{"url":"https://169.254.169.254/latest"}', 'address-refused'],
    ['a token in JSON', 'application/json', '{"credential":"eyJhbGciOiJIUzI1NiJ9.e30.AAAA"}', 'algorithm-not-allowed'],
  ])('reads %s, and says why it is not verified', async (_, type, payload, reason) => {
    const answer = await world.app.inject({ method: 'POST', url: '/verify', payload, headers: { 'content-type': type } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json<VerificationBody>().checks.map((check) => check.reason)).toContain(reason);
    expect(answer.body).not.toContain('"credential"');
  });

  it.each([
    ['two things at once', { credential: {}, url: 'https://a.example/' }, 'one credential at a time'],
    ['only an e-mail address', { email: 'amara@example.org' }, 'Paste the credential'],
    ['no address for an address', { url: 'ftp://a.example/' }, 'not the address of a page'],
    ['no e-mail address for one', { credential: {}, email: 'amara' }, 'not an e-mail address'],
  ])('refuses %s with what to do', async (_, body, words) => {
    const answer = await anybody.post('/verify', body);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
  });

  it('says whether it is about the owner of an e-mail address, and stops who tries many', async () => {
    const ask = () => anybody.post('/verify', { credential: genuine(), email: 'mallory@example.org' });
    const { verified, checks } = (await ask()).json<VerificationBody>();
    expect(verified).toBe(false);
    expect(checks.at(-1)).toMatchObject({ check: 'subject', outcome: 'unknown', reason: 'subject-not-named' });
    await world.rows(`update rate_limit set points = 30 where key like 'verify-email:%'`);
    expect(await ask()).toMatchObject({ status: 429 });
    const page = await anybody.submit('/verify', { credential: badge.signed, email: 'mallory@example.org' });
    expect(page.text).toContain('Too many tries.');
  });
});

describe('The verify page', () => {
  it('takes a pasted badge and answers in words, without JavaScript', async () => {
    const page = await anybody.get('/verify');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toMatch(/<form method="post" action="\/verify"[\s\S]*<textarea[\s\S]*name="credential"/);
    expect(page.text).not.toContain('<script');
    const answer = await anybody.submit('/verify', { credential: `\n  ${badge.signed}\n` });
    expect(answer.status).toBe(200);
    for (const words of ['✓ Genuine and valid', '<h1>Data Storytelling</h1>', 'It is exactly what the issuer signed.']) {
      expect(answer.text).toContain(words);
    }
  });

  it.each([
    ['nothing', '', 'Paste the credential, choose a file or give an address first.'],
    ['half of it', '{"@context": [', 'This is not JSON.'],
    ['something that ends the field', '</textarea><script>alert(1)</script>', 'This is not JSON.'],
  ])('says what to do with %s, and keeps it in the field', async (_, credential, words) => {
    const { status, text } = await anybody.submit('/verify', { credential });
    expect(status).toBe(200);
    expect(text).toContain(words);
    expect(text).toContain('aria-invalid="true"');
    expect(text).not.toContain('<script');
    expect(text.match(/<\/textarea>/g)).toHaveLength(1);
  });

  it.each([
    ['another name', () => ({ ...genuine(), name: '<img src=x onerror=alert(1)>' }), '✗ Not verified'],
    ['no name', () => ({ name: { toString: 1 } }), '✗ Not verified'],
    ['a list', () => [1, 2], '✗ Not verified'],
    ['a number', () => 7, '✗ Not verified'],
    ['null', () => null, '✗ Not verified'],
  ])('answers a document with %s clearly', async (_, document, words) => {
    const { status, text } = await anybody.submit('/verify', { credential: JSON.stringify(document()) });
    expect(status).toBe(200);
    expect(text).toContain(words);
    expect(text).not.toContain('<img');
  });

  it('says on the page, in the language of its reader, that a file or a text is more than is looked at', async () => {
    const inGerman = { accept: 'text/html', 'accept-language': 'de' };
    const photo = await anybody.upload('/verify', 'photo.png', Buffer.alloc(7 * 1024 * 1024), inGerman);
    expect(photo).toMatchObject({ status: 413, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(photo.text).toMatch(
      /<form method="post" action="\/verify"[\s\S]*id="file-error" role="alert">Das ist zu viel: Eine Datei darf 5 MB haben/,
    );
    const aLittle = await anybody.upload('/verify', 'photo.png', Buffer.alloc(5 * 1024 * 1024 + 1), inGerman);
    expect(aLittle.text).toMatch(/id="file-error" role="alert">Das ist zu viel: Eine Datei darf 5 MB haben/);
    expect(aLittle.text).not.toContain('class="verdict');
    const form = new FormData();
    form.set('credential', 'x'.repeat(3_000_000));
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const pasted = await world.app.inject({
      method: 'POST',
      url: '/verify',
      payload: Buffer.from(await request.arrayBuffer()),
      headers: { accept: 'text/html', 'content-type': request.headers.get('content-type') ?? '' },
    });
    expect(pasted.statusCode).toBe(400);
    expect(pasted.body).toMatch(/id="credential-error" role="alert">That is too much/);
    expect((await anybody.upload('/verify', 'photo.png', Buffer.alloc(7 * 1024 * 1024))).headers['content-type']).toMatch(
      'problem+json',
    );
  });

  it('does not call a credential malformed that it could not fetch', async () => {
    const { text } = await anybody.submit('/verify', { url: 'https://169.254.169.254/latest' });
    expect(text).toContain('? Could not be checked');
    expect(text).toContain('Its form could not be checked. Nothing could be fetched from that address.');
    expect(text).not.toContain('It does not have the form of a credential.');
  });

  it('survives a form with other fields, or with the field folded up', async () => {
    for (const payload of ['', 'other=1', 'credential[a]=1', `credential=${'['.repeat(50_000)}`]) {
      const answer = await world.app.inject({
        method: 'POST',
        url: '/verify',
        payload,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('<form');
    }
  });
});

describe('A credential that was just taken back', () => {
  it('is not called genuine by its page, though the signed list follows only later', async () => {
    const lea = await passed(world, await world.ready('Lea'));
    await issue(world, lea);
    const leas = await badgeOf(world, lea);
    await revoke(world, leas.id);
    const { text } = await anybody.get(`/credentials/${leas.public_id}`, { accept: 'text/html' });
    expect(text).toContain('✗ Not verified');
    expect(text).toContain('The issuer has taken this credential back.');
    expect(text).toMatch(/check-failed">\s*<strong>Status<\/strong>:\s*It has been taken back\./);
  });
});

describe('A credential whose key was just reported', () => {
  it('is not called genuine by its page, which says when that was in the language of its reader', async () => {
    const page = async (language: string) =>
      (await anybody.get(`/credentials/${badge.public_id}`, { accept: 'text/html', 'accept-language': language })).text;
    expect(await page('en')).toContain('✓ Genuine and valid');
    const keys = await world.rows<{ id: string }>(
      `update signing_key set state = 'compromised', compromised_at = '2026-03-01T09:30:00Z', compromise_reason = 'A backup was lost'
        where state = 'active' returning id`,
    );
    expect(keys).toHaveLength(1);
    expect(await page('en')).toContain(
      'Its issuer reported on 1 Mar 2026, 09:30 UTC that others may have the key that signed it.',
    );
    const german = await page('de');
    expect(german).toContain('Am 01.03.2026, 09:30 UTC wurde gemeldet');
    expect(german).not.toContain('others may have the key');
    const { checks } = (await anybody.post('/verify', genuine())).json<VerificationBody>();
    expect(checks).toContainEqual(expect.objectContaining({ check: 'issuer', outcome: 'failed', reason: 'key-compromised' }));
  });
});
