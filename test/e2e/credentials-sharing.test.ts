import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ForgetViews } from '../../src/modules/credentials/index.js';
import { awaitBadge, passed, revoke, type StoredBadge } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { askIndependently, okay, talkativeBadge } from '../support/chosen-badges.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

const PAGE = { accept: 'text/html' };
const DAY_MS = 86_400_000;

describe('Who sees a badge', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  let amara: Learner;
  let badge: StoredBadge;
  let api: string;
  let page: string;

  beforeAll(async () => {
    world = await startRiverside();
    anybody = new TestBrowser(world.app);
    ({ amara, badge } = await talkativeBadge(world));
    api = `/api/v1/credentials/${badge.id}`;
    page = `/credentials/${badge.public_id}`;
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    okay(await show('link'));
  });

  const show = (visibility: string) => amara.browser.put(`${api}/visibility`, { visibility });
  const inDays = (days: number) => new Date(world.clock.now().getTime() + days * DAY_MS).toISOString();
  const share = async (label: string, days = 30) =>
    okay(await amara.browser.post(`${api}/share-links`, { label, expiresAt: inDays(days) })).json<{ id: string; url: string }>();
  const evidencePath = () => {
    const { evidence } = JSON.parse(badge.signed) as { evidence: { id: string }[] };
    return new URL(evidence[0]?.id ?? '').pathname;
  };

  it('is who has its address, and search engines are asked to keep away, until its learner makes it public', async () => {
    const seen = async () => {
      const { headers, text } = await anybody.get(page, PAGE);
      // Search engines heed either: the two must never say different things.
      expect(text.includes('<meta name="robots" content="noindex"')).toBe(headers['x-robots-tag'] === 'noindex');
      return headers['x-robots-tag'];
    };
    expect((await amara.browser.get(api)).json()).toMatchObject({ visibility: 'link', can: { show: true } });
    expect(await seen()).toBe('noindex');
    expect((await show('public')).json()).toMatchObject({ visibility: 'public' });
    expect(await seen()).toBeUndefined();
    expect((await show('link')).status).toBe(200);
    expect(await seen()).toBe('noindex');
  });

  it('is its learner’s decision, not the office’s, and one of three', async () => {
    for (const other of [world.olga, world.ada]) {
      expect((await other.browser.put(`${api}/visibility`, { visibility: 'private' })).status).toBe(404);
      expect((await other.browser.get(`${api}/share-links`)).status).toBe(404);
      expect((await other.browser.get(`${api}/views`)).status).toBe(404);
      expect((await other.browser.get(`${api}/evidence`)).status).toBe(404);
    }
    expect((await show('friends')).status).toBe(400);
  });

  it('when it is private is nobody, at once: page, bytes, file and evidence, while a held file stays genuine', async () => {
    const paths = [page, `${page}/credential.json`, evidencePath()];
    for (const path of paths) expect([path, (await anybody.get(path, PAGE)).status]).toEqual([path, 200]);
    okay(await show('private'));
    for (const path of paths) {
      for (const accept of [PAGE, { accept: 'application/json' }]) {
        const answer = await anybody.get(path, accept);
        expect([path, answer.status]).toEqual([path, 404]);
        expect(answer.text).not.toContain('Amara');
      }
    }
    expect(await askIndependently(world, badge.signed)).toEqual({ verified: true });
    expect((await anybody.post('/verify', JSON.parse(badge.signed) as object)).json()).toMatchObject({ verified: true });
    expect((await world.olga.browser.get(api)).json()).toMatchObject({ visibility: 'private' });
    okay(await show('link'));
    expect((await anybody.get(page)).text).toBe(badge.signed);
  });

  describe('by a share link', () => {
    it('is whoever has it, though the badge is private', async () => {
      okay(await show('private'));
      const { url } = await share('Wasserwerk');
      const path = new URL(url).pathname;
      const shown = await anybody.get(path, PAGE);
      expect(shown).toMatchObject({
        status: 200,
        setCookie: undefined,
        headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' },
      });
      for (const words of ['Genuine and valid', 'Amara', 'claim: fully', 'report.txt']) expect(shown.text).toContain(words);
      expect((await anybody.get(path, { accept: 'application/vc+ld+json' })).text).toBe(badge.signed);
      const download = /href="(\/shared\/[^"]+\/credential\.json)"/.exec(shown.text)?.[1] ?? '';
      expect((await anybody.get(download)).text).toBe(badge.signed);
      for (const link of evidenceLinks(shown.text)) expect([link, (await anybody.get(link)).status]).toEqual([link, 200]);
    });

    it('is nobody once it is revoked or has ended, and another link is not touched', async () => {
      const [first, second] = [await share('First', 10), await share('Second', 40)];
      expect((await amara.browser.delete(`${api}/share-links/${first.id}`)).status).toBe(204);
      expect((await amara.browser.delete(`${api}/share-links/${first.id}`)).status).toBe(404);
      const statusOf = async ({ url }: { url: string }) =>
        [await anybody.get(new URL(url).pathname, PAGE), await anybody.get(`${new URL(url).pathname}/credential.json`)].map(
          ({ status }) => status,
        );
      expect([await statusOf(first), await statusOf(second)]).toEqual([
        [404, 404],
        [200, 200],
      ]);
      await world.rows(`update credential_share_link set expires_at = now() where id = $1`, [second.id]);
      expect(await statusOf(second)).toEqual([404, 404]);
    });

    it('is kept as a hash and shown once', async () => {
      const { id, url } = await share('Only once');
      const token = url.slice(url.lastIndexOf('/') + 1);
      const [row] = await world.rows<{ row: string }>(
        'select row_to_json(l)::text as row from credential_share_link l where id = $1',
        [id],
      );
      expect(row?.row).not.toContain(token);
      const listed = await amara.browser.get(`${api}/share-links`);
      expect(listed.text).not.toContain(token);
      expect(listed.json()).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ id, label: 'Only once' })]),
      });
    });

    it('needs an end within a year and a day', async () => {
      for (const expiresAt of [inDays(-1), inDays(400)]) {
        const answer = await amara.browser.post(`${api}/share-links`, { label: 'X', expiresAt });
        expect(answer.json()).toMatchObject({
          status: 422,
          code: 'credentials.unfit_share_link',
          errors: [{ field: 'expiresAt' }],
        });
      }
    });
  });

  it('is counted by day and way, for the learner alone, and forgotten after ninety days', async () => {
    const link = await share('Counted');
    const before = await countsOf();
    await anybody.get(page, PAGE);
    await Promise.all([anybody.get(page, PAGE), anybody.get(page, PAGE)]);
    await anybody.get(page, { accept: 'application/json' });
    await anybody.get(new URL(link.url).pathname, PAGE);
    const after = await countsOf();
    expect((after['page'] ?? 0) - (before['page'] ?? 0)).toBe(3);
    expect(after[link.id]).toBe(1);
    const columns = await world.rows<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'credential_view_count' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['credential_id', 'day', 'institution_id', 'views', 'way']);
    await world.rows('update credential_view_count set day = day - 91');
    expect(await countsOf()).toEqual({});
    await world.get(ForgetViews).run();
    expect(await world.rows('select from credential_view_count')).toEqual([]);
  });

  async function countsOf(): Promise<Record<string, number>> {
    const { items } = (await amara.browser.get(`${api}/views`)).json<{ items: { way: string; views: number }[] }>();
    const counts: Record<string, number> = {};
    for (const { way, views } of items) counts[way] = (counts[way] ?? 0) + views;
    return counts;
  }

  describe('in a portfolio', () => {
    const arrange = (version: number, wish: object) =>
      amara.browser.put(
        '/api/v1/portfolio',
        { title: '', introduction: '', showName: false, published: false, credentialIds: [], ...wish },
        { 'if-match': `"v${version}"` },
      );

    it('is nobody until the learner switches it on; then everybody sees the public ones, in the chosen order', async () => {
      const edition = await world.publish({ title: 'Open Licensing' });
      const again = await world.enroll(amara, await world.offer(edition.id));
      await world.study(again, edition);
      await passed(world, again);
      const badges = async () =>
        world.rows<{ id: string; public_id: string }>(
          'select id, public_id from credential where person_id = $1 order by issued_at',
          [amara.personId],
        );
      while ((await badges()).length < 2) await new Promise((done) => setTimeout(done, 20));
      const [first, second] = await badges();
      if (!first || !second) throw new Error('There are not two badges');

      expect((await amara.browser.get('/api/v1/portfolio')).json()).toMatchObject({ published: false, url: null, version: 0 });
      const saved = okay(await arrange(0, { title: 'What I can do', credentialIds: [second.id, first.id] }));
      const { url } = saved.json<{ url: string }>();
      const see = async () => anybody.get(new URL(url).pathname, PAGE);
      expect((await see()).status).toBe(404);

      okay(await arrange(1, { title: 'What I can do', published: true, credentialIds: [second.id, first.id] }));
      expect((await see()).text).toContain('No badge is shown here');
      expect((await see()).text).not.toContain('Amara');
      for (const { id } of [first, second])
        okay(await amara.browser.put(`/api/v1/credentials/${id}/visibility`, { visibility: 'public' }));
      const shown = (await see()).text;
      expect(shown.indexOf(second.public_id)).toBeGreaterThan(0);
      expect(shown.indexOf(second.public_id)).toBeLessThan(shown.indexOf(first.public_id));

      okay(await arrange(2, { published: true, showName: true, credentialIds: [first.id, second.id] }));
      expect((await see()).text).toContain('Badges of Amara');
      await revoke(world, second.id);
      expect((await see()).text).not.toContain(second.public_id);
      okay(await arrange(3, { published: false, credentialIds: [first.id] }));
      expect((await see()).status).toBe(404);
    });

    it('takes no badge of somebody else and none twice', async () => {
      const jonas = await passed(world, await world.ready('Jonas'));
      const { id } = await awaitBadge(world, jonas);
      const { version } = (await amara.browser.get('/api/v1/portfolio')).json<{ version: number }>();
      const wrong = await arrange(version, { credentialIds: [badge.id, id, badge.id] });
      expect(wrong.json()).toMatchObject({
        status: 422,
        errors: [
          { field: 'credentialIds[1]', code: 'not_yours' },
          { field: 'credentialIds[2]', code: 'repeated' },
        ],
      });
      const firsts = await Promise.all([put(jonas), put(jonas)]);
      expect(firsts.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    });

    const put = ({ browser }: Learner) =>
      browser.put(
        '/api/v1/portfolio',
        { title: 'Mine', introduction: '', showName: false, published: false, credentialIds: [] },
        { 'if-match': '"v0"' },
      );
  });
});

function evidenceLinks(text: string): string[] {
  return [...text.matchAll(/href="([^"]*\/evidence\/[^"]+)"/g)].map(([, link]) => (link ?? '').replace(/^https?:\/\/[^/]+/, ''));
}
