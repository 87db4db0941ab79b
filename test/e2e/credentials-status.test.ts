import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyIndependently } from '../../demo/independent-verifier.mjs';
import {
  awaitBadge,
  awaitFact,
  badgesOf,
  passed,
  type PassedLearner,
  publishLists,
  type StoredBadge,
} from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { showName } from '../support/shown-name.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

const PAGE = { accept: 'text/html' };
const VC = { accept: 'application/vc+ld+json' };

interface View {
  id: string;
  url: string;
  form: number;
  state: string;
  can: Record<string, boolean>;
}

interface Batch {
  id: string;
  state: string;
  total: number;
  counts: Record<string, number>;
}

describe('The office', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  beforeAll(async () => {
    world = await startRiverside();
    anybody = new TestBrowser(world.app);
  });
  afterAll(() => world.close());

  const badged = async (name: string, learner?: Learner): Promise<{ learner: PassedLearner; badge: StoredBadge }> => {
    const one = await passed(world, learner ?? (await world.ready(name)));
    return { learner: one, badge: await awaitBadge(world, one) };
  };
  const act = (id: string, what: string, body: object = { reason: 'An appeal is open.' }) =>
    world.olga.browser.post(`/api/v1/credentials/${id}/${what}`, body);
  const pathOf = (url: string) => new URL(url).pathname;
  const placeOf = ({ signed }: StoredBadge) =>
    pathOf((JSON.parse(signed) as { credentialStatus: { statusListCredential: string } }).credentialStatus.statusListCredential);
  const independently = async (signed: string, list: string) =>
    verifyIndependently(signed, {
      didDocument: (await anybody.get('/issuers/riverside/did.json')).json<object>(),
      statusListCredential: (await anybody.get(list)).json<object>(),
      now: new Date(Date.now() + 2_000),
    });
  const verify = async (signed: string) =>
    (await anybody.post('/verify', JSON.parse(signed) as object)).json<{
      verified: boolean;
      checks: { check: string; reason?: string }[];
    }>();
  const list = async (query: string, by = world.olga) =>
    (await by.browser.get(`/api/v1/credentials?${query}`)).json<{ items: View[]; next: string | null }>();

  it('suspends a credential, which everybody sees, and reinstates it in a new form at the same address', async () => {
    const { learner, badge } = await badged('Amara');
    const suspended = (await act(badge.id, 'suspension')).json<View>();
    expect(suspended).toMatchObject({
      state: 'suspended',
      form: 1,
      can: { suspend: false, reinstate: true, reissue: true, revoke: true, resend: false },
    });
    await awaitFact(async () => (await independently(badge.signed, placeOf(badge))).error === 'revoked');
    const page = await anybody.get(pathOf(suspended.url), PAGE);
    expect(page.text).toContain('Suspended by its issuer');
    expect(page.text).not.toMatch(/appeal|Genuine and valid/);
    expect(await verify(badge.signed)).toMatchObject({
      verified: false,
      checks: expect.arrayContaining([expect.objectContaining({ check: 'status', reason: 'suspended' })]),
    });

    const reinstated = (await act(badge.id, 'reinstatement')).json<View>();
    expect(reinstated).toMatchObject({ state: 'issued', form: 2, url: suspended.url });
    const { text, headers } = await anybody.get(pathOf(suspended.url), VC);
    const known = { ...VC, 'if-none-match': String(headers.etag) };
    expect(await anybody.get(pathOf(suspended.url), known)).toMatchObject({ status: 304, text: '' });
    expect(text).not.toBe(badge.signed);
    expect(await independently(text, placeOf(badge))).toEqual({ verified: true });
    expect(await independently(badge.signed, placeOf(badge))).toMatchObject({ error: 'revoked' });
    const copied = await anybody.submit('/verify', { credential: badge.signed });
    expect(copied.text).toContain('replaced it by a newer form');
    expect((await act(badge.id, 'revocation')).json()).toMatchObject({
      code: 'credentials.wrong_state',
      facts: { newestId: reinstated.id },
    });
    const letters = await world.rows<{ body: string }>('select body from mail_message where recipient = $1 order by created_at', [
      learner.email,
    ]);
    expect(letters.at(-1)?.body).toContain('no longer suspended');
    expect(letters.map(({ body }) => body).join()).not.toContain('appeal');
  });

  it('gives the status list from memory exactly as from the database, and the newest soon after each change', async () => {
    const { badge } = await badged('Bella');
    const path = placeOf(badge);
    const [row] = await world.rows<{ signed: string }>('select signed from status_list where id = $1', [path.split('/').at(-1)]);
    const first = await anybody.get(path);
    const second = await anybody.get(path);
    const constant = ({ headers }: typeof first) =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => !['date', 'x-request-id'].includes(name)));
    expect(second.text).toBe(row?.signed);
    expect(constant(second)).toEqual(constant(first));
    expect(second.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=1, must-revalidate',
      'content-type': 'application/vc+ld+json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String),
    });
    const known = { 'if-none-match': String(second.headers.etag) };
    expect(await anybody.get(path, known)).toMatchObject({ status: 304, text: '' });
    await act(badge.id, 'revocation');
    await awaitFact(async () => (await anybody.get(path, known)).status === 200);
    expect(await independently(badge.signed, path)).toMatchObject({ error: 'revoked' });
  });

  it('re-issues a credential with the same words, once for one Idempotency-Key', async () => {
    const { learner, badge } = await badged('Chloe');
    const path = `/api/v1/credentials/${badge.id}/reissue`;
    const key = { 'idempotency-key': 'reissue-chloe-1' };
    const [once, twice] = [await world.olga.browser.post(path, {}, key), await world.olga.browser.post(path, {}, key)];
    expect(twice.json<View>().id).toBe(once.json<View>().id);
    expect(await badgesOf(world, learner)).toMatchObject([{ state: 'superseded' }, { state: 'issued' }]);
    expect((await learner.browser.post(path, {})).status).toBe(403);
    expect((await list('mine=yes', learner)).items).toMatchObject([{ form: 2, state: 'issued' }]);
  });

  it('sends the letter again, but not as often as it likes', async () => {
    const { learner, badge } = await badged('Dora');
    for (let time = 0; time < 3; time++) expect((await act(badge.id, 'letters', {})).status).toBe(201);
    expect((await act(badge.id, 'letters', {})).json()).toMatchObject({ status: 429, code: 'request.too_many' });
    const letters = await world.rows(`select from mail_message where recipient = $1 and body like '%once more%'`, [
      learner.email,
    ]);
    expect(letters).toHaveLength(3);
  });

  it('corrects a misspelt name when the learner asks for it, and only then', async () => {
    const { learner, badge } = await badged('Elif');
    const asking = (id: string, name: string, by: Learner = learner) =>
      by.browser.post(`/api/v1/credentials/${id}/correction-requests`, { name, reason: 'My passport says so.' });
    expect((await asking(badge.id, 'Elif Yıldız')).json()).toMatchObject({ status: 422, code: 'credentials.shows_no_name' });
    const shown = await showName(world.app, world.institutionId, badge.id, 'Elif Yildiz');
    expect((await asking(shown, 'Elif Yildiz')).json()).toMatchObject({ code: 'credentials.amendment_refused' });
    const { learner: other } = await badged('Fay');
    expect((await asking(shown, 'Fay', other)).status).toBe(404);
    const request = (await asking(shown, 'Elif Yıldız')).json<{ id: string; state: string }>();
    expect(request.state).toBe('open');
    expect((await asking(shown, 'Elif')).json()).toMatchObject({ status: 409, code: 'credentials.correction_open' });

    const requests = async (by: Learner | typeof world.olga) =>
      (await by.browser.get('/api/v1/credential-correction-requests?state=open')).json<{ items: { id: string }[] }>().items;
    expect([await requests(world.olga), await requests(other)]).toMatchObject([[{ id: request.id, name: 'Elif Yıldız' }], []]);
    const decision = `/api/v1/credential-correction-requests/${request.id}/decision`;
    expect((await learner.browser.post(decision, { decision: 'accepted' })).status).toBe(403);
    expect((await world.olga.browser.post(decision, { decision: 'accepted' })).json()).toMatchObject({ state: 'accepted' });
    expect((await world.olga.browser.post(decision, { decision: 'declined' })).json()).toMatchObject({
      code: 'credentials.correction_decided',
    });
    const forms = await badgesOf(world, learner);
    expect(forms.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'issued']);
    const [newest = badge] = forms.slice(-1);
    expect(newest.signed).toContain('Elif Yıldız');
    const about = async (by: Learner | typeof world.olga, query = '') =>
      (await by.browser.get(`/api/v1/credential-correction-requests?credentialId=${newest.id}${query}`)).json<{
        items: object[];
      }>().items;
    expect(await about(learner)).toMatchObject([{ id: request.id, credentialId: shown, state: 'accepted' }]);
    expect([await about(world.olga, '&mine=yes'), await about(other)]).toEqual([[], []]);
    expect((await learner.browser.get(`/api/v1/credentials/${newest.id}`)).json()).toMatchObject({
      says: { shownName: 'Elif Yıldız', issuer: 'Riverside University', results: [] },
    });
    expect(await independently(newest.signed, placeOf(newest))).toEqual({ verified: true });
  });

  it('finds credentials by learner, address, state, offering, micro-credential and date', async () => {
    const other = await world.publish({ title: 'Open Licensing' });
    const offeringId = await world.offer(other.id);
    const { learner, badge } = await badged('Gwen_100%', await world.ready('Gwen_100%', offeringId, other));
    const { badge: gone } = await badged('Hana');
    await act(gone.id, 'revocation');
    const found = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect(await found('q=wen_100%25')).toEqual([badge.id]);
    expect(await found(`q=${encodeURIComponent(learner.email.toUpperCase())}`)).toEqual([badge.id]);
    expect(await found(`q=${badge.id}`)).toEqual([badge.id]);
    expect(await found(`q=${encodeURIComponent(`http://localhost:3000/credentials/${badge.public_id}`)}`)).toEqual([badge.id]);
    expect(await found('q=nobody')).toEqual([]);
    expect(await found(`offeringId=${offeringId}`)).toEqual([badge.id]);
    expect(await found(`microCredentialId=${other.microCredentialId}`)).toEqual([badge.id]);
    expect(await found('state=revoked&q=hana')).toEqual([gone.id]);
    expect(await found(`editionId=${other.id}&issuedFrom=2020-01-01T00:00:00Z&issuedUntil=2021-01-01T00:00:00Z`)).toEqual([]);
    expect((await list(`q=${badge.id}`)).items).toMatchObject([{ holder: { name: 'Gwen_100%', email: learner.email } }]);
    expect((await list('mine=yes', learner)).items[0]).not.toHaveProperty('holder');

    const all: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { items: View[]; next: string | null } = await list(`limit=2${next ? `&cursor=${next}` : ''}`);
      all.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    const [count] = await world.rows<{ count: number }>(
      `select count(*)::int as count from credential where state <> 'superseded'`,
    );
    expect(new Set(all).size).toBe(count?.count);
  });

  it('sees which award a new one follows, after the first was revoked and the work was assessed anew', async () => {
    const { learner, badge } = await badged('Ida');
    await act(badge.id, 'revocation');
    const again = await world.enroll(learner, await world.offer(world.edition.id));
    await world.study(again);
    await passed(world, again);
    await awaitFact(async () => (await badgesOf(world, learner)).length === 2);
    const { items } = await list('mine=yes', learner);
    expect(items).toMatchObject([
      { state: 'issued', followsId: badge.id, followedById: null },
      { id: badge.id, state: 'revoked', followsId: null, followedById: items[0]?.id },
    ]);
    expect(items[0]?.url).not.toBe(items[1]?.url);
  });

  describe('revokes many', () => {
    const planned = (body: object) =>
      world.olga.browser.post('/api/v1/credential-revocations', { reason: 'The exam leaked.', ...body });
    const progress = async (id: string) => (await world.olga.browser.get(`/api/v1/credential-revocations/${id}`)).json<Batch>();

    it('of an offering at once, shows how far it is, and what became of each', async () => {
      const edition = await world.publish({ title: 'Data Ethics' });
      const offeringId = await world.offer(edition.id);
      const badges: StoredBadge[] = [];
      for (const name of ['Jana', 'Kim', 'Lou'])
        badges.push((await badged(name, await world.ready(name, offeringId, edition))).badge);
      const batch = (await planned({ offeringId, undoSeconds: 0 })).json<Batch>();
      expect(batch).toMatchObject({ state: 'waiting', total: 3, counts: { waiting: 3, revoked: 0, wasRevoked: 0 } });
      await awaitFact(async () => (await progress(batch.id)).state === 'finished');
      expect(await progress(batch.id)).toMatchObject({ counts: { waiting: 0, revoked: 3, wasRevoked: 0 } });
      const rows = (await world.olga.browser.get(`/api/v1/credential-revocations/${batch.id}/rows?limit=2`)).json<{
        items: object[];
        next: string;
      }>();
      expect(rows.items).toMatchObject([{ outcome: 'revoked' }, { outcome: 'revoked' }]);
      const rest = await world.olga.browser.get(`/api/v1/credential-revocations/${batch.id}/rows?limit=2&cursor=${rows.next}`);
      expect(rest.json()).toMatchObject({ items: [{ outcome: 'revoked' }], next: null });
      for (const one of badges) await awaitFact(async () => (await independently(one.signed, placeOf(one))).error === 'revoked');
      expect((await planned({ offeringId })).json()).toMatchObject({ status: 422, code: 'credentials.nothing_to_revoke' });
      const cancel = `/api/v1/credential-revocations/${batch.id}/cancellation`;
      expect((await world.olga.browser.post(cancel)).json()).toMatchObject({ status: 409, code: 'credentials.revocation_begun' });
    });

    it('only after the time to call it off, and not when it was called off', async () => {
      const { learner, badge } = await badged('Mona');
      const batch = (await planned({ credentialIds: [badge.id] })).json<Batch & { requestedAt: string; takesEffectAt: string }>();
      expect(Date.parse(batch.takesEffectAt) - Date.parse(batch.requestedAt)).toBe(300_000);
      const cancelled = await world.olga.browser.post(`/api/v1/credential-revocations/${batch.id}/cancellation`);
      expect(cancelled.json()).toMatchObject({ state: 'cancelled' });
      await world.rows(`update outbox set available_at = now() where job = 'revoke-batch' and done_at is null`);
      await awaitFact(
        async () => (await world.rows(`select from outbox where job = 'revoke-batch' and done_at is null`)).length === 0,
      );
      expect(await progress(batch.id)).toMatchObject({ state: 'cancelled', counts: { waiting: 1, revoked: 0 } });
      expect(await badgesOf(world, learner)).toMatchObject([{ state: 'issued' }]);
    });

    it('of what it names exactly, and nothing when a name is wrong', async () => {
      const { badge } = await badged('Nora');
      const absent = world.olga.personId;
      expect((await planned({ credentialIds: [badge.id, absent] })).json()).toMatchObject({
        status: 422,
        code: 'credentials.nothing_to_revoke',
      });
      for (const body of [{}, { credentialIds: [badge.id], offeringId: world.offeringId }, { credentialIds: [] }])
        expect((await planned(body)).status).toBe(400);
      expect((await planned({ credentialIds: [badge.id], undoSeconds: 86_401 })).status).toBe(400);
      await publishLists(world);
      expect(await independently(badge.signed, placeOf(badge))).toEqual({ verified: true });
    });
  });
});
