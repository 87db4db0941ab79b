import { answerLines, isAnswered, ordered, type Question, unanswered } from './answers';

const words = { true: 'True', false: 'False', leftTo: (left: string, right: string) => `${left} → ${right}` };
const part = (id: string) => ({ id, text: id.toUpperCase() });
const base = { promptHtml: '', points: 1 };
const single: Question = { ...base, id: 'q1', type: 'single', options: [part('a'), part('b')] };
const matching: Question = { ...base, id: 'q2', type: 'matching', lefts: [part('l')], rights: [part('r')] };
const numeric: Question = { ...base, id: 'q3', type: 'numeric', unit: 'days' };

describe('isAnswered', () => {
  it('takes an empty text or choice for none, and a false or a zero for one', () => {
    expect(isAnswered(undefined)).toBe(false);
    expect(isAnswered({ type: 'short-text', text: '  ' })).toBe(false);
    expect(isAnswered({ type: 'multiple', optionIds: [] })).toBe(false);
    expect(isAnswered({ type: 'true-false', value: false })).toBe(true);
    expect(isAnswered({ type: 'numeric', value: 0 })).toBe(true);
  });
});

describe('unanswered', () => {
  it('numbers what is left as the learner sees it', () => {
    const answers = { q2: { type: 'matching' as const, matches: { l: 'r' } } };
    expect(unanswered({ questions: [single, matching, numeric] }, answers)).toEqual([1, 3]);
  });
});

describe('ordered', () => {
  it('puts what was ordered first and leaves the rest as it was', () => {
    const items = ['a', 'b', 'c', 'd'].map(part);
    expect(ordered(items, ['d', 'b']).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
  });
});

describe('answerLines', () => {
  it('says an answer in the words of its question', () => {
    expect(answerLines(single, { type: 'single', optionId: 'b' }, words)).toEqual(['B']);
    expect(answerLines(matching, { type: 'matching', matches: { l: 'r' } }, words)).toEqual(['L → R']);
    expect(answerLines(numeric, { type: 'numeric', value: 7 }, words)).toEqual(['7 days']);
    expect(answerLines(single, undefined, words)).toEqual([]);
  });
});
