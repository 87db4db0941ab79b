import { describe, expect, it } from '@jest/globals';
import type { Quiz } from '../../../catalog/index.js';
import type { ReportCode } from '../package.js';
import { readQuizFile } from './read-quiz.js';

function read(...lines: string[]): { quiz: Quiz; notes: [ReportCode, number | null][] } {
  const notes: [ReportCode, number | null][] = [];
  const activity = readQuizFile(['title: Check', ...lines].join('\n'), 'check', (code, line) => void notes.push([code, line]));
  if (activity?.body.kind !== 'quiz') throw new Error('the file was not read as a quiz');
  return { quiz: activity.body.quiz, notes };
}

describe('a quiz file', () => {
  it('asks all its questions once and reveals the answers, unless it says otherwise', () => {
    const { quiz, notes } = read('questions:', '- {type: true-false, prompt: "Is it?", answer: false}');
    expect(notes).toEqual([]);
    expect(quiz).toMatchObject({
      passMark: 0.7,
      attemptLimit: null,
      timeLimitSeconds: null,
      shuffleQuestions: false,
      reveal: 'after-attempt',
      pools: [{ id: 'all', draw: null, questions: [{ type: 'true-false', answer: false, points: 1, feedbackTrue: '' }] }],
    });
  });

  it('holds every kind of question', () => {
    const { quiz, notes } = read(
      'questions:',
      '- {type: single, prompt: a, options: [{text: x, correct: true, feedback: Yes}, {text: y}]}',
      '- {type: multiple, prompt: b, credit: partial, shuffleOptions: false, options: [{text: x, correct: true}, {text: y}]}',
      '- {type: short-text, prompt: c, accepted: [x, y], caseSensitive: true}',
      '- {type: numeric, prompt: d, answer: -7.5, tolerance: 0.1, unit: km, points: 2, explanation: e}',
      '- {type: ordering, prompt: e, items: [x, y]}',
      '- {type: matching, prompt: f, pairs: [{left: x, right: y}], distractors: [z]}',
    );
    expect(notes).toEqual([]);
    expect(quiz.pools[0]?.questions).toMatchObject([
      {
        type: 'single',
        shuffleOptions: true,
        options: [
          { text: 'x', correct: true, feedback: 'Yes' },
          { text: 'y', correct: false },
        ],
      },
      { type: 'multiple', credit: 'partial', shuffleOptions: false },
      { type: 'short-text', accepted: ['x', 'y'], caseSensitive: true },
      { type: 'numeric', answer: -7.5, tolerance: 0.1, unit: 'km', points: 2, explanation: 'e' },
      { type: 'ordering', items: [{ text: 'x' }, { text: 'y' }], credit: 'all-or-nothing' },
      { type: 'matching', pairs: [{ left: 'x', right: 'y' }], distractors: [{ text: 'z' }] },
    ]);
  });

  it('may draw from pools instead', () => {
    const { quiz, notes } = read(
      'pools:',
      '- draw: 1',
      '  questions:',
      '  - {type: numeric, prompt: a, answer: 1}',
      '  - {type: numeric, prompt: b, answer: 2}',
    );
    expect(notes).toEqual([]);
    expect(quiz.pools).toMatchObject([{ id: 'pool-1', draw: 1, questions: [{ prompt: 'a' }, { prompt: 'b' }] }]);
  });

  it('has questions or pools, not both', () => {
    expect(read('questions: []', 'pools: []').notes).toContainEqual(['field-malformed', 2]);
  });

  it('gives a question the same id when others are put before it', () => {
    const question = '- {type: single, prompt: a, options: [{text: x, correct: true}, {text: y}]}';
    const alone = read('questions:', question).quiz.pools[0]?.questions[0];
    const second = read('questions:', '- {type: numeric, prompt: b, answer: 1}', question).quiz.pools[0]?.questions[1];
    expect(second).toEqual(alone);
  });

  it('keeps ids that the author gave', () => {
    const { quiz } = read('questions:', '- {id: q1, type: single, prompt: a, options: [{id: right, text: x, correct: true}]}');
    expect(quiz.pools[0]?.questions[0]).toMatchObject({ id: 'q1', options: [{ id: 'right' }] });
  });
});
