import { describe, expect, it } from '@jest/globals';
import type { Matching, MultipleChoice, Numeric, Ordering, ShortText, SingleChoice } from '../../../catalog/domain/quiz.js';
import { scoreAnswer } from './score-answer.js';

const base = { id: 'q', prompt: 'Which?', points: 6, explanation: '' };
const option = (id: string, correct: boolean) => ({ id, text: id, correct, feedback: '' });
const single: SingleChoice = {
  ...base,
  type: 'single',
  shuffleOptions: true,
  options: [option('pwd', true), option('ls', false)],
};
const multiple: MultipleChoice = {
  ...base,
  type: 'multiple',
  shuffleOptions: true,
  credit: 'partial',
  options: [option('cp', true), option('mv', true), option('rm', true), option('cat', false), option('ls', false)],
};
const text: ShortText = { ...base, type: 'short-text', accepted: ['git  commit', 'Café'], caseSensitive: false };
const numeric: Numeric = { ...base, type: 'numeric', answer: 1, tolerance: 0.1, unit: '' };
const items = ['edit', 'add', 'commit', 'push'];
const ordering: Ordering = { ...base, type: 'ordering', credit: 'partial', items: items.map((id) => ({ id, text: id })) };
const matching: Matching = {
  ...base,
  type: 'matching',
  credit: 'partial',
  pairs: ['cd', 'ls', 'rm'].map((id) => ({ id, left: id, right: `does ${id}` })),
  distractors: [{ id: 'mkdir', text: 'makes' }],
};
const choose = (...optionIds: string[]) => scoreAnswer(multiple, { type: 'multiple', optionIds });
const type = (typed: string, more: Partial<ShortText> = {}) =>
  scoreAnswer({ ...text, ...more }, { type: 'short-text', text: typed });
const number = (value: number, more: Partial<Numeric> = {}) => scoreAnswer({ ...numeric, ...more }, { type: 'numeric', value });
const order = (...itemIds: string[]) => scoreAnswer(ordering, { type: 'ordering', itemIds });
const match = (matches: Record<string, string>) => scoreAnswer(matching, { type: 'matching', matches });

describe('scoring', () => {
  it('gives a single choice all or nothing', () => {
    expect(scoreAnswer(single, { type: 'single', optionId: 'pwd' })).toBe(6);
    expect(scoreAnswer(single, { type: 'single', optionId: 'ls' })).toBe(0);
  });

  it('counts right minus wrong choices, never below zero', () => {
    expect(choose('cp', 'mv', 'rm')).toBe(6);
    expect(choose('cp', 'mv')).toBe(4);
    expect(choose('cp', 'mv', 'ls')).toBe(2);
    expect(choose('cp', 'mv', 'rm', 'cat', 'ls')).toBe(2);
    expect(choose('cat', 'ls')).toBe(0);
    expect(choose('cp', 'cp', 'cp')).toBe(2);
    expect(choose()).toBe(0);
    const nothingRight = { ...multiple, options: [option('cat', false)] };
    expect(scoreAnswer(nothingRight, { type: 'multiple', optionIds: [] })).toBe(0);
  });

  it('gives nothing for nearly right where it is all or nothing', () => {
    const strict = (...optionIds: string[]) =>
      scoreAnswer({ ...multiple, credit: 'all-or-nothing' }, { type: 'multiple', optionIds });
    expect(strict('rm', 'mv', 'cp')).toBe(6);
    expect(strict('mv', 'cp')).toBe(0);
    expect(strict('rm', 'mv', 'cp', 'ls')).toBe(0);
    expect(scoreAnswer({ ...ordering, credit: 'all-or-nothing' }, { type: 'ordering', itemIds: items.toReversed() })).toBe(0);
    expect(scoreAnswer({ ...matching, credit: 'all-or-nothing' }, { type: 'matching', matches: { cd: 'cd', ls: 'ls' } })).toBe(0);
  });

  it('compares true and false', () => {
    const question = { ...base, type: 'true-false' as const, answer: false, feedbackTrue: '', feedbackFalse: '' };
    expect(scoreAnswer(question, { type: 'true-false', value: false })).toBe(6);
    expect(scoreAnswer(question, { type: 'true-false', value: true })).toBe(0);
  });

  it('folds white space, letter case and composed letters of a short text', () => {
    expect(type(' GIT\n commit ')).toBe(6);
    expect(type('cafe\u0301')).toBe(6);
    expect(type('gitcommit')).toBe(0);
    expect(type('Git commit', { caseSensitive: true })).toBe(0);
    expect(type('git commit', { caseSensitive: true })).toBe(6);
  });

  it('never takes an empty text for right', () => {
    expect(type('  ', { accepted: ['', ' '] })).toBe(0);
  });

  it('accepts numbers up to the tolerance, whatever binary fractions say', () => {
    expect(number(1.1)).toBe(6);
    expect(number(0.9)).toBe(6);
    expect(number(1.1001)).toBe(0);
    expect(number(1e9 + 0.1, { answer: 1e9 })).toBe(6);
    expect(number(0.1 + 0.2, { answer: 0.3, tolerance: 0 })).toBe(6);
    expect(number(0.301, { answer: 0.3, tolerance: 0 })).toBe(0);
  });

  it('forgives swapped neighbours more than a reversed list', () => {
    expect(order(...items)).toBe(6);
    expect(order('add', 'edit', 'commit', 'push')).toBe(4);
    expect(order('push', 'edit', 'add', 'commit')).toBe(0);
    expect(order(...items.toReversed())).toBe(0);
    expect(order('edit', 'add')).toBe(1);
  });

  it('counts right matches', () => {
    expect(match({ cd: 'cd', ls: 'ls', rm: 'rm' })).toBe(6);
    expect(match({ cd: 'cd', ls: 'rm', rm: 'mkdir' })).toBe(2);
    expect(match({ cd: 'ls', ls: 'ls', rm: 'ls' })).toBe(2);
    expect(match({})).toBe(0);
  });

  it('fails loudly when a stored answer belongs to another type of question', () => {
    expect(() => scoreAnswer(single, { type: 'true-false', value: true })).toThrow(/is single but its answer is true-false/);
  });
});
