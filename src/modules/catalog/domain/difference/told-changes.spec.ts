import { describe, expect, it } from '@jest/globals';
import { toldFields } from './told-changes.js';

const told = (field: string, before: unknown, after: unknown) => toldFields([{ field, before, after }]);
const page = (markdown: string) => ({ kind: 'page', markdown, assets: {}, objectives: [] });
const quiz = (passMark: number, correct: boolean) => ({
  kind: 'quiz',
  quiz: {
    introduction: '',
    passMark,
    attemptLimit: null,
    timeLimitSeconds: null,
    shuffleQuestions: false,
    reveal: 'never',
    pools: [
      {
        id: 'p',
        draw: null,
        questions: [
          {
            id: 'q',
            type: 'single',
            prompt: 'Why?',
            points: 1,
            explanation: '',
            shuffleOptions: false,
            options: [{ id: 'o', text: 'So', correct, feedback: '' }],
          },
        ],
      },
    ],
  },
});

describe('changes as people read them', () => {
  it('tell numbers and codes by what they were, part by part', () => {
    expect(told('workload', { hours: 25, ects: 1, ceu: null }, { hours: 30, ects: 1, ceu: null })).toEqual([
      { field: 'workload.hours', before: '25', after: '30', words: null },
    ]);
    expect(told('level', null, { framework: 'EQF', value: '5' })).toMatchObject([
      { field: 'level.framework', before: null, after: 'EQF', words: null },
      { field: 'level.value', words: [{ kind: 'added', text: '5' }] },
    ]);
    expect(told('deliveryMode', 'online', 'blended')).toEqual([
      { field: 'deliveryMode', before: 'online', after: 'blended', words: null },
    ]);
  });

  it('tell texts and lists word by word', () => {
    expect(told('outcomes', ['Asks.'], ['Asks.', 'Tells.'])).toMatchObject([
      {
        field: 'outcomes',
        words: [
          { kind: 'same', text: 'Asks.' },
          { kind: 'added', text: '\nTells.' },
        ],
      },
    ]);
    expect(told('body', page('Ask.'), page('Ask first.'))).toMatchObject([{ field: 'markdown' }]);
  });

  it('tell the settings of a quiz and its questions apart', () => {
    expect(told('body', quiz(0.6, false), quiz(0.8, true))).toMatchObject([
      { field: 'passMark', before: '0.6', after: '0.8' },
      {
        field: 'questions',
        words: [{ kind: 'same' }, { kind: 'removed', text: '–' }, { kind: 'added', text: '✓' }, { kind: 'same' }],
      },
    ]);
  });

  it('leave out the middle of what stayed', () => {
    const long = 'word '.repeat(1_000);
    const [field] = told('description', `${long}one`, `${long}two`);
    expect(field?.words?.map(({ kind }) => kind)).toEqual(['same', 'gap', 'same', 'removed', 'added']);
  });

  it('say nothing of ids that nobody sees', () => {
    const rating = (id: string) => [{ id, title: 'Good', description: '', points: 2 }];
    expect(told('ratings', rating('1'), rating('2'))).toEqual([]);
  });
});
