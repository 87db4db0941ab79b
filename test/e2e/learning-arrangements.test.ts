import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Activity } from '../../src/modules/catalog/index.js';
import { newId } from '../../src/platform/ids.js';
import { course, type LearningWorld, type Member, page, quiz, startLearningWorld } from '../support/learning.js';

interface Moved {
  from: { number: number; progress: { percent: number } };
  to: { number: number; progress: { percent: number } };
  kept: { activityId: string; completed: boolean }[];
  lost: { activityId: string; begun: boolean }[];
  added: { activityId: string }[];
}

interface JourneyBody {
  edition: { number: number };
  progress: { percent: number };
  courses: { id: string; state: string; progress: { percent: number } }[];
  can: { arrange: boolean };
}

describe('arranging what counts for a learner', () => {
  let world: LearningWorld;
  let otto: Member;
  let lea: Member;
  let mira: Member;

  beforeAll(async () => {
    world = await startLearningWorld();
    otto = await world.member('Otto', ['office']);
    lea = await world.member('Lea', ['instructor']);
    mira = await world.member('Mira', ['instructor', 'assessor']);
  });
  afterAll(() => world.close());

  const [shellId, gitId] = [newId(), newId()];
  const [files, pipes, commits, scripts] = [page('Files'), page('Pipes'), page('Commits'), page('Scripts')];
  const editionWith = (shell: Activity[], git: Activity[], after?: string) =>
    world.edition({ courses: [course('Shell', shell, shellId), course('Git', git, gitId)], ...(after ? { after } : {}) });

  /** Amara on a first edition whose shell has files and pipes. */
  const start = async (git: Activity[] = [commits]) => {
    const first = await editionWith([files, pipes], git);
    const offeringId = await world.offering(first);
    await world.staff(offeringId, lea, 'instructor');
    await world.staff(offeringId, mira, 'assessor');
    const amara = await world.member('Amara', ['learner']);
    const enrollmentId = await world.enroll(offeringId, amara);
    const path = `/api/v1/enrollments/${enrollmentId}`;
    const did = async (...activities: Activity[]) => {
      const effectiveAt = world.clock.now().toISOString();
      const facts = activities.map(({ id }) => ({ id: newId(), activityId: id, kind: 'completed', effectiveAt }));
      return amara.browser.post(`${path}/facts`, { facts });
    };
    const journey = async (viewer = amara) => (await viewer.browser.get(`${path}/journey`)).json<JourneyBody>();
    const waive = (who: Member, body: object, key?: string) =>
      who.browser.post(`${path}/waivers`, { reason: 'Teaches it', ...body }, key ? { 'idempotency-key': key } : {});
    const preview = async (editionId: string, who = otto) => who.browser.get(`${path}/edition-move?editionId=${editionId}`);
    const move = async (editionId: string, who = otto) =>
      who.browser.post(`${path}/edition-move`, { editionId, reason: 'The new edition is better.' });
    const events = async () =>
      (await world.rows<{ type: string }>('select type from event where subject_id = $1 order by id', [enrollmentId])).map(
        ({ type }) => type,
      );
    return { amara, first, enrollmentId, path, did, journey, waive, preview, move, events };
  };

  describe('a waiver', () => {
    it('lets a course count as done and opens what comes after it', async () => {
      const { waive, journey } = await start();
      const waived = await waive(lea, { courseId: shellId });
      expect(waived.status).toBe(201);
      expect(waived.json()).toMatchObject({ courseId: shellId, activityIds: [files.id, pipes.id] });
      expect((await journey()).courses.map(({ state }) => state)).toEqual(['completed', 'open']);
    });

    it('stays on record with its reason, for those who arrange', async () => {
      const { waive, path, amara } = await start();
      await waive(lea, { courseId: shellId, reason: 'Taught it for years' });
      const { items } = (await lea.browser.get(`${path}/arrangements`)).json<{ items: object[] }>();
      const one = { kind: 'waiver', byName: 'Lea', reason: 'Taught it for years', dueAt: null, fromEdition: null };
      expect(items).toEqual([expect.objectContaining(one)]);
      expect((items[0] as { activityIds: string[] }).activityIds.toSorted()).toEqual([files.id, pipes.id].toSorted());
      expect((await amara.browser.get(`${path}/arrangements`)).status).toBe(403);
    });

    it('is given once for one request, however often it is sent', async () => {
      const { waive, enrollmentId } = await start();
      const key = newId();
      const [one, again] = [await waive(otto, { activityId: pipes.id }, key), await waive(otto, { activityId: pipes.id }, key)];
      expect(again.json()).toEqual(one.json());
      expect(await world.rows('select from progress_fact where enrollment_id = $1', [enrollmentId])).toHaveLength(1);
    });

    it('is given by the office and the instructors of the offering, never to oneself', async () => {
      const { amara, waive } = await start();
      const stranger = await world.member('Ida', ['instructor']);
      const nils = await world.member('Nils', ['office'], world.lakeside);
      expect((await waive(amara, { courseId: shellId })).status).toBe(403);
      expect((await waive(mira, { courseId: shellId })).status).toBe(403);
      expect((await waive(stranger, { courseId: shellId })).status).toBe(404);
      expect((await waive(nils, { courseId: shellId })).status).toBe(404);
      expect((await waive(lea, { courseId: shellId })).status).toBe(201);

      const offeringId = await world.offering(await editionWith([files], [commits]));
      const both = await world.member('Bea', ['learner', 'office']);
      const own = `/api/v1/enrollments/${await world.enroll(offeringId, both)}/waivers`;
      const refused = await both.browser.post(own, { courseId: shellId, reason: 'Me' });
      expect(refused.json()).toMatchObject({ status: 403, detail: 'Nobody does this for themselves: ask the office.' });
    });

    it('names one thing of the learner’s edition, with a reason', async () => {
      const { waive } = await start();
      expect((await waive(otto, {})).json()).toMatchObject({ status: 400, errors: [{ code: 'either_or' }] });
      expect((await waive(otto, { courseId: shellId, activityId: files.id })).status).toBe(400);
      expect((await waive(otto, { courseId: shellId, reason: '' })).status).toBe(400);
      expect((await waive(otto, { courseId: newId() })).json()).toMatchObject({ status: 422, code: 'learning.not_of_edition' });
      expect((await waive(otto, { activityId: scripts.id })).json()).toMatchObject({ code: 'learning.not_of_edition' });
    });

    it('is not given to a place that was given back', async () => {
      const { waive, enrollmentId } = await start();
      await world.rows(`update enrollment set state = 'withdrawn' where id = $1`, [enrollmentId]);
      expect((await waive(otto, { courseId: shellId })).json()).toMatchObject({ code: 'learning.place_not_open' });
    });
  });

  describe('a move to another edition', () => {
    it('is shown before it is made, and the look changes nothing', async () => {
      const { first, did, preview, journey, events } = await start();
      const second = await editionWith([files, scripts], [commits], first);
      await did(files);
      const answer = await preview(second);
      const moved = answer.json<Moved>();
      expect(answer.status).toBe(200);
      expect(moved.from).toMatchObject({ number: 1, progress: { percent: 33 } });
      expect(moved.to).toMatchObject({ number: 2, progress: { percent: 33 } });
      expect(moved.kept.map(({ activityId, completed }) => [activityId, completed])).toEqual([
        [files.id, true],
        [commits.id, false],
      ]);
      expect(moved.lost).toMatchObject([{ activityId: pipes.id, begun: false }]);
      expect(moved.added).toMatchObject([{ activityId: scripts.id }]);
      expect((await journey()).edition.number).toBe(1);
      expect(await events()).not.toContain('enrollment.moved');
    });

    it('keeps what was done by the activities’ ids, and is on record', async () => {
      const { first, did, move, journey, events, enrollmentId } = await start();
      const second = await editionWith([files, scripts], [commits], first);
      await did(files);
      const moved = await move(second, lea);
      expect(moved.status).toBe(201);
      expect(await journey()).toMatchObject({ edition: { number: 2 }, progress: { percent: 33 } });
      expect(await events()).toContain('enrollment.moved');
      const records = await world.rows(
        'select from_edition_id, to_edition_id, reason, moved_by from edition_move where enrollment_id = $1',
        [enrollmentId],
      );
      expect(records).toEqual([
        { from_edition_id: first, to_edition_id: second, reason: 'The new edition is better.', moved_by: lea.personId },
      ]);
      expect((await did(scripts)).json()).toMatchObject({ facts: [{ outcome: 'recorded' }] });
      expect((await did(pipes)).json()).toMatchObject({ facts: [{ outcome: 'refused', refusal: { key: 'activity_unknown' } }] });
    });

    it('never takes away a course that was earned, whatever the new edition adds to it', async () => {
      const { first, did, move, journey } = await start();
      const second = await editionWith([files, pipes, scripts], [commits], first);
      await did(files, pipes);
      await move(second);
      expect((await journey()).courses[0]).toMatchObject({ id: shellId, state: 'completed', progress: { percent: 100 } });
    });

    it('completes a course that the new edition asks less of', async () => {
      const { first, did, move, journey, events, amara } = await start();
      const second = await editionWith([files], [commits], first);
      await did(files);
      await move(second);
      expect((await journey()).courses.map(({ state }) => state)).toEqual(['completed', 'open']);
      expect(await events()).toContain('course.completed');
      const earned = await world.rows('select from course_completion where person_id = $1', [amara.personId]);
      expect(earned).toHaveLength(1);
    });

    it('may be made back', async () => {
      const { first, did, move, journey } = await start();
      const second = await editionWith([files, scripts], [commits], first);
      await did(files, pipes);
      const before = (await journey()).progress;
      await move(second);
      await move(first);
      expect((await journey()).progress).toEqual(before);
    });

    it('leaves quizzes that were handed in as they were asked', async () => {
      const asked = (id: string, answer: boolean) => ({
        id: 'pool',
        draw: null,
        questions: [
          {
            type: 'true-false' as const,
            id,
            prompt: id,
            points: 1,
            explanation: '',
            answer,
            feedbackTrue: '',
            feedbackFalse: '',
          },
        ],
      });
      const old = quiz('Test', { pools: [asked('old', true)] });
      const renewed: Activity = { ...quiz('Test', { pools: [asked('new', false)] }), id: old.id };
      const { first, amara, path, waive, move } = await start([old]);
      await waive(otto, { courseId: shellId });
      const begun = (await amara.browser.post(`${path}/activities/${old.id}/quiz-attempts`)).json<{ id: string }>();
      const url = `/api/v1/quiz-attempts/${begun.id}`;
      await move(await editionWith([files], [renewed], first));
      const answers = { old: { type: 'true-false', value: true } };
      const handedIn = await amara.browser.post(`${url}/submission`, { last: { revision: 1, answers } });
      expect(handedIn.json()).toMatchObject({ questions: [{ id: 'old' }], result: { passed: true } });
      const next = (await amara.browser.post(`${path}/activities/${old.id}/quiz-attempts`)).json();
      expect(next).toMatchObject({ number: 2, questions: [{ id: 'new' }] });
    });

    it('stays within the micro-credential, and goes somewhere else', async () => {
      const { first, move, preview } = await start();
      const other = await editionWith([files], [commits]);
      const lake = await world.edition({ courses: [course('Lakes', [page('Depth')])] }, world.lakeside);
      for (const refused of [await move(other), await move(first), await preview(first)]) {
        expect(refused.json()).toMatchObject({ status: 409, code: 'learning.move_refused' });
      }
      for (const absent of [await move(lake), await move(newId()), await preview(lake)]) expect(absent.status).toBe(404);
      expect((await preview('elsewhere')).status).toBe(400);
    });

    it('is made by those who answer for the offering, for learners who are active', async () => {
      const { amara, first, move, preview, enrollmentId, journey } = await start();
      const second = await editionWith([files], [commits], first);
      expect((await move(second, amara)).status).toBe(403);
      expect((await move(second, mira)).status).toBe(403);
      expect((await preview(second, mira)).status).toBe(403);
      expect((await journey(mira)).can.arrange).toBe(false);
      expect((await journey(lea)).can.arrange).toBe(true);
      await world.rows(`update enrollment set state = 'completed' where id = $1`, [enrollmentId]);
      expect((await move(second)).json()).toMatchObject({ code: 'learning.move_refused' });
    });
  });
});
