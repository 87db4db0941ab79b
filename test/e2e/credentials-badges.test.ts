import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import { awaitBadge, type PassedLearner, passed, revoke, type StoredBadge, badgesOf, awaitFact } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const PAGE = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const VC = { accept: 'application/vc+ld+json' };

interface Signed {
  id: string;
  name: string;
  issuer: { id: string };
  credentialSubject: { id: string; achievement: { id: string } };
  credentialStatus: { statusListCredential: string; statusListIndex: string };
}

describe('A badge', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  let amara: PassedLearner;
  let badge: StoredBadge;
  let signed: Signed;

  beforeAll(async () => {
    world = await startRiverside();
    anybody = new TestBrowser(world.app);
    amara = await passed(world);
    badge = await awaitBadge(world, amara);
    signed = JSON.parse(badge.signed) as Signed;
  });
  afterAll(() => world.close());

  const pathOf = (url: string) => new URL(url).pathname;
  const document = async (path: string) => (await anybody.get(path, { accept: 'application/json' })).json<object>();
  const independently = async (text: string) => {
    const { issuer, credentialStatus } = JSON.parse(text) as Signed;
    const slug = issuer.id.split(':').at(-1);
    return verifyIndependently(text, {
      didDocument: await document(`/issuers/${slug}/did.json`),
      statusListCredential: await document(pathOf(credentialStatus.statusListCredential)),
    });
  };
  const verify = async (body: object) =>
    (await anybody.post('/verify', body)).json<{
      verified: boolean;
      checks: { check: string; outcome: string; reason?: string }[];
    }>();

  it('comes by itself after the pass, once, and the learner and the office see it', async () => {
    const mine = (await amara.browser.get('/api/v1/credentials?mine=yes')).json();
    const shown = { id: badge.id, url: signed.id, name: 'Data Storytelling', state: 'issued', enrollmentId: amara.enrollmentId };
    expect(mine).toMatchObject({ items: [{ ...shown, can: { revoke: false } }], next: null });
    expect((await world.olga.browser.get(`/api/v1/credentials/${badge.id}`)).json()).toMatchObject({
      ...shown,
      can: { revoke: true },
    });
    expect(await badgesOf(world, amara)).toHaveLength(1);
    const letters = () =>
      world.rows<{ body: string }>(`select body from mail_message where recipient = $1 and subject like 'Your badge%'`, [
        amara.email,
      ]);
    await awaitFact(async () => (await letters()).length > 0);
    expect(await letters()).toMatchObject([{ body: expect.stringContaining(signed.id) }]);
  });

  it('is nobody else’s business in the API', async () => {
    const jonas = await world.member('Jonas', ['learner', 'assessor', 'instructor']);
    const nils = await world.member('Nils', ['learner', 'office'], world.lakesideId);
    for (const stranger of [jonas, nils]) {
      expect((await stranger.browser.get(`/api/v1/credentials/${badge.id}`)).status).toBe(404);
      expect((await stranger.browser.get('/api/v1/credentials')).json()).toMatchObject({ items: [] });
    }
    const taking = { reason: 'Mine.' };
    expect((await nils.browser.post(`/api/v1/credentials/${badge.id}/revocation`, taking)).status).toBe(404);
    expect((await amara.browser.post(`/api/v1/credentials/${badge.id}/revocation`, taking)).status).toBe(403);
    expect((await anybody.get('/api/v1/credentials')).status).toBe(401);
  });

  it('is given to programs as the very bytes that were signed, from any origin and without cookies', async () => {
    for (const headers of [VC, { accept: '*/*' }, { accept: 'application/json' }, {}] as Record<string, string>[]) {
      const answer = await anybody.get(pathOf(signed.id), headers);
      expect(answer.text).toBe(badge.signed);
      expect(answer).toMatchObject({
        status: 200,
        setCookie: undefined,
        headers: {
          'content-type': 'application/vc+ld+json; charset=utf-8',
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
          'x-robots-tag': 'noindex',
        },
      });
      expect(answer.headers.vary).toMatch(/accept/i);
    }
  });

  it('downloads as those bytes in a browser too', async () => {
    const page = await anybody.get(pathOf(signed.id), PAGE);
    const link = /href="(\/credentials\/[^"]+)"[^>]*download/.exec(page.text)?.[1] ?? '';
    const file = await anybody.get(link, PAGE);
    expect(file.text).toBe(badge.signed);
    expect(file.headers['content-disposition']).toBe('attachment; filename="credential.json"');
  });

  it('verifies here and with libraries that share nothing with Cairn, and a changed copy does not', async () => {
    expect(await independently(badge.signed)).toEqual({ verified: true });
    expect(await verify(signed)).toMatchObject({ verified: true });
    const raised = { ...signed, name: 'Doctor of Data' };
    expect(await independently(JSON.stringify(raised))).toMatchObject({ verified: false });
    expect(await verify(raised)).toMatchObject({
      verified: false,
      checks: expect.arrayContaining([expect.objectContaining({ check: 'proof', outcome: 'failed', reason: 'signature-wrong' })]),
    });
  });

  it('says nothing of who earned it but a name made for this issuer', async () => {
    const second = await world.publish({ title: 'Open Licensing' });
    const again = await world.enroll(amara, await world.offer(second.id));
    await world.study(again, second);
    await passed(world, again);
    await awaitFact(async () => (await badgesOf(world, amara)).length === 2);
    const jonas = await passed(world, await world.ready('Jonas'));
    const texts = [...(await badgesOf(world, amara)).map((one) => one.signed), (await awaitBadge(world, jonas)).signed];
    for (const text of texts) {
      for (const secret of ['Amara', 'Jonas', 'amara.', 'jonas.', amara.personId, amara.enrollmentId, jonas.personId]) {
        expect(text).not.toContain(secret);
      }
      expect(JSON.parse(text)).toMatchObject({ credentialSubject: { id: expect.stringMatching(/^urn:uuid:/) } });
    }
    const names = texts.map((text) => (JSON.parse(text) as Signed).credentialSubject.id);
    expect([names[0] === names[1], names[0] === names[2]]).toEqual([true, false]);
    const page = await anybody.get(pathOf(signed.id), PAGE);
    expect(page.text).not.toContain('Amara');
  });

  it('has a page that people can read without JavaScript', async () => {
    const page = await anybody.get(pathOf(signed.id), PAGE);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    for (const words of [
      'Genuine and valid',
      '>Data Storytelling</h1>',
      'Riverside University',
      'Data visualisation',
      '1 ECTS',
    ]) {
      expect(page.text).toContain(words);
    }
    expect(page.text).toMatch(/<meta property="og:title" content="Data Storytelling"/);
    expect(page.text).not.toMatch(/<script(?! type="application\/ld\+json">)|\son\w+=|style=/);
  });

  it('that is not there is a clear answer for people and programs', async () => {
    const absent = '/credentials/AAAAAAAAAAAAAAAAAAAAAA';
    const page = await anybody.get(absent, PAGE);
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.text).toContain('There is no credential here');
    for (const path of [absent, `${absent}/credential.json`, '/credentials/%27%20or%201=1', `/credentials/${'x'.repeat(290)}`]) {
      expect((await anybody.get(path, VC)).json()).toMatchObject({ status: 404, code: 'request.not_found' });
    }
  });

  it('names documents that are all there, for every origin', async () => {
    const slug = 'riverside';
    const did = await anybody.get(`/issuers/${slug}/did.json`);
    expect(did.json()).toMatchObject({
      id: signed.issuer.id,
      verificationMethod: expect.arrayContaining([expect.objectContaining({ controller: signed.issuer.id, type: 'Multikey' })]),
    });
    const profile = await anybody.get(`/issuers/${slug}`);
    expect(profile.json()).toMatchObject({ id: signed.issuer.id, type: ['Profile'], name: 'Riverside University' });
    const achievement = await anybody.get(pathOf(signed.credentialSubject.achievement.id));
    expect(achievement.json()).toMatchObject({ ...signed.credentialSubject.achievement });
    const list = await anybody.get(pathOf(signed.credentialStatus.statusListCredential));
    expect(list.json()).toMatchObject({ issuer: signed.issuer.id, credentialSubject: { statusPurpose: 'revocation' } });
    for (const answer of [did, profile, achievement, list]) {
      expect(answer).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': '*' }, setCookie: undefined });
    }
    const absent = [
      '/issuers/nowhere',
      '/issuers/nowhere/did.json',
      '/issuers/%2e%2e/did.json',
      '/achievements/x',
      '/status-lists/x',
    ];
    for (const path of [...absent, `/achievements/${amara.personId}`, `/status-lists/${amara.personId}`]) {
      expect((await anybody.get(path)).status).toBe(404);
    }
  });

  it('leads people from what it is for to the page of the programme, and programs to the document', async () => {
    const { credentialSubject } = JSON.parse(badge.signed) as { credentialSubject: { achievement: { id: string } } };
    const path = new URL(credentialSubject.achievement.id).pathname;
    const led = await anybody.get(path, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect(led).toMatchObject({ status: 303, headers: { vary: 'accept' } });
    expect((await anybody.get(String(led.headers['location']), { accept: 'text/html' })).text).toContain('Data Storytelling');
    expect((await anybody.get(path)).headers['content-type']).toMatch('application/ld+json');
    const nothing = `${path.slice(0, -12)}000000000000`;
    expect((await anybody.get(nothing, { accept: 'text/html' })).status).toBe(404);
  });

  it('leads to its issuer, which shows itself to people as a page and to programs as a profile', async () => {
    const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const badge = await anybody.get(pathOf(signed.id), html);
    expect(badge.text).toContain('href="/issuers/riverside"');
    const page = await anybody.get('/issuers/riverside', html);
    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', vary: 'accept, accept-language, cookie' },
    });
    expect(page.text).toContain(signed.issuer.id);
    expect(page.text).toMatch(/href="\/micro-credentials\/riverside\/[\w-]+">Data Storytelling</);
    expect(await anybody.get('/issuers/nowhere', html)).toMatchObject({ status: 404, text: expect.stringContaining('<h1>') });
  });

  it('once revoked is revoked for everybody: page, own check and independent check', async () => {
    const lea = await passed(world, await world.ready('Lea'));
    const leas = await awaitBadge(world, lea);
    const { credentialStatus, id } = JSON.parse(leas.signed) as Signed;
    const list = pathOf(credentialStatus.statusListCredential);
    const before = await anybody.get(list);
    const etag = String(before.headers.etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      expect(await anybody.get(list, { 'if-none-match': known })).toMatchObject({ status: 304, text: '' });
    }
    expect(await independently(leas.signed)).toEqual({ verified: true });

    await revoke(world, leas.id);
    const page = await anybody.get(pathOf(id), PAGE);
    expect(page.text).toContain('The issuer has taken this credential back.');
    expect(page.text).not.toContain('Genuine and valid');
    await awaitFact(async () => (await anybody.get(list, { 'if-none-match': etag })).status === 200);
    expect(await verify(JSON.parse(leas.signed) as object)).toMatchObject({
      verified: false,
      checks: expect.arrayContaining([expect.objectContaining({ check: 'status', outcome: 'failed', reason: 'revoked' })]),
    });
    expect(await independently(leas.signed)).toEqual({ verified: false, error: 'revoked' });
    expect(await independently(badge.signed)).toEqual({ verified: true });
    expect((await anybody.get(pathOf(id), VC)).text).toBe(leas.signed);
    const { items } = (await lea.browser.get('/api/v1/credentials')).json<{ items: object[] }>();
    expect(items).toMatchObject([{ state: 'revoked', can: { revoke: false } }]);
    expect(page.text).not.toContain('somebody else');

    const again = await world.olga.browser.post(`/api/v1/credentials/${leas.id}/revocation`, { reason: 'Twice.' });
    expect(again.json()).toMatchObject({ status: 409, code: 'credentials.wrong_state' });
    expect((await world.olga.browser.post(`/api/v1/credentials/${badge.id}/revocation`, { reason: '' })).status).toBe(400);
  });

  it('with hostile words in it is signed as it is and shown as text', async () => {
    const evil = '<script>alert(1)</script>"\'&amp;</title><img src=x onerror=alert(2)>';
    const edition = await world.publish({
      title: evil,
      summary: evil,
      skills: [{ name: evil, alignment: null }],
      criteria: `${evil}\n\n[link](javascript:alert(3))`,
    });
    const mallory = await world.ready('Mallory', await world.offer(edition.id), edition);
    const theirs = await awaitBadge(world, await passed(world, mallory));
    expect((JSON.parse(theirs.signed) as Signed).name).toBe(evil);
    expect(await independently(theirs.signed)).toEqual({ verified: true });
    const { text } = await anybody.get(`/credentials/${theirs.public_id}`, PAGE);
    expect(text).toContain('Genuine and valid');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toMatch(
      /<script(?! type="application\/ld\+json">)|<img(?! class="badge")|href="javascript|<\/title>[\s\S]*<\/title>/,
    );
    const checked = await anybody.submit('/verify', { credential: theirs.signed });
    expect(checked.text).toContain('Genuine and valid');
    expect(checked.text).not.toMatch(/<script|<img/);
  });
});
