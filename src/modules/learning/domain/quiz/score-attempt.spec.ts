import { describe, expect, it } from '@jest/globals';
import type { Question, Quiz } from '../../../catalog/domain/quiz.js';
import { attemptResult } from './attempt-result.js';
import type { Answers } from './check-answer-shape.js';
import { scoreAttempt } from './score-attempt.js';

const base = { prompt: 'Which?', explanation: 'Because.' };
const questions: Question[] = [
  {
    ...base,
    id: 'one',
    points: 0.1,
    type: 'single',
    shuffleOptions: false,
    options: [
      { id: 'a', text: 'pwd', correct: true, feedback: 'Yes.' },
      { id: 'b', text: 'ls', correct: false, feedback: 'That lists.' },
    ],
  },
  { ...base, id: 'truth', points: 0.2, type: 'true-false', answer: true, feedbackTrue: 'Right.', feedbackFalse: 'No.' },
  { ...base, id: 'number', points: 0.7, type: 'numeric', answer: 3, tolerance: 0, unit: '' },
];
const quiz = (more: Partial<Quiz> = {}): Quiz => ({
  introduction: '',
  passMark: 0.3,
  attemptLimit: null,
  timeLimitSeconds: null,
  shuffleQuestions: false,
  reveal: 'after-pass',
  pools: [{ id: 'pool', draw: null, questions }],
  ...more,
});
const drawn = [
  { questionId: 'one', partIds: ['b', 'a'] },
  { questionId: 'truth', partIds: [] },
  { questionId: 'number', partIds: [] },
];
const nearly: Answers = { one: { type: 'single', optionId: 'b' }, truth: { type: 'true-false', value: true } };
const enough: Answers = { ...nearly, one: { type: 'single', optionId: 'a' } };
const resultOf = (answers: Answers, more: Partial<Quiz> = {}, passedBefore = false) =>
  attemptResult(quiz(more), drawn, answers, scoreAttempt(quiz(more), drawn, answers), passedBefore);

describe('scoring an attempt', () => {
  it('passes exactly at the pass mark, whatever binary fractions say', () => {
    expect(scoreAttempt(quiz(), drawn, enough)).toMatchObject({ passed: true });
    expect(scoreAttempt(quiz(), drawn, nearly)).toMatchObject({ passed: false, points: 0.2 });
    expect(scoreAttempt(quiz({ passMark: 0.31 }), drawn, enough)).toMatchObject({ passed: false });
  });

  it('scores only what was drawn', () => {
    expect(scoreAttempt(quiz(), drawn.slice(1, 2), nearly)).toEqual({
      points: 0.2,
      maxPoints: 0.2,
      share: 1,
      passed: true,
      questions: [{ questionId: 'truth', points: 0.2, maxPoints: 0.2 }],
    });
  });

  it('gives nothing for no answers at all, and passes them only where nothing is asked for', () => {
    expect(scoreAttempt(quiz(), drawn, {})).toMatchObject({ points: 0, share: 0, passed: false });
    expect(scoreAttempt(quiz({ passMark: 0 }), [], {})).toMatchObject({ maxPoints: 0, share: 0, passed: true });
  });
});

describe('the result a learner sees', () => {
  it('tells points but no answers before the pass', () => {
    const result = resultOf(nearly);
    expect(result).toMatchObject({ revealed: false, passed: false });
    expect(result.questions.map(({ points, revealed }) => [points, revealed])).toEqual([
      [0, null],
      [0.2, null],
      [0, null],
    ]);
  });

  it('tells right answers, the feedback on what was chosen, and why, once passed', () => {
    expect(resultOf(nearly, {}, true).questions.map(({ answer, revealed }) => ({ answer, revealed }))).toEqual([
      {
        answer: { type: 'single', optionId: 'part-1' },
        revealed: { rightAnswer: { type: 'single', optionId: 'part-2' }, feedback: ['That lists.'], explanation: 'Because.' },
      },
      {
        answer: { type: 'true-false', value: true },
        revealed: { rightAnswer: { type: 'true-false', value: true }, feedback: ['Right.'], explanation: 'Because.' },
      },
      { answer: null, revealed: { rightAnswer: { type: 'numeric', value: 3 }, feedback: [], explanation: 'Because.' } },
    ]);
    expect(resultOf(enough).revealed).toBe(true);
  });

  it('tells everything after any attempt, or nothing ever, as the author chose', () => {
    expect(resultOf({}, { reveal: 'after-attempt' }).revealed).toBe(true);
    expect(resultOf(enough, { reveal: 'never' }, true).revealed).toBe(false);
  });
});
