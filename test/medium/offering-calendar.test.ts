import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements } from '../support/statements.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

interface Calendar {
  timeZone: string;
  offerings: { id: string; title: string; seats: number | null; taken: number; waiting: number }[];
  dates: { offeringId: string; kind: string; day: string }[];
  isCut: boolean;
}

const PATH = '/api/v1/offerings/calendar';

describe('The calendar of offerings', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const calendar = async (month: string, more = ''): Promise<Calendar> => {
    const answer = await world.olga.browser.get(`${PATH}?month=${month}${more}`);
    expect(answer.status).toBe(200);
    return answer.json<Calendar>();
  };
  const spring = (changes: object = {}) =>
    world.offer(world.edition.id, {
      title: 'Spring',
      enrollFrom: '2031-03-03T08:00:00Z',
      enrollUntil: '2031-03-21T22:59:00Z',
      startsAt: '2031-03-31T22:00:00Z',
      endsAt: '2031-06-30T22:00:00Z',
      ...changes,
    });

  it('says what happens when, by the days where the institution is', async () => {
    const id = await spring();
    const { timeZone, dates } = await calendar('2031-03');
    expect(timeZone).toBe('Europe/Vienna');
    expect(dates).toMatchObject([
      { offeringId: id, kind: 'enrollment_opens', day: '2031-03-03' },
      { offeringId: id, kind: 'enrollment_closes', day: '2031-03-21' },
      // In the last week of the month, that goes on into April.
      { offeringId: id, kind: 'begins', day: '2031-04-01' },
    ]);
    expect((await calendar('2031-06')).dates).toMatchObject([{ kind: 'ends', day: '2031-06-30' }]);
    expect((await calendar('2031-05')).dates).toEqual([]);
  });

  it('says how full each is', async () => {
    const id = await world.offer(world.edition.id, { title: 'Small', seats: 1, waitlist: true, endsAt: '2032-01-15T12:00:00Z' });
    for (const name of ['Amara', 'Jonas']) await world.enroll(await world.member(name, ['learner']), id);
    const { offerings } = await calendar('2032-01');
    expect(offerings).toMatchObject([{ id, title: 'Small', seats: 1, taken: 1, waiting: 1 }]);
  });

  it('leaves out what was called off, and what the filter does not want', async () => {
    const other = await world.publish();
    const id = await spring({
      enrollFrom: '2033-03-03T08:00:00Z',
      enrollUntil: null,
      startsAt: '2033-03-10T08:00:00Z',
      endsAt: null,
    });
    expect((await calendar('2033-03')).offerings).toHaveLength(1);
    expect((await calendar('2033-03', `&microCredentialId=${world.edition.microCredentialId}`)).offerings).toHaveLength(1);
    expect((await calendar('2033-03', `&editionId=${other.id}`)).offerings).toEqual([]);
    expect((await calendar('2033-03', `&microCredentialId=${other.microCredentialId}`)).offerings).toEqual([]);
    await world.olga.browser.post(`/api/v1/offerings/${id}/cancellation`, {});
    expect(await calendar('2033-03')).toMatchObject({ offerings: [], dates: [] });
  });

  it('costs the same few statements, however many offerings there are', async () => {
    const one = await countStatements(() => calendar('2031-03'));
    await spring();
    await spring();
    expect(await countStatements(() => calendar('2031-03'))).toBe(one);
    // Beside who asks, the list of offerings reads one statement.
    expect(one - (await countStatements(() => world.olga.browser.get('/api/v1/offerings')))).toBe(1);
  });

  it('is the business of the institution’s office alone', async () => {
    const lotte = await world.member('Lotte', ['office'], world.lakesideId);
    expect((await lotte.browser.get(`${PATH}?month=2031-03`)).json()).toMatchObject({ offerings: [], dates: [] });
    expect((await world.ines.browser.get(`${PATH}?month=2031-03`)).status).toBe(403);
    expect((await world.olga.browser.get(`${PATH}?month=2031-13`)).status).toBe(400);
  });
});
