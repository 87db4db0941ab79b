import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { awaitBadge, awaitFact, badgesOf, passed, revoke, type StoredBadge } from '../support/badges.js';
import { TestBrowser } from '../support/browser.js';
import { okay } from '../support/chosen-badges.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

describe('The page of a badge that was taken back and earned again', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  let ida: Learner;
  let first: StoredBadge;
  let second: StoredBadge;

  beforeAll(async () => {
    world = await startRiverside();
    anybody = new TestBrowser(world.app);
    ida = await passed(world, await world.ready('Ida'));
    first = await awaitBadge(world, ida);
    await revoke(world, first.id);
    const again = await world.enroll(ida, await world.offer(world.edition.id));
    await world.study(again);
    await passed(world, again);
    await awaitFact(async () => (await badgesOf(world, ida)).length === 2);
    [first, second] = (await badgesOf(world, ida)) as [StoredBadge, StoredBadge];
  });
  afterAll(() => world.close());

  const show = async (badge: StoredBadge, visibility: string) =>
    okay(await ida.browser.put(`/api/v1/credentials/${badge.id}/visibility`, { visibility }));
  const read = async (path: string, language = 'en') =>
    (await anybody.get(path, { accept: 'text/html', 'accept-language': language })).text;
  const pageOf = async ({ public_id }: StoredBadge, language?: string) => read(`/credentials/${public_id}`, language);
  const linkTo = ({ public_id }: StoredBadge) => `href="/credentials/${public_id}"`;

  beforeEach(async () => {
    await show(first, 'public');
    await show(second, 'public');
  });

  it('leads from each award to the other where everybody may see both, and says that this is not signed', async () => {
    const [before, after] = [await pageOf(first), await pageOf(second)];
    expect(before).toMatch(/<dt>Newer award<\/dt>/);
    expect(before).toContain(linkTo(second));
    expect(before).not.toContain('Earlier award');
    expect(after).toMatch(/<dt>Earlier award<\/dt>/);
    expect(after).toContain(linkTo(first));
    expect(after).toContain('it is not part of what was signed');
    expect(after).toContain('Genuine and valid');
    expect(await pageOf(second, 'de')).toContain('Früherer Nachweis');
  });

  it.each(['link', 'private'])('gives away nothing of an award whose visibility is %s', async (visibility) => {
    await show(first, visibility);
    const after = await pageOf(second);
    expect(after).not.toContain(first.public_id);
    expect(after).not.toContain('Earlier award');
    await show(first, 'public');
    await show(second, visibility);
    const before = await pageOf(first);
    expect(before).not.toContain(second.public_id);
    expect(before).not.toContain('Newer award');
  });

  it('tells who comes by a share link no more than it tells everybody', async () => {
    const link = { label: 'Job', expiresAt: new Date(world.clock.now().getTime() + 86_400_000).toISOString() };
    const answer = okay(await ida.browser.post(`/api/v1/credentials/${second.id}/share-links`, link));
    const shared = new URL(answer.json<{ url: string }>().url).pathname;
    await show(second, 'private');
    expect(await read(shared)).toContain(linkTo(first));
    await show(first, 'link');
    expect(await read(shared)).not.toContain(first.public_id);
  });
});
