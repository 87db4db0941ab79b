import { describe, expect, it } from '@jest/globals';
import type { Matching, Quiz, TrueFalse } from '../../../catalog/domain/quiz.js';
import { drawQuestions } from './draw-questions.js';
import { learnerView } from './learner-view.js';
import { seededShuffle } from './seeded-shuffle.js';

const trueFalse = (id: string): TrueFalse => ({
  id,
  type: 'true-false',
  prompt: id,
  points: 1,
  explanation: '',
  answer: true,
  feedbackTrue: '',
  feedbackFalse: '',
});
const matching: Matching = {
  id: 'm',
  type: 'matching',
  prompt: 'Match',
  points: 2,
  explanation: '',
  credit: 'partial',
  pairs: [
    { id: 'cd', left: 'cd', right: 'change directory' },
    { id: 'ls', left: 'ls', right: 'list' },
  ],
  distractors: [{ id: 'mkdir', text: 'make directory' }],
};
const ids = ['q1', 'q2', 'q3', 'q4', 'q5'];
const quiz = (more: Partial<Quiz>): Quiz => ({
  introduction: '',
  passMark: 0.5,
  attemptLimit: null,
  timeLimitSeconds: null,
  shuffleQuestions: false,
  reveal: 'never',
  pools: [{ id: 'pool', draw: null, questions: ids.map(trueFalse) }],
  ...more,
});
const idsDrawn = (one: Quiz, seed: string) => drawQuestions(one, seed).map(({ questionId }) => questionId);
const seeds = Array.from({ length: 300 }, (_, index) => `seed ${index}`);

describe('drawing questions', () => {
  it('keeps the author’s order where nothing is to be mixed', () => {
    expect(idsDrawn(quiz({}), 'any')).toEqual(ids);
  });

  it('draws different questions for different attempts, in the author’s order', () => {
    const pool = quiz({ pools: [{ id: 'pool', draw: 2, questions: ids.map(trueFalse) }] });
    const draws = seeds.map((seed) => idsDrawn(pool, seed));
    for (const draw of draws) expect(draw).toEqual([...draw].sort());
    expect(new Set(draws.map((draw) => draw.join())).size).toBe(10);
  });

  it('mixes questions when the author asks for it', () => {
    const orders = seeds.map((seed) => idsDrawn(quiz({ shuffleQuestions: true }), seed).join());
    expect(new Set(orders).size).toBeGreaterThan(80);
  });

  it('always mixes what is to be matched, so that no place belongs to the right answer', () => {
    const one = quiz({ pools: [{ id: 'pool', draw: null, questions: [matching] }] });
    const places = seeds.map((seed) => drawQuestions(one, seed)[0]?.partIds.indexOf('cd'));
    for (const place of [0, 1, 2]) expect(places.filter((one) => one === place).length).toBeGreaterThan(60);
  });

  it('shows a matching question by places and texts alone', () => {
    const one = quiz({ pools: [{ id: 'pool', draw: null, questions: [matching] }] });
    expect(learnerView(one, [{ questionId: 'm', partIds: ['mkdir', 'ls', 'cd'] }])).toEqual([
      {
        id: 'm',
        type: 'matching',
        prompt: 'Match',
        points: 2,
        lefts: [
          { id: 'left-1', text: 'cd' },
          { id: 'left-2', text: 'ls' },
        ],
        rights: [
          { id: 'part-1', text: 'make directory' },
          { id: 'part-2', text: 'list' },
          { id: 'part-3', text: 'change directory' },
        ],
      },
    ]);
  });

  it('fails loudly when an attempt asks what the quiz does not have', () => {
    expect(() => learnerView(quiz({}), [{ questionId: 'gone', partIds: [] }])).toThrow(/gone/);
  });
});

describe('a seeded shuffle', () => {
  it('puts every item everywhere about equally often', () => {
    const items = ['a', 'b', 'c', 'd'];
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed++) {
      seededShuffle(String(seed))(items, 'test').forEach((item, place) => {
        counts.set(`${item}${place}`, (counts.get(`${item}${place}`) ?? 0) + 1);
      });
    }
    expect(counts.size).toBe(16);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('gives each purpose an order of its own', () => {
    const items = Array.from({ length: 20 }, (_, index) => index);
    const shuffle = seededShuffle('seed');
    expect(shuffle(items, 'questions')).not.toEqual(shuffle(items, 'options'));
    expect(shuffle(items, 'questions')).toEqual(shuffle(items, 'questions'));
  });
});
