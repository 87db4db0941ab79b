import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Course, Link, Person } from '../support/fake-lms/model.js';
import { type LtiWorld, startLtiWorld } from '../support/lti-world.js';
import type { Learner } from '../support/worlds.js';
import { newId } from '../../src/platform/ids.js';

let world: LtiWorld;
let course: Course;
let link: Link;
let teacher: Person;
let rosa: Person;
let learner: Learner;
let offeringId: string;
let attemptId: string;

beforeAll(async () => {
  world = await startLtiWorld();
  const { lms, riverside } = world;
  course = lms.course({ title: 'Statistics' });
  link = lms.addLink(course, { custom: world.target('micro-credential'), lineItem: { scoreMaximum: 100 } });
  teacher = lms.addPerson(course, { roles: ['Instructor'] });
  rosa = lms.addPerson(course, { name: 'Rosa', roles: ['Learner'] });
  const { url } = await lms.launchOverHttp({ person: teacher, link });
  offeringId = new URL(url).pathname.split('/').at(-1) ?? '';
  learner = await riverside.ready('Rosa', offeringId);
  ({ id: attemptId } = await riverside.handIn(learner));
  await riverside.rows(
    `insert into lti_identity (id, institution_id, registration_id, subject, person_id, is_guest, created_at) values ($1, $2, $3, $4, $5, true, now())`,
    [newId(), riverside.institutionId, world.registrationId, rosa.id, learner.personId],
  );
});
afterAll(() => world.close());

const review = (person: Person, forPerson: Person, item = link.item!) =>
  world.lms.launchOverHttp({ person, link, item, forPerson, kind: 'submissionReview' });

describe('The work behind a grade', () => {
  it('opens for who teaches in the course', async () => {
    const { url } = await review(teacher, rosa);
    expect(new URL(url).pathname).toBe(`/app/grading/${offeringId}/attempts/${attemptId}`);
  });

  it('opens for whose it is', async () => {
    const { url } = await review(rosa, rosa);
    expect(new URL(url).pathname).toBe(`/app/learning/${learner.enrollmentId}`);
  });

  it('is not there for others, and others’ are not for them', async () => {
    const nosy = world.lms.addPerson(course, { roles: ['Learner'] });
    const unknown = world.lms.addPerson(course, { roles: ['Learner'] });
    for (const landing of [await review(nosy, rosa), await review(teacher, unknown)])
      expect([landing.status, landing.text]).toEqual([404, expect.stringContaining('<code>target_unknown</code>')]);
  });

  it('is not there by a column of another course', async () => {
    const elsewhere = world.lms.course();
    const other = world.lms.addLink(elsewhere, { custom: world.target('project'), lineItem: { scoreMaximum: 10 } });
    world.lms.enrol(elsewhere, teacher, { roles: ['Instructor'] });
    await world.lms.launchOverHttp({ person: teacher, link: other });
    expect((await review(teacher, rosa, other.item!)).status).toBe(404);
  });
});
