import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Answer, Question, Quiz } from '../../../catalog/domain/quiz.js';
import { attemptResult, rightAnswer } from './attempt-result.js';
import { checkAnswerShape, type Answers } from './check-answer-shape.js';
import { drawQuestions } from './draw-questions.js';
import { askedQuestions, learnerView } from './learner-view.js';
import { scoreAnswer } from './score-answer.js';
import { scoreAttempt } from './score-attempt.js';
import { shownAnswer } from './shown-parts.js';

/** Everything that the learner must not read carries this mark; everything else says only what it is. */
const SECRET = 'SECRET';
const secret = fc.integer({ min: 0, max: 999 }).map((number) => `${SECRET}-${number}`);
const credit = fc.constantFrom('all-or-nothing' as const, 'partial' as const);
const partIds = (minLength: number) => fc.uniqueArray(secret, { minLength, maxLength: 6 });
const base = { prompt: fc.constant('Which?'), points: fc.double({ min: 0, max: 10, noNaN: true }), explanation: secret };

const options = partIds(2).chain((ids) =>
  fc.tuple(
    ...ids.map((id, index) =>
      fc.record({ id: fc.constant(id), text: fc.constant(`option ${index}`), correct: fc.boolean(), feedback: secret }),
    ),
  ),
);

/** Options of which `right` says how many may be correct; the first is, when none would be. */
const choices = (right: 'one' | 'some') =>
  options.map((list) => {
    const first = Math.max(
      0,
      list.findIndex(({ correct }) => correct),
    );
    return list.map((option, index) => ({ ...option, correct: index === first || (right === 'some' && option.correct) }));
  });

const untitled = fc.oneof(
  fc.record({ ...base, type: fc.constant('single' as const), shuffleOptions: fc.boolean(), options: choices('one') }),
  fc.record({ ...base, type: fc.constant('multiple' as const), shuffleOptions: fc.boolean(), options: choices('some'), credit }),
  fc.record({
    ...base,
    type: fc.constant('true-false' as const),
    answer: fc.boolean(),
    feedbackTrue: secret,
    feedbackFalse: secret,
  }),
  fc.record({
    ...base,
    type: fc.constant('short-text' as const),
    accepted: fc.array(secret, { minLength: 1 }),
    caseSensitive: fc.boolean(),
  }),
  fc.record({
    ...base,
    type: fc.constant('numeric' as const),
    answer: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    tolerance: fc.double({ min: 0, max: 10, noNaN: true }),
    unit: fc.constant('km'),
  }),
  fc.record({
    ...base,
    type: fc.constant('ordering' as const),
    items: partIds(2).map((ids) => ids.map((id, index) => ({ id, text: `item ${index}` }))),
    credit,
  }),
  fc.tuple(fc.record(base), partIds(3), fc.integer({ min: 1, max: 3 }), credit).map(([common, ids, pairs, partial]) => ({
    ...common,
    type: 'matching' as const,
    pairs: ids.slice(0, pairs).map((id, index) => ({ id, left: `left ${index}`, right: `right ${index}` })),
    distractors: ids.slice(pairs).map((id, index) => ({ id, text: `other ${index}` })),
    credit: partial,
  })),
);

const quiz: fc.Arbitrary<Quiz> = fc
  .record({
    introduction: fc.constant(''),
    passMark: fc.double({ min: 0, max: 1, noNaN: true }),
    attemptLimit: fc.constant(null),
    timeLimitSeconds: fc.constant(null),
    shuffleQuestions: fc.boolean(),
    reveal: fc.constantFrom('after-attempt' as const, 'after-pass' as const, 'never' as const),
    pools: fc.array(fc.tuple(fc.option(fc.integer({ min: 1, max: 3 })), fc.array(untitled, { minLength: 1, maxLength: 4 })), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map((rest) => ({
    ...rest,
    pools: rest.pools.map(([draw, questions], pool) => ({
      id: `pool-${pool}`,
      draw: draw === null ? null : Math.min(draw, questions.length),
      questions: questions.map((question, index) => ({ ...question, id: `q-${pool}-${index}` })),
    })),
  }));

/** Any answer that a question may get, with its own part ids. */
function answerTo(question: Question): fc.Arbitrary<Answer> {
  switch (question.type) {
    case 'single':
      return fc.constantFrom(...question.options.map(({ id }): Answer => ({ type: 'single', optionId: id })));
    case 'multiple':
      return fc.shuffledSubarray(question.options.map(({ id }) => id)).map((optionIds) => ({ type: 'multiple', optionIds }));
    case 'true-false':
      return fc.boolean().map((value) => ({ type: 'true-false', value }));
    case 'short-text':
      return fc.oneof(fc.string(), fc.constantFrom(...question.accepted)).map((text) => ({ type: 'short-text', text }));
    case 'numeric':
      return fc
        .oneof(fc.constant(question.answer), fc.double({ noNaN: true, noDefaultInfinity: true }))
        .map((value) => ({ type: 'numeric', value }));
    case 'ordering':
      return fc.shuffledSubarray(question.items.map(({ id }) => id)).map((itemIds) => ({ type: 'ordering', itemIds }));
    case 'matching': {
      const rights = fc.constantFrom(...[...question.pairs, ...question.distractors].map(({ id }) => id));
      const lefts = fc.subarray(question.pairs.map(({ id }) => id));
      const matches = lefts.chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), rights))));
      return matches.map((pairs) => ({ type: 'matching', matches: Object.fromEntries(pairs) }));
    }
  }
}

const attempt = fc.tuple(quiz, fc.string()).chain(([one, seed]) => {
  const drawn = drawQuestions(one, seed);
  const each = askedQuestions(one, drawn).map(({ question }) => fc.tuple(fc.constant(question.id), answerTo(question)));
  return fc
    .tuple(...each)
    .chain((all) => fc.subarray(all))
    .map((given) => ({ quiz: one, drawn, answers: Object.fromEntries(given) as Answers }));
});
const questionAndAnswer = untitled
  .map((one): Question => ({ ...one, id: 'q' }))
  .chain((one) => fc.tuple(fc.constant(one), answerTo(one)));

describe('a draw, for every quiz and seed', () => {
  it('is the same for the same seed', () => {
    fc.assert(fc.property(quiz, fc.string(), (one, seed) => expect(drawQuestions(one, seed)).toEqual(drawQuestions(one, seed))));
  });

  it('takes as many questions of each pool as it says, none twice, each with all of its parts', () => {
    fc.assert(
      fc.property(quiz, fc.string(), (one, seed) => {
        const drawn = drawQuestions(one, seed);
        expect(new Set(drawn.map(({ questionId }) => questionId)).size).toBe(drawn.length);
        for (const { draw, questions } of one.pools) {
          const taken = drawn.filter(({ questionId }) => questions.some(({ id }) => id === questionId));
          expect(taken).toHaveLength(draw ?? questions.length);
        }
        for (const { question, drawn: shown } of askedQuestions(one, drawn)) {
          expect(shown.partIds.toSorted()).toEqual(partIdsOf(question).sort());
        }
      }),
    );
  });
});

function partIdsOf(question: Question): string[] {
  if ('options' in question) return question.options.map(({ id }) => id);
  if (question.type === 'ordering') return question.items.map(({ id }) => id);
  return question.type === 'matching' ? [...question.pairs, ...question.distractors].map(({ id }) => id) : [];
}

describe('what a learner sees, for every quiz and seed', () => {
  it('holds no right answer, feedback, explanation or id of the author’s', () => {
    fc.assert(
      fc.property(quiz, fc.string(), (one, seed) => {
        const view = learnerView(one, drawQuestions(one, seed));
        const fields = new Set(view.flatMap((question) => Object.keys(question)));
        expect(JSON.stringify(view)).not.toContain(SECRET);
        for (const field of [
          'correct',
          'answer',
          'accepted',
          'tolerance',
          'feedback',
          'feedbackTrue',
          'explanation',
          'pairs',
          'credit',
        ]) {
          expect(fields).not.toContain(field);
        }
      }),
    );
  });

  it('looks the same whichever option is the right one', () => {
    fc.assert(
      fc.property(quiz, fc.string(), (one, seed) => {
        const turned = structuredClone(one);
        for (const question of turned.pools.flatMap(({ questions }) => questions)) {
          if ('options' in question) for (const option of question.options) option.correct = !option.correct;
          if (question.type === 'true-false') question.answer = !question.answer;
          if (question.type === 'numeric') question.answer += 1;
        }
        expect(learnerView(turned, drawQuestions(turned, seed))).toEqual(learnerView(one, drawQuestions(one, seed)));
      }),
    );
  });

  it('names parts by their place alone', () => {
    fc.assert(
      fc.property(quiz, fc.string(), (one, seed) => {
        for (const question of learnerView(one, drawQuestions(one, seed))) {
          const shown =
            'options' in question
              ? question.options
              : 'items' in question
                ? question.items
                : 'rights' in question
                  ? question.rights
                  : [];
          expect(shown.map(({ id }) => id)).toEqual(shown.map((_, index) => `part-${index + 1}`));
          if ('lefts' in question)
            expect(question.lefts.map(({ id }) => id)).toEqual(question.lefts.map((_, index) => `left-${index + 1}`));
        }
      }),
    );
  });

  it('reveals feedback only as the author allows', () => {
    fc.assert(
      fc.property(attempt, fc.boolean(), ({ quiz: one, drawn, answers }, passedBefore) => {
        const score = scoreAttempt(one, drawn, answers);
        const result = attemptResult(one, drawn, answers, score, passedBefore);
        const allowed = one.reveal === 'after-attempt' || (one.reveal === 'after-pass' && (score.passed || passedBefore));
        expect(result.revealed).toBe(allowed);
        for (const question of result.questions) expect(question.revealed !== null).toBe(allowed);
        // A learner may well have typed an accepted text, but nobody else may say it.
        const told = result.questions.map((question) =>
          question.answer?.type === 'short-text' ? { ...question, answer: null } : question,
        );
        if (!allowed) expect(JSON.stringify(told)).not.toContain(SECRET);
      }),
    );
  });
});

describe('answers, for every quiz', () => {
  it('come back as they were stored, after being shown and sent again', () => {
    fc.assert(
      fc.property(attempt, ({ quiz: one, drawn, answers }) => {
        const sent = askedQuestions(one, drawn).map(({ question, drawn: shown }) => {
          const answer = answers[question.id];
          return [question.id, answer === undefined ? null : shownAnswer(question, shown, answer)];
        });
        expect(checkAnswerShape(one, drawn, JSON.parse(JSON.stringify(Object.fromEntries(sent))))).toEqual({
          answers: JSON.parse(JSON.stringify(answers)),
          problems: [],
        });
      }),
    );
  });

  it('never make the reader fail, whatever is sent', () => {
    fc.assert(
      fc.property(quiz, fc.string(), fc.jsonValue(), (one, seed, sent) => {
        const drawn = drawQuestions(one, seed);
        const all = Object.fromEntries(drawn.map(({ questionId }) => [questionId, sent]));
        const { answers, problems } = checkAnswerShape(one, drawn, all);
        expect(Object.keys(answers)).toHaveLength(sent === null ? 0 : drawn.length - problems.length);
        expect(() => scoreAttempt(one, drawn, answers)).not.toThrow();
        expect(() => checkAnswerShape(one, drawn, sent)).not.toThrow();
      }),
    );
  });
});

describe('scores, for every question and answer', () => {
  it('lie between zero and the points of the question', () => {
    fc.assert(
      fc.property(questionAndAnswer, ([question, answer]) => {
        const points = scoreAnswer(question, answer);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(question.points);
      }),
      { numRuns: 500 },
    );
  });

  it('are full for the right answer and nothing for none', () => {
    fc.assert(
      fc.property(questionAndAnswer, ([question]) => {
        expect(scoreAnswer(question, rightAnswer(question))).toBe(question.points);
        expect(scoreAnswer(question, null)).toBe(0);
      }),
    );
  });

  it('ignore the order in which options were chosen and lefts were matched', () => {
    fc.assert(
      fc.property(questionAndAnswer, fc.infiniteStream(fc.nat()), ([question, answer], numbers) => {
        expect(scoreAnswer(question, mixed(answer, numbers))).toBe(scoreAnswer(question, answer));
      }),
      { numRuns: 300 },
    );
  });

  it('pass exactly from the pass mark on, with a share between 0 and 1', () => {
    fc.assert(
      fc.property(attempt, ({ quiz: one, drawn, answers }) => {
        const { points, maxPoints, share, passed, questions } = scoreAttempt(one, drawn, answers);
        expect(questions.map(({ questionId }) => questionId)).toEqual(drawn.map(({ questionId }) => questionId));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(points).toBeLessThanOrEqual(maxPoints);
        expect(passed).toBe(share >= one.passMark - 1e-9);
      }),
    );
  });
});

function mixed(answer: Answer, numbers: Iterator<number>): Answer {
  const mix = <Item>(items: Item[]) =>
    items
      .map((item) => ({ item, place: Number(numbers.next().value) }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  if (answer.type === 'multiple') return { ...answer, optionIds: mix(answer.optionIds) };
  if (answer.type === 'matching') return { ...answer, matches: Object.fromEntries(mix(Object.entries(answer.matches))) };
  return answer;
}
