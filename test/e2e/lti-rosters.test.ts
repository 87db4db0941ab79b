import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { awaitFact } from '../support/badges.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';

interface CourseView {
  id: string;
  title: string;
  shown: number;
  roster: { state: string; readAt: string | null; learners: number; staff: number; left: number; problem: string | null };
}

let world: LtiWorld;
beforeAll(async () => (world = await startLtiWorld()));
afterAll(() => world?.close());

const place = (title: string) => {
  const course = world.lms.course({ title });
  const link = world.lms.addLink(course, { title: 'Data storytelling', custom: world.target('micro-credential') });
  return { course, link };
};
const courses = async (): Promise<CourseView[]> => {
  const answer = await world.riverside.olga.browser.get(`/api/v1/lti/platforms/${world.registrationId}/courses`);
  expect(answer.status).toBe(200);
  return answer.json<{ items: CourseView[] }>().items;
};
const courseOf = async (title: string) => (await courses()).find((course) => course.title === title);
const awaitState = (title: string, state: string) => awaitFact(async () => (await courseOf(title))?.roster.state === state);
const pagesOf = ({ id }: { id: string }) => world.lms.requestsTo('roster').filter(({ url }) => url.pathname.includes(`/${id}/`));

describe('The roster of a course', () => {
  it('is read after the first launch, and once an hour after others', async () => {
    const { course, link } = place('Statistics');
    const person = world.lms.addPerson(course, { name: 'Amara Okafor', roles: ['Learner'] });
    const teacher = world.lms.addPerson(course, { name: 'Tove Lind', roles: ['Instructor'] });
    world.lms.addPeople(course, 3);
    await world.lms.launchOverHttp({ person, link });
    await awaitState('Statistics', 'read');
    expect(await courseOf('Statistics')).toMatchObject({ shown: 1, roster: { learners: 4, staff: 1, left: 0, problem: null } });
    expect(pagesOf(course)).toHaveLength(1);
    await world.lms.launchOverHttp({ person: teacher, link });
    await world.riverside.rows(
      `update lti_roster set asked_at = asked_at - interval '61 minutes', answered_at = answered_at - interval '61 minutes'`,
    );
    world.lms.addPerson(course, { name: 'Late Lena' });
    await world.lms.launchOverHttp({ person, link });
    await awaitFact(async () => (await courseOf('Statistics'))?.roster.learners === 5);
    expect(pagesOf(course)).toHaveLength(2);
  });

  it('makes people whom their own first launch finds in their place', async () => {
    const { course, link } = place('Ethics');
    const first = world.lms.addPerson(course, { name: 'First Fia' });
    const second = world.lms.addPerson(course, { name: 'Second Sam' });
    await world.lms.launchOverHttp({ person: first, link });
    await awaitState('Ethics', 'read');
    const held = () =>
      world.riverside.rows<{ id: string; name: string }>(
        'select e.id, p.name from enrollment e join lti_identity i on i.person_id = e.person_id join person p on p.id = e.person_id where i.subject = $1',
        [second.id],
      );
    const [before] = await held();
    expect(before?.name).toBe('Second Sam');
    const landing = await world.lms.launchOverHttp({ person: second, link });
    expect(new URL(landing.url).pathname).toBe(`/app/learning/${before?.id}`);
    expect(await held()).toHaveLength(1);
  });

  it('is not asked for where nothing is shown, and is read by hand where it is', async () => {
    const course = world.lms.course({ title: 'Empty' });
    const teacher = world.lms.addPerson(course, { name: 'Theo Teaches', roles: ['Instructor'] });
    await world.lms.launchOverHttp({ person: teacher, link: world.lms.addLink(course, { title: 'Any' }) });
    const empty = await courseOf('Empty');
    expect(empty?.roster.state).toBe('not_needed');
    const { olga } = world.riverside;
    const refused = await olga.browser.post(`/api/v1/lti/courses/${empty?.id}/roster-readings`, {});
    expect([refused.status, refused.json<{ code: string }>().code]).toEqual([409, 'lti.roster_not_readable']);
    const known = await courseOf('Ethics');
    expect((await olga.browser.post(`/api/v1/lti/courses/${known?.id}/roster-readings`, {})).status).toBe(202);
    await awaitFact(async () => (await courseOf('Ethics'))?.roster.readAt !== known?.roster.readAt);
    const learner = await world.riverside.member('Nosy', ['instructor']);
    expect((await learner.browser.post(`/api/v1/lti/courses/${known?.id}/roster-readings`, {})).status).toBe(403);
  });

  it('that the platform refuses is told with its reason, and lets people in all the same', async () => {
    const { course, link } = place('Refused');
    world.lms.faults.always('roster', { status: 403 }, ({ url }) => url.pathname.includes(`/${course.id}/`));
    const person = world.lms.addPerson(course, { name: 'Ola Open' });
    const landing = await world.lms.launchOverHttp({ person, link });
    expect(new URL(landing.url).pathname).toMatch(/^\/app\/learning\//);
    await awaitState('Refused', 'failed');
    expect(await courseOf('Refused')).toMatchObject({ roster: { problem: 'forbidden', readAt: null } });
  });
});
