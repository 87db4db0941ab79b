import * as fc from 'fast-check';
import type { Question, QuestionType, Quiz } from '../types';
import { asType, copyOf, newPool, newQuestion, QUESTION_TYPES } from './new-question';
import { addQuestion, moveToPool, placeQuestions, placeOf, pointsOf, removeQuestion } from './quiz-edits';

let last = 0;
const newId = () => `id${(last += 1)}`;
const question = (id: string, points = 1): Question => ({ ...newQuestion('true-false', newId), id, points });
const quiz = (...pools: { draw: number | null; ids: string[] }[]): Quiz => ({
  introduction: '',
  passMark: 0.6,
  attemptLimit: null,
  timeLimitSeconds: null,
  shuffleQuestions: false,
  reveal: 'after-attempt',
  pools: pools.map(({ draw, ids }, index) => ({ id: `pool${index}`, draw, questions: ids.map((id) => question(id)) })),
});
const ids = ({ pools }: Quiz) => pools.map(({ questions }) => questions.map(({ id }) => id).join(''));

describe('questions of a quiz', () => {
  it('begin with a pool of their own', () => {
    expect(ids(addQuestion(quiz(), question('a'), {}, newPool(newId)))).toEqual(['a']);
  });

  it('are added where they are wanted', () => {
    const before = quiz({ draw: null, ids: ['a', 'b'] }, { draw: null, ids: [] });
    expect(ids(addQuestion(before, question('c'), { pool: 0, question: 1 }, newPool(newId)))).toEqual(['acb', '']);
    expect(placeOf(before, 'b')).toEqual({ pool: 0, question: 1 });
  });

  it('are never fewer than a pool draws', () => {
    const after = removeQuestion(quiz({ draw: 2, ids: ['a', 'b'] }), 'a');
    expect(after.pools[0]).toMatchObject({ draw: 1 });
  });

  it('move to another pool', () => {
    expect(ids(moveToPool(quiz({ draw: null, ids: ['a', 'b'] }, { draw: null, ids: ['c'] }), 'a', 'pool1'))).toEqual(['b', 'ca']);
  });

  it('are all still there after they were dragged, wherever to', () => {
    const order = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(
        fc.subarray(order),
        fc.constantFrom(...order),
        fc.constantFrom('before' as const, 'after' as const),
        (some, target, where) => {
          const [pool] = quiz({ draw: null, ids: order }).pools;
          const after = placeQuestions(pool ?? newPool(newId), new Set(some), target, where).questions.map(({ id }) => id);
          expect([...after].sort()).toEqual(order);
          if (!some.includes(target) && some[0]) {
            const [first, aim] = [after.indexOf(some[0]), after.indexOf(target)];
            expect(where === 'before' ? first < aim : first > aim).toBe(true);
          }
        },
      ),
    );
  });

  it('give as many points as the draw makes of them', () => {
    const unequal = quiz({ draw: null, ids: ['c'] });
    unequal.pools.unshift({ id: 'unequal', draw: 1, questions: [question('a', 1), question('b', 5)] });
    expect(pointsOf(unequal)).toEqual({ least: 2, most: 6 });
  });
});

describe('a question', () => {
  const types = fc.constantFrom<QuestionType>(...QUESTION_TYPES);

  it('shares no id with its copy', () => {
    fc.assert(
      fc.property(types, (type) => {
        const idsIn = (value: unknown) => JSON.stringify(value).match(/"id":"[^"]*"/g) ?? [];
        const one = newQuestion(type, newId);
        const copied = new Set(idsIn(copyOf(one, newId)));
        expect(idsIn(one).filter((id) => copied.has(id))).toEqual([]);
      }),
    );
  });

  it('keeps its text whatever kind it becomes', () => {
    fc.assert(
      fc.property(types, types, (from, to) => {
        const one = { ...newQuestion(from, newId), prompt: 'Why?', points: 3 };
        expect(asType(one, to, newId)).toMatchObject({ type: to, id: one.id, prompt: 'Why?', points: 3 });
      }),
    );
  });

  it('with one choice keeps the first of several right answers', () => {
    const several = newQuestion('multiple', newId);
    if (several.type !== 'multiple') throw new Error('Not the kind that was asked for');
    const both = { ...several, options: several.options.map((option) => ({ ...option, correct: true })) };
    expect(asType(both, 'single', newId)).toMatchObject({ options: [{ correct: true }, { correct: false }] });
  });
});
