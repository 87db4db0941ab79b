import { describe, expect, it } from '@jest/globals';
import type { Question, Quiz } from '../../../catalog/domain/quiz.js';
import { checkAnswerShape, LONGEST_TEXT_ANSWER } from './check-answer-shape.js';

const base = { prompt: 'Which?', points: 1, explanation: '' };
const option = (id: string) => ({ id, text: id, correct: true, feedback: '' });
const questions: Question[] = [
  { ...base, id: 'one', type: 'single', shuffleOptions: false, options: [option('a'), option('b')] },
  { ...base, id: 'some', type: 'multiple', shuffleOptions: false, options: [option('a'), option('b')], credit: 'partial' },
  { ...base, id: 'text', type: 'short-text', accepted: ['grep'], caseSensitive: false },
  { ...base, id: 'number', type: 'numeric', answer: 1, tolerance: 0, unit: '' },
  { ...base, id: 'truth', type: 'true-false', answer: true, feedbackTrue: '', feedbackFalse: '' },
  { ...base, id: 'order', type: 'ordering', items: [option('a'), option('b')], credit: 'partial' },
  {
    ...base,
    id: 'match',
    type: 'matching',
    pairs: [{ id: 'a', left: 'x', right: 'y' }],
    distractors: [{ id: 'b', text: 'z' }],
    credit: 'partial',
  },
];
const quiz: Quiz = {
  introduction: '',
  passMark: 1,
  attemptLimit: null,
  timeLimitSeconds: null,
  shuffleQuestions: false,
  reveal: 'never',
  pools: [{ id: 'pool', draw: null, questions }],
};
const withParts = ['one', 'some', 'order', 'match'];
const drawn = questions.map(({ id }) => ({ questionId: id, partIds: withParts.includes(id) ? ['b', 'a'] : [] }));
const check = (sent: unknown) => checkAnswerShape(quiz, drawn, sent);

describe('reading answers', () => {
  it('turns shown names into the question’s own ids', () => {
    const { answers, problems } = check({
      one: { type: 'single', optionId: 'part-2' },
      some: { type: 'multiple', optionIds: ['part-1'] },
      text: { type: 'short-text', text: 'grep' },
      number: { type: 'numeric', value: -1.5 },
      truth: { type: 'true-false', value: false },
      order: { type: 'ordering', itemIds: ['part-2', 'part-1'] },
      match: { type: 'matching', matches: { 'left-1': 'part-2' } },
    });
    expect(problems).toEqual([]);
    expect(answers).toEqual({
      one: { type: 'single', optionId: 'a' },
      some: { type: 'multiple', optionIds: ['b'] },
      text: { type: 'short-text', text: 'grep' },
      number: { type: 'numeric', value: -1.5 },
      truth: { type: 'true-false', value: false },
      order: { type: 'ordering', itemIds: ['a', 'b'] },
      match: { type: 'matching', matches: { a: 'a' } },
    });
  });

  it('takes null for no answer, and half an order for half an order', () => {
    expect(check({ one: null, order: { type: 'ordering', itemIds: ['part-1'] } })).toEqual({
      answers: { order: { type: 'ordering', itemIds: ['b'] } },
      problems: [],
    });
  });

  it('takes a text of the greatest length', () => {
    expect(check({ text: { type: 'short-text', text: 'x'.repeat(LONGEST_TEXT_ANSWER) } }).problems).toEqual([]);
  });

  it('drops fields it does not know', () => {
    expect(check({ truth: { type: 'true-false', value: true, points: 100 } }).answers).toEqual({
      truth: { type: 'true-false', value: true },
    });
  });

  it.each([[null], ['x'], [[1]], [3]])('refuses %p in place of an object', (sent) => {
    expect(check(sent).problems).toMatchObject([{ code: 'answers_malformed' }]);
  });

  it.each([
    ['one', { type: 'multiple', optionIds: [] }, 'answer_wrong_type'],
    ['one', 'part-1', 'answer_wrong_type'],
    ['one', { type: 'single' }, 'answer_malformed'],
    ['one', { type: 'single', optionId: 'a' }, 'answer_unknown_part'],
    ['one', { type: 'single', optionId: 'part-3' }, 'answer_unknown_part'],
    ['some', { type: 'multiple', optionIds: 'part-1' }, 'answer_malformed'],
    ['some', { type: 'multiple', optionIds: ['part-1', 'part-1'] }, 'answer_repeats_part'],
    ['text', { type: 'short-text', text: 'x'.repeat(LONGEST_TEXT_ANSWER + 1) }, 'answer_malformed'],
    ['number', { type: 'numeric', value: '3' }, 'answer_malformed'],
    ['number', { type: 'numeric', value: Number.NaN }, 'answer_malformed'],
    ['truth', { type: 'true-false', value: 'true' }, 'answer_malformed'],
    ['order', { type: 'ordering', itemIds: [1] }, 'answer_malformed'],
    ['match', { type: 'matching', matches: [] }, 'answer_malformed'],
    ['match', { type: 'matching', matches: { a: 'part-1' } }, 'answer_unknown_part'],
    ['match', { type: 'matching', matches: { 'left-1': 'left-1' } }, 'answer_unknown_part'],
    ['match', { type: 'matching', matches: JSON.parse('{"__proto__": "part-1"}') as unknown }, 'answer_unknown_part'],
    ['other', null, 'question_not_asked'],
    ['constructor', { type: 'single', optionId: 'part-1' }, 'question_not_asked'],
  ])('to %s refuses %p as %s', (questionId, sent, code) => {
    const { answers, problems } = check({ [questionId]: sent });
    expect(answers).toEqual({});
    expect(problems).toMatchObject([{ questionId, code }]);
  });

  it('reports every problem and keeps what is fine', () => {
    const { answers, problems } = check({ one: 1, number: 2, truth: { type: 'true-false', value: true } });
    expect(problems.map(({ questionId }) => questionId)).toEqual(['one', 'number']);
    expect(Object.keys(answers)).toEqual(['truth']);
  });
});
