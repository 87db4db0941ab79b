import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { awaitBadge, awaitFact, passed, type StoredBadge } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

const COMPACT_JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

interface KeyView {
  id: string;
  fragment: string;
  algorithm: string;
  state: string;
  credentials: number;
  jwts: number;
  awaitingReissue: number;
}

describe('The forms of a badge', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  let root: Member;
  let badge: StoredBadge;

  beforeAll(async () => {
    world = await startRiverside();
    anybody = new TestBrowser(world.app);
    root = await world.member('Root', ['office']);
    await world.rows(
      `update membership_role set role = 'admin' where membership_id in (select id from membership where person_id = $1)`,
      [root.personId],
    );
    badge = await awaitBadge(world, await passed(world));
    await awaitFact(async () => (await anybody.get(`/credentials/${badge.public_id}/credential.jwt`)).status === 200);
  });
  afterAll(() => world.close());

  const path = () => `/credentials/${badge.public_id}`;
  const keys = async (by: Member) => (await by.browser.get('/api/v1/signing-keys')).json<{ items: KeyView[] }>().items;

  it.each(['application/vc+jwt', 'application/jwt', 'text/plain'])('include a VC-JWT for who asks for %s', async (accept) => {
    const answer = await anybody.get(path(), { accept });
    expect(answer).toMatchObject({
      status: 200,
      setCookie: undefined,
      headers: { 'access-control-allow-origin': '*', 'x-robots-tag': 'noindex' },
    });
    expect(String(answer.headers['content-type']).split(';')[0]).toBe(accept);
    expect(answer.headers.vary).toMatch(/accept/i);
    expect(answer.text).toMatch(COMPACT_JWS);
    expect(answer.text).toBe((await anybody.get(`${path()}/credential.jwt`)).text);
  });

  it.each(['*/*', 'application/json, text/plain, */*', 'application/vc+ld+json'])('stay the document for %s', async (accept) => {
    expect((await anybody.get(path(), { accept })).text).toBe(badge.signed);
  });

  it('download as a file', async () => {
    const answer = await anybody.get(`${path()}/credential.jwt?alg=RS256`);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vc+jwt',
      'content-disposition': 'attachment; filename="credential.jwt"',
    });
    expect((await anybody.get(`${path()}/credential.jwt?alg=none`)).json()).toMatchObject({ code: 'request.invalid_fields' });
    expect((await anybody.get(`${path()}/credential.jwt?alg=ES256`)).json()).toMatchObject({
      code: 'credentials.form_not_offered',
    });
    expect((await anybody.get('/credentials/AAAAAAAAAAAAAAAAAAAAAA/credential.jwt')).json()).toMatchObject({
      code: 'request.not_found',
    });
  });

  it('are chosen by the administrator, who has seen what is chosen now', async () => {
    const before = await root.browser.get('/api/v1/credential-forms');
    expect(before.json()).toEqual({ dataIntegrity: 'eddsa-rdfc-2022', vcJwt: ['RS256'], version: 0 });
    const put = (by: Member, body: object, etag?: string) =>
      by.browser.put('/api/v1/credential-forms', body, etag ? { 'if-match': etag } : {});
    const etag = String(before.headers.etag);
    expect((await put(world.olga, { vcJwt: ['ES256'] }, etag)).status).toBe(403);
    expect((await put(root, { vcJwt: ['ES256'] })).status).toBe(428);
    for (const vcJwt of [['none'], ['HS256'], ['RS256', 'RS256'], 'RS256', null])
      expect((await put(root, { vcJwt }, etag)).json()).toMatchObject({ code: 'request.invalid_fields' });
    const [one, other] = await Promise.all([put(root, { vcJwt: ['ES256'] }, etag), put(root, { vcJwt: ['ES256'] }, etag)]);
    expect(new Set([one.status, other.status])).toEqual(new Set([200, 412]));
    expect((await root.browser.get('/api/v1/credential-forms')).json()).toMatchObject({ vcJwt: ['ES256'], version: 1 });
    expect((await put(root, { vcJwt: ['RS256'] }, '"v1"')).json()).toMatchObject({ vcJwt: ['RS256'], version: 2 });
  });

  it('are signed with keys that the office sees and the administrator replaces', async () => {
    const { olga } = world;
    const before = await keys(olga);
    expect(before.map(({ algorithm, state }) => `${algorithm} ${state}`)).toEqual(['Ed25519 active', 'RS256 active']);
    expect(before.map(({ credentials, jwts }) => [credentials, jwts])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(JSON.stringify(before)).not.toMatch(/sealed|private/i);
    expect((await olga.browser.post('/api/v1/signing-keys/rotation', { algorithm: 'RS256' })).status).toBe(403);
    expect((await root.browser.post('/api/v1/signing-keys/rotation', { algorithm: 'none' })).status).toBe(400);
    const wish = [{ algorithm: 'RS256' }, { 'idempotency-key': 'rotate-once' }] as const;
    const made = await root.browser.post('/api/v1/signing-keys/rotation', ...wish);
    expect(made.json()).toMatchObject({ algorithm: 'RS256', state: 'active', jwts: 0 });
    expect((await root.browser.post('/api/v1/signing-keys/rotation', ...wish)).text).toBe(made.text);
    expect((await keys(olga)).map(({ state }) => state)).toEqual(['active', 'retired', 'active']);
    expect((await anybody.get(path(), { accept: 'application/jwt' })).status).toBe(200);
  });

  it('count no more when their key is reported as compromised, and nothing is revoked', async () => {
    const [key] = await keys(root);
    const report = `/api/v1/signing-keys/${key?.id}/compromise`;
    const reason = 'A backup with the key secret was lost.';
    expect((await world.olga.browser.post(report, { reason })).status).toBe(403);
    expect((await root.browser.post(report, {})).status).toBe(400);
    expect((await root.browser.post(`/api/v1/signing-keys/${root.personId}/compromise`, { reason })).status).toBe(404);
    const nils = await world.member('Nils', ['office'], world.lakesideId);
    expect((await nils.browser.get(`/api/v1/signing-keys/${key?.id}/credentials`)).status).toBe(404);

    const answer = await root.browser.post(report, { reason });
    expect(answer.json()).toMatchObject({ state: 'compromised', awaitingReissue: 1, compromiseReason: reason });
    expect((await root.browser.post(report, { reason })).json()).toMatchObject({ code: 'credentials.key_reported' });

    const gone = await anybody.get(`/issuers/riverside/keys/${key?.fragment}`);
    expect(gone.json()).toMatchObject({ status: 410, code: 'credentials.key_compromised' });
    expect(gone.text).not.toContain('backup');
    const verdict = (await anybody.post('/verify', JSON.parse(badge.signed) as object)).json<{ checks: object[] }>();
    expect(verdict).toMatchObject({ verified: false });
    expect(verdict.checks).toContainEqual(
      expect.objectContaining({
        check: 'issuer',
        reason: 'key-compromised',
        detail: expect.stringContaining('others may have the key'),
      }),
    );
    // Its successor signs the status list anew, the badge itself, and the next one.
    await awaitFact(async () => {
      const next = await keys(root);
      return next.some(({ algorithm, state }) => algorithm === 'Ed25519' && state === 'active');
    });
    const affected = `/api/v1/signing-keys/${key?.id}/credentials`;
    await awaitFact(
      async () => (await world.olga.browser.get(`${affected}?awaitingReissue=yes`)).json<{ items: [] }>().items.length === 0,
    );
    expect((await world.olga.browser.get(affected)).json()).toMatchObject({ items: [{ id: badge.id, state: 'superseded' }] });
    const anew = await anybody.get(path(), { accept: 'application/vc+ld+json' });
    expect(anew.json()).toMatchObject({ id: (JSON.parse(badge.signed) as { id: string }).id });
    await awaitFact(async () => (await anybody.post('/verify', anew.json<object>())).json<{ verified: boolean }>().verified);
    const jonas = await awaitBadge(world, await passed(world, await world.ready('Jonas')));
    await awaitFact(
      async () => (await anybody.post('/verify', JSON.parse(jonas.signed) as object)).json<{ verified: boolean }>().verified,
    );
  });

  it('name keys that anybody can read, and nobody else’s', async () => {
    const set = await anybody.get('/issuers/riverside/jwks.json');
    expect(set).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': '*' }, setCookie: undefined });
    expect(set.json<{ keys: object[] }>().keys).toHaveLength(3);
    await awaitFact(async () => (await anybody.get('/issuers/riverside/key-history.json')).status === 200);
    for (const absent of [
      '/issuers/nowhere/jwks.json',
      '/issuers/nowhere/keys/key-1',
      '/issuers/riverside/keys/key-1',
      '/issuers/lakeside/key-history.json',
      '/issuers/riverside/keys/%27%20or%201=1',
    ])
      expect((await anybody.get(absent)).status).toBe(404);
  });
});
