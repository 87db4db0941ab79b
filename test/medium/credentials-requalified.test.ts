import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AwardRequalified } from '../../src/modules/credentials/use-cases/requalifying/award-requalified.js';
import { ExpireEnrollments } from '../../src/modules/enrollment/index.js';
import { MoveLearner } from '../../src/modules/learning/index.js';
import { badgesOf, issue } from '../support/badges.js';
import { correct, marksOf, queuedBadges } from '../support/grading.js';
import {
  confirmAwards,
  passingWith,
  publishNext,
  qualified,
  quizWish,
  type RequalificationBody,
} from '../support/looser-editions.js';
import { FAIL, mark, PASS } from '../support/riverside-edition.js';
import { type Learner, type PublishedEdition, type Riverside, startRiverside } from '../support/worlds.js';

const NEARLY = mark('failed', 'partly', 'partly', 'Two points short.');

/** Each in an edition of its own, so that no list has somebody else's people on it. */
describe('People who qualify by a later edition', () => {
  let world: Riverside;
  let edition: PublishedEdition;
  let offeringId: string;

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());

  const begin = async () => {
    edition = await world.publish();
    offeringId = await world.offer(edition.id);
  };
  const nearly = async (name: string): Promise<{ learner: Learner; attemptId: string }> => {
    const learner = await world.ready(name, offeringId, edition);
    const { id: attemptId } = await world.handIn(learner);
    await world.assess(world.ada, attemptId, NEARLY);
    return { learner, attemptId };
  };
  const scope = () => ({ institutionId: world.institutionId });
  const carryOut = (id: string) => world.get(AwardRequalified).run(scope(), id);
  const confirmed = async (next: string, body: object = {}) => {
    const { version } = await qualified(world.olga, next);
    const answer = await confirmAwards(world.olga, next, { version, ...body });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json<RequalificationBody>().id;
  };
  const outcomes = async (id: string) =>
    (await world.rows<{ outcome: string }>('select outcome from requalification_row where requalification_id = $1', [id])).map(
      ({ outcome }) => outcome,
    );
  const verdicts = (attemptId: string) =>
    world.rows<{ id: string; marker: string; verdict: string }>(
      'select id, marker, verdict from assessment where attempt_id = $1 order by version',
      [attemptId],
    );

  it('are awarded once, however many offices confirm at the same moment, and however often the work is done', async () => {
    await begin();
    const some = [await nearly('Amara'), await nearly('Bo'), await nearly('Cy')];
    const next = await publishNext(world, edition, passingWith(4));
    const { version } = await qualified(world.olga, next);
    const otto = await world.member('Otto', ['office']);
    const answers = await Promise.all([world.olga, otto].map((who) => confirmAwards(who, next, { version })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const id = answers.find(({ status }) => status === 201)?.json<RequalificationBody>().id ?? '';
    await Promise.all([carryOut(id), carryOut(id), carryOut(id)]);
    await carryOut(id);
    expect(await outcomes(id)).toEqual(['awarded', 'awarded', 'awarded']);
    for (const { learner, attemptId } of some) {
      expect((await verdicts(attemptId)).map(({ marker }) => marker)).toEqual(['first', 'requalification']);
      expect(await queuedBadges(world, learner)).toHaveLength(1);
      expect(await world.rows('select id from edition_move where enrollment_id = $1', [learner.enrollmentId])).toHaveLength(1);
      const assessmentId = (await verdicts(attemptId)).at(-1)?.id ?? '';
      await Promise.all([issue(world, { ...learner, assessmentId }), issue(world, { ...learner, assessmentId })]);
      expect(await badgesOf(world, learner)).toMatchObject([{ state: 'issued' }]);
    }
    expect(
      await world.rows(`select id from event where type = 'requalification.finished' and subject_id = $1`, [id]),
    ).toHaveLength(1);
  });

  it('are kept from a second award by the database itself', async () => {
    const [row] = await world.rows<Record<string, unknown>>(
      `select * from requalification_row where outcome = 'awarded' limit 1`,
    );
    const values = Object.values({ ...row, outcome: 'waiting', grounds: '[]' });
    const [first] = await world.rows<{ id: string }>(
      `insert into requalification (id, institution_id, edition_id, list_version, reason, total, confirmed_by, confirmed_at)
       select gen_random_uuid(), institution_id, edition_id, '', '', 1, confirmed_by, confirmed_at from requalification limit 1 returning id`,
    );
    const again = world.rows(
      `insert into requalification_row (${Object.keys(row ?? {}).join(', ')}) values (${values.map((_, i) => `$${i + 1}`).join(', ')})`,
      values.map((value) => (value === row?.['requalification_id'] ? first?.id : value)),
    );
    await expect(again).rejects.toThrow('requalification_row_award_key');
    await world.rows('delete from requalification where id = $1', [first?.id]);
  });

  it('go on where a worker was killed, one who fails holding up no other', async () => {
    await begin();
    const some = [await nearly('Di'), await nearly('Eli'), await nearly('Fay')];
    const next = await publishNext(world, edition, passingWith(4));
    const id = await confirmed(next);
    const mover = world.get(MoveLearner);
    const move = mover.in.bind(mover);
    let calls = 0;
    mover.in = (tx, what) => ((calls += 1) === 2 ? Promise.reject(new Error('the cable was cut')) : move(tx, what));
    await expect(carryOut(id)).rejects.toThrow('1 people could not be awarded: Error: the cable was cut');
    mover.in = move;
    expect((await outcomes(id)).toSorted()).toEqual(['awarded', 'awarded', 'waiting']);
    expect(
      (await Promise.all(some.map(({ attemptId }) => marksOf(world, attemptId))))
        .map(({ length }) => length)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 2, 2]);
    await carryOut(id);
    expect(await outcomes(id)).toEqual(['awarded', 'awarded', 'awarded']);
  });

  it('are left as they are when an assessor corrected the verdict before their turn came', async () => {
    await begin();
    const { attemptId, learner } = await nearly('Gil');
    const next = await publishNext(world, edition, passingWith(4));
    const id = await confirmed(next);
    expect((await correct(world.ada, attemptId, { ...FAIL, standingVersion: 1, reason: 'It was copied.' })).status).toBe(201);
    await carryOut(id);
    expect(await outcomes(id)).toEqual(['changed']);
    expect((await verdicts(attemptId)).map(({ verdict }) => verdict)).toEqual(['failed', 'failed']);
    expect((await learner.browser.get(learner.path)).json()).toMatchObject({ state: 'active', editionId: edition.id });
    expect(await queuedBadges(world, learner)).toEqual([]);
  });

  it('make another list when somebody is put right in between', async () => {
    await begin();
    const [{ attemptId }] = [await nearly('Hal'), await nearly('Ira')];
    const next = await publishNext(world, edition, passingWith(4));
    const { version } = await qualified(world.olga, next);
    expect((await correct(world.olga, attemptId, { ...PASS, standingVersion: 1, reason: 'The appendix.' })).status).toBe(201);
    expect((await confirmAwards(world.olga, next, { version })).json()).toMatchObject({
      code: 'credentials.qualified_list_changed',
    });
  });

  it('are not awarded again by a rule after a person took the pass back', async () => {
    await begin();
    const { attemptId } = await nearly('Jo');
    const next = await publishNext(world, edition, passingWith(4));
    await carryOut(await confirmed(next));
    expect((await correct(world.ada, attemptId, { ...FAIL, standingVersion: 2, reason: 'It was copied.' })).status).toBe(201);
    const last = await publishNext(world, edition, passingWith(1));
    const { items } = await qualified(world.olga, last, '?who=others');
    expect(items[0]?.reasons.map(({ key }) => key)).toEqual(['by_rule_before', 'points_below_pass']);
  });

  it('may be people whose time is over', async () => {
    await begin();
    offeringId = await world.offer(edition.id, { endsAt: new Date(world.clock.now().getTime() + 1_000).toISOString() });
    const { learner } = await nearly('Kim');
    await world.rows('update offering set ends_at = $2 where id = $1', [offeringId, new Date(world.clock.now().getTime() - 1)]);
    await world.get(ExpireEnrollments).run();
    expect((await learner.browser.get(learner.path)).json()).toMatchObject({ state: 'expired' });
    const next = await publishNext(world, edition, passingWith(4));
    await carryOut(await confirmed(next));
    expect((await learner.browser.get(learner.path)).json()).toMatchObject({ state: 'completed' });
  });

  it('are not oneself', async () => {
    await begin();
    const olaf = await world.member('Olaf', ['learner', 'office']);
    const own = await world.enroll(olaf, offeringId);
    await world.study(own, edition);
    const { id } = await world.handIn(own);
    await world.assess(world.ada, id, NEARLY);
    const next = await publishNext(world, edition, passingWith(4));
    const { version } = await qualified(olaf, next);
    expect((await confirmAwards(olaf, next, { version, enrollmentIds: [own.enrollmentId] })).json()).toMatchObject({
      status: 403,
      code: 'credentials.own_award',
    });
    expect((await confirmAwards(olaf, next, { version })).json()).toMatchObject({
      status: 422,
      code: 'credentials.nobody_qualifies',
    });
    expect((await confirmAwards(world.olga, next, { version })).status).toBe(201);
  });

  it('passed and lacked a course that is not asked for any more: their verdict stays, and the badge is asked for', async () => {
    const courses = await world.publish();
    const draft = (await world.ines.browser.get(`/api/v1/micro-credentials/${courses.microCredentialId}`)).json<{
      courseIds: string[];
    }>();
    const [one = '', two = ''] = draft.courseIds;
    const items = [{ type: 'course', courseId: one }, { type: 'course', courseId: two }, { type: 'project' }];
    const strict = await publishNext(world, courses, () => ({ sequence: { type: 'all-of', items } }));
    edition = { ...courses, id: strict };
    offeringId = await world.offer(strict);
    const learner = await world.enroll(await world.member('Lou', ['learner']), offeringId);
    await world.study(learner, { ...courses, activityIds: courses.activityIds.slice(0, 1) });
    const { id: attemptId } = await world.handIn(learner);
    await world.assess(world.ada, attemptId, PASS);
    const [verdict] = await verdicts(attemptId);
    await issue(world, { ...learner, assessmentId: verdict?.id ?? '' });
    expect(await badgesOf(world, learner)).toEqual([]);

    const sequence = { type: 'all-of', items: [{ type: 'at-least', count: 1, items: items.slice(0, 2) }, { type: 'project' }] };
    const next = await publishNext(world, courses, () => ({ sequence }));
    const { items: listed } = await qualified(world.olga, next);
    expect(listed).toMatchObject([{ enrollmentId: learner.enrollmentId, reasons: [{ key: 'sequence' }] }]);
    await carryOut(await confirmed(next));
    expect((await verdicts(attemptId)).map(({ id }) => id)).toEqual([verdict?.id]);
    expect(await queuedBadges(world, learner)).toHaveLength(2);
    await issue(world, { ...learner, assessmentId: verdict?.id ?? '' });
    expect(await badgesOf(world, learner)).toMatchObject([{ state: 'issued' }]);
  });

  it('failed a quiz by a mark that is lower now: the score that is on record completes it', async () => {
    const { browser } = world.ines;
    const made = async <Made>(answer: Promise<{ status: number; text: string; json: <Body>() => Body }>): Promise<Made> => {
      const { status, text, json } = await answer;
      if (status !== 201) throw new Error(text);
      return json<Made>();
    };
    const { id: courseId } = await made<{ id: string }>(
      browser.post('/api/v1/courses', { title: 'Asking questions', summary: '', language: 'en' }),
    );
    const quiz = quizWish(0.8);
    const activity = { title: 'Quiz', minutes: 5, required: true, body: { kind: 'quiz', quiz } };
    const { id: quizId } = await made<{ id: string }>(browser.post(`/api/v1/courses/${courseId}/activities`, activity));
    const sequence = { type: 'all-of', items: [{ type: 'course', courseId }, { type: 'project' }] };
    const published = await world.publish({ courseIds: [courseId], sequence } as object);
    edition = { ...published, activityIds: [] };
    offeringId = await world.offer(edition.id);
    const learner = await world.enroll(await world.member('Nat', ['learner']), offeringId);
    const attempt = await made<{ id: string; revision: number; questions: { id: string }[] }>(
      learner.browser.post(`${learner.path}/activities/${quizId}/quiz-attempts`),
    );
    const answers = Object.fromEntries(attempt.questions.map(({ id }) => [id, { type: 'true-false', value: true }]));
    const handedIn = await learner.browser.post(`/api/v1/quiz-attempts/${attempt.id}/submission`, {
      last: { revision: attempt.revision, answers },
    });
    expect(handedIn.json()).toMatchObject({ result: { share: 0.5, passed: false } });
    const { id: attemptId } = await world.handIn(learner);
    await world.assess(world.ada, attemptId, PASS);

    const seen = (await browser.get(`/api/v1/activities/${quizId}`)).json<{ version: number; body: { quiz: object } }>();
    const looser = { body: { kind: 'quiz', quiz: { ...seen.body.quiz, passMark: 0.5 } } };
    const changed = await browser.patch(`/api/v1/activities/${quizId}`, looser, { 'if-match': `"v${seen.version}"` });
    if (changed.status !== 200) throw new Error(changed.text);
    const next = await publishNext(world, edition, () => ({ summary: 'The same, but for a mark.' }));
    const { items } = await qualified(world.olga, next);
    expect(items[0]?.reasons).toEqual([
      { key: 'pass_mark', words: 'The quiz “Quiz” was answered to 50 %: 50 % pass now, and 80 % were needed.' },
    ]);
    await carryOut(await confirmed(next));
    const facts = await world.rows(`select id, kind, source, reason, actor_id from progress_fact where enrollment_id = $1`, [
      learner.enrollmentId,
    ]);
    expect(facts).toEqual([
      {
        id: attempt.id,
        kind: 'completed',
        source: 'quiz',
        reason: 'Passed by the mark of 50 %, which was 80 %.',
        actor_id: world.olga.personId,
      },
    ]);
    await issue(world, { ...learner, assessmentId: (await verdicts(attemptId)).at(-1)?.id ?? '' });
    expect(await badgesOf(world, learner)).toMatchObject([{ state: 'issued' }]);
  });

  it('of another institution are nowhere, whatever is asked', async () => {
    const [row] = await world.rows<{ id: string }>('select id from requalification limit 1');
    const nils = await world.member('Nils', ['office'], world.lakesideId);
    expect((await nils.browser.get(`/api/v1/requalifications/${row?.id}`)).status).toBe(404);
    expect((await nils.browser.get(`/api/v1/requalifications/${row?.id}/rows`)).status).toBe(404);
    await expect(world.get(AwardRequalified).run({ institutionId: world.lakesideId }, row?.id ?? '')).rejects.toThrow('is gone');
  });

  it('are told from those of a second place of the same person', async () => {
    await begin();
    const { learner } = await nearly('Max');
    const second = await world.enroll(learner, await world.offer(edition.id));
    const { id } = await world.handIn(second);
    await world.assess(world.ada, id, NEARLY);
    const next = await publishNext(world, edition, passingWith(4));
    expect(await qualified(world.olga, next)).toMatchObject({ total: 1 });
    await carryOut(await confirmed(next));
    expect(await qualified(world.olga, next)).toMatchObject({ total: 0 });
  });
});
