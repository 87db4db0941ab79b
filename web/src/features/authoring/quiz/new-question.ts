import type { Pool, Question, QuestionType } from '../types';

export const QUESTION_TYPES = [
  'single',
  'multiple',
  'true-false',
  'short-text',
  'numeric',
  'ordering',
  'matching',
] as const satisfies readonly QuestionType[];

type NewId = () => string;

/** An empty question of a kind, with as many empty parts as it needs at least. */
export function newQuestion(type: QuestionType, newId: NewId): Question {
  const asked = { id: newId(), prompt: '', points: 1, explanation: '' };
  const option = (correct: boolean) => ({ id: newId(), text: '', correct, feedback: '' });
  switch (type) {
    case 'single':
      return { ...asked, type, shuffleOptions: true, options: [option(true), option(false)] };
    case 'multiple':
      return { ...asked, type, shuffleOptions: true, options: [option(true), option(false)], credit: 'partial' };
    case 'true-false':
      return { ...asked, type, answer: true, feedbackTrue: '', feedbackFalse: '' };
    case 'short-text':
      return { ...asked, type, accepted: [''], caseSensitive: false };
    case 'numeric':
      return { ...asked, type, answer: 0, tolerance: 0, unit: '' };
    case 'ordering':
      return { ...asked, type, items: [part(newId), part(newId)], credit: 'partial' };
    case 'matching':
      return { ...asked, type, pairs: [pair(newId), pair(newId)], distractors: [], credit: 'partial' };
  }
}

export function part(newId: NewId) {
  return { id: newId(), text: '' };
}

export function pair(newId: NewId) {
  return { id: newId(), left: '', right: '' };
}

export function newPool(newId: NewId): Pool {
  return { id: newId(), draw: null, questions: [] };
}

/** The same question as another, whose answers are its own. */
export function copyOf(question: Question, newId: NewId): Question {
  const renamed = <Part extends { id: string }>(one: Part): Part => ({ ...one, id: newId() });
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { ...renamed(question), options: question.options.map(renamed) };
    case 'ordering':
      return { ...renamed(question), items: question.items.map(renamed) };
    case 'matching':
      return { ...renamed(question), pairs: question.pairs.map(renamed), distractors: question.distractors.map(renamed) };
    case 'true-false':
    case 'short-text':
    case 'numeric':
      return renamed(question);
  }
}

/** The question as one of another kind; what both kinds have is kept. */
export function asType(question: Question, type: QuestionType, newId: NewId): Question {
  const { id, prompt, points, explanation } = question;
  const changed: Question = { ...newQuestion(type, newId), id, prompt, points, explanation };
  if (!('options' in question) || !('options' in changed)) return changed;
  const first = question.options.findIndex(({ correct }) => correct);
  const options =
    type === 'single'
      ? question.options.map((option, index) => ({ ...option, correct: index === Math.max(first, 0) }))
      : question.options;
  return { ...changed, options, shuffleOptions: question.shuffleOptions };
}
