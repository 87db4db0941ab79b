import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestBrowser } from '../support/browser.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';

let world: Riverside;
let amara: Learner;
let noor: Member;
beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
  amara = await world.enroll(await world.member('Amara', ['learner', 'assessor']));
  noor = await world.member('Noor', ['learner']);
});
afterAll(() => world.close());

const HTML = { accept: 'text/html', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
const leads = async (who: { browser: TestBrowser }, query = '', offeringId = world.offeringId) => {
  const { status, headers } = await who.browser.get(`/go/${offeringId}${query}`, HTML);
  return [status, headers['location']];
};

describe('A link to an offering in another system', () => {
  it('leads a learner to their place, or to what it names of it', async () => {
    const [activity] = world.edition.activityIds;
    const place = `/app/learning/${amara.enrollmentId}`;
    expect(await leads(amara)).toEqual([303, place]);
    expect(await leads(amara, '?show=project')).toEqual([303, `${place}/project`]);
    expect(await leads(amara, `?show=activity-${activity}`)).toEqual([303, `${place}/activities/${activity}`]);
    // Systems add parameters of their own.
    expect(await leads(amara, '?utm_source=course&show=nonsense')).toEqual([303, place]);
  });

  it('leads who has no place to where there may be one, and enrols nobody', async () => {
    expect(await leads(noor)).toEqual([303, `/app/enroll/${world.offeringId}`]);
    expect(await world.rows('select from enrollment where person_id = $1', [noor.personId])).toEqual([]);
  });

  it('leads staff to the work, and the office to the offering', async () => {
    expect(await leads(world.ada)).toEqual([303, `/app/grading/${world.offeringId}`]);
    expect(await leads(world.olga)).toEqual([303, `/app/offerings/${world.offeringId}`]);
  });

  it('asks who is not signed in to do so, and goes on from there', async () => {
    const browser = new TestBrowser(world.app);
    const [status, location] = await leads({ browser }, '?show=project');
    expect(status).toBe(303);
    const next = new URL(String(location), 'http://localhost').searchParams.get('next');
    expect(next).toBe(`/go/${world.offeringId}?show=project`);
    const signIn = await browser.get(String(location), HTML);
    expect(signIn.text).toContain(`value="${next}"`);
  });

  it('leads nowhere for members of other institutions', async () => {
    const lars = await world.member('Lars', ['learner', 'office'], world.lakesideId);
    expect((await leads(lars))[0]).toBe(404);
    expect((await leads(amara, '', '0193a1f0-7c1e-7c4b-9a51-5f0d6d2f3a10'))[0]).toBe(404);
    expect((await leads(amara, '', 'nonsense'))[0]).toBe(404);
  });
});
