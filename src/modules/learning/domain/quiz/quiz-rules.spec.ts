import { describe, expect, it } from '@jest/globals';
import { type Quiz, quizRules } from './quiz-rules.js';

const question = (id: string) => ({
  type: 'true-false' as const,
  id,
  prompt: id,
  points: 1,
  explanation: '',
  answer: true,
  feedbackTrue: '',
  feedbackFalse: '',
});
const quiz: Quiz = {
  introduction: '',
  passMark: 0.6,
  attemptLimit: 3,
  timeLimitSeconds: 90,
  shuffleQuestions: false,
  reveal: 'never',
  pools: [
    { id: 'a', draw: 2, questions: ['1', '2', '3'].map(question) },
    { id: 'b', draw: null, questions: ['4', '5'].map(question) },
  ],
};

describe('the rules of a quiz', () => {
  it('count the questions that an attempt asks', () => {
    expect(quizRules(quiz, 1).questions).toBe(4);
  });

  it('hold nothing that the author wrote for the server alone', () => {
    expect(Object.keys(quizRules(quiz, 1)).sort()).toEqual([
      'attemptLimit',
      'passMark',
      'questions',
      'reveal',
      'timeLimitSeconds',
    ]);
  });

  it('tell Jonas the time that he has, with his extra time', () => {
    expect(quizRules(quiz, 1.5).timeLimitSeconds).toBe(135);
    expect(quizRules(quiz, 0.5).timeLimitSeconds).toBe(90);
    expect(quizRules({ ...quiz, timeLimitSeconds: null }, 2).timeLimitSeconds).toBe(null);
  });
});
