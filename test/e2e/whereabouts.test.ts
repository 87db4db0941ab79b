import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { countStatements } from '../support/statements.js';
import { type Learner, type Riverside, startRiverside } from '../support/worlds.js';

const DAY = 86_400_000;

interface Stations {
  learners: number;
  stations: { kind: string; title: string; learners: number; completed: number | null; medianDays: number | null }[];
}
interface Standing {
  items: { personName: string; kind: string }[];
  next: string | null;
}

describe('Where the learners of an offering are', () => {
  let world: Riverside;
  let path: string;
  let first: string;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    path = `/api/v1/offerings/${world.offeringId}/whereabouts`;
    first = world.edition.activityIds[0] ?? '';
    for (const name of ['Amara', 'Jonas', 'Lea']) await world.enroll(await world.member(name, ['learner']));
    world.clock.advance(5 * DAY);
    const mehmet = await world.enroll(await world.member('Mehmet', ['learner']));
    await tell(mehmet, first);
    await world.ready('Noor');
  });
  afterAll(() => world.close());

  const tell = ({ browser, path: place }: Learner, activityId: string) => {
    const fact = { id: newId(), activityId, kind: 'completed', effectiveAt: world.clock.now().toISOString() };
    return browser.post(`${place}/facts`, { facts: [fact] });
  };
  const survey = async () => (await world.ines.browser.get(path)).json<Stations>();
  const standing = async (query: string) => (await world.ines.browser.get(`${path}/learners?${query}`)).json<Standing>();

  it('is counted station by station, with how long nothing has happened', async () => {
    const { stations, learners } = await survey();
    expect(learners).toBe(5);
    expect(stations.filter((station) => station.learners > 0)).toMatchObject([
      { kind: 'activity', title: 'Asking questions', learners: 3, completed: 2, medianDays: 5 },
      { kind: 'activity', title: 'Honest charts', learners: 1, completed: 1, medianDays: 0 },
      { kind: 'project', learners: 1, completed: 0 },
    ]);
  });

  it('is listed by who has done nothing for longest, page by page', async () => {
    const at = `at=activity&activityId=${first}`;
    const page = await standing(`${at}&limit=2`);
    const rest = await standing(`${at}&limit=2&cursor=${page.next}`);
    expect([...page.items, ...rest.items].map(({ personName }) => personName)).toEqual(['Amara', 'Jonas', 'Lea']);
    expect(rest.next).toBeNull();
    expect((await standing('at=project')).items).toMatchObject([{ personName: 'Noor' }]);
    expect((await standing('at=activity')).items).toEqual([]);
    expect((await standing('')).items).toHaveLength(5);
  });

  it('costs as many statements however many they are', async () => {
    const before = await countStatements(survey);
    await world.enroll(await world.member('Otto', ['learner']));
    expect(await countStatements(survey)).toBe(before);
  });

  it('is for those who work on the offering', async () => {
    const [other, lars] = [await world.member('Ida', ['instructor']), await world.member('Lars', ['office'], world.lakesideId)];
    for (const { browser } of [other, lars]) expect((await browser.get(path)).status).toBe(404);
    expect((await world.olga.browser.get(path)).status).toBe(200);
    const mine = await world.ines.browser.get(`/api/v1/offerings?microCredentialId=${world.edition.microCredentialId}`);
    expect(mine.json<{ items: { id: string }[] }>().items.map(({ id }) => id)).toContain(world.offeringId);
  });
});
