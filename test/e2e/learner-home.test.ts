import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RETURN } from '../support/riverside-edition.js';
import { countStatements } from '../support/statements.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface MyJourneys {
  items: { enrollmentId: string; title: string; next: object | null; project: object; progress: { percent: number } }[];
}

const journeysOf = async ({ browser }: Member) => (await browser.get('/api/v1/me/journeys')).json<MyJourneys>().items;

let world: Riverside;
beforeAll(async () => {
  world = await startRiverside({ CAIRN_ROLES: 'api' });
});
afterAll(() => world.close());

describe('What a learner sees first', () => {
  it('is every way with what is next, and what became of the project', async () => {
    const amara = await world.enroll(await world.member('Amara', ['learner']));
    expect(await journeysOf(amara)).toMatchObject([
      {
        enrollmentId: amara.enrollmentId,
        title: 'Data Storytelling',
        offeringTitle: 'Autumn run',
        progress: { percent: 0 },
        next: { kind: 'activity', title: 'Asking questions', courseTitle: 'Asking questions', minutes: 1 },
        project: { title: 'One-page brief', state: 'locked', standing: 'none', since: null },
      },
    ]);
    await world.study(amara);
    const { id } = await world.handIn(amara);
    expect(await journeysOf(amara)).toMatchObject([
      { next: { kind: 'project', title: 'One-page brief', courseTitle: null }, project: { standing: 'submitted' } },
    ]);
    await world.assess(world.ada, id, RETURN);
    expect(await journeysOf(amara)).toMatchObject([{ project: { standing: 'returned' } }]);
  });

  it('costs as many statements for five places as for two, and shows nobody else’s', async () => {
    const jonas = await world.member('Jonas', ['learner']);
    const places = async (count: number) => {
      for (let place = 0; place < count; place++) await world.enroll(jonas, await world.offer(world.edition.id));
      await journeysOf(jonas);
      return countStatements(() => journeysOf(jonas));
    };
    expect(await places(2)).toBe(await places(3));
    expect(await journeysOf(jonas)).toHaveLength(5);
    expect(await journeysOf(await world.member('Lea', ['learner']))).toEqual([]);
  });

  it('leaves out a place that was given back', async () => {
    const lea = await world.enroll(await world.member('Lea', ['learner']));
    await lea.browser.post(`${lea.path}/withdrawal`);
    expect(await journeysOf(lea)).toEqual([]);
  });
});

describe('Somebody who may want a place', () => {
  const admission = async ({ browser }: Member, offeringId: string) =>
    (await browser.get(`/api/v1/offerings/${offeringId}/admission`)).json();

  it('learns what it is, what they would get, and afterwards that they have it', async () => {
    const sol = await world.member('Sol', ['learner']);
    expect(await admission(sol, world.offeringId)).toMatchObject({
      title: 'Autumn run',
      microCredential: { title: 'Data Storytelling', hours: 25, courses: ['Asking questions', 'Honest charts'] },
      place: null,
      outcome: 'active',
      reason: null,
    });
    const placed = await sol.browser.post(`/api/v1/offerings/${world.offeringId}/enrollments`, {});
    const { id: enrollmentId } = placed.json<{ id: string }>();
    expect(await admission(sol, world.offeringId)).toMatchObject({ place: { enrollmentId, state: 'active' } });
  });

  it('learns why they would get none', async () => {
    const sol = await world.member('Sol', ['learner']);
    const full = await world.offer(world.edition.id, { seats: 0 });
    const arranged = await world.offer(world.edition.id, { openEnrollment: false });
    expect(await admission(sol, full)).toMatchObject({ outcome: 'refused', reason: 'no_seats_left' });
    expect(await admission(sol, arranged)).toMatchObject({ outcome: 'refused', reason: 'office_enrolls' });
    expect(await admission(world.ada, world.offeringId)).toMatchObject({ outcome: 'refused', reason: 'not_a_learner' });
  });
});

describe('The public page of a micro-credential', () => {
  it('leads to the offerings that one may enrol in now, and to no others', async () => {
    const edition = await world.publish();
    const open = await world.offer(edition.id);
    const arranged = await world.offer(edition.id, { openEnrollment: false });
    const [row] = await world.rows<{ slug: string }>('select slug from micro_credential where id = $1', [
      edition.microCredentialId,
    ]);
    const page = async () => (await world.olga.browser.get(`/micro-credentials/riverside/${row?.slug}`)).text;
    expect(await page()).toContain(`href="/app/enroll/${open}"`);
    expect(await page()).not.toContain(arranged);
    const { version } = (await world.olga.browser.get(`/api/v1/offerings/${open}`)).json<{ version: number }>();
    await world.olga.browser.patch(`/api/v1/offerings/${open}`, { openEnrollment: false }, { 'if-match': `"v${version}"` });
    expect(await page()).not.toContain('/app/enroll/');
  });
});
