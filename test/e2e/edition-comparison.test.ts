import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PublishedEdition, type Riverside, startRiverside } from '../support/worlds.js';

interface Comparison {
  same: boolean;
  strictness: string | null;
  rules: { key: string; strictness: string }[];
  details: { field: string; words: { kind: string; text: string }[] | null }[];
  courses: {
    title: string;
    changes: string[];
    activities: { title: string; changes: string[]; fields: { field: string }[] }[];
  }[];
  sequence: object | null;
  from: { number: number };
  to: { number: number; editionId: string | null };
}

describe('Two editions beside each other', () => {
  let world: Riverside;
  let edition: PublishedEdition;
  let path: string;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    edition = world.edition;
    path = `/api/v1/micro-credentials/${edition.microCredentialId}`;
  });
  afterAll(() => world.close());

  const compare = async (query = '') => (await world.ines.browser.get(`${path}/edition-comparison${query}`)).json<Comparison>();
  const draft = async () => (await world.ines.browser.get(path)).json<{ version: number; courseIds: string[] }>();
  const change = async (changes: object) =>
    world.ines.browser.patch(path, changes, { 'if-match': `"v${(await draft()).version}"` });

  it('are the same as long as nobody has written', async () => {
    expect(await compare()).toMatchObject({
      same: true,
      strictness: null,
      details: [],
      courses: [],
      from: { number: 1, editionId: edition.id },
      to: { number: 2, editionId: null },
    });
  });

  it('show what was changed, word by word, and whether it asks for more', async () => {
    const [courseId = ''] = (await draft()).courseIds;
    await change({ summary: 'Tell what data say, and stop there.' });
    const body = { kind: 'page', markdown: 'More.', assets: {}, objectives: [] };
    await world.ines.browser.post(`/api/v1/courses/${courseId}/activities`, { title: 'More', minutes: 5, required: true, body });
    const { strictness, rules, details, courses, same } = await compare();
    expect(same).toBe(false);
    expect(details).toMatchObject([{ field: 'summary' }]);
    expect(details[0]?.words?.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).not.toEqual([]);
    expect(courses).toMatchObject([
      { title: 'Asking questions', changes: ['changed'], activities: [{ title: 'More', changes: ['added'] }] },
    ]);
    expect(rules).toMatchObject([{ key: 'required', strictness: 'stricter', title: 'More' }]);
    expect(strictness).toBe('stricter');
  });

  it('may be any two, and only of this micro-credential', async () => {
    const { version } = await draft();
    const second = await world.ines.browser.post(`${path}/editions`, { changeNote: 'More' }, { 'if-match': `"v${version}"` });
    const { id } = second.json<{ id: string }>();
    expect(await compare()).toMatchObject({ same: true, from: { number: 2 }, to: { number: 3 } });
    expect(await compare(`?from=${id}&to=${edition.id}`)).toMatchObject({
      strictness: 'looser',
      from: { number: 2 },
      to: { number: 1 },
    });
    const other = await world.publish();
    expect((await world.ines.browser.get(`${path}/edition-comparison?from=${other.id}`)).status).toBe(404);
  });

  it('stand with the number of learners that are on each', async () => {
    const offeringId = await world.offer(edition.id);
    await world.enroll(await world.member('Amara', ['learner']), offeringId);
    const jonas = await world.enroll(await world.member('Jonas', ['learner']), offeringId);
    await jonas.browser.post(`${jonas.path}/withdrawal`);
    expect((await world.ines.browser.get(`${path}/learners`)).json()).toEqual({
      items: [
        { editionId: edition.id, state: 'active', learners: 1 },
        { editionId: edition.id, state: 'withdrawn', learners: 1 },
      ],
    });
  });

  it('are nobody’s business elsewhere', async () => {
    const lars = await world.member('Lars', ['instructor'], world.lakesideId);
    for (const part of ['edition-comparison', 'learners']) expect((await lars.browser.get(`${path}/${part}`)).status).toBe(404);
  });
});
