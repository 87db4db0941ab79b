import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import type { Answer } from '../support/browser.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface Kept {
  id: string;
  text: string;
  own: boolean;
  authorName: string | null;
  uses: number;
  version: number;
}

describe('The comment bank of assessors', () => {
  let world: Riverside;
  let bank: string;
  const keep = ({ browser }: Member, text: string, wish: object = {}) =>
    browser.post(bank, { text, scope: 'micro_credential', shared: false, ...wish });
  const kept = async (member: Member, text: string, wish: object = {}) => (await keep(member, text, wish)).json<Kept>();
  const listed = async ({ browser }: Member, query = '') =>
    (await browser.get(bank + query)).json<{ items: Kept[]; next: string }>();
  const texts = async (member: Member, query = '') => (await listed(member, query)).items.map(({ text }) => text);
  const change = ({ browser }: Member, { id, version }: Kept, body: object): Promise<Answer> =>
    browser.put(`/api/v1/kept-comments/${id}`, body, { 'if-match': `"v${version}"` });

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    bank = `/api/v1/offerings/${world.offeringId}/comment-bank`;
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.rows('delete from kept_comment');
  });

  it('keeps a text once in each place, whoever asks twice or at once', async () => {
    const answers = await Promise.all(['Name it.', 'Name it.', ' Name it. '].map((text) => keep(world.ada, text)));
    expect(new Set(answers.map((answer) => answer.json<Kept>().id)).size).toBe(1);
    expect(answers[0]?.json()).toMatchObject({ text: 'Name it.', scope: 'micro_credential', own: true, uses: 0, version: 1 });
    await keep(world.ada, 'Name it.', { scope: 'everywhere' });
    expect(await texts(world.ada)).toEqual(['Name it.', 'Name it.']);
  });

  it('is one’s own until one shares it with those who assess the same', async () => {
    const mine = await kept(world.ada, 'Only mine.');
    const ours = await kept(world.ada, 'For all of us.', { shared: true });
    expect(await texts(world.ben)).toEqual(['For all of us.']);
    expect((await listed(world.ben)).items).toMatchObject([{ own: false, authorName: 'Ada' }]);
    for (const [id, status] of [
      [mine.id, 404],
      [ours.id, 201],
    ] as const)
      expect((await world.ben.browser.post(`/api/v1/kept-comments/${id}/uses`)).status).toBe(status);
    expect((await change(world.ben, ours, { text: 'Mine now.', shared: true })).status).toBe(404);
    expect((await world.ben.browser.delete(`/api/v1/kept-comments/${ours.id}`)).status).toBe(404);
    expect((await change(world.ada, ours, { text: 'For all of us.', shared: false })).status).toBe(200);
    expect(await texts(world.ben)).toEqual([]);
    expect(await texts(world.ada)).toEqual(['For all of us.', 'Only mine.']);
  });

  it('offers what was used last first, and counts it', async () => {
    const first = await kept(world.ada, 'First.');
    await kept(world.ada, 'Second.');
    world.clock.advance(1_000);
    await world.ada.browser.post(`/api/v1/kept-comments/${first.id}/uses`);
    expect((await listed(world.ada)).items).toMatchObject([{ text: 'First.', uses: 1 }, { text: 'Second.' }]);
    const page = await listed(world.ada, '?limit=1');
    expect(await texts(world.ada, `?limit=1&cursor=${page.next}`)).toEqual(['Second.']);
  });

  it('finds words, and leaves out what is for other criteria', async () => {
    const [one, other] = (await world.rows<{ id: string }>(
      `select c ->> 'id' as id from edition e, jsonb_array_elements(e.content -> 'rubric' -> 'criteria') c where e.id = $1`,
      [world.edition.id],
    )) as [{ id: string }, { id: string } | undefined];
    await keep(world.ada, 'For one criterion 100 %_', { scope: 'criterion', criterionId: one.id });
    await keep(world.ada, 'For the whole work.');
    expect(await texts(world.ada, '?q=WHOLE')).toEqual(['For the whole work.']);
    expect(await texts(world.ada, '?q=%25_')).toEqual(['For one criterion 100 %_']);
    expect(await texts(world.ada, `?criterionId=${one.id}`)).toHaveLength(2);
    expect(await texts(world.ada, `?criterionId=${other?.id ?? 'another'}`)).toEqual(['For the whole work.']);
  });

  it.each([
    [{ scope: 'criterion' }, 'criterionId'],
    [{ scope: 'criterion', criterionId: 'nowhere' }, 'criterionId'],
    [{ scope: 'everywhere', shared: true }, 'shared'],
    [{ text: '   ' }, 'text'],
  ])('refuses %j', async (wish, field) => {
    expect((await keep(world.ada, 'A text', wish)).json()).toMatchObject({ status: 400, errors: [{ field }] });
  });

  it('is not written over by a window that did not see it, and holds nothing twice after a change', async () => {
    const comment = await kept(world.ada, 'A.');
    await keep(world.ada, 'B.');
    expect((await change(world.ada, comment, { text: 'A, and why.', shared: false })).headers['etag']).toBe('"v2"');
    expect((await change(world.ada, comment, { text: 'Older.', shared: false })).status).toBe(412);
    const twin = await change(world.ada, { ...comment, version: 2 }, { text: 'B.', shared: false });
    expect(twin.json()).toMatchObject({ status: 400, errors: [{ field: 'text', code: 'known' }] });
    expect((await world.ada.browser.delete(`/api/v1/kept-comments/${comment.id}`)).status).toBe(204);
    expect(await texts(world.ada)).toEqual(['B.']);
  });

  it('is nobody else’s business', async () => {
    const comment = await kept(world.ada, 'Shared.', { shared: true });
    const elsewhere = await world.member('Eva', ['assessor']);
    const nils = await world.member('Nils', ['assessor'], world.lakesideId);
    for (const stranger of [elsewhere, nils]) {
      expect((await stranger.browser.get(bank)).status).toBe(404);
      expect((await keep(stranger, 'Let me in.')).status).toBe(404);
      expect((await stranger.browser.post(`/api/v1/kept-comments/${comment.id}/uses`)).status).toBe(404);
    }
    expect((await world.ines.browser.get(bank)).status).toBe(403);
    expect((await world.ada.browser.post(`/api/v1/kept-comments/${newId()}/uses`)).status).toBe(404);
  });
});
