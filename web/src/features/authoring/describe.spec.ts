import * as fc from 'fast-check';
import { describeActivity } from './describe';
import { newPool, newQuestion, QUESTION_TYPES } from './quiz/new-question';
import type { ActivityDraft, Question } from './types';

const quizOf = (...questions: Question[]): ActivityDraft => ({
  title: 'Check',
  minutes: 5,
  required: true,
  body: {
    kind: 'quiz',
    quiz: {
      introduction: '',
      passMark: 0.5,
      attemptLimit: null,
      timeLimitSeconds: null,
      shuffleQuestions: false,
      reveal: 'never',
      pools: [{ ...newPool(() => 'pool'), questions }],
    },
  },
});

describe('an activity in words', () => {
  it('names what a page consists of', () => {
    const page: ActivityDraft = {
      title: 'Honest charts',
      minutes: 10,
      required: false,
      body: { kind: 'page', markdown: 'Start at zero.', assets: { 'a.png': '1' }, objectives: ['Reads axes'] },
    };
    expect(describeActivity(page)).toBe('# Honest charts\n10 min\n\n◎ Reads axes\nStart at zero.\na.png = 1');
  });

  it('differs where the text or the points of a question do, whatever its kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTION_TYPES), (type) => {
        const question = newQuestion(type, () => 'id');
        const before = describeActivity(quizOf(question));
        expect(describeActivity(quizOf({ ...question, prompt: 'Why?' }))).not.toBe(before);
        expect(describeActivity(quizOf({ ...question, points: 7 }))).not.toBe(before);
      }),
    );
  });

  it('shows which option is right', () => {
    const question = newQuestion('single', () => 'id');
    expect(describeActivity(quizOf(question))).toContain('✓ \n✗ ');
  });
});
