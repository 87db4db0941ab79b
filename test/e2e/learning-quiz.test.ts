import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Question, Quiz } from '../../src/modules/catalog/index.js';
import { CloseRunOutAttempts } from '../../src/modules/learning/index.js';
import { newId } from '../../src/platform/ids.js';
import { countStatements } from '../support/statements.js';
import { course, type LearningWorld, type Member, page, quiz, startLearningWorld } from '../support/learning.js';

const MINUTE = 60_000;

/** Words that only the server may know until it is allowed: they stand in everything that tells what is right. */
const SECRET = 'xyzzy';
const common = { points: 1, explanation: `${SECRET} explanation` };
const questions: Question[] = [
  {
    ...common,
    type: 'single',
    id: 'single',
    prompt: 'Which lists files?',
    shuffleOptions: true,
    options: ['ls', 'cd', 'rm'].map((text) => ({
      id: `${SECRET}-${text}`,
      text,
      correct: text === 'ls',
      feedback: `${SECRET} ${text}`,
    })),
  },
  {
    ...common,
    type: 'multiple',
    id: 'multiple',
    prompt: 'Which read files?',
    shuffleOptions: true,
    credit: 'all-or-nothing',
    options: ['cat', 'less', 'mv'].map((text) => ({
      id: `${SECRET}-${text}`,
      text,
      correct: text !== 'mv',
      feedback: `${SECRET} ${text}`,
    })),
  },
  {
    ...common,
    type: 'true-false',
    id: 'truth',
    prompt: '`.` is here.',
    answer: true,
    feedbackTrue: SECRET,
    feedbackFalse: SECRET,
  },
  { ...common, type: 'short-text', id: 'text', prompt: 'Print the folder?', accepted: [`${SECRET}pwd`], caseSensitive: true },
  { ...common, type: 'numeric', id: 'number', prompt: 'How many bits?', answer: 87_654_321, tolerance: 0, unit: 'bit' },
  {
    ...common,
    type: 'ordering',
    id: 'order',
    prompt: 'In order?',
    credit: 'all-or-nothing',
    items: ['add', 'commit', 'push'].map((text, index) => ({ id: `${SECRET}-${index}`, text })),
  },
  {
    ...common,
    type: 'matching',
    id: 'pairs',
    prompt: 'Match.',
    credit: 'all-or-nothing',
    pairs: ['|', '>'].map((left, index) => ({ id: `${SECRET}-${index}`, left, right: index === 0 ? 'pipe' : 'redirect' })),
    distractors: [{ id: `${SECRET}-2`, text: 'glob' }],
  },
];
/** A pool of which only one is asked: the others must not be seen at all. */
const hidden: Question[] = ['one', 'two', 'three'].map((id) => ({
  ...common,
  type: 'true-false',
  id: `drawn-${id}`,
  prompt: `Drawn ${id}?`,
  answer: true,
  feedbackTrue: '',
  feedbackFalse: '',
}));
const pools = [
  { id: 'all', draw: null, questions },
  { id: 'some', draw: 1, questions: hidden },
];

interface Part {
  id: string;
  text: string;
}

interface AttemptBody {
  id: string;
  number: number;
  state: string;
  revision: number;
  secondsLeft: number | null;
  questions: { id: string; type: string; options?: Part[]; items?: Part[]; lefts?: Part[]; rights?: Part[] }[];
  answers: Record<string, unknown>;
  result: null | {
    passed: boolean;
    share: number;
    questions: { questionId: string; points: number; revealed: null | { rightAnswer: unknown; explanationHtml: string } }[];
  };
  can: { save: boolean; submit: boolean };
}

/** The right answers, found by the texts that the learner sees. */
function rightAnswers({ questions: asked }: AttemptBody): Record<string, object> {
  const named = (parts: Part[] | undefined, ...texts: string[]) =>
    texts.map((text) => parts?.find((part) => part.text === text)?.id ?? '');
  return Object.fromEntries(
    asked.map(({ id, type, options, items, lefts, rights }) => {
      if (id === 'single') return [id, { type, optionId: named(options, 'ls')[0] }];
      if (id === 'multiple') return [id, { type, optionIds: named(options, 'cat', 'less') }];
      if (id === 'text') return [id, { type, text: `${SECRET}pwd` }];
      if (id === 'number') return [id, { type, value: 87_654_321 }];
      if (id === 'order') return [id, { type, itemIds: named(items, 'add', 'commit', 'push') }];
      if (id !== 'pairs') return [id, { type, value: true }];
      const [[pipe = '', redirect = ''], [first, second]] = [named(lefts, '|', '>'), named(rights, 'pipe', 'redirect')];
      return [id, { type, matches: { [pipe]: first, [redirect]: second } }];
    }),
  );
}

describe('a quiz', () => {
  let world: LearningWorld;
  let lea: Member;

  beforeAll(async () => {
    world = await startLearningWorld();
    lea = await world.member('Lea', ['instructor']);
  });
  afterAll(() => world.close());

  /** Amara at the start of a course that is one quiz, followed by another course. */
  const start = async (changes: Partial<Quiz> = {}) => {
    const test = quiz('Test', { pools, ...changes });
    const after = page('After');
    const offeringId = await world.offering(await world.edition({ courses: [course('Shell', [test]), course('Git', [after])] }));
    await world.staff(offeringId, lea, 'instructor');
    const amara = await world.member('Amara', ['learner']);
    const enrollmentId = await world.enroll(offeringId, amara);
    const path = `/api/v1/enrollments/${enrollmentId}`;
    const { browser } = amara;
    const begin = async () => (await browser.post(`${path}/activities/${test.id}/quiz-attempts`)).json<AttemptBody>();
    const look = async (id: string, viewer = amara) =>
      (await viewer.browser.get(`/api/v1/quiz-attempts/${id}`)).json<AttemptBody>();
    const save = (id: string, revision: number, answers: object) =>
      browser.put(`/api/v1/quiz-attempts/${id}/answers`, { revision, answers });
    const submit = async (id: string, last?: { revision: number; answers: object }) =>
      browser.post(`/api/v1/quiz-attempts/${id}/submission`, last ? { last } : {});
    const activity = async () =>
      (await browser.get(`${path}/activities/${test.id}`)).json<{ content: Record<string, unknown> }>();
    return { amara, enrollmentId, test, after, path, begin, look, save, submit, activity };
  };

  it('tells before the start what Amara has to know, and nothing of its questions', async () => {
    const { activity } = await start({ attemptLimit: 2, timeLimitSeconds: 600 });
    const answer = await activity();
    expect(answer.content).toEqual({
      kind: 'quiz',
      introductionHtml: expect.stringContaining('<em>your</em>'),
      rules: { questions: 8, passMark: 0.6, attemptLimit: 2, timeLimitSeconds: 600, reveal: 'after-attempt' },
      attempts: [],
      canStart: true,
    });
  });

  it('is shown by two statements, beside the one that finds out who asks', async () => {
    const { activity } = await start();
    await activity();
    expect(await countStatements(activity)).toBe(3);
  });

  it('opens the next course when it is passed, and completes the activity once', async () => {
    const { begin, submit, path, amara, test, after, enrollmentId } = await start();
    const attempt = await begin();
    const facts = {
      facts: [{ id: newId(), activityId: after.id, kind: 'completed', effectiveAt: world.clock.now().toISOString() }],
    };
    expect((await amara.browser.get(`${path}/activities/${after.id}`)).status).toBe(409);
    const passed = await submit(attempt.id, { revision: attempt.revision, answers: rightAnswers(attempt) });
    expect(passed.json()).toMatchObject({
      state: 'submitted',
      result: { passed: true, share: 1 },
      can: { save: false, submit: false },
    });
    expect((await submit(attempt.id)).json()).toEqual(passed.json());
    expect((await amara.browser.post(`${path}/facts`, facts)).json()).toMatchObject({ facts: [{ outcome: 'recorded' }] });
    const told = await world.rows('select kind, source from progress_fact where enrollment_id = $1 and activity_id = $2', [
      enrollmentId,
      test.id,
    ]);
    expect(told).toEqual([{ kind: 'completed', source: 'quiz' }]);
    const events = await world.rows<{ type: string }>('select type from event where subject_id = $1', [enrollmentId]);
    expect(events.filter(({ type }) => type === 'quiz.submitted')).toHaveLength(1);
  });

  it('completes nothing when it is failed, and may be tried again', async () => {
    const { begin, submit, activity, enrollmentId } = await start();
    const first = await begin();
    expect((await submit(first.id)).json()).toMatchObject({ result: { passed: false, share: 0 } });
    const second = await begin();
    expect(second).toMatchObject({ number: 2, state: 'running', answers: {} });
    expect((await activity()).content.attempts).toMatchObject([
      { number: 1, passed: false, share: 0 },
      { number: 2, submittedAt: null, passed: null },
    ]);
    expect(await world.rows('select from progress_fact where enrollment_id = $1', [enrollmentId])).toEqual([]);
  });

  it('gives the open attempt back, with the same questions and what was answered, however often it is started', async () => {
    const { begin, save } = await start({ shuffleQuestions: true });
    const attempts = await Promise.all([begin(), begin(), begin()]);
    expect(new Set(attempts.map(({ id }) => id)).size).toBe(1);
    const [attempt] = attempts;
    if (!attempt) throw new Error('There is no attempt');
    const answers = rightAnswers(attempt);
    await save(attempt.id, attempt.revision, answers);
    expect(await begin()).toEqual({ ...attempt, revision: 2, answers });
  });

  it('lets nobody overwrite unseen what was saved from another window', async () => {
    const { begin, save, submit } = await start();
    const { id, revision } = await begin();
    const mine = { truth: { type: 'true-false', value: true } };
    expect((await save(id, revision, mine)).json()).toMatchObject({ revision: revision + 1 });
    const stale = { truth: { type: 'true-false', value: false } };
    for (const answer of [await save(id, revision, stale), await submit(id, { revision, answers: stale })]) {
      expect(answer.json()).toMatchObject({
        status: 412,
        code: 'precondition.failed',
        facts: { revision: revision + 1, answers: mine },
      });
    }
    const both = await Promise.all([save(id, revision + 1, mine), save(id, revision + 1, stale)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('names each answer that cannot be used', async () => {
    const { begin, save } = await start();
    const { id, revision } = await begin();
    const answer = await save(id, revision, {
      truth: { type: 'single', optionId: 'part-1' },
      single: { type: 'single', optionId: `${SECRET}-ls` },
      nowhere: { type: 'true-false', value: true },
    });
    expect(answer.status).toBe(400);
    expect(
      answer.json<{ errors: { field: string; code: string }[] }>().errors.map(({ field, code }) => `${field} ${code}`),
    ).toEqual(['answers.truth answer_wrong_type', 'answers.single answer_unknown_part', 'answers.nowhere question_not_asked']);
  });

  it('is for its learner alone; staff of the offering may look', async () => {
    const { begin, look } = await start();
    const { id } = await begin();
    const jonas = await world.member('Jonas', ['learner']);
    const nils = await world.member('Nils', ['learner', 'office'], world.lakeside);
    for (const { browser } of [jonas, nils]) {
      expect((await browser.get(`/api/v1/quiz-attempts/${id}`)).status).toBe(404);
      expect((await browser.put(`/api/v1/quiz-attempts/${id}/answers`, { revision: 1, answers: {} })).status).toBe(404);
      expect((await browser.post(`/api/v1/quiz-attempts/${id}/submission`, {})).status).toBe(404);
    }
    expect(await look(id, lea)).toMatchObject({ state: 'running', can: { save: false, submit: false } });
    expect((await lea.browser.post(`/api/v1/quiz-attempts/${id}/submission`, {})).status).toBe(403);

    // A colleague who learns too, elsewhere.
    const bea = await world.member('Bea', ['learner', 'office']);
    const submitted = await bea.browser.post(`/api/v1/quiz-attempts/${id}/submission`, {});
    expect(submitted.json()).toMatchObject({ status: 403, detail: 'Only the learner does this.' });
    expect(await look(id)).toMatchObject({ state: 'running' });
  });

  it('cannot be started, saved or handed in while its course is locked or the place is gone', async () => {
    const locked = quiz('Locked', { pools });
    const offeringId = await world.offering(
      await world.edition({ courses: [course('First', [page('Begin')]), course('Second', [locked])] }),
    );
    const amara = await world.member('Amara', ['learner']);
    const path = `/api/v1/enrollments/${await world.enroll(offeringId, amara)}/activities/${locked.id}`;
    expect((await amara.browser.post(`${path}/quiz-attempts`)).json()).toMatchObject({ code: 'learning.locked' });
    expect((await amara.browser.get(path)).json()).toMatchObject({ code: 'learning.locked' });

    const { begin, save, submit, enrollmentId } = await start();
    const { id } = await begin();
    await world.rows(`update enrollment set state = 'withdrawn' where id = $1`, [enrollmentId]);
    for (const refused of [await save(id, 1, {}), await submit(id)]) {
      expect(refused.json()).toMatchObject({ status: 409, code: 'learning.place_not_open' });
    }
    expect(await begin()).toMatchObject({ code: 'learning.place_not_open' });
  });

  it('is started only where it is one', async () => {
    const files = page('Files');
    const amara = await world.member('Amara', ['learner']);
    const offeringId = await world.offering(await world.edition({ courses: [course('Shell', [files])] }));
    const path = `/api/v1/enrollments/${await world.enroll(offeringId, amara)}/activities/${files.id}/quiz-attempts`;
    expect((await amara.browser.post(path)).json()).toMatchObject({ status: 409, code: 'learning.not_a_quiz' });
  });

  it('counts attempts against their limit', async () => {
    const { begin, submit, activity } = await start({ attemptLimit: 2 });
    for (let number = 1; number <= 2; number++) await submit((await begin()).id);
    expect(await begin()).toMatchObject({
      status: 409,
      code: 'learning.attempt_refused',
      facts: { reason: { key: 'no_attempts_left' } },
    });
    expect((await activity()).content.canStart).toBe(false);
  });

  describe('with a time limit', () => {
    it('gives Amara the extra time that she was granted', async () => {
      const { begin, amara, activity } = await start({ timeLimitSeconds: 600 });
      await world.rows(`insert into accommodation values ($1, $2, $3, 1.5, 0, 'Reads slowly', $4, now(), null)`, [
        newId(),
        world.riverside,
        amara.personId,
        lea.personId,
      ]);
      expect((await activity()).content.rules).toMatchObject({ timeLimitSeconds: 900 });
      expect((await begin()).secondsLeft).toBeGreaterThan(890);
    });

    it('takes what is on its way a moment late, and after that scores what was saved in time', async () => {
      const { begin, save, submit, look } = await start({ timeLimitSeconds: 600 });
      const early = await begin();
      world.clock.advance(10 * MINUTE + 20_000);
      expect((await submit(early.id, { revision: 1, answers: rightAnswers(early) })).json()).toMatchObject({
        result: { passed: true },
      });

      const late = await begin();
      await save(late.id, 1, rightAnswers(late));
      world.clock.advance(10 * MINUTE + 40_000);
      expect(await look(late.id)).toMatchObject({ state: 'over', secondsLeft: 0, can: { save: false, submit: true } });
      expect((await save(late.id, 2, {})).json()).toMatchObject({ status: 409, code: 'learning.attempt_over' });
      expect((await submit(late.id, { revision: 2, answers: {} })).json()).toMatchObject({ result: { passed: true, share: 1 } });
    });

    it('counts what was saved when nobody hands it in: at the next start, or by itself', async () => {
      const { begin, save, look, enrollmentId } = await start({ timeLimitSeconds: 600 });
      const first = await begin();
      world.clock.advance(11 * MINUTE);
      const second = await begin();
      expect(second.number).toBe(2);
      expect(await look(first.id)).toMatchObject({ state: 'submitted', result: { passed: false } });

      await save(second.id, 1, rightAnswers(second));
      await world.get(CloseRunOutAttempts).run();
      expect(await look(second.id)).toMatchObject({ state: 'running' });
      world.clock.advance(11 * MINUTE);
      await Promise.all([world.get(CloseRunOutAttempts).run(), world.get(CloseRunOutAttempts).run()]);
      expect(await look(second.id)).toMatchObject({ state: 'submitted', result: { passed: true } });
      const events = await world.rows(`select from event where subject_id = $1 and type = 'quiz.submitted'`, [enrollmentId]);
      expect(events).toHaveLength(2);
    });
  });

  describe('keeps its right answers to itself', () => {
    const leaks = (text: string) =>
      [SECRET, '"correct"', '87654321', 'accepted', 'tolerance', '"seed"'].filter((word) => text.includes(word));

    it.each(['after-attempt', 'after-pass', 'never'] as const)('until it may be seen (%s)', async (reveal) => {
      const { amara, begin, save, path, test } = await start({ reveal });
      const { browser } = amara;
      const before: string[] = [];
      const attempt = await begin();
      const wrong = { single: { type: 'single', optionId: attempt.questions[0]?.options?.[0]?.id } };
      before.push(JSON.stringify(attempt), (await save(attempt.id, 1, wrong)).text, (await save(attempt.id, 1, wrong)).text);
      before.push((await save(attempt.id, 2, { single: { type: 'single', optionId: 'part-99' } })).text);
      before.push((await browser.get(`/api/v1/quiz-attempts/${attempt.id}`)).text, JSON.stringify(await begin()));
      for (const route of ['journey', `activities/${test.id}`]) before.push((await browser.get(`${path}/${route}`)).text);
      for (const text of before) expect(leaks(text)).toEqual([]);
      const unseen = hidden.filter(({ id }) => !attempt.questions.some((asked) => asked.id === id));
      expect(unseen).toHaveLength(2);
      for (const { id } of unseen) expect(before.join()).not.toContain(id);

      const failed = await browser.post(`/api/v1/quiz-attempts/${attempt.id}/submission`, {});
      expect(leaks(failed.text).length > 0).toBe(reveal === 'after-attempt');
      const second = await begin();
      expect(leaks(JSON.stringify(second))).toEqual([]);
      await save(second.id, 1, rightAnswers(second));
      const passed = await browser.post(`/api/v1/quiz-attempts/${second.id}/submission`, {});
      // What she typed herself comes back to her; explanations and feedback only where the author lets them.
      expect(passed.text.includes(`${SECRET} explanation`)).toBe(reveal !== 'never');
      const again = (await browser.get(`/api/v1/quiz-attempts/${attempt.id}`)).text;
      expect(again.includes(`${SECRET} explanation`)).toBe(reveal !== 'never');
      // Not even then the author's own names of the parts, which may tell the right one of the next attempt.
      for (const text of [failed.text, passed.text, again]) expect(text).not.toContain(`${SECRET}-`);
    });
  });
});
