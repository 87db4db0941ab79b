import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

interface Listed {
  items: { text: string; activity: string; course: string; microCredential: string }[];
  next: string | null;
}

describe('The notes of a learner', () => {
  let world: Riverside;
  let amara: Learner;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    amara = await world.enroll(await world.member('Amara', ['learner']));
  });
  afterAll(() => world.close());

  const address = (place: number, { path }: Learner = amara) => `${path}/activities/${world.edition.activityIds[place]}/note`;
  const keep = (place: number, text: string, version: number) =>
    amara.browser.put(address(place), { text }, { 'if-match': `"v${version}"` });
  const listed = async (query = '') => (await amara.browser.get(`/api/v1/me/notes${query}`)).json<Listed>();

  it('are nothing at first, and then what was written last', async () => {
    expect((await amara.browser.get(address(0))).json()).toEqual({ text: '', version: 0, updatedAt: null });
    expect((await keep(0, 'Ask *who* asks.', 0)).status).toBe(200);
    expect((await keep(0, 'Ask *who* asks, and why.', 1)).status).toBe(200);
    const read = await amara.browser.get(address(0));
    expect(read.headers['etag']).toBe('"v2"');
    expect(read.json()).toMatchObject({ text: 'Ask *who* asks, and why.', version: 2 });
  });

  it('are not written over by another device that did not see them', async () => {
    expect((await keep(0, 'Older.', 1)).status).toBe(412);
    expect((await keep(0, 'First?', 0)).status).toBe(412);
    expect((await keep(1, 'Never seen.', 3)).status).toBe(412);
    expect((await amara.browser.get(address(0))).json()).toMatchObject({ version: 2 });
  });

  it('are kept once, whichever of two first ones comes first', async () => {
    const jonas = await world.enroll(await world.member('Jonas', ['learner']));
    const first = (text: string) => jonas.browser.put(address(0, jonas), { text }, { 'if-match': '"v0"' });
    const statuses = (await Promise.all([first('One.'), first('Two.')])).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('are found by their words, and listed in pages without the empty ones', async () => {
    await keep(1, 'Axes begin at 0 %_', 0);
    expect((await listed()).items).toMatchObject([
      { text: 'Axes begin at 0 %_', activity: 'Honest charts', course: 'Honest charts', microCredential: 'Data Storytelling' },
      { activity: 'Asking questions' },
    ]);
    expect((await listed('?q=WHO')).items).toHaveLength(1);
    expect((await listed('?q=%25_')).items).toHaveLength(1);
    expect((await listed('?q=nowhere')).items).toEqual([]);
    const page = await listed('?limit=1');
    expect((await listed(`?limit=1&cursor=${page.next}`)).items).toMatchObject([{ activity: 'Asking questions' }]);
    await keep(1, '', 1);
    expect((await listed()).items).toHaveLength(1);
  });

  it('leave as one Markdown file', async () => {
    const file = await amara.browser.get('/api/v1/me/notes.md');
    expect(file.headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="notes.md"',
    });
    expect(file.text).toContain('# Data Storytelling\n\n## Asking questions\n\n### Asking questions\n\n');
    expect(file.text).toContain('Ask *who* asks, and why.');
  });

  it('are read by nobody else, not even who teaches or runs the offering', async () => {
    const lea = await world.member('Lea', ['learner', 'instructor', 'office']);
    expect((await lea.browser.get(address(0))).status).toBe(403);
    expect((await (await world.member('Kim', ['learner'])).browser.get(address(0))).status).toBe(404);
    expect((await lea.browser.get('/api/v1/me/notes')).json()).toMatchObject({ items: [] });
  });

  it('stand beside activities that there are', async () => {
    const nowhere = `${amara.path}/activities/${world.institutionId}/note`;
    expect((await amara.browser.put(nowhere, { text: 'Where?' }, { 'if-match': '"v0"' })).status).toBe(404);
  });
});
